"""Taking tasks off days that are fuller than the capacity, within their horizons (R8)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias
from zlib import crc32

from bot.method.core.workdays import WorkCalendar
from bot.method.core.worth import Worth

Place: TypeAlias = tuple[bool, Worth]
"""On the contact or on a deal, and what it is worth: the smaller, the more a task stays."""


@dataclass(frozen=True)
class Movable:
    """An untimed outbound task on its local date; `last` is its horizon's last date."""

    task_id: int
    on: date
    last: date
    place: Place


@dataclass(frozen=True)
class Move:
    """One task from one local date to another."""

    task_id: int
    before: date
    after: date


@dataclass(frozen=True)
class Unloading:
    """Which tasks are moved, and which days stay overfull for want of room."""

    moves: tuple[Move, ...]
    overfull: tuple[date, ...]

    @property
    def mark(self) -> int:
        """The same for the same moves: what was shown is what is carried out."""
        return crc32(repr(self.moves).encode())


def unload(
    tasks: Sequence[Movable],
    load: Mapping[date, int],
    capacity: int,
    today: date,
    calendar: WorkCalendar,
) -> Unloading:
    """The moves that bring the days from `today` on down to the capacity, as far as there is room.

    `load` counts everything on each date, what may not be moved included. From each overfull day
    the tasks worth least go, each to the nearest working day after today that has room and is
    within its horizon, the later one of two. No day is filled beyond the capacity.
    """
    taken = Counter({day: count for day, count in load.items() if day >= today})
    farthest = max((task.last for task in tasks), default=today)
    days = [today + timedelta(days=n) for n in range(1, (farthest - today).days + 1)]
    open_days = [day for day in days if calendar.is_working(day)]
    moves: list[Move] = []
    for day in sorted(day for day, count in taken.items() if count > capacity):
        here = sorted((task for task in tasks if task.on == day), key=_least_worth, reverse=True)
        for task in here:
            if taken[day] <= capacity:
                break
            room = [d for d in open_days if d <= task.last and taken[d] < capacity]
            if not room:
                continue
            to = min(room, key=lambda other: (abs(other - day), other < day))
            moves.append(Move(task.task_id, day, to))
            taken[day] -= 1
            taken[to] += 1
    overfull = tuple(sorted(day for day, count in taken.items() if count > capacity))
    return Unloading(tuple(moves), overfull)


def spread_left(
    tasks: Sequence[Movable],
    load: Mapping[date, int],
    capacity: int,
    today: date,
    calendar: WorkCalendar,
) -> Unloading:
    """The moves of what is left in the evening, due on `today` or before: what is worth most
    first, each to the nearest working day after today that has room and is within its horizon.
    What finds no room stays.
    """
    taken = Counter({day: count for day, count in load.items() if day > today})
    farthest = max((task.last for task in tasks), default=today)
    days = [today + timedelta(days=n) for n in range(1, (farthest - today).days + 1)]
    open_days = [day for day in days if calendar.is_working(day)]
    moves: list[Move] = []
    for task in sorted(tasks, key=_least_worth):
        for day in open_days:
            if day <= task.last and taken[day] < capacity:
                moves.append(Move(task.task_id, task.on, day))
                taken[day] += 1
                break
    return Unloading(tuple(moves), ())


def _least_worth(task: Movable) -> tuple[Place, int]:
    return task.place, task.task_id
