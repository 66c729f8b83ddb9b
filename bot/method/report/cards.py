"""What the screens of the report show (R12)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from bot.method.core.terms import GapReason
from bot.method.people.clocks import OtherClock
from bot.method.report.numbers import (
    Light,
    Norms,
    NumberKind,
    Numbers,
    Trend,
    light_of,
    trend_of,
)
from bot.method.report.periods import DaySpan, ReportPeriod


class UncoveredLine(NamedTuple):
    """A client or a deal without a task since that instant (UTC)."""

    client_id: int
    client_name: str
    deal_id: int | None
    deal_title: str | None
    reason: GapReason
    opened_at: datetime


class ReportedTask(NamedTuple):
    """A task in a list, with its client."""

    task_id: int
    client_id: int
    client_name: str
    due_on: date | None
    moves: int
    title: str | None


@dataclass(frozen=True)
class EndedDay:
    """A day that ended with so much left; `done` were worked off."""

    on: date
    left: int
    done: int


@dataclass(frozen=True)
class Reaction:
    """An inbound (`arrived` local) and the working minutes to its first outcome."""

    task: ReportedTask
    arrived: datetime
    minutes: int


@dataclass(frozen=True)
class MovedTask:
    """One move of a task: when (local), from which date to which."""

    task: ReportedTask
    at: datetime
    before: date | None
    after: date | None


ReportLine = UncoveredLine | ReportedTask | EndedDay | Reaction | MovedTask


@dataclass(frozen=True)
class Judged:
    """Somebody's numbers with those of the time before, and what is good there."""

    numbers: Numbers
    before: Numbers
    norms: Norms

    def light(self, kind: NumberKind) -> Light:
        """How good this number is."""
        return light_of(kind, self.numbers, self.norms)

    @property
    def worst(self) -> Light:
        """The worst light of the five."""
        order = (Light.BAD, Light.NEARLY, Light.GOOD)
        return next((light for light in order if self.count(light)), Light.NONE)

    def trend(self, kind: NumberKind) -> Trend:
        """How it stands to that of the time before."""
        return trend_of(kind, self.numbers, self.before)

    def count(self, light: Light) -> int:
        """How many of the five have this light."""
        return sum(self.light(kind) is light for kind in NumberKind)


@dataclass(frozen=True)
class JudgedLine:
    """A person, or a team, in the list of the report."""

    subject_id: int
    name: str
    judged: Judged


@dataclass(frozen=True)
class TeamReport:
    """Everybody whom the reader answers for, one page of them, and all together.

    `teams` where there are several and none was chosen; `team` is the chosen one's name.
    `tables`: the reader wants the numbers as tables.
    """

    period: ReportPeriod
    span: DaySpan
    today: date
    total: Judged
    people: tuple[JudgedLine, ...]
    page: int = 0
    pages: int = 1
    teams: tuple[JudgedLine, ...] = ()
    team_id: int | None = None
    team: str | None = None
    nobody_led: bool = False
    tables: bool = False


@dataclass(frozen=True)
class PersonReport:
    """The numbers of one person; `name` is None where they are the reader's own."""

    person_id: int
    name: str | None
    period: ReportPeriod
    span: DaySpan
    today: date
    judged: Judged
    leads: bool = False
    """The reader is a head or an admin."""


@dataclass(frozen=True)
class NumberList:
    """What is behind a number, a page of it; `total` is the number itself, `often` are the tasks
    that were moved again and again."""

    person_id: int
    name: str | None
    kind: NumberKind
    period: ReportPeriod
    today: date
    now: datetime
    lines: tuple[ReportLine, ...]
    total: int
    page: int
    pages: int
    often: tuple[ReportedTask, ...] = ()
    waiting: int = 0
    clock: OtherClock | None = None


class BookLine(NamedTuple):
    """A line of a list with whose it is; its times are local where that person lives."""

    name: str
    line: ReportLine


@dataclass(frozen=True)
class ReportBook:
    """The report with everybody on one page, the teams' names by person, and what is behind each
    number, of the people in their order; `cut` are the numbers of which that is not all."""

    report: TeamReport
    teams: Mapping[int, str]
    lines: Mapping[NumberKind, tuple[BookLine, ...]]
    cut: tuple[NumberKind, ...] = ()
