"""The report of the work: the people one leads, one person, the list behind a number (R12)."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.method.report.periods import ReportPeriod
from bot.services.clients.clients import client_card
from bot.services.report import exporting, reading
from bot.services.report import lists as behind
from bot.telegram.context import Context
from bot.telegram.filters import command, tapped
from bot.views.clients.clients import client_screen
from bot.views.report import book, heat, lists, numbers
from bot.views.report.team import team_screen
from bot.views.screen import Screen
from bot.views.taps import report as taps

router = Router(name="report")


@router.message(command("team"))
async def team(message: Message, ctx: Context) -> Screen:
    found = await reading.team_report(ctx.act, ReportPeriod.WEEK)
    return team_screen(ctx.words, found)


@router.callback_query(tapped(taps.OpenReport))
async def open_report(query: CallbackQuery, tap: taps.OpenReport, ctx: Context) -> Screen:
    found = await reading.team_report(ctx.act, tap.period, tap.page, tap.team_id)
    return team_screen(ctx.words, found)


@router.callback_query(tapped(taps.OpenPersonReport))
async def open_person(query: CallbackQuery, tap: taps.OpenPersonReport, ctx: Context) -> Screen:
    found = await reading.person_report(ctx.act, tap.period, tap.person_id)
    return numbers.person_screen(ctx.words, found)


@router.callback_query(tapped(taps.OpenHeat))
async def open_heat(query: CallbackQuery, tap: taps.OpenHeat, ctx: Context) -> Screen:
    return heat.heat_screen(ctx.words, await reading.heat_map(ctx.act, tap.page, tap.team_id))


@router.callback_query(tapped(taps.OrderReport))
async def order(query: CallbackQuery, tap: taps.OrderReport, ctx: Context) -> Screen:
    await exporting.order_report(ctx.act, tap.period, tap.team_id)
    return book.order_screen(ctx.words, tap.period, tap.team_id)


@router.callback_query(tapped(taps.OpenNumberList))
async def open_list(query: CallbackQuery, tap: taps.OpenNumberList, ctx: Context) -> Screen:
    found = await behind.number_list(ctx.act, tap.person_id, tap.kind, tap.period, tap.page)
    return lists.list_screen(ctx.words, found)


@router.callback_query(tapped(taps.OpenNumberLesson))
async def open_lesson(query: CallbackQuery, tap: taps.OpenNumberLesson, ctx: Context) -> Screen:
    found = await reading.person_report(ctx.act, tap.period, tap.person_id)
    return numbers.lesson_screen(ctx.words, found, tap.kind)


@router.callback_query(tapped(taps.OpenReportedClient))
async def open_client(query: CallbackQuery, tap: taps.OpenReportedClient, ctx: Context) -> Screen:
    back = taps.OpenNumberList(tap.person_id, tap.kind, tap.period, tap.page)
    return client_screen(ctx.words, await client_card(ctx.act, tap.client_id), back)
