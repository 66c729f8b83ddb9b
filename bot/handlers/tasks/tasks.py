"""My tasks and the card of each: outcomes, comments, deals."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.handlers.tasks.next_step import asked_screen
from bot.services.day import day
from bot.services.day.missed import opened_day
from bot.services.inbound.spare import spare_beside
from bot.services.tasks.asking import finish_and_ask
from bot.services.tasks.comments import comment
from bot.telegram.context import Context
from bot.telegram.filters import answers, command, labelled, tapped, voice_of
from bot.views.day.day import day_screen
from bot.views.inbound.spare import with_spare
from bot.views.screen import Screen
from bot.views.taps.nav import Nothing, OpenDay, OpenTask
from bot.views.taps.tasks import AskComment, Finish
from bot.views.tasks.card import comment_form, commented_screen, task_screen

router = Router(name="tasks")


@router.message(command("today"))
@router.message(labelled("menu-today"))
async def today(message: Message, ctx: Context) -> Screen:
    return day_screen(ctx.words, await opened_day(ctx.act, 0))


@router.callback_query(tapped(OpenDay))
async def open_day(query: CallbackQuery, tap: OpenDay, ctx: Context) -> Screen:
    return day_screen(ctx.words, await opened_day(ctx.act, tap.page, tap.part))


@router.callback_query(tapped(OpenTask))
async def open_task(query: CallbackQuery, tap: OpenTask, ctx: Context) -> Screen:
    """Leaves the comment that was asked for, where the person has come back from it."""
    return task_screen(ctx.words, await day.task_card(ctx.act, tap.task_id))


@router.callback_query(tapped(Finish))
async def finish(query: CallbackQuery, tap: Finish, ctx: Context) -> Screen:
    """What a client sent may make what was planned with him pointless."""
    screen = asked_screen(ctx, await finish_and_ask(ctx.act, tap.task_id, tap.outcome))
    return with_spare(ctx.words, screen, await spare_beside(ctx.act, tap.task_id))


@router.callback_query(tapped(AskComment))
async def ask_comment(query: CallbackQuery, tap: AskComment, ctx: Context) -> Screen:
    card = await day.task_card(ctx.act, tap.task_id)
    ctx.ask(tap)
    return comment_form(ctx.words, card)


@router.message(answers(AskComment, voice=True))
async def write_comment(message: Message, asked: AskComment, ctx: Context) -> Screen:
    said = message.text or message.caption or ""
    await comment(ctx.act, asked.task_id, said, voice_of(message))
    return commented_screen(ctx.words, await day.task_card(ctx.act, asked.task_id))


@router.callback_query(tapped(Nothing))
async def nothing(query: CallbackQuery, tap: Nothing, ctx: Context) -> Screen:
    return Screen("")
