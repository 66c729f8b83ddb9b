"""Working off tasks and planning the next ones (R2, R3, R4, R10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.method.core.places import ClientAt, DateAsked, TaskAt
from bot.method.core.refusals import Invalid, NotNow, Stale
from bot.method.core.terms import (
    ClientStatus,
    Direction,
    Event,
    Outcome,
    TaskKind,
    UndoableAction,
)
from bot.method.planning.walk import Uncovered
from bot.method.tasks.date_question import MoveReason
from bot.method.tasks.kinds import may_end
from bot.method.tasks.steps import attempts_allowed, check_date
from bot.models.base import flush_many
from bot.models.client import Client
from bot.models.dossier import Dossier
from bot.models.task import Task
from bot.models.untimed import Untimed
from bot.models.user import User
from bot.services.core.coverage import recompute_coverage
from bot.services.core.rights import require_client, require_task
from bot.services.core.substitutes import may_answer_for
from bot.services.core.timeline import note
from bot.services.core.undo import undoable
from bot.services.core.work import Act, Work
from bot.services.tasks.ending import close_task, keep_reaction
from bot.services.tasks.moves import is_moved_often, tell_heads
from bot.services.tasks.reminders import keep_reminder
from bot.services.tasks.said_words import Said
from bot.services.tasks.set_tasks import tell_owner
from bot.services.tasks.wording import reword, says_more


@dataclass(frozen=True)
class When:
    """When a task is due: a local date of the owner, and a UTC instant if it has a time."""

    on: date
    at: datetime | None = None


async def finish_task(act: Act, task_id: int, outcome: Outcome) -> Dossier:
    """End the task with its outcome; where coverage is lost, the gap opens at once (R5).

    The caller shows the next-step question in the same answer, hence `asked`.
    Invalid("button") for an outcome that a task of this kind has not.
    """
    dossier = await require_task(act, task_id)
    task = open_task(dossier, task_id)
    if not may_end(task.direction, task.kind, outcome):
        raise Invalid("button")
    undoable(act, UndoableAction.OUTCOME, TaskAt(task_id))
    close_task(act, dossier, task, outcome)
    await recompute_coverage(act, dossier, asked=await may_answer_for(act, dossier.client.owner_id))
    return dossier


async def plan_task(
    act: Act,
    client_id: int,
    deal_id: int | None,
    when: When,
    *,
    kind: TaskKind = TaskKind.CALL,
    title: str | None = None,
    dossier: Dossier | None = None,
) -> tuple[Dossier, Task]:
    """Set the next outbound task within the horizon; on the deal where there is one (R2).

    The same task for the same moment is there already: twice is once. `dossier`: where it is known.
    """
    dossier = dossier or await require_client(act, client_id)
    for known in dossier.planned(subject_of(dossier, deal_id)):
        if (known.due_on, known.due_at, known.title, known.kind) == (when.on, when.at, title, kind):
            return dossier, known
    undoable(act, UndoableAction.PLAN, DateAsked(client_id, deal_id))
    task = await add_planned(act, dossier, deal_id, when, kind=kind, title=title)
    await recompute_coverage(act, dossier)
    return dossier, task


async def move_task(
    act: Act,
    task_id: int,
    when: When,
    why: MoveReason | None = None,
    *,
    said: Said | None = None,
    dossier: Dossier | None = None,
) -> tuple[Dossier, Task]:
    """Another date for the same task, and what was `said` is to be done then; every move is counted
    and remembered, once.

    A task that was moved often asks for the reason, which the head is told.
    """
    dossier = dossier or await require_task(act, task_id)
    task = open_task(dossier, task_id)
    if (task.due_on, task.due_at) == (when.on, when.at):
        if said is not None and says_more(task, said):
            undoable(act, UndoableAction.REWORD, TaskAt(task_id))
            reword(act, dossier, task, said)
        return dossier, task
    if why is None and is_moved_often(act, task):
        raise Stale("moved-often", TaskAt(task_id), count=task.moves)
    undoable(act, UndoableAction.MOVE, TaskAt(task_id))
    if said is not None:
        reword(act, dossier, task, said)
    await change_date(act, dossier, task, when, why)
    if why is not None:
        await tell_heads(act, owner_of(dossier), task, why)
    await recompute_coverage(act, dossier)
    return dossier, task


async def change_date(
    act: Act, dossier: Dossier, task: Task, when: When, why: MoveReason | None = None
) -> None:
    """Move the task in the dossier without settling; the date is checked, the move counted."""
    owner = check_when(act, dossier, task.deal_id, when)
    before = task.due_on
    set_due(act, task, when, owner)
    task.moves += 1
    note(
        act,
        Event.TASK_MOVED,
        dossier.client.id,
        task=task,
        before=before.isoformat() if before else None,
        after=when.on.isoformat(),
        why=why,
    )


async def no_answer(
    act: Act,
    task_id: int,
    when: When,
    *,
    attempt: int | None = None,
    said: Said | None = None,
    dossier: Dossier | None = None,
) -> tuple[Dossier, Task]:
    """Not reached: the same task stays open with a new time; an attempt, not a move.

    `attempt` is its number, by which a repeat of one that is written down is told: the next one
    may well be for the same time. Where it is not known, the same time is the same attempt. `said`
    is what is to be done then.
    """
    dossier = dossier or await require_task(act, task_id)
    task = open_task(dossier, task_id)
    is_same_time = (task.due_on, task.due_at) == (when.on, when.at)
    if task.attempts >= (1 if attempt is None else attempt):
        if is_same_time:
            return dossier, task
        if attempt is not None:
            raise Stale("attempt-noted", TaskAt(task_id))
    if task.attempts >= attempts_allowed(dossier.client.last_touch_at is None, act.policy):
        raise Stale("tries-spent", TaskAt(task_id))
    owner = check_when(act, dossier, task.deal_id, when)
    undoable(act, UndoableAction.NO_ANSWER, TaskAt(task_id))
    task.attempts += 1
    keep_reaction(act, dossier, task)
    if said is not None:
        reword(act, dossier, task, said)
    set_due(act, task, when, owner)
    note(act, Event.NO_ANSWER, dossier.client.id, task=task, attempt=task.attempts)
    await recompute_coverage(act, dossier)
    return dossier, task


def owner_of(dossier: Dossier) -> User:
    """Whose dates and days off these are; nothing is planned for a client of nobody."""
    if dossier.owner is None:
        raise NotNow("client-has-no-owner")
    return dossier.owner


def lapsed(dossier: Dossier, deal_id: int | None, today: date) -> Task | None:
    """The subject's open task that is overdue, the earliest, or has no date: it is the plan that
    lapsed, and whoever plans anew gives it a date instead of setting another beside it."""
    tasks = [
        task for task in dossier.planned(deal_id) if task.due_on is None or task.due_on < today
    ]
    return min(tasks, key=lambda task: (task.due_on or date.max, task.id), default=None)


def open_task(dossier: Dossier, task_id: int) -> Task:
    """The task if it is still open; a repeated or an old tap finds it done and says so."""
    task = dossier.task(task_id)
    if task is None:
        raise Stale("task-closed", TaskAt(task_id))
    return task


async def add_planned(
    act: Act,
    dossier: Dossier,
    deal_id: int | None,
    when: When,
    *,
    kind: TaskKind = TaskKind.CALL,
    title: str | None = None,
) -> Task:
    """Add the outbound task to the dossier without settling; flushed, so that it has an id.

    Its owner is told of it where a leader has planned it.
    """
    task = _drafted(act, dossier, deal_id, when)
    task.kind, task.title = kind, title
    act.session.add(task)
    await act.session.flush([task])
    _added(act, dossier, task)
    await tell_owner(act, owner_of(dossier), task)
    return task


async def add_many_planned(
    act: Act, wanted: Sequence[tuple[Dossier, int | None, When]]
) -> list[Task]:
    """The same for many at once, calls without a title: one statement for all of them."""
    made = [(dossier, _drafted(act, dossier, deal_id, when)) for dossier, deal_id, when in wanted]
    tasks = [task for _, task in made]
    act.session.add_all(tasks)
    await flush_many(act.session)
    for dossier, task in made:
        _added(act, dossier, task)
    return tasks


def _drafted(act: Act, dossier: Dossier, deal_id: int | None, when: When) -> Task:
    client, owner = dossier.client, owner_of(dossier)
    if client.status is not ClientStatus.ACTIVE:
        raise NotNow("client-has-no-owner")
    deal_id = subject_of(dossier, deal_id)
    check_when(act, dossier, deal_id, when)
    task = Task(
        client_id=client.id,
        deal_id=deal_id,
        owner_id=owner.id,
        direction=Direction.OUTBOUND,
        kind=TaskKind.CALL,
        created_at=act.now,
        created_by=act.actor_id,
    )
    set_due(act, task, when, owner)
    return task


def _added(act: Act, dossier: Dossier, task: Task) -> None:
    dossier.tasks.append(task)
    on = task.due_on.isoformat() if task.due_on else None
    note(act, Event.TASK_PLANNED, dossier.client.id, task=task, on=on)


def subject_of(dossier: Dossier, deal_id: int | None) -> int | None:
    """Where the task stands (R2): the deal asked for, else the only open one, else the client."""
    if deal_id is not None:
        if dossier.deal(deal_id) is None:
            raise Stale("deal-closed", ClientAt(dossier.client.id))
        return deal_id
    if len(dossier.deals) > 1:
        raise NotNow("choose-deal", client_id=dossier.client.id)
    return dossier.deals[0].id if dossier.deals else None


def check_when(work: Work, dossier: Dossier, deal_id: int | None, when: When) -> User:
    """Refuse a date in the past or beyond the horizon of the deal or client (R3, R4); returns
    the owner, whose dates these are."""
    owner = owner_of(dossier)
    if when.at is not None and when.at <= work.now:
        raise NotNow("date-past")
    horizon = horizon_of(work, dossier, deal_id)
    check_date(when.on, work.today_of(owner), horizon, work.planning_calendar_of(owner))
    return owner


def set_due(work: Work, task: Task, when: When, owner: User) -> None:
    """Give the task its time, and the time of its reminder with it."""
    task.due_on, task.due_at = when.on, when.at
    keep_reminder(work, task, owner)


def horizon_of(work: Work, dossier: Dossier, deal_id: int | None) -> int:
    """How many days ahead a task may be planned here."""
    return horizon_days(work, dossier.client, deal_id)


def horizon_days(work: Work, client: Client | Uncovered | Untimed, deal_id: int | None) -> int:
    """The horizon of the deal, or of the client where there is none (R3, R4)."""
    if deal_id is not None:
        return work.policy.deal_horizon_days
    return work.policy.horizon_for(client.client_class, client.kind)
