"""Vacations: setting one, and the day of somebody for whom one stands in."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.method.people.vacation import Vacation
from bot.services.day.substitutes_day import stand_in_day
from bot.services.people import vacations
from bot.telegram.context import Context
from bot.telegram.filters import answers, tapped
from bot.views.people import vacation as view
from bot.views.screen import Screen
from bot.views.taps.vacation import (
    AskSubstitute,
    AskVacationDay,
    CallOff,
    OpenStandIn,
    OpenVacation,
    SetVacation,
)

router = Router(name="vacations")


@router.callback_query(tapped(OpenVacation))
async def open_vacation(query: CallbackQuery, tap: OpenVacation, ctx: Context) -> Screen:
    card = await vacations.vacation_card(ctx.act, tap.person_id)
    ctx.ask(tap)
    return view.vacation_screen(ctx.words, card)


@router.message(answers(OpenVacation))
async def typed(message: Message, asked: OpenVacation, ctx: Context) -> Screen:
    wanted = await vacations.vacation_typed(ctx.act, asked.person_id, message.text or "")
    return await _who(ctx, asked.person_id, wanted, 0)


@router.callback_query(tapped(AskVacationDay))
async def ask_day(query: CallbackQuery, tap: AskVacationDay, ctx: Context) -> Screen:
    card = await vacations.vacation_card(ctx.act, tap.person_id)
    grid = await vacations.month(ctx.act, tap.person_id, tap.year, tap.month)
    return view.vacation_month_screen(ctx.words, card, grid, tap)


@router.callback_query(tapped(AskSubstitute))
async def ask_substitute(query: CallbackQuery, tap: AskSubstitute, ctx: Context) -> Screen:
    return await _who(ctx, tap.person_id, Vacation(tap.first, tap.last), tap.page)


@router.callback_query(tapped(SetVacation))
async def set_vacation(query: CallbackQuery, tap: SetVacation, ctx: Context) -> Screen:
    wanted = Vacation(tap.first, tap.last)
    card = await vacations.set_vacation(ctx.act, tap.person_id, wanted, tap.substitute_id)
    return view.vacation_screen(ctx.words, card)


@router.callback_query(tapped(CallOff))
async def call_off(query: CallbackQuery, tap: CallOff, ctx: Context) -> Screen:
    return view.vacation_screen(ctx.words, await vacations.call_off(ctx.act, tap.person_id))


@router.callback_query(tapped(OpenStandIn))
async def open_stand_in(query: CallbackQuery, tap: OpenStandIn, ctx: Context) -> Screen:
    page = await stand_in_day(ctx.act, tap.person_id, tap.page)
    return view.stand_in_screen(ctx.words, page) or view.stand_in_empty_screen(ctx.words, page)


async def _who(ctx: Context, person_id: int, wanted: Vacation, page: int) -> Screen:
    people = await vacations.substitutes(ctx.act, person_id, wanted, page)
    card = await vacations.vacation_card(ctx.act, person_id)
    return view.substitute_screen(ctx.words, card, wanted, people)
