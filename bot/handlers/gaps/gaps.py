"""Clients without a task: one's own, the team's, the head's decisions (R5)."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.method.core.refusals import NotNow
from bot.method.core.terms import Role
from bot.services.core.acts.in_parts import first_of_two
from bot.services.gaps import neglect
from bot.services.gaps.decisions import give_day
from bot.telegram.context import Context
from bot.telegram.filters import command, tapped
from bot.views.core.undo import with_undo
from bot.views.gaps import gaps as view
from bot.views.screen import Screen
from bot.views.taps.gaps import GiveDay
from bot.views.taps.nav import Decide, OpenGaps, OpenTeamGaps

router = Router(name="gaps")


@router.message(command("gaps"))
async def gaps(message: Message, ctx: Context) -> Screen:
    if ctx.act.actor.role in Role.leaders():
        return view.team_gaps_screen(ctx.words, await neglect.team_gaps(ctx.act, 0))
    return view.own_gaps_screen(ctx.words, await neglect.own_gaps(ctx.act, 0))


@router.callback_query(tapped(OpenGaps))
async def open_gaps(query: CallbackQuery, tap: OpenGaps, ctx: Context) -> Screen:
    return view.own_gaps_screen(ctx.words, await neglect.own_gaps(ctx.act, tap.page))


@router.callback_query(tapped(OpenTeamGaps))
async def open_team_gaps(query: CallbackQuery, tap: OpenTeamGaps, ctx: Context) -> Screen:
    return view.team_gaps_screen(ctx.words, await neglect.team_gaps(ctx.act, tap.page))


@router.callback_query(tapped(Decide))
async def decide(query: CallbackQuery, tap: Decide, ctx: Context) -> Screen:
    page = await neglect.gaps_of_client(ctx.act, tap.client_id)
    return view.decision_screen(ctx.words, page, tap.page)


@router.callback_query(tapped(GiveDay))
async def day(query: CallbackQuery, tap: GiveDay, ctx: Context) -> Screen:
    try:
        given = await give_day(ctx.act, tap.client_id, confirmed=tap.sure)
    except NotNow as refusal:
        if refusal.code != "decided-before":
            raise
        page = await neglect.gaps_of_client(ctx.act, tap.client_id)
        return view.decision_screen(ctx.words, page)
    until = ctx.words.moment(given.until, ctx.act.today)
    screen = view.day_given_screen(ctx.words, given.client_name, until)
    before = await first_of_two(ctx.act, ctx.tap_data)
    return screen if before is None else with_undo(ctx.words, screen, before.step_id)
