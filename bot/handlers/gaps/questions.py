"""A head asks the owner of a client without a task, and the owner answers (R5)."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.services.gaps import questions
from bot.telegram.context import Context
from bot.telegram.filters import answers, replied_to, tapped
from bot.views.gaps import questions as view
from bot.views.screen import Screen
from bot.views.taps.gaps import AnswerHead, AskOwner, SendQuestion

router = Router(name="questions")
replies = Router(name="replies")
"""Asked before any form: what is replied to says what it answers."""


@router.callback_query(tapped(AskOwner))
async def ask(query: CallbackQuery, tap: AskOwner, ctx: Context) -> Screen:
    client, owner = await questions.to_ask(ctx.act, tap.client_id)
    ctx.ask(tap)
    return view.ask_owner_screen(ctx.words, tap.client_id, client, owner)


@router.message(answers(AskOwner))
async def typed(message: Message, asked: AskOwner, ctx: Context) -> Screen:
    made = await questions.ask_owner(ctx.act, asked.client_id, message.text or "")
    return view.asked_owner_screen(ctx.words, made)


@router.callback_query(tapped(SendQuestion))
async def send(query: CallbackQuery, tap: SendQuestion, ctx: Context) -> Screen:
    made = await questions.ask_owner(ctx.act, tap.client_id, tap.ask)
    return view.asked_owner_screen(ctx.words, made)


@router.callback_query(tapped(AnswerHead))
async def answer(query: CallbackQuery, tap: AnswerHead, ctx: Context) -> Screen:
    asked = await questions.question_to_answer(ctx.act, tap.question_id)
    ctx.ask(tap)
    return view.answer_form(ctx.words, asked)


@router.message(answers(AnswerHead))
async def answered(message: Message, asked: AnswerHead, ctx: Context) -> Screen:
    return await _answer(message, asked, ctx)


@replies.message(replied_to(AnswerHead))
async def replied(message: Message, question: AnswerHead, ctx: Context) -> Screen:
    """By Telegram's reply to the head's question, without its button."""
    return await _answer(message, question, ctx)


async def _answer(message: Message, question: AnswerHead, ctx: Context) -> Screen:
    made = await questions.answer_head(ctx.act, question.question_id, message.text or "")
    return view.answer_sent_screen(ctx.words, made)
