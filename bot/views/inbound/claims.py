"""Nobody's inbound: the offer, and what has become of it (R9)."""

from dataclasses import replace

from bot.method.core.texts import clean
from bot.method.inbound.claim_cards import OfferNotice, OfferOver, OfferRefused
from bot.method.tasks.cards import TaskCard
from bot.views.inbound.intake import said
from bot.views.parts.rows import home_row
from bot.views.parts.said import said_text
from bot.views.screen import Brief, Button, Row, Screen
from bot.views.taps.inbound import RefuseOffer, TakeOffer
from bot.views.tasks.card import task_screen
from bot.views.words import Markup, Words

_BRIEF_TEXT = 100


def offer_screen(words: Words, notice: OfferNotice) -> Screen:
    """What has come, when and in which words; one tap takes it."""
    asked = words("offer-turn" if notice.turn else "offer-first")
    parts = [said(words, notice.client_name, notice.reported)]
    if notice.back:
        parts.append(words("offer-back"))
    text = notice.reported.text
    whole = [*parts, *([said_text(words, text)] if text else []), asked]
    short = [*parts, *([words("task-text", text=clean(text, _BRIEF_TEXT))] if text else [])]
    take = Button(words.plain("offer-take"), TakeOffer(notice.claim_id), style="success")
    refuse = Button(words.plain("offer-refuse"), RefuseOffer(notice.claim_id))
    named = words.plain("offer-take-named", client=clean(notice.client_name, 40))
    row: Row = (
        Button(named, TakeOffer(notice.claim_id, beside=True), style="success"),
        Button(words.plain("offer-refuse"), RefuseOffer(notice.claim_id, beside=True)),
    )
    return Screen(
        Markup("\n".join(whole)), ((take, refuse),), brief=Brief("\n".join(short), (row,))
    )


def offer_over_screen(words: Words, over: OfferOver, *, beside: bool = False) -> Screen:
    """Somebody has it; `beside`: in a window, the message that was tapped says other things."""
    key = "offer-over" if over.taker is None else "offer-taken"
    facts = {"client": over.client_name, "name": over.taker or ""}
    if beside:
        return Screen("", toast=words.plain(f"{key}-toast", **facts), alert=True)
    text = words(key, **facts)
    return Screen(text, (home_row(words),), brief=Brief(text, ()))


def offer_refused_screen(words: Words, refused: OfferRefused, *, beside: bool = False) -> Screen:
    """The next one is asked; it may be taken all the same while nobody has."""
    if beside:
        said_so = words.plain("offer-refused-toast", client=refused.client_name)
        return Screen("", toast=said_so, alert=True)
    take = Button(words.plain("offer-take"), TakeOffer(refused.claim_id))
    text = words("offer-refused", client=refused.client_name)
    return Screen(text, ((take,), home_row(words)), brief=Brief(text, ()))


def claimed_screen(words: Words, card: TaskCard, *, beside: bool = False) -> Screen:
    """The inbound, which is the reader's now."""
    screen = task_screen(words, card).below(words("offer-yours"))
    return replace(screen, fresh=beside)
