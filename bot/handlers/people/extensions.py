"""By which extension somebody is named, on the card."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.services.people import extensions, people
from bot.telegram.context import Context
from bot.telegram.filters import answers, tapped
from bot.views.people import extensions as view
from bot.views.screen import Screen
from bot.views.taps.people import AskExtensions, ClearExtensions, OpenExtensions

router = Router(name="extensions")


@router.callback_query(tapped(OpenExtensions))
async def open_extensions(query: CallbackQuery, tap: OpenExtensions, ctx: Context) -> Screen:
    return await _card(ctx, tap.person_id)


@router.callback_query(tapped(AskExtensions))
async def ask(query: CallbackQuery, tap: AskExtensions, ctx: Context) -> Screen:
    line = await people.person(ctx.act, tap.person_id)
    ctx.ask(tap)
    return view.ask_screen(ctx.words, line)


@router.message(answers(AskExtensions))
async def answer(message: Message, asked: AskExtensions, ctx: Context) -> Screen:
    await extensions.set_extensions(ctx.act, asked.person_id, message.text or "")
    return await _card(ctx, asked.person_id)


@router.callback_query(tapped(ClearExtensions))
async def clear(query: CallbackQuery, tap: ClearExtensions, ctx: Context) -> Screen:
    await extensions.clear_extensions(ctx.act, tap.person_id)
    return await _card(ctx, tap.person_id)


async def _card(ctx: Context, person_id: int) -> Screen:
    line = await people.person(ctx.act, person_id)
    words = await extensions.extensions(ctx.act, person_id)
    return view.extensions_screen(ctx.words, line, words)
