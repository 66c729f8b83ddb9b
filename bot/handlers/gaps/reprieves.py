"""Pauses and locks: until when, why, the head's word, the lists (R5)."""

from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.handlers.clients.clients import client_screen_of
from bot.method.core.refusals import NotNow
from bot.method.gaps.reprieve import ReprieveReason
from bot.services.gaps import reprieve_endings as endings
from bot.services.gaps import reprieves
from bot.services.gaps.decisions import decided_of_client
from bot.telegram.context import Context
from bot.telegram.filters import answers, tapped
from bot.views.gaps import reprieves as view
from bot.views.screen import Screen
from bot.views.taps.gaps import (
    AskReprieve,
    AskReprieveWhy,
    GrantReprieve,
    LiftReprieve,
    OpenReprieves,
    RefuseReprieve,
    SetReprieve,
)

router = Router(name="reprieves")


@router.callback_query(tapped(AskReprieve))
async def ask(query: CallbackQuery, tap: AskReprieve, ctx: Context) -> Screen:
    asked = await reprieves.to_reprieve(ctx.act, tap.client_id, tap.kind)
    ctx.ask(tap)
    return view.dates_screen(ctx.words, asked)


@router.message(answers(AskReprieve))
async def until(message: Message, asked: AskReprieve, ctx: Context) -> Screen:
    on = await reprieves.until_typed(ctx.act, asked.client_id, asked.kind, message.text or "")
    why = AskReprieveWhy(asked.client_id, asked.kind, on)
    ctx.ask(why)
    return view.reasons_screen(ctx.words, why, ctx.act.today)


@router.callback_query(tapped(AskReprieveWhy))
async def ask_why(query: CallbackQuery, tap: AskReprieveWhy, ctx: Context) -> Screen:
    on = await reprieves.check_reprieve(ctx.act, tap.client_id, tap.kind, tap.until)
    why = AskReprieveWhy(tap.client_id, tap.kind, on)
    ctx.ask(why)
    return view.reasons_screen(ctx.words, why, ctx.act.today)


@router.message(answers(AskReprieveWhy))
async def because(message: Message, asked: AskReprieveWhy, ctx: Context) -> Screen:
    act = ctx.act
    made = await reprieves.set_reprieve(
        act, asked.client_id, asked.kind, asked.until, ReprieveReason.OTHER, message.text
    )
    return view.set_screen(ctx.words, made)


@router.callback_query(tapped(SetReprieve))
async def choose(query: CallbackQuery, tap: SetReprieve, ctx: Context) -> Screen:
    made = await reprieves.set_reprieve(ctx.act, tap.client_id, tap.kind, tap.until, tap.reason)
    return view.set_screen(ctx.words, made)


@router.callback_query(tapped(GrantReprieve))
async def grant(query: CallbackQuery, tap: GrantReprieve, ctx: Context) -> Screen:
    try:
        made = await reprieves.grant(ctx.act, tap.reprieve_id, confirmed=tap.sure)
    except NotNow as refusal:
        line = await endings.reprieve_for_message(ctx.act, tap.reprieve_id)
        if refusal.code != "decided-before" or line is None:
            raise
        before = await decided_of_client(ctx.act, line.client_id)
        screen = view.asked_screen(ctx.words, line, ctx.act.today, before)
        return replace(screen, fresh=tap.beside)
    return replace(view.set_screen(ctx.words, made), fresh=tap.beside)


@router.callback_query(tapped(RefuseReprieve))
async def refuse(query: CallbackQuery, tap: RefuseReprieve, ctx: Context) -> Screen:
    line = await reprieves.refuse(ctx.act, tap.reprieve_id)
    return replace(view.refused_screen(ctx.words, line, ctx.act.today), fresh=tap.beside)


@router.callback_query(tapped(LiftReprieve))
async def lift(query: CallbackQuery, tap: LiftReprieve, ctx: Context) -> Screen:
    dossier = await endings.lift(ctx.act, tap.reprieve_id)
    screen = await client_screen_of(ctx, dossier.client.id)
    return screen.with_toast(ctx.words.plain("reprieve-lifted"))


@router.callback_query(tapped(OpenReprieves))
async def listed(query: CallbackQuery, tap: OpenReprieves, ctx: Context) -> Screen:
    page = await endings.running(ctx.act, tap.kind, tap.page)
    return view.list_screen(ctx.words, page)
