"""The text of a task that is there already: given, changed, taken off."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.method.core.terms import Direction, TaskStatus
from bot.services.day import day
from bot.services.tasks.wording import set_text, take_text_off
from bot.telegram.context import Context
from bot.telegram.filters import answers, tapped
from bot.views.screen import Screen
from bot.views.taps.tasks import AskTaskText, DropTaskText
from bot.views.tasks.card import commented_screen, task_screen
from bot.views.tasks.card_more import text_form

router = Router(name="wording")


@router.callback_query(tapped(AskTaskText))
async def ask(query: CallbackQuery, tap: AskTaskText, ctx: Context) -> Screen:
    """Where the task has been closed in between, its card says so; the words of an inbound are the
    client's."""
    card = await day.task_card(ctx.act, tap.task_id)
    if card.status is not TaskStatus.OPEN or card.line.direction is Direction.INBOUND:
        return task_screen(ctx.words, card)
    ctx.ask(tap)
    return text_form(ctx.words, card)


@router.message(answers(AskTaskText))
async def write(message: Message, asked: AskTaskText, ctx: Context) -> Screen:
    await set_text(ctx.act, asked.task_id, message.text or "")
    return commented_screen(ctx.words, await day.task_card(ctx.act, asked.task_id))


@router.callback_query(tapped(DropTaskText))
async def drop(query: CallbackQuery, tap: DropTaskText, ctx: Context) -> Screen:
    await take_text_off(ctx.act, tap.task_id)
    return commented_screen(ctx.words, await day.task_card(ctx.act, tap.task_id))
