"""Vacations by tapping; dates are local to the person."""

from dataclasses import dataclass
from datetime import date

from bot.views.taps.base import MonthNumber, Page, Tap, Year, tap


@tap("va")
@dataclass(frozen=True)
class OpenVacation(Tap):
    """Somebody's vacation."""

    person_id: int


@tap("vam")
@dataclass(frozen=True)
class AskVacationDay(Tap):
    """A month to choose the first day from, or the last one where `first` is chosen."""

    person_id: int
    year: Year
    month: MonthNumber
    first: date | None = None


@tap("vas")
@dataclass(frozen=True)
class AskSubstitute(Tap):
    """Who stands in from the first to the last day."""

    person_id: int
    first: date
    last: date
    page: Page = 0


@tap("vaw")
@dataclass(frozen=True)
class SetVacation(Tap):
    """The vacation with this substitute, or with nobody."""

    person_id: int
    first: date
    last: date
    substitute_id: int | None


@tap("vax")
@dataclass(frozen=True)
class CallOff(Tap):
    """No vacation, or back today."""

    person_id: int


@tap("vad")
@dataclass(frozen=True)
class OpenStandIn(Tap):
    """The day of somebody on vacation, for the one who stands in."""

    person_id: int
    page: Page = 0


@tap("vsr")
@dataclass(frozen=True)
class StartStandIn(Tap):
    """Work mode with the tasks of somebody on vacation."""

    person_id: int
