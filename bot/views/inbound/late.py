"""Inbound that waits too long, in the reminder of its owner and in the head's escalation (R9)."""

from collections.abc import Sequence
from datetime import date

from bot.method.core.texts import clean
from bot.method.gaps.cards import LateLine
from bot.views.day.day import line_text
from bot.views.screen import Button, Row
from bot.views.taps.nav import OpenTask
from bot.views.words import Markup, Words

_MOST = 10
_LONGEST = 60


def late_for_owner(words: Words, late: Sequence[LateLine], today: date) -> list[Markup]:
    """The owner's own, each as in the list of tasks; nothing where there is none."""
    if not late:
        return []
    parts = [words("nudge-late", count=len(late))]
    for task in late[:_MOST]:
        shown = line_text(words, task.line, today)
        whose = words("gap-whose", owner=clean(task.owner_name, _LONGEST))
        parts.append(Markup(f"{shown} · {whose}") if task.instead else shown)
    return parts


def late_for_head(words: Words, late: Sequence[LateLine], today: date) -> list[Markup]:
    """The same with whose it is and for how long; nothing where there is none."""
    if not late:
        return []
    parts = [words("escalation-late", count=len(late))]
    for task in late[:_MOST]:
        name = clean(task.owner_name, _LONGEST)
        waited = words.working_time(task.waited, task.workday)
        told = words("late-told", owner=name, waited=waited)
        parts.append(Markup(f"{line_text(words, task.line, today)}\n{told}"))
    return parts


def late_rows(late: Sequence[LateLine]) -> tuple[Row, ...]:
    """A row a task: it is worked off on its card."""
    return tuple(
        (Button(f"\N{LARGE GREEN CIRCLE} {clean(task.line.client_name, 40)}", _open(task)),)
        for task in late[:_MOST]
    )


def _open(task: LateLine) -> OpenTask:
    return OpenTask(task.line.task_id)
