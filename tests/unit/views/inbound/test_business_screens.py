"""What is said of people's own accounts."""

from dataclasses import replace
from datetime import time
from typing import Any

from bot.method.clients.cards import CameBack, WhoseMessage
from bot.method.core.terms import TaskKind
from bot.method.inbound.business import (
    BusinessCard,
    BusinessRight,
    LetterNotice,
    PromiseNotice,
)
from bot.method.tasks.phrases.moment import Moment
from bot.views.inbound import business
from bot.views.words import Words
from tests.unit.views.facts import CLIENT, HUGE, LONG, NOW, TEXT, TODAY
from tests.unit.views.shown import can_be_sent

ON = BusinessCard(NOW, tuple(BusinessRight), asks_unknown=True, refused=HUGE)
CAME = LetterNotice(HUGE, HUGE, LONG, TEXT, TODAY, instead_of=LONG)
MOMENT = Moment(TODAY, time(15))
PROMISE = PromiseNotice(HUGE, LONG, MOMENT, TaskKind.OFFER, TODAY)
WHOSE = WhoseMessage(HUGE, LONG, (CLIENT,) * 5, TODAY)

SAMPLES: dict[str, Any] = {
    "off": lambda w: business.business_screen(w, BusinessCard(None), "moi_dela_bot"),
    "lost": lambda w: business.business_screen(w, BusinessCard(None, lost=True), "moi_dela_bot"),
    "on": lambda w: business.business_screen(w, ON, "moi_dela_bot"),
    "on, no rights": lambda w: business.business_screen(w, BusinessCard(NOW), "moi_dela_bot"),
    "came": lambda w: business.letter_screen(w, CAME),
    "came, no words": lambda w: business.letter_screen(w, replace(CAME, text="")),
    "answered": lambda w: business.letter_screen(
        w, replace(CAME, answered=True, moments=(MOMENT, Moment(TODAY)))
    ),
    "promise": lambda w: business.promise_screen(w, PROMISE),
    "passed": lambda w: business.passed_letter_screen(w, LONG),
    "unknown": lambda w: business.unknown_screen(w, WHOSE, TEXT),
    "unknown, back by now": lambda w: business.unknown_screen(w, CameBack(HUGE, LONG), TEXT),
    "whose": lambda w: business.account_question_screen(w, WHOSE, ""),
    "no client": business.no_client_screen,
    "connected": business.connected_screen,
    "disconnected": business.disconnected_screen,
    **{
        f"lost, {right}": lambda w, right=right: business.right_lost_screen(w, right)
        for right in BusinessRight
    },
}
test_a_sample_can_be_sent = can_be_sent(SAMPLES)


def test_what_is_not_needed_is_not_asked_for() -> None:
    words = Words("ru")
    assert "Боту они и не нужны" in business.business_screen(words, BusinessCard(NOW), "b").text
    assert "@b" in business.business_screen(words, BusinessCard(None), "b").text


def test_the_last_words_are_shown() -> None:
    long = replace(CAME, text="а" * 600 + "конец")
    assert "конец" in business.letter_screen(Words("ru"), long).text
