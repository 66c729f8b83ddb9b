"""The numbers of the day and of the days ahead as tables."""

from bot.method.day.cards import DayPage
from bot.views.screen import Grid
from bot.views.words import Words


def today_grid(words: Words, day: DayPage) -> Grid:
    """How much of everything there is today."""
    counted = (
        ("inbound", day.inbound),
        ("overdue", day.overdue),
        ("planned", day.planned),
        ("gaps", day.gaps),
    )
    return Grid(
        (words.plain("day-table-today"), words.plain("day-table-count")),
        tuple((words.plain(f"day-table-{name}"), words.number(count)) for name, count in counted),
    )


def ahead_grid(words: Words, day: DayPage) -> Grid:
    """What stands on each of the next working days, in pieces and in time."""
    head = (words.plain(f"day-table-{name}") for name in ("ahead", "tasks", "time"))
    return Grid(
        tuple(head),
        tuple(
            (
                words.short_date(on, day.today),
                words.number(load.tasks),
                words.effort(load.time) if load.tasks else words.plain("workload-none"),
            )
            for on, load in day.next_days
        ),
    )
