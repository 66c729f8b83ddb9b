"""Refusals, old buttons and failures as screens: the one place where they are said."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from html import unescape

from aiogram.types import Update

from bot.handlers.core.places import screen_at
from bot.handlers.core.repeated import shown_before
from bot.handlers.day.rounds import next_card
from bot.method.core.bounds import RuleName
from bot.method.core.places import Place, TaskAt
from bot.method.core.refusals import Invalid, Refusal, Stale
from bot.method.core.terms import UndoableAction
from bot.services.core import parked
from bot.services.core.acts.in_parts import broken_off
from bot.services.core.work import Work
from bot.services.people.people import remember_attempt
from bot.services.pool.giving import tell_of_part
from bot.telegram.context import AnyContext, Context, StrangerContext
from bot.telegram.filters import asking_tap
from bot.telegram.forms import awaits_text
from bot.views.core.start import said
from bot.views.core.undo import midway_screen, with_undo
from bot.views.screen import Screen
from bot.views.taps.clients import AskChat
from bot.views.taps.undo import GoOn
from bot.views.words import Markup, Words


async def refused(refusal: Refusal, ctx: AnyContext) -> Screen:
    """The sentence of the refusal; a stale screen is replaced by the fresh one."""
    text = _sentence(refusal, ctx)
    if isinstance(ctx, Context) and ctx.tap_data is not None and refusal.code == "command":
        # A button of a role that the person had.
        text = ctx.words("unhandled-role")
    if isinstance(ctx, StrangerContext):
        if refusal.code == "invite":
            await remember_attempt(ctx.work, ctx.telegram_id)
        return Screen(text, toast=None)
    first = await shown_before(ctx, refusal)
    if first is not None:
        return first
    if isinstance(refusal, Stale) and refusal.place is not None:
        if ctx.act.in_round and isinstance(refusal.place, TaskAt):
            return (await next_card(ctx, text)).with_toast(_toast(text))
        fresh = await _fresh(refusal.place, ctx)
        if fresh is not None:
            return fresh.below(text).with_toast(_toast(text))
    # The screen under the button stays: what was refused has changed nothing on it. A tap is
    # answered by the window alone, a message that was written by a message.
    screen = Screen(text, toast=_toast(text), alert=True, fresh=True)
    return _without_key(screen, ctx)


def _without_key(screen: Screen, ctx: Context) -> Screen:
    """The key to choose a chat with has been used: it goes away, whatever came of it."""
    form = ctx.act.actor.form or {}
    if ctx.tap_data is not None or not isinstance(asking_tap(form), AskChat):
        return screen
    return replace(screen, keys=ctx.words("chat-kept"))


def unhandled(ctx: AnyContext, update: Update) -> Screen:
    """Nobody handles it: an old button, an unknown command, what a form has no use for, a
    message that says nothing to the bot, or one that was corrected after it was taken."""
    if update.edited_message is not None:
        return said(ctx.words, "unhandled-edit")
    if update.message is None:
        return said(ctx.words, "unhandled-button")
    if (update.message.text or "").startswith("/"):
        return said(ctx.words, "refusal-command")
    if isinstance(ctx, Context) and awaits_text(ctx.act.actor.form):
        return said(ctx.words, "unhandled-answer")
    return said(ctx.words, "unhandled-message")


async def failed(error_id: str, ctx: AnyContext) -> Screen:
    """The update is parked; the admins get the id of the error, never what was in it."""
    midway = await _midway(error_id, ctx) if isinstance(ctx, Context) else None
    work: Work = ctx.act if isinstance(ctx, Context) else ctx.work
    await parked.tell_admins(work, error_id)
    return midway or said(ctx.words, "failed", error=error_id)


async def _midway(error_id: str, ctx: Context) -> Screen | None:
    """Of an act in parts the first ones may be done, and stay."""
    part = await broken_off(ctx.act)
    if part is None:
        return None
    if part.deed is UndoableAction.HAND_OUT:
        await tell_of_part(ctx.act, part.clients)
    said_of = midway_screen(
        ctx.words, part.deed, len(part.clients), part.left, GoOn(part.update), error_id
    )
    return with_undo(ctx.words, said_of, part.step_id)


async def _fresh(place: Place, ctx: Context) -> Screen | None:
    """The place as it is now; None where it has left the person's sight in the meantime, or there
    is nothing to prepare."""
    try:
        return await screen_at(ctx, place)
    except Refusal:
        return None


def _sentence(refusal: Refusal, ctx: AnyContext) -> Markup:
    words = ctx.words
    today = ctx.act.today if isinstance(ctx, Context) else date.min
    facts = {name: _shown(value, words, today) for name, value in refusal.facts.items()}
    try:
        return words(f"refusal-{refusal.code}", **facts)
    except KeyError:
        return words("refusal-button" if isinstance(refusal, Invalid) else "refusal-unknown")


def _shown(value: object, words: Words, today: date) -> str | int:
    match value:
        case bool():
            return str(value)
        case int():
            return value
        case datetime():
            return words.moment(value, today)
        case date():
            # The year says enough without knowing which day it is there.
            return words.short_date(value, value)
        case time():
            return words.time_of_day(value)
        case timedelta():
            return words.hours(value)
        case RuleName():
            return words.plain(f"rule-name-{value}")
    return str(value)


def _toast(text: str) -> str:
    return unescape(text.replace("<b>", "").replace("</b>", ""))
