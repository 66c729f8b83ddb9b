"""The question for the next step, and the questions for another date."""

from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.method.core.places import DecisionOn
from bot.method.core.terms import Outcome, TaskKind
from bot.method.tasks.cards import MoveChoice, NextStep
from bot.method.tasks.date_question import BuyDate, DateQuestion, MoveDate, RetryDate
from bot.services.core.acts.in_parts import still_open
from bot.services.day import day
from bot.services.inbound import answering
from bot.services.tasks import asking
from bot.services.tasks.deal_draft import draft_of
from bot.services.tasks.questions import open_question
from bot.services.tasks.said_words import Said, keep_said, said_for
from bot.telegram.context import Context
from bot.telegram.filters import tapped
from bot.views.core.undo import with_undo
from bot.views.parts.rows import back_to
from bot.views.screen import Screen
from bot.views.taps.nav import AskNext, WantsToBuy
from bot.views.taps.tasks import AskAgain, AskAnswer, AskMove, AskMoveOnce, ChangeChannel
from bot.views.tasks import next_step as view
from bot.views.tasks.dates import moved_often_screen
from bot.views.words import Markup

router = Router(name="next_step")


async def next_step_screen(
    ctx: Context,
    client_id: int,
    deal_id: int | None = None,
    outcome: Outcome | None = None,
    kind: TaskKind | None = None,
) -> Screen:
    """The question, after an outcome or by itself."""
    ask = await asking.next_step(ctx.act, client_id, deal_id, outcome)
    return asked_screen(ctx, ask if kind is None else replace(ask, kind=kind))


def asked_screen(ctx: Context, ask: NextStep, said: Markup | None = None) -> Screen:
    """The question; a typed date answers it once it is known of which deal. `said` is what has just
    been done, where an outcome says less."""
    ask = replace(ask, words=ask.words or said_for(ctx.act, ask.question, ask.newest).words)
    if ask.deal_id is not None or len(ask.deals) < 2:
        open_question(ctx.act, ask.question, ask.newest, Said(ask.words))
    elif ask.words:
        keep_said(ctx.act, ask.question, Said(ask.words))
    return view.ask_screen(ctx.words, ask, said)


async def buy_screen_of(ctx: Context, client_id: int, task_id: int | None) -> Screen:
    """The dates for a new deal, with what has been typed about it so far."""
    ask = await asking.next_step(ctx.act, client_id, new_deal=True)
    ask = _with_words(ctx, ask, BuyDate(client_id, task_id))
    return view.buy_screen(ctx.words, ask, task_id, draft_of(ctx.act, client_id))


async def move_screen_of(ctx: Context, task_id: int) -> Screen:
    """The dates to move the task to; one that was moved often is first asked about."""
    choice = await asking.move(ctx.act, task_id)
    return moved_often_screen(ctx.words, choice) if choice.often else _move(ctx, choice)


async def again_screen_of(ctx: Context, task_id: int) -> Screen:
    """When to try again."""
    ask = await asking.again(ctx.act, task_id)
    question = RetryDate(ask.client_id, task_id)
    if ask.options:
        open_question(ctx.act, question)
    return view.again_screen(ctx.words, ask, said_for(ctx.act, question).words)


@router.callback_query(tapped(AskNext))
async def ask_next(query: CallbackQuery, tap: AskNext, ctx: Context) -> Screen:
    """Another kind, or one of several deals: what the question came after stays above it, and may
    still be taken back."""
    screen = await next_step_screen(
        ctx, tap.client_id, tap.deal_id, tap.outcome, kind=tap.kind.kind
    )
    if tap.decides:
        screen = screen.with_rows((back_to(ctx.words, DecisionOn(tap.client_id)),))
    step_id = await still_open(ctx.act, tap.client_id) if tap.outcome else None
    return screen if step_id is None else with_undo(ctx.words, screen, step_id)


@router.callback_query(tapped(AskAnswer))
async def ask_answer(query: CallbackQuery, tap: AskAnswer, ctx: Context) -> Screen:
    ask = await answering.ask_plan(ctx.act, tap.task_id, tap.deal_id)
    return asked_screen(ctx, replace(ask, kind=tap.kind.kind))


@router.callback_query(tapped(WantsToBuy))
async def ask_buy(query: CallbackQuery, tap: WantsToBuy, ctx: Context) -> Screen:
    return await buy_screen_of(ctx, tap.client_id, tap.task_id)


@router.callback_query(tapped(AskMove))
async def ask_move(query: CallbackQuery, tap: AskMove, ctx: Context) -> Screen:
    """A task that was moved often is first asked what is the matter with it."""
    return await move_screen_of(ctx, tap.task_id)


@router.callback_query(tapped(AskMoveOnce))
async def ask_move_once(query: CallbackQuery, tap: AskMoveOnce, ctx: Context) -> Screen:
    return _move(ctx, await asking.move(ctx.act, tap.task_id))


@router.callback_query(tapped(AskAgain))
async def ask_again(query: CallbackQuery, tap: AskAgain, ctx: Context) -> Screen:
    return await again_screen_of(ctx, tap.task_id)


@router.callback_query(tapped(ChangeChannel))
async def change_channel(query: CallbackQuery, tap: ChangeChannel, ctx: Context) -> Screen:
    return view.channel_screen(ctx.words, await day.task_card(ctx.act, tap.task_id))


def _move(ctx: Context, choice: MoveChoice) -> Screen:
    ask = _with_words(ctx, choice.ask, MoveDate(choice.ask.client_id, choice.task_id))
    return view.move_screen(ctx.words, replace(choice, ask=ask))


def _with_words(ctx: Context, ask: NextStep, question: DateQuestion) -> NextStep:
    """The question is open, with what was said already that is to be done then."""
    open_question(ctx.act, question)
    return replace(ask, words=said_for(ctx.act, question).words)
