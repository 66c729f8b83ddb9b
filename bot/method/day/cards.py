"""Plain results about the day: its list, the reminder of a task, the evening check (R10)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.method.core.cards import Contacts, TaskLine
from bot.method.tasks.kinds import Workload


@dataclass(frozen=True)
class Reminded:
    """A task whose time comes in so many `minutes`; nothing or less: it is there."""

    line: TaskLine
    contacts: Contacts
    minutes: int
    today: date
    instead_of: str | None = None
    """The owner, where the reader stands in."""


class Stays(StrEnum):
    """Why a task is not moved to tomorrow."""

    INBOUND = "inbound"
    """The client waits for an answer."""
    TIMED = "timed"
    """It was agreed for a time."""
    ATTEMPT = "attempt"
    """The date is the deadline of a reactivation."""
    HORIZON = "horizon"
    """The next working day is beyond what may be planned for this client or deal."""


@dataclass(frozen=True)
class Postponing:
    """Moving what is left to the next working day `to`: `count` tasks go (or, when `done`, have
    gone), the others stay. `load` is what stands on that day without them. `step_id` takes back
    what the tap before has done, where this one found nothing more to do."""

    today: date
    to: date
    load: int
    capacity: int
    count: int
    stay: tuple[tuple[TaskLine, Stays], ...] = ()
    done: bool = False
    step_id: int | None = None


@dataclass(frozen=True)
class AskedLine:
    """What has arrived and waits for the reader's word, whose it is or whether he takes it; `at` is
    local, `sender` None: hidden, `text` its beginning, `brought_by` who was asked before him."""

    arrival_id: int
    sender: str | None
    at: datetime
    text: str
    brought_by: str | None = None


class DayPart(StrEnum):
    """Which of the day's tasks a list shows; without it all of them."""

    INBOUND = "i"
    TODAY = "t"


@dataclass(frozen=True)
class DayPage:
    """One page of what is to be done today: inbound, overdue, timed, all-day (R10).

    The counters are of the whole day, whatever `part` of it the lines show.
    """

    today: date
    inbound: int
    overdue: int
    planned: int
    gaps: int
    lines: tuple[TaskLine, ...]
    page: int
    pages: int
    next_days: tuple[tuple[date, Workload], ...] = ()
    days_off: int = 0
    part: DayPart | None = None
    absent: tuple[tuple[int, str], ...] = ()
    """Ids and names of people on vacation for whom the reader stands in."""
    new_here: bool = False
    """The reader has no clients yet."""
    leads: bool = False
    asked: tuple[AskedLine, ...] = ()
    """The first of the questions that wait for the reader's answer."""
    asked_total: int = 0
    team_asked: tuple[tuple[str, int], ...] = ()
    """Of the people whom the reader leads: who has left how many standing for a working day."""
    capacity: int = 12
    """The norm of outbound tasks a day."""
    tables: bool = False
    """The reader wants the numbers as tables."""

    @property
    def total(self) -> int:
        """Tasks to be worked off today."""
        return self.inbound + self.overdue + self.planned
