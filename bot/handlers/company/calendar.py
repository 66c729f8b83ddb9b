"""The company's own calendar: days off, working and short days."""

from datetime import date

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.services.company import calendar
from bot.telegram.context import Context
from bot.telegram.filters import command, tapped
from bot.views.company import calendar as view
from bot.views.screen import Screen
from bot.views.taps.calendar import (
    OpenCompanyDay,
    OpenCompanyMonth,
    SetDay,
    UndoDay,
    WeighDay,
)

router = Router(name="calendar")


@router.message(command("calendar"))
async def calendar_command(message: Message, ctx: Context) -> Screen:
    return await _month(ctx, ctx.act.today.year, ctx.act.today.month)


@router.callback_query(tapped(OpenCompanyMonth))
async def open_month(query: CallbackQuery, tap: OpenCompanyMonth, ctx: Context) -> Screen:
    return await _month(ctx, tap.year, tap.month)


@router.callback_query(tapped(OpenCompanyDay))
async def open_day(query: CallbackQuery, tap: OpenCompanyDay, ctx: Context) -> Screen:
    return await _day(ctx, tap.on)


@router.callback_query(tapped(WeighDay))
async def weigh(query: CallbackQuery, tap: WeighDay, ctx: Context) -> Screen:
    effect = await calendar.propose_day(ctx.act, tap.on, tap.value)
    return view.day_effect_screen(ctx.words, effect)


@router.callback_query(tapped(SetDay))
async def set_day(query: CallbackQuery, tap: SetDay, ctx: Context) -> Screen:
    await calendar.change_day(ctx.act, tap.on, tap.before, tap.value)
    return (await _day(ctx, tap.on)).with_toast(ctx.words.plain("day-changed"))


@router.callback_query(tapped(UndoDay))
async def undo_day(query: CallbackQuery, tap: UndoDay, ctx: Context) -> Screen:
    await calendar.take_back_day(ctx.act, tap.on, tap.number)
    return (await _day(ctx, tap.on)).with_toast(ctx.words.plain("day-changed"))


async def _month(ctx: Context, year: int, month: int) -> Screen:
    return view.month_screen(ctx.words, await calendar.company_month(ctx.act, year, month))


async def _day(ctx: Context, on: date) -> Screen:
    return view.day_screen(ctx.words, await calendar.day_card(ctx.act, on))
