"""The month that is shown when people choose a date by hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.method.core.workdays import WorkCalendar


@dataclass(frozen=True)
class Cell:
    """One local date of the grid: its planned tasks and why it may not be a good choice."""

    on: date
    load: int
    today: bool
    off: bool
    past: bool
    beyond: bool


@dataclass(frozen=True)
class MonthGrid:
    """Weeks from Monday to Sunday; None stands for the days of other months.

    `earlier` and `later` tell whether the months beside hold a date that may be chosen.
    """

    year: int
    month: int
    weeks: tuple[tuple[Cell | None, ...], ...]
    earlier: bool
    later: bool


def month_grid(
    year: int,
    month: int,
    today: date,
    horizon_days: int,
    load: Mapping[date, int],
    calendar: WorkCalendar,
) -> MonthGrid:
    """The grid of a month by the owner's local date; the horizon's last day is not beyond."""
    last = today + timedelta(days=horizon_days)
    first, after = date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)
    cells: list[Cell | None] = [None] * first.weekday()
    for number in range((after - first).days):
        day = first + timedelta(days=number)
        cells.append(
            Cell(
                on=day,
                load=load.get(day, 0),
                today=day == today,
                off=not calendar.is_working(day),
                past=day < today,
                beyond=day > last,
            )
        )
    cells += [None] * (-len(cells) % 7)
    weeks = tuple(tuple(cells[start : start + 7]) for start in range(0, len(cells), 7))
    return MonthGrid(year, month, weeks, earlier=first > today, later=after <= last)
