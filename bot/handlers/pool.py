"""The pool: the list, handing out, one client by hand, attempts (R5, R6)."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.handlers.clients import client_screen_of
from bot.handlers.next_step import next_step_screen
from bot.method.refusals import NotNow
from bot.method.terms import Outcome, Role
from bot.services import handover, pool, pool_list, reactivation
from bot.services.rights import require_client
from bot.telegram.context import Context
from bot.telegram.filters import tapped
from bot.views import pool as view
from bot.views import pool_taps as taps
from bot.views.nav import AskRelease, OpenPool
from bot.views.screen import Screen

router = Router(name="pool")


@router.message(Command("pool"))
async def show_pool(message: Message, ctx: Context) -> Screen:
    return view.pool_screen(ctx.words, await pool_list.pool_screen(ctx.act, 0))


@router.callback_query(tapped(OpenPool))
async def open_pool(query: CallbackQuery, tap: OpenPool, ctx: Context) -> Screen:
    return view.pool_screen(ctx.words, await pool_list.pool_screen(ctx.act, tap.page))


@router.message(Command("pool_assign"))
async def assign_many(message: Message, command: CommandObject, ctx: Context) -> Screen:
    """`/pool_assign N [@manager]` shows who would get how many; a tap hands out."""
    n, person_id = await pool_list.asked_for(ctx.act, command.args or "")
    return await _preview(ctx, n, person_id)


@router.callback_query(tapped(taps.PreviewHandOut))
async def preview(query: CallbackQuery, tap: taps.PreviewHandOut, ctx: Context) -> Screen:
    return await _preview(ctx, min(tap.n, pool_list.MOST_AT_ONCE), tap.person_id)


@router.callback_query(tapped(taps.HandOutNow))
async def hand_out(query: CallbackQuery, tap: taps.HandOutNow, ctx: Context) -> Screen:
    n = min(tap.n, pool_list.MOST_AT_ONCE)
    done = await pool.hand_out(ctx.act, n, tap.person_id)
    return view.handed_out_screen(ctx.words, pool_list.facts_of_hand_out(done, n, tap.person_id))


@router.callback_query(tapped(taps.AskAssign))
async def ask_assign(query: CallbackQuery, tap: taps.AskAssign, ctx: Context) -> Screen:
    people = await handover.candidates(ctx.act)
    client = (await require_client(ctx.act, tap.client_id)).client
    return view.assign_screen(ctx.words, client.name, client.id, people)


@router.callback_query(tapped(taps.Assign))
async def assign(query: CallbackQuery, tap: taps.Assign, ctx: Context) -> Screen:
    try:
        done = await pool.assign(ctx.act, tap.client_id, tap.person_id, confirmed=tap.sure)
    except NotNow as refusal:
        if refusal.code != "let-go-recently":
            raise
        # Not a dead end: by hand it may be given all the same, when confirmed.
        name = str(refusal.facts["name"])
        return view.assign_again_screen(ctx.words, name, tap.client_id, tap.person_id)
    return view.assigned_screen(ctx.words, done.client_name, done.person_name)


@router.callback_query(tapped(AskRelease))
async def ask_release(query: CallbackQuery, tap: AskRelease, ctx: Context) -> Screen:
    client = await pool.may_release(ctx.act, tap.client_id)
    leader = ctx.act.actor.role in Role.leaders()
    return view.release_screen(ctx.words, client.name, client.id, leader=leader)


@router.callback_query(tapped(taps.Release))
async def release(query: CallbackQuery, tap: taps.Release, ctx: Context) -> Screen:
    client = await pool.may_release(ctx.act, tap.client_id)
    await pool.release(ctx.act, tap.client_id, tap.reason)
    return view.released_screen(ctx.words, client.name)


@router.callback_query(tapped(taps.Returned))
async def returned(query: CallbackQuery, tap: taps.Returned, ctx: Context) -> Screen:
    dossier = await reactivation.returned(ctx.act, tap.client_id)
    return await next_step_screen(ctx, dossier.client.id, outcome=Outcome.RETURNED)


@router.callback_query(tapped(taps.Failed))
async def failed(query: CallbackQuery, tap: taps.Failed, ctx: Context) -> Screen:
    spent = await reactivation.failed(ctx.act, tap.client_id)
    return view.failed_screen(ctx.words, spent=spent)


@router.callback_query(tapped(taps.AnotherRound))
async def another_round(query: CallbackQuery, tap: taps.AnotherRound, ctx: Context) -> Screen:
    await pool.another_round(ctx.act, tap.client_id)
    return await client_screen_of(ctx, tap.client_id)


@router.callback_query(tapped(taps.Keep))
async def keep(query: CallbackQuery, tap: taps.Keep, ctx: Context) -> Screen:
    return await client_screen_of(ctx, tap.client_id)


async def _preview(ctx: Context, n: int, person_id: int | None) -> Screen:
    facts = pool_list.facts_of_hand_out(await pool.preview(ctx.act, n, person_id), n, person_id)
    return view.preview_screen(ctx.words, facts)
