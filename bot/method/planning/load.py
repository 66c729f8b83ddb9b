"""The load of a person's days, and how a plan changes it (R8)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.method.core.workdays import WorkCalendar
from bot.method.tasks.kinds import Workload

DAYS = 14
"""How many days the load is shown for, today included."""


@dataclass(frozen=True)
class DayLoad:
    """One local date: the outbound tasks on it, the time they take, and whether the person works
    then."""

    on: date
    outbound: int
    working: bool
    time: timedelta = timedelta(0)


@dataclass(frozen=True)
class Load:
    """A person's days from today on; `overdue` and `inbound` wait to be worked off today.

    `name` is None where it is the reader's own.
    """

    person_id: int
    name: str | None
    today: date
    capacity: int
    days: tuple[DayLoad, ...]
    overdue: int = 0
    inbound: int = 0
    gaps: int = 0

    @property
    def busiest(self) -> DayLoad | None:
        """The fullest day after today, the earliest of several; None where all are empty."""
        fullest = max(self.days[1:], key=lambda day: day.outbound, default=None)
        return fullest if fullest and fullest.outbound else None

    @property
    def overfull(self) -> tuple[DayLoad, ...]:
        """The days with more outbound tasks than the capacity."""
        return tuple(day for day in self.days if day.outbound > self.capacity)


@dataclass(frozen=True)
class LoadLine:
    """One person in a leader's list: outbound of today, of the week to come, and the overdue."""

    person_id: int
    name: str
    today: int
    week: int
    overdue: int


@dataclass(frozen=True)
class LoadPage:
    """One page of people with their load."""

    lines: tuple[LoadLine, ...]
    capacity: int
    page: int
    pages: int
    nobody_led: bool = False
    """The reader is a head without people."""


@dataclass(frozen=True)
class DayChange:
    """What a plan does to one local date."""

    on: date
    before: int
    after: int


@dataclass(frozen=True)
class PlanFacts:
    """A plan for many tasks before it is carried out, or what it has done.

    `overfull` are those placed beyond the capacity, `unplaced` those that no day was found for,
    `overfull_days` the days that stay fuller than the capacity because there is no room for
    theirs; `mark` is the plan that was shown.
    """

    today: date
    capacity: int
    count: int
    days: tuple[DayChange, ...]
    mark: int
    overfull: tuple[str, ...] = ()
    unplaced: tuple[str, ...] = ()
    overfull_days: tuple[date, ...] = ()
    staying: int = 0
    """Of what was to be moved, those that found no room."""


def day_loads(
    load: Mapping[date, Workload], today: date, calendar: WorkCalendar
) -> tuple[DayLoad, ...]:
    """The coming days from `today` on, days off included."""
    made = []
    for day in (today + timedelta(days=n) for n in range(DAYS)):
        there = load.get(day, Workload())
        made.append(DayLoad(day, there.tasks, calendar.is_working(day), there.time))
    return tuple(made)


def changes(before: Mapping[date, int], after: Mapping[date, int]) -> tuple[DayChange, ...]:
    """The dates that a plan touches, in their order."""
    touched = sorted(day for day in {*before, *after} if before.get(day, 0) != after.get(day, 0))
    return tuple(DayChange(day, before.get(day, 0), after.get(day, 0)) for day in touched)
