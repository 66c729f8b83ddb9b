"""The manager's day, task by task: what comes first, what comes next, how it went (R10)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.method.core.cards import TaskLine
from bot.method.core.terms import Direction
from bot.method.core.worth import Worth
from bot.method.tasks.cards import TaskCard

SHORTLY = timedelta(minutes=15)
"""How long before its time a task comes up in work mode."""


@dataclass(frozen=True)
class Worked:
    """What the person has done today: `tried` are the calls that nobody answered."""

    done: int = 0
    moved: int = 0
    tried: int = 0


@dataclass(frozen=True)
class Score:
    """The person's day so far: `tried` are the calls that nobody answered, `left` is still to be
    worked off today, `waiting` are those of it whose time has not come, the next one first, `asked`
    is what has arrived and waits for the person's word: the day is not clean with it."""

    today: date
    done: int
    moved: int
    left: int
    gaps: int
    tried: int = 0
    waiting: tuple[TaskLine, ...] = ()
    asked: int = 0


@dataclass(frozen=True)
class RoundTurn:
    """The card to work on now, and how many tasks are left for today, this one included."""

    card: TaskCard
    left: int


def day_order(lines: Iterable[TaskLine], today: date) -> list[TaskLine]:
    """Inbound first, then overdue, then what has a time today, then the rest of today; where
    nothing else says so, what is worth most comes first."""
    return sorted(lines, key=lambda line: _rank(line, today))


def following(lines: Iterable[TaskLine], skipped: Sequence[int], now: datetime) -> TaskLine | None:
    """The task to take at `now` (the reader's local time); None where nothing can be done now.

    What has a time waits for it, and is then taken before anything but an inbound. What was
    skipped comes back in the order of skipping, once the rest is done.
    """
    today = now.date()
    ready = [line for line in day_order(lines, today) if not waits(line, now)]
    fresh = [line for line in ready if line.task_id not in skipped]
    if fresh:
        return min(fresh, key=lambda line: _urgency(line, today))
    return min(ready, key=lambda line: skipped.index(line.task_id), default=None)


def waits(line: TaskLine, now: datetime) -> bool:
    """Its local time has not come yet: that to try again where nobody answered, else the one that
    was agreed, for which one gets ready shortly before."""
    if line.due_on is None or line.due_time is None:
        return False
    ready_before = timedelta() if line.attempts else SHORTLY
    return datetime.combine(line.due_on, line.due_time) - ready_before > now.replace(tzinfo=None)


def put_off(skipped: Iterable[int], task_id: int) -> tuple[int, ...]:
    """The task at the end of those that were skipped; twice is once."""
    return (*(skipped_id for skipped_id in skipped if skipped_id != task_id), task_id)


def is_late(line: TaskLine, today: date) -> bool:
    """Planned for an earlier day."""
    return line.direction is Direction.OUTBOUND and line.due_on is not None and line.due_on < today


def _rank(line: TaskLine, today: date) -> tuple[int, float, Worth, int]:
    return *_place(line, today), line.worth, line.task_id


def _place(line: TaskLine, today: date) -> tuple[int, float]:
    if line.direction is Direction.INBOUND:
        return 0, line.arrived.timestamp() if line.arrived else 0.0
    if line.due_on is not None and is_late(line, today):
        return 1, line.due_on.toordinal()
    if line.due_time is not None:
        return 2, line.due_time.hour * 60 + line.due_time.minute
    return 3, 0


def _urgency(line: TaskLine, today: date) -> int:
    if line.direction is Direction.INBOUND:
        return 0
    return 1 if line.due_on == today and line.due_time is not None else 2
