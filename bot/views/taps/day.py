"""The day by tapping: what is left goes to the next working day (R10)."""

from dataclasses import dataclass
from datetime import date

from bot.views.taps.base import Tap, tap


@tap("eve")
@dataclass(frozen=True)
class AskTomorrow(Tap):
    """How full the next working day would be with what is left of this local date; None on a
    button from before there was a date."""

    today: date | None = None


@tap("evm")
@dataclass(frozen=True)
class ToTomorrow(Tap):
    """Move what is left of this local date to the next working day."""

    today: date


@tap("evs")
@dataclass(frozen=True)
class PreviewLeft(Tap):
    """How what is left would be spread over days."""


@tap("evd")
@dataclass(frozen=True)
class SpreadLeft(Tap):
    """Spread it as it was shown under this mark."""

    mark: int
