"""What is said of calls, letters and forms that have come by themselves."""

from dataclasses import replace
from typing import Any

import pytest

from bot.method.clients.cards import WhoseMessage
from bot.method.core.cards import Touch
from bot.method.core.terms import ClientStatus, Event, TaskKind
from bot.method.inbound.cards import ReturnNotice
from bot.method.inbound.claim_cards import OfferNotice, OfferOver, OfferRefused
from bot.method.inbound.intake.addresses import AddressLine, NewAddress, Trial, TrialEnd
from bot.method.inbound.intake.cards import CallNotice, IntakeNotice, IntakeQuestion, Reported
from bot.method.inbound.intake.event import CallEnd, IntakeChannel
from bot.method.inbound.intake.vendors.table import SIGNING, VENDORS
from bot.method.inbound.spare import SpareTask
from bot.services.inbound.intake.taking import API
from bot.views.clients.history import touch_text
from bot.views.inbound import addresses, claims, inbound, intake
from bot.views.inbound.spare import with_spare
from bot.views.parts.together import together
from bot.views.taps.nav import AskHandOver, AskNext, OpenTask
from bot.views.words import Words
from tests.unit.views.facts import ABSENCE, CARD, CLIENT, HUGE, LONG, NOW, TEXT, TODAY
from tests.unit.views.shown import can_be_sent

PHONE = "+79161234567"
FORM = Reported(IntakeChannel.FORM, NOW, TODAY, TEXT)
CALL = Reported(IntakeChannel.CALL, NOW, TODAY, "", CallEnd.MISSED)
CAME = IntakeNotice(HUGE, HUGE, LONG, FORM, (PHONE, PHONE), LONG)
TALKED = CallNotice(HUGE, LONG, replace(CALL, call=CallEnd.ANSWERED))
QUESTION = WhoseMessage(HUGE, LONG, (CLIENT,) * 5, TODAY)

SAMPLES: dict[str, Any] = {
    **{
        f"came, {channel}": lambda w, channel=channel: intake.intake_screen(
            w, replace(CAME, reported=replace(FORM, channel=channel))
        )
        for channel in IntakeChannel
    },
    "missed": lambda w: intake.intake_screen(w, replace(CAME, reported=CALL)),
    "came, absent": lambda w: intake.intake_screen(
        w, replace(CAME, instead_of=None, absence=ABSENCE)
    ),
    "came, new": lambda w: intake.intake_screen(w, replace(CAME, instead_of=None, new=True)),
    "came, untaken": lambda w: intake.intake_screen(
        w, replace(CAME, instead_of=None, new=True, untaken=True)
    ),
    "whose": lambda w: intake.intake_question_screen(w, IntakeQuestion(QUESTION, FORM)),
    "talked": lambda w: intake.call_screen(w, TALKED),
    "talked, an inbound is open": lambda w: intake.call_screen(
        w, replace(TALKED, task_id=HUGE, instead_of=LONG)
    ),
    "talked, a task is open": lambda w: intake.call_screen(
        w,
        replace(
            TALKED,
            reported=replace(CALL, call=CallEnd.OUTGOING),
            task_id=HUGE,
            title=LONG,
            kind=TaskKind.OFFER,
        ),
    ),
    **{
        f"back, {status}": lambda w, status=status: inbound.return_notice_screen(
            w, ReturnNotice(HUGE, HUGE, LONG, status, None, TEXT)
        )
        for status in ClientStatus
        if status is not ClientStatus.ERASED
    },
}

