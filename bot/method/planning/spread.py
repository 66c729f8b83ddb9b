"""Spreading the uncovered over working days, so that nobody drowns on one of them (R1, R8)."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import heappop, heappush
from typing import Literal
from zlib import crc32

from bot.method.core.workdays import WorkCalendar

SubjectId = tuple[Literal["deal", "client"], int]


@dataclass(frozen=True)
class Spreadable:
    """A deal or a client that wants a task within its horizon; higher priority goes earlier."""

    id: SubjectId
    priority: int
    horizon_days: int


@dataclass(frozen=True)
class Spread:
    """Who is placed on which local date, and who did not fit.

    `overfull` are placed beyond the capacity of their day, or not placed at all where their
    horizon holds no working day.
    """

    placed: tuple[tuple[SubjectId, date], ...]
    overfull: tuple[SubjectId, ...]

    @property
    def mark(self) -> int:
        """The same for the same plan: what was shown is what is carried out."""
        made = 0
        for (kind, number), day in self.placed:
            made = crc32(f"{kind}{number}:{day};".encode(), made)
        return made


def spread(
    subjects: Sequence[Spreadable],
    load: Mapping[date, int],
    capacity: int,
    today: date,
    calendar: WorkCalendar,
) -> Spread:
    """An even plan over the working days after `today`, all-day tasks only.

    The loads of the days, with the tasks that stand there already, differ by at most one
    wherever the horizons leave the choice. Deals stand earlier than clients, then by priority.
    Being planned beats the capacity: what does not fit is placed all the same, and named.
    """
    days = _working_days(
        today, max((subject.horizon_days for subject in subjects), default=0), calendar
    )
    ranked = sorted(subjects, key=_rank)
    reach = {subject.horizon_days for subject in subjects}
    ends = {h: bisect_right(days, today + timedelta(days=h)) for h in reach}
    windows = [ends[subject.horizon_days] for subject in ranked]
    slots = _level(sorted(window for window in windows if window), days, load)
    chosen = _seat(windows, slots)

    placed: list[tuple[SubjectId, date]] = []
    overfull: list[SubjectId] = []
    for day, seated in zip(days, chosen, strict=True):
        room = max(0, capacity - load.get(day, 0))
        placed += [(ranked[rank].id, day) for rank in seated]
        overfull += [ranked[rank].id for rank in seated[room:]]
    overfull += [subject.id for subject, window in zip(ranked, windows, strict=True) if not window]
    return Spread(tuple(placed), tuple(overfull))


def _rank(subject: Spreadable) -> tuple[bool, int, int]:
    kind, number = subject.id
    return (kind != "deal", -subject.priority, number)


def _working_days(today: date, horizon_days: int, calendar: WorkCalendar) -> list[date]:
    days = (today + timedelta(days=n) for n in range(1, horizon_days + 1))
    return [day for day in days if calendar.is_working(day)]


def _level(windows: Sequence[int], days: Sequence[date], load: Mapping[date, int]) -> list[int]:
    """How many new tasks each day gets; `windows` (days each may use) from the shortest.

    All windows begin on the first day, so filling the lowest day, the shortest windows first,
    leaves the highest day as low as it can be.
    """
    slots = [0] * len(days)
    queue: list[tuple[int, int]] = []
    opened = 0
    for window in windows:
        for index in range(opened, window):
            heappush(queue, (load.get(days[index], 0), index))
        opened = max(opened, window)
        level, index = heappop(queue)
        slots[index] += 1
        heappush(queue, (level + 1, index))
    return slots


def _seat(windows: Sequence[int], slots: Sequence[int]) -> list[list[int]]:
    """Who sits on which day, by rank; `windows` are in the order of the ranks.

    From the last day backwards the lowest ranks that reach it are seated: whoever is left can
    use every earlier day, so this never runs into a corner.
    """
    reaching: list[list[int]] = [[] for _ in range(len(slots) + 1)]
    for rank, window in enumerate(windows):
        reaching[window].append(rank)
    chosen: list[list[int]] = [[] for _ in slots]
    waiting: list[int] = []
    for index in range(len(slots) - 1, -1, -1):
        for rank in reaching[index + 1]:
            heappush(waiting, -rank)
        seated = [-heappop(waiting) for _ in range(slots[index])]
        chosen[index] = seated[::-1]
    return chosen
