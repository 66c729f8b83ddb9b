"""What is answered to the question for a date and is none: somebody else's line, a comment."""

from dataclasses import replace
from typing import assert_never

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.handlers.planning.line import line_screen
from bot.handlers.planning.walk import shown as shown_walk
from bot.handlers.tasks.dates import shown
from bot.handlers.tasks.next_step import (
    again_screen_of,
    asked_screen,
    buy_screen_of,
    move_screen_of,
    next_step_screen,
)
from bot.method.tasks.date_question import (
    AnswerDate,
    BuyDate,
    DateQuestion,
    MoveDate,
    Packed,
    PlanDate,
    RetryDate,
    WalkDate,
    unpacked,
)
from bot.services.clients.clients import client_card
from bot.services.inbound import answering
from bot.services.planning import bare, dates, walk
from bot.services.tasks import questions
from bot.services.tasks.comments import comment_client
from bot.telegram.context import Context
from bot.telegram.filters import answers, tapped, voice_of
from bot.views.screen import Screen
from bot.views.taps.instead import LineIsMine, LineIsOthers, LineIsResult, WriteResult
from bot.views.tasks import instead as view

router = Router(name="instead")


@router.callback_query(tapped(LineIsMine))
async def mine(query: CallbackQuery, tap: LineIsMine, ctx: Context) -> Screen:
    question = questions.asked_about(ctx.act, tap.client_id)
    return await shown(ctx, await dates.answer_line(ctx.act, question, tap.line_id))


@router.callback_query(tapped(LineIsOthers))
async def others(query: CallbackQuery, tap: LineIsOthers, ctx: Context) -> Screen:
    return await line_screen(ctx, await bare.text_of(ctx.act, tap.line_id), ctx.act.now)


@router.callback_query(tapped(LineIsResult))
async def result(query: CallbackQuery, tap: LineIsResult, ctx: Context) -> Screen:
    question = questions.asked_about(ctx.act, tap.client_id)
    await bare.note(ctx.act, tap.line_id, tap.client_id)
    return await _noted(ctx, question)


@router.callback_query(tapped(WriteResult))
async def ask_result(query: CallbackQuery, tap: WriteResult, ctx: Context) -> Screen:
    card = await client_card(ctx.act, tap.client_id)
    ctx.ask(tap)
    return view.result_form(ctx.words, _question(tap), card.name)


@router.message(answers(WriteResult, voice=True))
async def write_result(message: Message, asked: WriteResult, ctx: Context) -> Screen:
    said = message.text or message.caption or ""
    await comment_client(ctx.act, asked.client_id, said, voice_of(message))
    return await _noted(ctx, _question(asked))


async def _noted(ctx: Context, question: DateQuestion) -> Screen:
    """The comment is kept; the question stands."""
    return (await _asked(ctx, question)).below(ctx.words("comment-saved"))


async def _asked(ctx: Context, question: DateQuestion) -> Screen:
    match question:
        case PlanDate(client_id, deal_id, kind, outcome):
            return await next_step_screen(ctx, client_id, deal_id, outcome, kind)
        case AnswerDate(task_id=task_id, kind=kind):
            ask = await answering.ask_plan(ctx.act, task_id, None)
            return asked_screen(ctx, replace(ask, kind=kind))
        case MoveDate(task_id=task_id):
            return await move_screen_of(ctx, task_id)
        case RetryDate(task_id=task_id):
            return await again_screen_of(ctx, task_id)
        case BuyDate(client_id, source_id):
            return await buy_screen_of(ctx, client_id, source_id)
        case WalkDate(gap_id=gap_id):
            return await shown_walk(ctx, await walk.card_of(ctx.act, gap_id))
    assert_never(question)


def _question(tap: WriteResult) -> DateQuestion:
    stored = Packed(tap.purpose, tap.client_id, tap.other_id, tap.kind.kind)
    return unpacked(stored, tap.outcome)