LINES = [
    AddressLine(API, None, NOW, is_vendor=False),
    AddressLine("mail", NOW, None, is_vendor=False),
    *(AddressLine(vendor, NOW, NOW if "m" in vendor else None) for vendor in VENDORS),
    AddressLine("form", None, None),
]
SIGNED = [
    AddressLine(vendor, None, None, is_signed=is_signed)
    for vendor in SIGNING
    for is_signed in (False, True)
]
SAMPLES |= {
    "addresses": lambda w: addresses.addresses_screen(w, LINES, TODAY),
    "trial, asked": lambda w: addresses.ask_trial_screen(w, "tilda"),
    **{
        f"trial, {end}": lambda w, end=end: addresses.trial_screen(
            w, "zadarma", Trial(end, "<Ромашка> & Co", ("Анна & Ко",))
        )
        for end in TrialEnd
    },
    "trial, long": lambda w: addresses.trial_screen(
        w, "megafon", Trial(TrialEnd.TASK, "Я" * 200, ("Ы" * 64,) * 40, is_new=True)
    ),
    "address, new": lambda w: addresses.new_address_screen(w, NewAddress("megafon", "x" * 32)),
    **{
        f"address, {line.source}, {line.made_at}": lambda w, line=line: addresses.address_screen(
            w, line, TODAY
        )
        for line in LINES
        if line.is_vendor
    },
    **{
        f"address, {line.source}, {line.is_signed}": lambda w, line=line: addresses.address_screen(
            w, line, TODAY
        )
        for line in SIGNED
    },
}

SPARE = SpareTask(HUGE, HUGE, TaskKind.CALL, LONG, TODAY, TODAY)
OFFER = OfferNotice(HUGE, LONG, FORM)
SAMPLES |= {
    "offer": lambda w: claims.offer_screen(w, OFFER),
    "offer, in turn, of the pool": lambda w: claims.offer_screen(
        w, replace(OFFER, reported=CALL, back=True, turn=True)
    ),
    "offer, taken": lambda w: claims.offer_over_screen(w, OfferOver(LONG, LONG)),
    "offer, over": lambda w: claims.offer_over_screen(w, OfferOver(None, LONG)),
    "offer, refused": lambda w: claims.offer_refused_screen(w, OfferRefused(HUGE, LONG)),
    "offer, claimed": lambda w: claims.claimed_screen(w, CARD),
    "spare": lambda w: with_spare(w, claims.claimed_screen(w, CARD), SPARE),
    "spare, undated": lambda w: with_spare(
        w, claims.claimed_screen(w, CARD), replace(SPARE, on=None, title=None)
    ),
    "offers": lambda w: together([("offer", claims.offer_screen(w, OFFER))] * 5)[0],
}

test_a_sample_can_be_sent = can_be_sent(SAMPLES)


def taps(screen: Any) -> list[Any]:
    return [button.tap or button.copy for row in screen.rows for button in row]


def test_a_missed_call_has_the_number_to_call_back() -> None:
    screen = intake.intake_screen(Words("ru"), replace(CAME, client_name="Ромашка", reported=CALL))
    assert "пропущенный звонок" in screen.text and "+7 916 123-45-67" in screen.text
    assert PHONE in taps(screen)


def test_a_new_client_may_be_handed_over() -> None:
    assert AskHandOver(HUGE) not in taps(intake.intake_screen(Words("ru"), CAME))
    assert AskHandOver(HUGE) in taps(intake.intake_screen(Words("ru"), replace(CAME, new=True)))


def test_a_conversation_asks_for_what_is_missing() -> None:
    assert AskNext(HUGE) in taps(intake.call_screen(Words("ru"), TALKED))
    assert OpenTask(5) in taps(intake.call_screen(Words("ru"), replace(TALKED, task_id=5)))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"text": "", "call": "missed"}, "пропущенный звонок"),
        ({"text": "Счёт", "channel": "form"}, "входящее: Счёт"),
    ],
)
def test_the_history_says_what_it_was(data: dict[str, object], said: str) -> None:
    assert said in touch_text(Words("ru"), Touch(NOW, Event.INBOUND, None, data), TODAY)


def test_the_history_knows_conversations() -> None:
    text = touch_text(Words("ru"), Touch(NOW, Event.TALKED, None, {}), TODAY)
    assert "разговор по телефону" in text


def test_whether_a_signature_is_looked_at_is_said() -> None:
    unchecked, checked = [
        addresses.address_screen(Words("ru"), line, TODAY).text for line in SIGNED[:2]
    ]
    assert "впускает только секретный адрес" in unchecked and "проверяется: события" in checked
    form = addresses.address_screen(Words("ru"), LINES[-1], TODAY).text
    assert "одпись" not in form
