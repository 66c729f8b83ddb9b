"""A client to one person by hand, with a reason where the person let it go lately (R6)."""

from typing import assert_never

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.method.core.refusals import NotNow
from bot.method.pool.again import AgainWay, WhyAgain
from bot.services.pool import handing_out, handover, losing
from bot.services.pool.again import in_own_words, to_be_explained
from bot.telegram.context import Context
from bot.telegram.filters import answers, tapped
from bot.views.pool import again as view
from bot.views.pool.handover import handed_screen
from bot.views.pool.lost import restored_screen
from bot.views.pool.pool import assigned_screen
from bot.views.screen import Screen
from bot.views.taps.pool import GiveAgain

router = Router(name="again")


@router.callback_query(tapped(GiveAgain))
async def give(query: CallbackQuery, tap: GiveAgain, ctx: Context) -> Screen:
    if tap.reason is not None:
        return await _given(ctx, tap, WhyAgain(tap.reason))
    await to_be_explained(ctx.act, tap.client_id, tap.person_id)
    ctx.ask(tap)
    return view.words_screen(ctx.words, tap)


@router.message(answers(GiveAgain))
async def give_because(message: Message, asked: GiveAgain, ctx: Context) -> Screen:
    return await _given(ctx, asked, in_own_words(message.text or ""))


async def given_or_why(ctx: Context, given: GiveAgain) -> Screen:
    """The client has gone over; or the question why, to somebody who let it go lately."""
    try:
        return await _given(ctx, given, None)
    except NotNow as refusal:
        if refusal.code != "let-go-recently":
            raise
        name, days = str(refusal.facts["name"]), int(str(refusal.facts["days"]))
        return view.let_go_screen(ctx.words, name, days, given)


async def _given(ctx: Context, given: GiveAgain, again: WhyAgain | None) -> Screen:
    act, words, client, person = ctx.act, ctx.words, given.client_id, given.person_id
    match given.way:
        case AgainWay.ASSIGN:
            assigned = await handing_out.assign(act, client, person, again)
            return assigned_screen(words, assigned.client_name, client, assigned.person_name)
        case AgainWay.HAND_OVER:
            handed = await handover.hand_over(act, client, person, again)
            screen = handed_screen(words, handed.client_name, client, handed.person_name)
            return screen.with_toast(words.plain("handed-over-toast"))
        case AgainWay.RESTORE:
            back = await losing.restore(act, client, person, again)
            return restored_screen(words, back.client_name, client, back.person_name)
    assert_never(given.way)
