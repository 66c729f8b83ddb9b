"""Moving what is left in the evening to the next working day, all at once (R10)."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.method.core.places import MyDay
from bot.method.core.refusals import Stale
from bot.method.core.terms import Direction, UndoableAction
from bot.method.day.cards import Postponing, Stays
from bot.models.dossier import dossiers_of_clients
from bot.models.task import FoundTask, Task, load_of, tasks_for_day
from bot.models.undo import last_step
from bot.services.core.cards import task_line
from bot.services.core.coverage import recompute_coverage
from bot.services.core.undo import undoable
from bot.services.core.work import Act
from bot.services.tasks.tasks import When, change_date, horizon_days

_LOOKED_AT = 1000


@dataclass(frozen=True)
class _Left:
    """What is left today: what may go to the day `to`, and what may not and why."""

    to: date
    go: tuple[Task, ...]
    stay: tuple[tuple[FoundTask, Stays], ...]


async def preview(act: Act, today: date | None = None) -> Postponing:
    """What would be moved, and how full the next working day is; changes nothing.

    Stale("day-over") where `today`, the day whose evening it was, is over: nobody is asked in the
    morning to put off the day that has just begun.
    """
    _not_over(act, today)
    left = await _left(act)
    load = await load_of(act.session, act.actor.id, left.to, left.to)
    return _told(act, left, load.get(left.to, 0), done=False)


async def postpone(act: Act, today: date) -> Postponing:
    """Move the actor's outbound tasks without a time, due by the end of today, each counted as a
    move. Another tap finds nothing more to move.

    Stale("day-over") where `today`, the day that was asked about, is over.
    """
    _not_over(act, today)
    undoable(act, UndoableAction.POSTPONE, MyDay())
    left = await _left(act)
    load = await load_of(act.session, act.actor.id, left.to, left.to)
    moved = 0
    for dossier in await dossiers_of_clients(act.session, {task.client_id for task in left.go}):
        due = _still_to_move(dossier.tasks, left.go, act)
        for task in due:
            await change_date(act, dossier, task, When(left.to))
        await recompute_coverage(act, dossier)
        moved += len(due)
    return _told(act, left, load.get(left.to, 0), done=True, count=moved)


async def said_again(act: Act, done: Postponing) -> Postponing:
    """What a second tap is told, which has found nothing more to move: what the first has moved."""
    step = await last_step(act.session, act.actor.id, act.now - act.policy.undo_window)
    if done.count or step is None or step.code != UndoableAction.POSTPONE:
        return done
    moved = len(step.changes["rows"][Task.__tablename__])
    return replace(done, count=moved, load=done.load - moved, step_id=step.id)


def _not_over(act: Act, today: date | None) -> None:
    if today is not None and today != act.today:
        raise Stale("day-over", MyDay())


async def _left(act: Act) -> _Left:
    to = act.calendar_of(act.actor).shift(act.today, 1)
    go, stay = [], []
    for row in await tasks_for_day(act.session, act.actor.id, act.today, _LOOKED_AT):
        why = _why_it_stays(act, row, to)
        if why is None:
            go.append(row[0])
        else:
            stay.append((row, why))
    stay.sort(key=lambda kept: (kept[1] is not Stays.INBOUND, kept[0][0].id))
    return _Left(to, tuple(go), tuple(stay))


def _why_it_stays(act: Act, row: FoundTask, to: date) -> Stays | None:
    task, client, *_ = row
    if task.direction is Direction.INBOUND:
        return Stays.INBOUND
    if task.due_at is not None:
        return Stays.TIMED
    if task.reactivation_id is not None:
        return Stays.ATTEMPT
    last = act.today + timedelta(days=horizon_days(act, client, task.deal_id))
    return Stays.HORIZON if to > last else None


def _still_to_move(tasks: list[Task], wanted: Collection[Task], act: Act) -> list[Task]:
    """What is as it was looked at: it may have been worked off or moved while the lock was
    waited for."""
    ids = {task.id for task in wanted}
    return [
        task
        for task in tasks
        if task.id in ids and task.due_at is None and task.due_on and task.due_on <= act.today
    ]


def _told(act: Act, left: _Left, load: int, *, done: bool, count: int | None = None) -> Postponing:
    return Postponing(
        today=act.today,
        to=left.to,
        load=load,
        capacity=act.policy.capacity,
        count=len(left.go) if count is None else count,
        stay=tuple((task_line(*row, act), why) for row, why in left.stay),
        done=done,
    )
