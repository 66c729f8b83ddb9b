"""The manager's day, task by task: what comes first, what comes next, how it went (R10)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.method.core.cards import TaskCard, TaskLine
from bot.method.core.terms import Direction


@dataclass(frozen=True)
class Score:
    """The person's day so far: `tried` are the calls that nobody answered, `left` is still to be
    worked off today, `waiting` are those of it that nobody answered and whose time to try again
    has not come."""

    today: date
    done: int
    moved: int
    left: int
    gaps: int
    tried: int = 0
    waiting: tuple[TaskLine, ...] = ()


@dataclass(frozen=True)
class RoundTurn:
    """The card to work on now, and how many tasks are left for today, this one included."""

    card: TaskCard
    left: int


def day_order(lines: Iterable[TaskLine], today: date) -> list[TaskLine]:
    """Inbound first, then overdue, then what has a time today, then the rest of today."""
    return sorted(lines, key=lambda line: _rank(line, today))


def following(lines: Iterable[TaskLine], skipped: Sequence[int], now: datetime) -> TaskLine | None:
    """The task to take at `now` (the reader's local time); None where nothing can be done now.

    What was skipped comes back in the order of skipping, once the rest is done. What nobody
    answered waits for the time that was chosen to try again.
    """
    ready = [line for line in day_order(lines, now.date()) if not waits(line, now)]
    fresh = [line for line in ready if line.task_id not in skipped]
    if fresh:
        return fresh[0]
    return min(ready, key=lambda line: skipped.index(line.task_id), default=None)


def waits(line: TaskLine, now: datetime) -> bool:
    """Nobody answered, and the local time to try again has not come yet."""
    if not line.attempts or line.due_on is None or line.due_time is None:
        return False
    return datetime.combine(line.due_on, line.due_time) > now.replace(tzinfo=None)


def put_off(skipped: Iterable[int], task_id: int) -> tuple[int, ...]:
    """The task at the end of those that were skipped; twice is once."""
    return (*(skipped_id for skipped_id in skipped if skipped_id != task_id), task_id)


def is_late(line: TaskLine, today: date) -> bool:
    """Planned for an earlier day."""
    return line.direction is Direction.OUTBOUND and line.due_on is not None and line.due_on < today


def _rank(line: TaskLine, today: date) -> tuple[int, float, int]:
    if line.direction is Direction.INBOUND:
        return 0, line.arrived.timestamp() if line.arrived else 0.0, line.task_id
    if line.due_on is not None and is_late(line, today):
        return 1, line.due_on.toordinal(), line.task_id
    if line.due_time is not None:
        return 2, line.due_time.hour * 60 + line.due_time.minute, line.task_id
    return 3, 0, line.task_id
