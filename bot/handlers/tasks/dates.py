"""The answers to a question for a date: a preset, the month, a time, a typed date."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime
from typing import Any, assert_never
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.handlers.day.rounds import go_on
from bot.handlers.planning.walk import plan_and_go_on
from bot.method.core.terms import Role
from bot.method.tasks.date_question import (
    MoveReason,
    OnDayOff,
    Purpose,
    Question,
    Taken,
    TooFar,
    Unsure,
    Verdict,
)
from bot.method.tasks.phrases.reading import Moment
from bot.models.base import JsonDict
from bot.models.dossier import Dossier
from bot.models.task import Task
from bot.services.core.rights import require_task
from bot.services.day import day
from bot.services.deals.deals import DealOpened, wants_to_buy
from bot.services.inbound.answering import answer_with_plan
from bot.services.planning import walk
from bot.services.tasks import asking, questions
from bot.services.tasks.deal_draft import draft_of, drop_draft
from bot.services.tasks.moves import is_moved_often
from bot.services.tasks.tasks import When, move_task, no_answer, open_task, plan_task
from bot.telegram.context import Context
from bot.telegram.filters import answers, may_answer, tapped
from bot.views.core.undo import bring_back_rows
from bot.views.screen import Screen
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
from bot.views.taps.walk import WalkPlan
from bot.views.tasks import dates as view
from bot.views.tasks.next_step import locked_toast, planned_screen

router = Router(name="dates")


async def leave_form(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
    event: TelegramObject,
    data: dict[str, Any],
) -> Any:
    """A command, a persistent key or a forwarded message leaves whatever form was open; the
    question for a date is left by any other screen in its place as well, unless it asks anew.

    The tap on a preset leaves the question, to be one statement less on the commonest way of all:
    `is_answered` sees by the plan that it is over.
    """
    ctx = data.get("ctx")
    before = ctx.act.actor.form if isinstance(ctx, Context) else None
    shown = await handler(event, data)
    if not isinstance(ctx, Context) or before is None or ctx.act.actor.form is not before:
        return shown
    elsewhere = isinstance(event, Message) and not may_answer(event)
    another = questions.is_question(before) and not isinstance(data.get("tap"), PlanOn)
    if isinstance(shown, Screen) and shown.text and (elsewhere or another):
        ctx.act.actor.form = None
    return shown


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
    verdict = await questions.judge_tapped(ctx.act, question, Moment(tap.on))
    if not isinstance(verdict, Taken) and not tap.sure:
        return await _shown(ctx, question, verdict)
    times = await questions.times_of(ctx.act, question, tap.on)
    questions.open_question(ctx.act, question)
    return view.times_screen(ctx.words, times, question, sure=tap.sure)


@router.callback_query(tapped(TakeDate))
async def take_date(query: CallbackQuery, tap: TakeDate, ctx: Context) -> Screen:
    question = _tapped(ctx, tap)
    moment = Moment(tap.on, tap.at)
    if tap.sure:
        return await _take(ctx, question, moment)
    return await _shown(ctx, question, await questions.judge_tapped(ctx.act, question, moment))


@router.callback_query(tapped(PlanOn))
async def plan(query: CallbackQuery, tap: PlanOn, ctx: Context) -> Screen:
    question = Question(Purpose.PLAN, tap.client_id, tap.deal_id, tap.kind.kind)
    return await _preset(ctx, question, tap.on)


@router.callback_query(tapped(AnswerOn))
async def answer(query: CallbackQuery, tap: AnswerOn, ctx: Context) -> Screen:
    client_id = (await require_task(ctx.act, tap.task_id)).client.id
    question = Question(Purpose.ANSWER, client_id, tap.task_id, tap.kind.kind)
    return await _preset(ctx, question, tap.on)


@router.callback_query(tapped(WalkPlan))
async def plan_stop(query: CallbackQuery, tap: WalkPlan, ctx: Context) -> Screen:
    gap = await walk.own_gap(ctx.act, tap.gap_id)
    return await _preset(ctx, Question(Purpose.WALK, gap.client_id, gap.id), tap.on)


@router.callback_query(tapped(BuyOn))
async def buy(query: CallbackQuery, tap: BuyOn, ctx: Context) -> Screen:
    return await _preset(ctx, Question(Purpose.BUY, tap.client_id, tap.task_id), tap.on)


@router.callback_query(tapped(MoveTo))
async def move(query: CallbackQuery, tap: MoveTo, ctx: Context) -> Screen:
    client_id = (await require_task(ctx.act, tap.task_id)).client.id
    return await _preset(ctx, Question(Purpose.MOVE, client_id, tap.task_id), tap.on)


@router.callback_query(tapped(MoveBecause))
async def move_because(query: CallbackQuery, tap: MoveBecause, ctx: Context) -> Screen:
    client_id = (await require_task(ctx.act, tap.task_id)).client.id
    question = Question(Purpose.MOVE, client_id, tap.task_id)
    return await _take(ctx, question, Moment(tap.on, tap.at), tap.why)


@router.callback_query(tapped(TryAgain))
async def try_again(query: CallbackQuery, tap: TryAgain, ctx: Context) -> Screen:
    at = datetime.combine(tap.on, tap.at, ZoneInfo(ctx.act.actor.zone))
    when = await asking.owners_when(ctx.act, tap.task_id, at)
    dossier, task = await no_answer(ctx.act, tap.task_id, when)
    return await _planned(ctx, dossier, task, "planned-again")


@router.message(answers(questions.FORM))
async def typed(message: Message, ctx: Context, form: JsonDict) -> Screen:
    """A text while the question is open is the date; what is none keeps the question open."""
    if await questions.is_answered(ctx.act, form):
        ctx.act.actor.form = None
        raise SkipHandler
    question = questions.question_of(form)
    verdict = await questions.judge_typed(ctx.act, question, message.text or "")
    return await _shown(ctx, question, verdict)


def _tapped(ctx: Context, tap: OpenMonth | PickTime | TakeDate) -> Question:
    question = Question(tap.purpose, tap.client_id, tap.other_id, tap.kind.kind)
    return questions.continued(ctx.act, question)


async def _preset(ctx: Context, question: Question, on: date) -> Screen:
    """Presets are the owner's working days; one tapped long after may have become a day off.

    Only a leader may have planned for somebody whose days off are others than his own: a manager
    is spared the look, to be few statements on the commonest way of all.
    """
    own = ctx.act.actor.role is Role.MANAGER
    if own and ctx.act.planning_calendar_of(ctx.act.actor).is_working(on):
        return await _take(ctx, question, Moment(on))
    verdict = await questions.judge_tapped(ctx.act, question, Moment(on))
    return await _shown(ctx, questions.continued(ctx.act, question), verdict)


async def _shown(ctx: Context, question: Question, verdict: Verdict) -> Screen:
    """Take the date, or ask what is to be asked about it: the question stays open then."""
    if isinstance(verdict, Taken):
        return await _take(ctx, question, verdict.moment)
    questions.open_question(ctx.act, question)
    words, today = ctx.words, ctx.act.today
    match verdict:
        case Unsure():
            return view.unsure_screen(words, verdict, question, today)
        case OnDayOff():
            return view.day_off_screen(words, verdict, question, today)
        case TooFar():
            return view.too_far_screen(words, verdict, question, today)
    assert_never(verdict)


async def _take(
    ctx: Context, question: Question, moment: Moment, why: MoveReason | None = None
) -> Screen:
    act, other_id = ctx.act, question.other_id
    when = When(moment.on)
    if moment.at is not None:
        when = await questions.when_of(act, question, moment)
    match question.purpose:
        case Purpose.PLAN:
            dossier, task = await plan_task(
                act, question.client_id, other_id, when, kind=question.kind
            )
            return await _planned(ctx, dossier, task, "planned")
        case Purpose.BUY:
            return await _buy(ctx, question, when)
        case Purpose.AGAIN:
            dossier, task = await no_answer(act, other_id or 0, when)
            return await _planned(ctx, dossier, task, "planned-again")
        case Purpose.MOVE:
            return await _move(ctx, other_id or 0, moment, when, why)
        case Purpose.ANSWER:
            dossier, task = await answer_with_plan(act, other_id or 0, when, kind=question.kind)
            return await _planned(ctx, dossier, task, "planned-answer")
        case Purpose.WALK:
            return await plan_and_go_on(ctx, other_id or 0, when)


async def _buy(ctx: Context, question: Question, when: When) -> Screen:
    draft = draft_of(ctx.act, question.client_id)
    made = await wants_to_buy(
        ctx.act,
        question.client_id,
        when,
        source_task_id=question.other_id,
        title=draft.title,
        amount=draft.amount,
        currency=draft.currency,
    )
    drop_draft(ctx.act)
    return await _planned(ctx, made.dossier, made.task, "planned-bought", made)


async def _move(
    ctx: Context, task_id: int, moment: Moment, when: When, why: MoveReason | None
) -> Screen:
    task = open_task(await require_task(ctx.act, task_id), task_id)
    if why is None and is_moved_often(ctx.act, task):
        return view.why_screen(ctx.words, task_id, moment, ctx.act.today)
    dossier, task = await move_task(ctx.act, task_id, when, why)
    return await _planned(ctx, dossier, task, "planned-moved")


async def _planned(
    ctx: Context,
    dossier: Dossier,
    task: Task,
    key: str,
    bought: DealOpened | None = None,
) -> Screen:
    """Every date that was chosen ends here: what was written down, and what comes next."""
    extra = (bought.cancelled, bought.deal) if bought else ()
    facts = await day.planned(ctx.act, dossier, task, *extra)
    screen = await go_on(ctx, planned_screen(ctx.words, facts, key))
    return screen.with_rows(*bring_back_rows(ctx.words, facts.cancelled, facts.today))
