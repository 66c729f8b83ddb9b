"""What the pieces of a typed date are, and the line that they are read from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise

from bot.method.core.workdays import WorkCalendar
from bot.method.tasks.phrases.words import Sign

DAY = timedelta(days=1)


class Unit(StrEnum):
    """What is counted ahead; the values are the keys of the phrases of every language."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WORKDAY = "workday"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True)
class SaidDay:
    """One of these local dates, the likeliest first; `week` is the Monday of "in a week".

    Not `sure` is what may be a size or a price as well; `span` is the beginning of several days;
    `written` are numbers alone, which may be no date at all.
    """

    dates: tuple[date, ...]
    week: date | None = None
    sure: bool = True
    span: bool = False
    written: bool = False


@dataclass(frozen=True)
class Week:
    """A week by its Monday; `on` is meant where no weekday is said."""

    monday: date
    on: date


@dataclass(frozen=True)
class Weekday:
    """A day of the week, Monday is 0; `span` is the beginning of several days."""

    number: int
    span: bool = False


@dataclass(frozen=True)
class Instant:
    """One of these local moments, like "in two hours"."""

    moments: tuple[datetime, ...]


@dataclass(frozen=True)
class SaidHour:
    """One of these local times, or a day of the month: nothing tells which a bare number is.

    Not `sure` is what may be a price or a size as well; `span` is the beginning of some hours,
    `midnight` belongs to the day before as well as to the day after.
    """

    times: tuple[time, ...]
    days: tuple[date, ...] = ()
    text: str = ""
    sure: bool = True
    span: bool = False
    midnight: bool = False


@dataclass(frozen=True)
class Part:
    """A part of the day; `usual` is meant where no hour is said. The whole day has none.

    `sure` is what says when by itself: "in the evening", but not the name "Evening".
    """

    name: str
    usual: time | None
    sure: bool = False

    @property
    def whole(self) -> bool:
        """Whether it is no part: at any time of the day."""
        return self.name == "whole"


@dataclass(frozen=True)
class Impossible:
    """It looks like a date or a time, but there is none such; `code` names the refusal.

    Not `sure` is what may be something else altogether.
    """

    code: str
    text: str
    sure: bool = True


Piece = SaidDay | Week | Weekday | Instant | SaidHour | Part | Impossible


@dataclass(frozen=True)
class Today:
    """Where and when the text was typed: the local time, aware, and the working days."""

    now: datetime
    calendar: WorkCalendar

    @property
    def day(self) -> date:
        """The local date."""
        return self.now.date()

    @property
    def monday(self) -> date:
        """The Monday of this week."""
        return self.day - self.day.weekday() * DAY

    def days_to(self, weekday: int) -> int:
        """How many days from now the weekday comes; none where it is today's."""
        return (weekday - self.day.weekday()) % 7


class SignLine:
    """The signs of a line; reading beyond its ends finds nothing."""

    def __init__(self, signs: Sequence[Sign]) -> None:
        self._signs = signs

    def __len__(self) -> int:
        return len(self._signs)

    def at(self, place: int) -> Sign:
        """The sign at this place."""
        inside = 0 <= place < len(self._signs)
        return self._signs[place] if inside else Sign("", 0, 0, {})

    def tight(self, place: int, count: int) -> bool:
        """Whether these signs stand together without a space."""
        signs = [self.at(place + number) for number in range(count)]
        return all(a.end == b.start for a, b in pairwise(signs))

    def text(self, place: int, count: int) -> str:
        """What these signs say."""
        return "".join(self.at(place + number).text for number in range(count))
