"""The answers to a question for a date: a preset, the month, a time, a typed date."""

from functools import partial
from typing import Any, assert_never

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import CallbackQuery, Message

from bot.handlers.day.rounds import go_on
from bot.handlers.planning.walk import walked_on
from bot.method.planning.instead import AboutAnother, WithoutDate
from bot.method.tasks.date_question import (
    AnswerDate,
    BuyDate,
    DateQuestion,
    DayTimes,
    MoveDate,
    NeedsReason,
    OnDayOff,
    Packed,
    PlanDate,
    RetryDate,
    TooFar,
    Unsure,
    WalkDate,
    unpacked,
)
from bot.method.tasks.phrases.moment import Moment
from bot.services.inbound.spare import spare_beside
from bot.services.planning import dates
from bot.services.planning.dates import Answered, ToAsk, Walked, Written
from bot.services.tasks import asking, questions
from bot.telegram.context import Context
from bot.telegram.filters import answers, tapped
from bot.views.core.undo import bring_back_rows, with_undo
from bot.views.inbound.spare import with_spare
from bot.views.screen import Screen
from bot.views.taps.planning.walk import WalkPlan
from bot.views.taps.tasks import (
    AnswerOn,
    BuyOn,
    Locked,
    MoveBecause,
    MoveTo,
    OpenMonth,
    PickTime,
    PlanOn,
    TakeDate,
    TryAgain,
)
from bot.views.tasks import dates as view
from bot.views.tasks.instead import about_another_screen, without_date_screen
from bot.views.tasks.next_step import planned_screen
from bot.views.tasks.presets import locked_toast

router = Router(name="dates")


@router.callback_query(tapped(OpenMonth))
async def open_month(query: CallbackQuery, tap: OpenMonth, ctx: Context) -> Screen:
    question = _tapped(ctx, tap)
    grid, days = await asking.month(ctx.act, question, tap.year, tap.month)
    questions.open_question(ctx.act, question)
    return view.month_screen(ctx.words, grid, question, days)


@router.callback_query(tapped(Locked))
async def locked(query: CallbackQuery, tap: Locked, ctx: Context) -> Screen:
    return Screen("", toast=locked_toast(ctx.words, tap.days), alert=True)


@router.callback_query(tapped(PickTime))
async def pick_time(query: CallbackQuery, tap: PickTime, ctx: Context) -> Screen:
    question = _tapped(ctx, tap)
    times = await dates.times(ctx.act, question, tap.on, sure=tap.sure)
    if not isinstance(times, DayTimes):
        return _asked(ctx, times)
    questions.open_question(ctx.act, question)
    return view.times_screen(ctx.words, times, question, sure=tap.sure)


@router.callback_query(tapped(TakeDate))
async def take_date(query: CallbackQuery, tap: TakeDate, ctx: Context) -> Screen:
    moment = Moment(tap.on, tap.at)
    return await shown(ctx, await dates.answer(ctx.act, _tapped(ctx, tap), moment, sure=tap.sure))


@router.callback_query(tapped(PlanOn))
async def plan(query: CallbackQuery, tap: PlanOn, ctx: Context) -> Screen:
    question = PlanDate(tap.client_id, tap.deal_id, tap.kind.kind)
    return await shown(ctx, await dates.answer(ctx.act, question, Moment(tap.on), preset=True))


@router.callback_query(tapped(AnswerOn))
async def answer(query: CallbackQuery, tap: AnswerOn, ctx: Context) -> Screen:
    question_of = partial(AnswerDate, kind=tap.kind.kind)
    moment = Moment(tap.on)
    return await shown(
        ctx, await dates.answer_task(ctx.act, tap.task_id, question_of, moment, preset=True)
    )


@router.callback_query(tapped(WalkPlan))
async def plan_stop(query: CallbackQuery, tap: WalkPlan, ctx: Context) -> Screen:
    return await shown(
        ctx, await dates.answer_stop(ctx.act, tap.gap_id, Moment(tap.on), preset=True)
    )


