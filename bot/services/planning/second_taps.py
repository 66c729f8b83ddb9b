"""What the first tap on the dates of a question has planned: a second one corrects it (R3).

The dates stay on the screen until the answer to the tap is there, and in the chat for ever. While
the first tap may be taken back, another one on the same dates does not mean another task, nor
another attempt.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from bot.method.core.terms import Direction, Outcome, TaskKind, UndoableAction
from bot.method.tasks.date_question import (
    AnswerDate,
    BuyDate,
    DateQuestion,
    MoveDate,
    PlanDate,
    RetryDate,
    WalkDate,
)
from bot.models.base import JsonDict
from bot.models.deal import Deal
from bot.models.dossier import Dossier
from bot.models.gap import Gap
from bot.models.task import Task, cancelled_at
from bot.models.undo import UndoStep, last_step
from bot.services.core.work import Act
from bot.services.deals.deals import just_opened
from bot.services.tasks.deal_draft import draft_of
from bot.services.tasks.moves import is_moved_often
from bot.services.tasks.questions import is_older, is_open
from bot.services.tasks.said_words import said_for


@dataclass(frozen=True)
class FirstTap:
    """The task that it planned, moved or is to be tried again, and when (UTC) that was."""

    task: Task
    made_at: datetime
    deed: UndoableAction = UndoableAction.MOVE
    """What to take back a correction is called by."""


async def first_tap(act: Act, dossier: Dossier, question: DateQuestion) -> FirstTap | None:
    """What the actor has answered the same question with within the minute; None where it was
    not answered, or was asked anew since."""
    is_asked = is_open(act, question)
    match question:
        case PlanDate(deal_id=deal_id, kind=kind):
            form = act.actor.form if is_asked else None
            words = said_for(act, question).words
            return _planned(act, _alike(dossier, deal_id, kind, words), form)
        case BuyDate():
            title = draft_of(act, question.client_id).title
            deal = just_opened(act, dossier, title)
            # The task that came with the deal is this one, whatever is to be done.
            return _planned(act, dossier.planned(deal.id)) if deal else None
        case AnswerDate():
            return await _answered(act, dossier, question)
        case MoveDate(task_id=task_id):
            task = dossier.task(task_id)
            # One that was moved often wants its reason.
            can_be = task and task.moves and not is_asked and not is_moved_often(act, task)
            return await _stepped(act, dossier, UndoableAction.MOVE, task_id) if can_be else None
        case RetryDate(task_id=task_id, attempt=attempt):
            task = dossier.task(task_id)
            is_new = is_asked if attempt is None else task and task.attempts < attempt
            can_be = task and task.attempts and not is_new
            deed = UndoableAction.NO_ANSWER
            return await _stepped(act, dossier, deed, task_id) if can_be else None
        case WalkDate(gap_id=gap_id):
            gap = await act.session.get_one(Gap, gap_id)
            first = await _stepped(act, dossier, UndoableAction.WALK)
            return first if first is not None and first.task.deal_id == gap.deal_id else None
    assert_never(question)


async def cancelled_for(act: Act, deal: Deal) -> Sequence[Task]:
    """What went from the client itself with the opening of this deal (R11)."""
    return await cancelled_at(act.session, deal.client_id, deal.created_at)


async def _answered(act: Act, dossier: Dossier, question: AnswerDate) -> FirstTap | None:
    """The plan with which an inbound was answered."""
    if dossier.task(question.task_id) is not None:
        return None
    inbound = await act.session.get_one(Task, question.task_id)
    if inbound.outcome is not Outcome.PLANNED:
        return None
    words = said_for(act, question).words
    return _planned(act, _alike(dossier, inbound.deal_id, question.kind, words))


def _planned(act: Act, tasks: Iterable[Task], asked: JsonDict | None = None) -> FirstTap | None:
    since = act.now - act.policy.undo_window
    made = (
        task
        for task in tasks
        if task.created_by == act.actor.id
        and task.created_at > since
        and not (asked and is_older(asked, task))
    )
    task = max(made, key=lambda task: task.id, default=None)
    return FirstTap(task, task.created_at) if task is not None else None


def _alike(
    dossier: Dossier, deal_id: int | None, kind: TaskKind, words: str | None
) -> Iterable[Task]:
    """The tasks of this kind and text. A plan for a client with one open deal stands on that one
    (R2)."""
    if deal_id is None and len(dossier.deals) == 1:
        deal_id = dossier.deals[0].id
    planned = dossier.planned(deal_id)
    return (task for task in planned if task.kind is kind and task.title in (None, words))


async def _stepped(
    act: Act, dossier: Dossier, deed: UndoableAction, task_id: int | None = None
) -> FirstTap | None:
    """The task that the actor's last act was about, where it was this deed on this client."""
    step = await last_step(act.session, act.actor.id, act.now - act.policy.undo_window)
    if step is None or step.code != deed or step.changes["clients"] != [dossier.client.id]:
        return None
    task = next(filter(None, map(dossier.task, _task_ids(step))), None)
    if task is None or task.direction is not Direction.OUTBOUND:
        return None
    return FirstTap(task, step.made_at, deed) if task_id in (None, task.id) else None


def _task_ids(step: UndoStep) -> Iterable[int]:
    return map(int, step.changes["rows"].get(Task.__tablename__, {}))
