"""Inbound that waits too long, in the reminder of its owner and in the head's escalation (R9)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.method.core.cards import TaskLine
from bot.method.core.texts import clean
from bot.method.gaps.cards import LateLine
from bot.views.day.day import once_each
from bot.views.screen import Button, Row
from bot.views.taps.nav import OpenTask
from bot.views.words import Markup, Words

_MOST = 10
_LONGEST = 60


def late_for_owner(
    words: Words, late: Sequence[LateLine], today: date, notes: Mapping[int, Markup]
) -> list[Markup]:
    """The owner's own, each as in the list of tasks and with the note of its client; nothing where
    there is none."""
    if not late:
        return []
    shown = late[:_MOST]
    lines = once_each(words, map(_below_head, shown), today, _with_whose(words, shown, notes))
    return [words("nudge-late", count=len(late)), *lines]


def _with_whose(
    words: Words, late: Sequence[LateLine], notes: Mapping[int, Markup]
) -> Mapping[int, Markup]:
    """The notes, of an absent colleague's client with whose it is before them."""
    whose = {
        task.line.client_id: words("gap-whose", owner=clean(task.owner_name, _LONGEST))
        for task in late
        if task.instead
    }
    both = {
        client_id: Markup(f"{said} · {notes[client_id]}") if client_id in notes else said
        for client_id, said in whose.items()
    }
    return {**notes, **both}


def late_for_head(
    words: Words, late: Sequence[LateLine], today: date, notes: Mapping[int, Markup]
) -> list[Markup]:
    """The same with whose it is and for how long; nothing where there is none."""
    if not late:
        return []
    parts = [words("escalation-late", count=len(late))]
    by_client: dict[int, list[LateLine]] = {}
    for task in late[:_MOST]:
        by_client.setdefault(task.line.client_id, []).append(task)
    for tasks in by_client.values():
        # The longest waiting of a client comes first.
        first = tasks[0]
        name, waited = clean(first.owner_name, _LONGEST), first.waited
        lines = once_each(words, map(_below_head, tasks), today, notes)
        said = words.working_time(waited, first.workday)
        parts += [*lines, words("late-told", owner=name, waited=said)]
    return parts


def _below_head(task: LateLine) -> TaskLine:
    """The task as a line below a head that says already that it waits too long."""
    return replace(task.line, overdue=False)


def late_rows(late: Sequence[LateLine]) -> tuple[Row, ...]:
    """A row a task: it is worked off on its card."""
    return tuple(
        (Button(f"\N{LARGE GREEN CIRCLE} {clean(task.line.client_name, 40)}", _open(task)),)
        for task in late[:_MOST]
    )


def _open(task: LateLine) -> OpenTask:
    return OpenTask(task.line.task_id)