@router.callback_query(tapped(BuyOn))
async def buy(query: CallbackQuery, tap: BuyOn, ctx: Context) -> Screen:
    question = BuyDate(tap.client_id, tap.task_id)
    return await shown(ctx, await dates.answer(ctx.act, question, Moment(tap.on), preset=True))


@router.callback_query(tapped(MoveTo))
async def move(query: CallbackQuery, tap: MoveTo, ctx: Context) -> Screen:
    moment = Moment(tap.on)
    return await shown(
        ctx, await dates.answer_task(ctx.act, tap.task_id, MoveDate, moment, preset=True)
    )


@router.callback_query(tapped(MoveBecause))
async def move_because(query: CallbackQuery, tap: MoveBecause, ctx: Context) -> Screen:
    moment = Moment(tap.on, tap.at)
    return await shown(
        ctx,
        await dates.answer_task(ctx.act, tap.task_id, MoveDate, moment, sure=True, why=tap.why),
    )


@router.callback_query(tapped(TryAgain))
async def try_again(query: CallbackQuery, tap: TryAgain, ctx: Context) -> Screen:
    question_of = partial(RetryDate, attempt=tap.attempt)
    moment = Moment(tap.on, tap.at)
    return await shown(
        ctx, await dates.answer_task(ctx.act, tap.task_id, question_of, moment, sure=True)
    )


@router.message(answers(questions.FORM))
async def typed(message: Message, ctx: Context, form: dict[str, Any]) -> Screen:
    """A text while the question is open is the date; what is none keeps the question open."""
    answered = await dates.answer_typed(ctx.act, form, message.text or "")
    if answered is None:
        raise SkipHandler
    return await shown(ctx, answered)


def _tapped(ctx: Context, tap: OpenMonth | PickTime | TakeDate) -> DateQuestion:
    stored = Packed(tap.purpose, tap.client_id, tap.other_id, tap.kind.kind)
    return questions.continued(ctx.act, unpacked(stored))


async def shown(ctx: Context, answered: Answered) -> Screen:
    """What was written down and what comes next, or what is to be asked about the date."""
    match answered:
        case ToAsk():
            return _asked(ctx, answered)
        case AboutAnother(question=question):
            questions.open_question(ctx.act, questions.continued(ctx.act, question))
            return about_another_screen(ctx.words, answered)
        case WithoutDate(question=question):
            questions.open_question(ctx.act, questions.continued(ctx.act, question))
            return without_date_screen(ctx.words, answered)
        case Walked(gap_id, client_name, on, step_id):
            screen = await walked_on(ctx, gap_id, client_name, on)
            return with_undo(ctx.words, screen, step_id)
        case Written():
            return await written_screen(ctx, answered)
    assert_never(answered)


async def written_screen(ctx: Context, written: Written) -> Screen:
    """What stands in the plan now, with the ways back."""
    words, planned = ctx.words, written.planned
    screen = await go_on(ctx, planned_screen(words, planned, _said(written.question)))
    screen = screen.with_rows(*bring_back_rows(words, planned.cancelled, planned.today))
    if isinstance(written.question, AnswerDate) and not planned.in_round:
        screen = with_spare(words, screen, await spare_beside(ctx.act, written.question.task_id))
    return with_undo(words, screen, written.step_id)


def _asked(ctx: Context, asked: ToAsk) -> Screen:
    """The question stays open, except for the reason: no text is one."""
    words, today, why = ctx.words, ctx.act.today, asked.why
    if isinstance(why, NeedsReason):
        return view.why_screen(words, why.task_id, why.moment, today)
    question = questions.continued(ctx.act, asked.question)
    questions.open_question(ctx.act, question)
    match why:
        case Unsure():
            return view.unsure_screen(words, why, question, today)
        case OnDayOff():
            return view.day_off_screen(words, why, question, today)
        case TooFar():
            return view.too_far_screen(words, why, question, today)
    assert_never(why)


def _said(question: DateQuestion) -> str:
    match question:
        case MoveDate():
            return "planned-moved"
        case RetryDate():
            return "planned-again"
        case BuyDate():
            return "planned-bought"
        case AnswerDate():
            return "planned-answer"
        case PlanDate() | WalkDate():
            return "planned"
    assert_never(question)
