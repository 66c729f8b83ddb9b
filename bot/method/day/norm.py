"""Days that hold more than the norm, as the morning names them (R8, R10)."""

from dataclasses import dataclass
from datetime import date

from bot.method.day.cards import DayPage


@dataclass(frozen=True)
class OverNorm:
    """The days over the norm with their outbound tasks, today with what is overdue.

    `unloadable`: one of them is too full by what is planned for it, so that unloading helps; else
    it is the overdue that has to be spread.
    """

    days: tuple[tuple[date, int], ...]
    unloadable: bool


def over_norm(day: DayPage) -> OverNorm | None:
    """None where no day of today and those ahead is over the norm."""
    ahead = [(on, load.tasks) for on, load in day.next_days]
    counts = [(day.today, day.overdue + day.planned), *ahead]
    days = tuple((on, count) for on, count in counts if count > day.capacity)
    planned = [day.planned, *(count for _, count in ahead)]
    return OverNorm(days, max(planned) > day.capacity) if days else None
