"""A task as a file for a calendar."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.services.day import day
from bot.services.tasks.calendar_file import task_file
from bot.telegram.context import Context
from bot.telegram.filters import tapped
from bot.views.screen import Screen
from bot.views.taps.deals import ToCalendar
from bot.views.tasks.card_more import calendar_file_screen, event_title

router = Router(name="calendar_file")


@router.callback_query(tapped(ToCalendar))
async def to_calendar(query: CallbackQuery, tap: ToCalendar, ctx: Context) -> Screen:
    card = await day.task_card(ctx.act, tap.task_id)
    title = event_title(ctx.words, card)
    content = await task_file(ctx.act, tap.task_id, title, ctx.bot_username)
    return calendar_file_screen(ctx.words, card, content)
