"""The pool: the list, handing out, one client by hand, letting go, attempts (R5, R6)."""

from functools import partial

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from bot.handlers.clients.sought import sought_screen
from bot.handlers.day.rounds import go_on
from bot.handlers.pool.again import given_or_why
from bot.handlers.pool.handover import overrules
from bot.handlers.tasks.next_step import next_step_screen
from bot.method.clients.search import Seeking
from bot.method.core.places import HandOutPreview
from bot.method.core.terms import Outcome, Role
from bot.method.people.cards import PeoplePage
from bot.method.pool.again import AgainWay
from bot.method.pool.filters import EVERYBODY, HandOutWay, PoolChoice
from bot.method.pool.leave import LeaveKind
from bot.services.clients import search
from bot.services.gaps.decisions import decided_of_client
from bot.services.pool import (
    giving,
    handing_out,
    handover,
    listing,
    reactivation,
    releasing,
    taking,
)
from bot.telegram.context import Context, Going
from bot.telegram.filters import command, tapped
from bot.views.core.start import said
from bot.views.pool import hand_out as hand_out_view
from bot.views.pool import pool as view
from bot.views.pool.leave import leave_sent_screen
from bot.views.pool.lists import filters_screen, lost_list_screen
from bot.views.pool.lost import exhausted_screen
from bot.views.screen import Screen
from bot.views.taps import pool as taps
from bot.views.taps.nav import AskRelease, OpenPool

router = Router(name="pool")


@router.message(command("pool"))
async def show_pool(message: Message, ctx: Context) -> Screen:
    return view.pool_screen(ctx.words, await listing.pool_screen(ctx.act, 0))


@router.callback_query(tapped(OpenPool))
async def open_pool(query: CallbackQuery, tap: OpenPool, ctx: Context) -> Screen:
    choice = PoolChoice(tap.only, tap.giver)
    return view.pool_screen(ctx.words, await listing.pool_screen(ctx.act, tap.page, choice))


@router.callback_query(tapped(taps.ChoosePooled))
async def choose(query: CallbackQuery, tap: taps.ChoosePooled, ctx: Context) -> Screen:
    facts = await listing.pool_filters(ctx.act, PoolChoice(tap.only, tap.giver))
    return filters_screen(ctx.words, facts)


@router.callback_query(tapped(taps.OpenLost))
async def open_lost(query: CallbackQuery, tap: taps.OpenLost, ctx: Context) -> Screen:
    return lost_list_screen(ctx.words, await listing.lost_list(ctx.act, tap.page))


@router.message(command("pool_assign"))
async def assign_many(message: Message, command: CommandObject, ctx: Context) -> Screen:
    """`/pool_assign N [manager]` shows who would get how many; a tap hands out."""
    n, whom = await listing.asked_for(ctx.act, command.args or "")
    if isinstance(whom, PeoplePage):
        return hand_out_view.hand_out_whom_screen(ctx.words, n, whom)
    return await hand_out_preview(ctx, n, whom)


@router.callback_query(tapped(taps.PreviewHandOut))
async def preview(query: CallbackQuery, tap: taps.PreviewHandOut, ctx: Context) -> Screen:
    choice = PoolChoice(tap.only, tap.giver)
    return await hand_out_preview(ctx, tap.n, tap.person_id, choice, tap.way)


@router.callback_query(tapped(taps.HandOutNow))
async def hand_out(query: CallbackQuery, tap: taps.HandOutNow, ctx: Context) -> Screen | Going:
    asked = HandOutPreview(tap.n, tap.person_id, tap.only, tap.giver, tap.way)
    return await _hand_on(await giving.begin(ctx.act, asked, tap.mark), ctx)


async def _hand_on(made: giving.HandingOut, ctx: Context) -> Screen | Going:
    made = await giving.carry_out(ctx.act, made)
    if made.left:
        screen = hand_out_view.handing_out_screen(ctx.words, len(made.given), made.total)
        return Going(screen, partial(_hand_on, made))
    return hand_out_view.handed_out_screen(ctx.words, await giving.handed_out(ctx.act, made))


@router.callback_query(tapped(taps.PreviewWeekly))
async def weekly(query: CallbackQuery, tap: taps.PreviewWeekly, ctx: Context) -> Screen:
    """What the weekly hand-out would give now, or that it is switched off."""
    policy = ctx.act.policy
    day = policy.reactivation_weekday if policy.reactivation_weekly else None
    facts = listing.facts_of_hand_out(await handing_out.weekly_preview(ctx.act), 0)
    return hand_out_view.weekly_screen(ctx.words, facts, day)


