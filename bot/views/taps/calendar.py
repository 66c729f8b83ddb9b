"""The company's own calendar by tapping."""

from dataclasses import dataclass
from datetime import date

from bot.views.taps.base import MonthNumber, Tap, Year, tap


@tap("cal")
@dataclass(frozen=True)
class OpenCompanyMonth(Tap):
    """A month of the company's calendar."""

    year: Year
    month: MonthNumber


@tap("cald")
@dataclass(frozen=True)
class OpenCompanyDay(Tap):
    """One day of it."""

    on: date


@tap("calw")
@dataclass(frozen=True)
class WeighDay(Tap):
    """What would become of it?"""

    on: date
    value: str


@tap("cals")
@dataclass(frozen=True)
class SetDay(Tap):
    """So it is from now on, where it is still what it was."""

    on: date
    before: str
    value: str


@tap("calu")
@dataclass(frozen=True)
class UndoDay(Tap):
    """Take this change back."""

    on: date
    number: int
