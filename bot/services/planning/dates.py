"""The one answer to a question for a date: judged, then taken or asked about (R3, R4)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import assert_never

from bot.lookup.phrases import vocabulary
from bot.method.core.refusals import Invalid
from bot.method.core.texts import clean
from bot.method.planning.bare import rest_of
from bot.method.planning.instead import AboutAnother, WithoutDate
from bot.method.planning.read_answer import read_answer
from bot.method.tasks.cards import Planned
from bot.method.tasks.date_question import (
    AnswerDate,
    BuyDate,
    DateQuestion,
    DayTimes,
    MoveDate,
    MoveReason,
    NeedsReason,
    OnDayOff,
    PlanDate,
    RetryDate,
    Taken,
    TooFar,
    Unsure,
    WalkDate,
)
from bot.method.tasks.phrases.moment import Moment
from bot.method.tasks.phrases.pieces import Today
from bot.models.base import JsonDict
from bot.models.dossier import Dossier
from bot.services.core import undo
from bot.services.core.acts.in_parts import still_open
from bot.services.core.rights import require_client, require_task
from bot.services.core.work import Act
from bot.services.day import day
from bot.services.inbound.answering import answer_with_plan
from bot.services.inbound.own_words import keep_line
from bot.services.planning import bare, walk
from bot.services.planning.buying import bought
from bot.services.planning.second_taps import cancelled_for, first_tap
from bot.services.tasks import questions
from bot.services.tasks.correcting import correct_date
from bot.services.tasks.moves import is_moved_often
from bot.services.tasks.said_words import Said, keep_said, said_for
from bot.services.tasks.tasks import move_task, no_answer, open_task, owner_of, plan_task
from bot.services.tasks.wording import LONGEST_TEXT

LONGEST = 500
"""Characters that are shown of what holds no date."""


@dataclass(frozen=True)
class ToAsk:
    """The date is not taken yet: what is to be asked about it."""

    question: DateQuestion
    why: Unsure | OnDayOff | TooFar | NeedsReason


@dataclass(frozen=True)
class Written:
    """The date is taken: what stands in the plan now."""

    question: DateQuestion
    planned: Planned
    step_id: int | None = field(default=None, compare=False)
    """What takes back the first tap, where this one has changed nothing."""


@dataclass(frozen=True)
class Walked:
    """The stop of the walk is planned on this date; no name where it has one already."""

    gap_id: int
    client_name: str | None
    on: date
    step_id: int | None = field(default=None, compare=False)
    """As of what is `Written`."""


Answered = ToAsk | Written | Walked | AboutAnother | WithoutDate


async def answer(
    act: Act, question: DateQuestion, moment: Moment, *, sure: bool = False, preset: bool = False
) -> Answered:
    """Take the date from a button; `sure` where it is a day off and that is meant. A `preset` lay
    within the horizon when it was shown: one that does not any more is refused."""
    if isinstance(question, WalkDate):
        return await answer_stop(act, question.gap_id, moment, sure=sure, preset=preset)
    dossier = await questions.dossier_of(act, question)
    return await _answered(act, dossier, question, [moment], sure=sure, preset=preset)


async def answer_task(
    act: Act,
    task_id: int,
    question_of: Callable[[int, int], DateQuestion],
    moment: Moment,
    *,
    sure: bool = False,
    preset: bool = False,
    why: MoveReason | None = None,
) -> Answered:
    """The same for a button that names the task alone; `question_of` is told its client too."""
    dossier = await require_task(act, task_id)
    question = question_of(dossier.client.id, task_id)
    return await _answered(act, dossier, question, [moment], sure=sure, preset=preset, why=why)


async def answer_stop(
    act: Act, gap_id: int, moment: Moment, *, sure: bool = False, preset: bool = False
) -> Answered:
    """The same for a stop of the walk; a second tap finds that it has one, and corrects it."""
    gap = await walk.own_gap(act, gap_id)
    undo_since = act.now - act.policy.undo_window
    if gap.closed_at is not None and not (preset and gap.closed_at > undo_since):
        return Walked(gap_id, None, moment.on)
    dossier = await require_client(act, gap.client_id)
    question = WalkDate(gap.client_id, gap_id)
    if gap.closed_at is not None:
        corrected = await _corrected(act, dossier, question, moment)
        return corrected or await _already(act, dossier, Walked(gap_id, None, moment.on))
    return await _answered(act, dossier, question, [moment], sure=sure, preset=preset)


async def answer_typed(act: Act, form: JsonDict, text: str) -> Answered | None:
    """Take a typed date with what is to be done then; None where the question is over, Invalid
    where the text is no date and can be nothing else."""
    question = questions.question_of(form)
    dossier = await questions.dossier_of(act, question)
    if questions.is_answered(dossier, form):
        act.actor.form = None
        return None
    return await _answered_in_words(act, dossier, question, text)


async def answer_line(act: Act, question: DateQuestion, line_id: int) -> Answered:
    """The kept line is about the client who was asked about, whoever its words may name."""
    text = await bare.text_of(act, line_id)
    dossier = await questions.dossier_of(act, question)
    return await _answered_in_words(act, dossier, question, text, line_id)


async def _answered_in_words(
    act: Act,
    dossier: Dossier,
    question: DateQuestion,
    text: str,
    line_id: int | None = None,
) -> Answered:
    """The date with the kind and words of the task; `line_id`: it is kept already, and is about
    nobody else."""
    bounds, client = questions.bounds_of(act, dossier, question), dossier.client
    read = read_answer(text, vocabulary(), Today(act.local_now, bounds.calendar))
    named, name = await bare.whom(act, read.who)
    is_mine = any(line.client_id == client.id for line in named)
    if named and not is_mine and line_id is None:
        row = await keep_line(act, text, act.now)
        others = tuple(line.name for line in named)
        return AboutAnother(row.id, question, client.name, others)
    if read.when is None:
        shown = clean(text, LONGEST)
        if not any(map(str.isalnum, shown)):
            raise Invalid("date-unread")
        line_id = line_id or (await keep_line(act, text, act.now)).id
        return WithoutDate(line_id, question, client.name, shown)
    words = clean(read.words, LONGEST_TEXT)
    if is_mine and words.startswith(name):
        words = rest_of(words, name)
    if isinstance(question, PlanDate | AnswerDate):
        question = replace(question, kind=read.kind or question.kind)
    said = Said(words or None, read.kind)
    questions.open_question(act, question, said=said)
    if len(read.when.moments) > 1:
        return ToAsk(question, Unsure(read.when.moments))
    answered = await _answered(act, dossier, question, read.when.moments)
    if isinstance(answered, Written):
        act.actor.form = None
    return answered


async def times(
    act: Act, question: DateQuestion, on: date, *, sure: bool = False
) -> DayTimes | ToAsk:
    """The times of a date from the month, or what is to be asked about it first."""
    dossier = await questions.dossier_of(act, question)
    bounds = questions.bounds_of(act, dossier, question)
    if not sure:
        verdict = questions.judged(act, bounds, [Moment(on)])
        if not isinstance(verdict, Taken):
            return ToAsk(question, verdict)
    return await questions.times_of(act, bounds, on)


async def _answered(
    act: Act,
    dossier: Dossier,
    question: DateQuestion,
    moments: Sequence[Moment],
    *,
    sure: bool = False,
    preset: bool = False,
    why: MoveReason | None = None,
) -> Answered:
    moment = moments[0]
    if (preset and not isinstance(question, WalkDate)) or isinstance(question, RetryDate):
        corrected = await _corrected(act, dossier, question, moment)
        if corrected is not None:
            return corrected
    if not sure:
        verdict = questions.judged(act, questions.bounds_of(act, dossier, question), moments)
        # What lies beyond the horizon is refused by the use case itself.
        if not isinstance(verdict, Taken) and not (preset and isinstance(verdict, TooFar)):
            return ToAsk(question, verdict)
        moment = verdict.moment if isinstance(verdict, Taken) else moment
    if isinstance(question, MoveDate) and why is None and _is_often(act, dossier, question):
        keep_said(act, question, said_for(act, question))
        return ToAsk(question, NeedsReason(question.task_id, moment))
    return await _already(act, dossier, await _taken(act, dossier, question, moment, why))


async def _already(act: Act, dossier: Dossier, answered: Walked | Written) -> Walked | Written:
    """With the way back of the first tap, where this one has found everything done."""
    if not undo.changed_nothing(act):
        return answered
    return replace(answered, step_id=await still_open(act, dossier.client.id))


async def _corrected(
    act: Act, dossier: Dossier, question: DateQuestion, moment: Moment
) -> Walked | Written | None:
    """The second tap on the same dates changes what the first has planned, within the minute."""
    first = await first_tap(act, dossier, question)
    if first is None:
        return None
    when = questions.when_of(act, owner_of(dossier), moment)
    await correct_date(act, dossier, first.task, when, first.made_at, first.deed)
    if isinstance(question, WalkDate):
        on = first.task.due_on or when.on
        return await _already(act, dossier, Walked(question.gap_id, dossier.client.name, on))
    deal_id = first.task.deal_id if isinstance(question, BuyDate) else None
    deal = dossier.deal(deal_id) if deal_id is not None else None
    gone = await cancelled_for(act, deal) if deal is not None else ()
    planned = await day.planned(act, dossier, first.task, gone, deal)
    return await _already(act, dossier, Written(question, planned))


async def _taken(
    act: Act, dossier: Dossier, question: DateQuestion, moment: Moment, why: MoveReason | None
) -> Walked | Written:
    when = questions.when_of(act, owner_of(dossier), moment)
    said = said_for(act, question)
    title = said.words
    match question:
        case WalkDate(gap_id=gap_id):
            name = await walk.plan_stop(act, gap_id, when, said=said, dossier=dossier)
            return Walked(gap_id, name, when.on)
        case BuyDate():
            return Written(question, await bought(act, dossier, question, when))
        case PlanDate(client_id, deal_id, kind):
            _, task = await plan_task(
                act, client_id, deal_id, when, kind=kind, title=title, dossier=dossier
            )
        case MoveDate(task_id=task_id):
            _, task = await move_task(act, task_id, when, why, said=said, dossier=dossier)
        case RetryDate(task_id=task_id, attempt=attempt):
            if attempt is None and questions.is_open(act, question):
                attempt = open_task(dossier, task_id).attempts + 1
            _, task = await no_answer(
                act, task_id, when, attempt=attempt, said=said, dossier=dossier
            )
        case AnswerDate(task_id=task_id, kind=kind):
            _, task = await answer_with_plan(
                act, task_id, when, kind=kind, title=title, dossier=dossier
            )
        case _:
            assert_never(question)
    return Written(question, await day.planned(act, dossier, task))


def _is_often(act: Act, dossier: Dossier, question: MoveDate) -> bool:
    return is_moved_often(act, open_task(dossier, question.task_id))