@router.callback_query(tapped(taps.AskAssign))
async def ask_assign(query: CallbackQuery, tap: taps.AskAssign, ctx: Context) -> Screen:
    client = await handing_out.assignable(ctx.act, tap.client_id)
    if client.spent:
        return exhausted_screen(ctx.words, client.client_name, client.client_id, client.attempts)
    people = await handover.candidates(ctx.act, client.client_id, tap.page)
    return view.assign_screen(ctx.words, client.client_name, client.client_id, people)


@router.callback_query(tapped(taps.Assign))
async def assign(query: CallbackQuery, tap: taps.Assign, ctx: Context) -> Screen:
    given = taps.GiveAgain(AgainWay.ASSIGN, tap.client_id, tap.person_id)
    return await given_or_why(ctx, given)


@router.callback_query(tapped(taps.TakePooled))
async def take(query: CallbackQuery, tap: taps.TakePooled, ctx: Context) -> Screen:
    done = await taking.take(ctx.act, tap.client_id)
    return view.assigned_screen(ctx.words, done.client_name, tap.client_id, done.person_name)


@router.message(command("pool_take"))
async def take_named(message: Message, command: CommandObject, ctx: Context) -> Screen:
    if not command.args:
        return said(ctx.words, "name-client", command=command.command)
    client_id = await taking.named(ctx.act, command.args)
    done = await taking.take(ctx.act, client_id)
    return view.assigned_screen(ctx.words, done.client_name, client_id, done.person_name)


@router.message(command("pool_return"))
async def return_named(message: Message, command: CommandObject, ctx: Context) -> Screen:
    """Asks why the client that the command names is let go."""
    if not command.args:
        return said(ctx.words, "name-client", command=command.command)
    found = await search.one_client(ctx.act, command.args, Seeking.RELEASE)
    if isinstance(found, int):
        return await _ask_release(ctx, found)
    return await sought_screen(ctx, found, Seeking.RELEASE)


@router.callback_query(tapped(AskRelease))
async def ask_release(query: CallbackQuery, tap: AskRelease, ctx: Context) -> Screen:
    return await _ask_release(ctx, tap.client_id)


@router.callback_query(tapped(taps.Release))
async def release(query: CallbackQuery, tap: taps.Release, ctx: Context) -> Screen:
    leads = ctx.act.actor.role in Role.leaders()
    if not tap.seen and await overrules(ctx, tap.client_id):
        return await _ask_release(ctx, tap.client_id)
    gone = await releasing.release(ctx.act, tap.client_id, tap.reason)
    if gone.asked:
        return await go_on(ctx, leave_sent_screen(ctx.words, LeaveKind.POOL, gone.client_name))
    return await go_on(ctx, view.released_screen(ctx.words, gone.client_name, leads=leads))


@router.callback_query(tapped(taps.Returned))
async def returned(query: CallbackQuery, tap: taps.Returned, ctx: Context) -> Screen:
    await reactivation.returned(ctx.act, tap.client_id)
    return await next_step_screen(ctx, tap.client_id, outcome=Outcome.RETURNED)


@router.callback_query(tapped(taps.Failed))
async def failed(query: CallbackQuery, tap: taps.Failed, ctx: Context) -> Screen:
    spent = await reactivation.failed(ctx.act, tap.client_id)
    return await go_on(ctx, view.failed_screen(ctx.words, spent=spent))


async def _ask_release(ctx: Context, client_id: int) -> Screen:
    facts = await releasing.releasable(ctx.act, client_id)
    return view.release_screen(ctx.words, facts, await decided_of_client(ctx.act, client_id))


async def hand_out_preview(
    ctx: Context,
    n: int,
    person_id: int | None,
    choice: PoolChoice = EVERYBODY,
    way: HandOutWay = HandOutWay.TURNS,
) -> Screen:
    """Who would get how many, to be confirmed."""
    planned = await handing_out.preview(ctx.act, n, person_id, choice, way)
    facts = listing.facts_of_hand_out(planned, n, person_id, choice, way)
    return hand_out_view.preview_screen(ctx.words, facts)
