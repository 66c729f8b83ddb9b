"""Vacations: which dates may be one, and what is shown of them (R10)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.method.core.refusals import Invalid
from bot.method.day.cards import DayPage
from bot.method.gaps.cards import GapLine

LONGEST_DAYS = 366
"""Days of one vacation; as far ahead may it begin."""


class Alone(StrEnum):
    """Why a head hears that nobody stands in; the value is also the name of the sentence."""

    NOBODY_CHOSEN = "vacation-alone"
    SUBSTITUTE_GONE = "substitute-gone"


class VacationNews(StrEnum):
    """What is said of a vacation before it begins; the value names the sentence as well."""

    SET = "set"
    SOON = "soon"
    OFF = "off"


class Told(StrEnum):
    """How far the person and the substitute have been told of the vacation."""

    SOON = "soon"
    """The substitute and the heads, on the working day before."""
    BEGAN = "began"
    ENDED = "ended"


@dataclass(frozen=True)
class Vacation:
    """Local dates of the person, both included; Invalid("vacation-order") the wrong way round."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise Invalid("vacation-order", first=self.first, last=self.last)

    def holds(self, day: date) -> bool:
        """Whether the person is away on this date."""
        return self.first <= day <= self.last

    def meets(self, other: "Vacation") -> bool:
        """Whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last


def check_vacation(wanted: Vacation, today: date, present: Vacation | None) -> None:
    """Refuse a vacation in the past, longer than a year, or more than a year away.

    Raises Invalid: vacation-past, vacation-long, vacation-far. The `present` vacation, under way,
    may keep its first day.
    """
    begun = present is not None and present.first == wanted.first
    if wanted.last < today or (wanted.first < today and not begun):
        raise Invalid("vacation-past", today=today)
    if (wanted.last - wanted.first).days >= LONGEST_DAYS:
        raise Invalid("vacation-long", most=LONGEST_DAYS)
    if wanted.first > today + timedelta(days=LONGEST_DAYS):
        raise Invalid("vacation-far", most=LONGEST_DAYS)


@dataclass(frozen=True)
class VacationCard:
    """Somebody's vacation as its screen shows it; `vacation` is None where there is none to come.

    `today` is the person's local date. `own`: the reader's.
    """

    person_id: int
    name: str
    own: bool
    today: date
    vacation: Vacation | None = None
    substitute: str | None = None

    @property
    def under_way(self) -> bool:
        """Whether the person is away today."""
        return self.vacation is not None and self.vacation.holds(self.today)


@dataclass(frozen=True)
class StandInDay:
    """What the reader has to do for somebody on vacation until `until` (that person's date)."""

    person_id: int
    name: str
    until: date
    day: DayPage
    gaps: tuple[GapLine, ...]


@dataclass(frozen=True)
class AheadNotice:
    """A vacation to come, for the substitute, (`to_head`) a head, or (`own`) the person for whom
    somebody else has set it; `tasks` fall into its days."""

    what: VacationNews
    name: str
    vacation: Vacation
    today: date
    substitute: str | None
    tasks: int
    to_head: bool
    own: bool = False


@dataclass(frozen=True)
class VacationNotice:
    """A vacation began or ended; `own`: the reader's, else the reader stands in for `name`."""

    told: Told
    own: bool
    person_id: int
    name: str
    until: date
    today: date
    substitute: str | None
