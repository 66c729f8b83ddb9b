"""An owner asks to let a client go for good or to the pool; a head decides (R5, R7)."""

from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.handlers.clients.clients import client_screen_of
from bot.handlers.pool.handover import overrules
from bot.method.pool.leave import LeaveKind, LeaveReason
from bot.services.gaps.decisions import decided_of_client
from bot.services.pool.leave import asking, deciding, lines
from bot.telegram.context import Context
from bot.telegram.filters import answers, tapped
from bot.views.pool import leave as view
from bot.views.screen import Screen
from bot.views.taps import pool as taps

router = Router(name="leave")


@router.callback_query(tapped(taps.AskPropose))
async def ask(query: CallbackQuery, tap: taps.AskPropose, ctx: Context) -> Screen:
    client = (await asking.to_propose(ctx.act, tap.client_id)).client
    ctx.ask(tap)
    return view.propose_screen(ctx.words, client.name, client.id)


@router.message(answers(taps.AskPropose))
async def because(message: Message, asked: taps.AskPropose, ctx: Context) -> Screen:
    return await _proposed(ctx, asked.client_id, LeaveReason.OTHER, message.text)


@router.callback_query(tapped(taps.ProposeLost))
async def propose(query: CallbackQuery, tap: taps.ProposeLost, ctx: Context) -> Screen:
    return await _proposed(ctx, tap.client_id, tap.reason)


@router.callback_query(tapped(taps.WithdrawLeave))
async def withdraw(query: CallbackQuery, tap: taps.WithdrawLeave, ctx: Context) -> Screen:
    screen = await client_screen_of(ctx, await asking.withdraw(ctx.act, tap.request_id))
    return screen.with_toast(ctx.words.plain("leave-taken-back"))


@router.callback_query(tapped(taps.OpenLeaves))
async def waiting(query: CallbackQuery, tap: taps.OpenLeaves, ctx: Context) -> Screen:
    return view.leaves_screen(ctx.words, await lines.requests(ctx.act, tap.page))


@router.callback_query(tapped(taps.OpenLeave))
async def opened(query: CallbackQuery, tap: taps.OpenLeave, ctx: Context) -> Screen:
    return replace(await _question(ctx, tap.request_id), fresh=tap.beside)


@router.callback_query(tapped(taps.GrantLeave))
async def grant(query: CallbackQuery, tap: taps.GrantLeave, ctx: Context) -> Screen:
    line = await lines.request_line(ctx.act, tap.request_id)
    if not tap.sure and await overrules(ctx, line.client_id):
        return await _question(ctx, tap.request_id)
    return view.leave_done_screen(ctx.words, await deciding.grant(ctx.act, tap.request_id))


@router.callback_query(tapped(taps.RefuseLeave))
async def refuse(query: CallbackQuery, tap: taps.RefuseLeave, ctx: Context) -> Screen:
    screen = view.leave_done_screen(ctx.words, await deciding.refuse(ctx.act, tap.request_id))
    return replace(screen, fresh=tap.beside)


@router.callback_query(tapped(taps.AskRefuseWhy))
async def ask_why(query: CallbackQuery, tap: taps.AskRefuseWhy, ctx: Context) -> Screen:
    line = await lines.request_line(ctx.act, tap.request_id)
    ctx.ask(tap)
    return view.refuse_why_screen(ctx.words, line)


@router.message(answers(taps.AskRefuseWhy))
async def refuse_because(message: Message, asked: taps.AskRefuseWhy, ctx: Context) -> Screen:
    line = await deciding.refuse(ctx.act, asked.request_id, message.text)
    return view.leave_done_screen(ctx.words, line)


async def _question(ctx: Context, request_id: int) -> Screen:
    line = await lines.request_line(ctx.act, request_id)
    before = await decided_of_client(ctx.act, line.client_id)
    return view.leave_asked_screen(ctx.words, line, before)


async def _proposed(
    ctx: Context, client_id: int, reason: LeaveReason, said: str | None = None
) -> Screen:
    line = await asking.propose_lost(ctx.act, client_id, reason, said)
    return view.leave_sent_screen(ctx.words, LeaveKind.LOST, line.client_name)
