"""Kinds of tasks on screens: the toggle above the dates, the outcomes on the card."""

from collections.abc import Callable

from bot.method.core.cards import TaskLine
from bot.method.core.terms import Outcome, TaskKind
from bot.method.tasks.kinds import OUTCOMES, Workload
from bot.views.screen import Button, Row
from bot.views.taps.base import Tap
from bot.views.taps.tasks import AskAgain, Finish
from bot.views.words import Words


def kind_row(words: Words, chosen: TaskKind, choose: Callable[[TaskKind], Tap]) -> Row:
    """The kinds as small buttons; the chosen one is marked and can be left as it is."""
    return tuple(_kind(words, kind, choose(kind), kind is chosen) for kind in TaskKind)


def outcome_row(words: Words, line: TaskLine) -> Row:
    """How an outbound task of this kind may end; nobody reached: the same task again."""
    return tuple(
        Button(
            words.plain(f"do-{line.kind}-{outcome}"),
            AskAgain(line.task_id)
            if outcome is Outcome.NO_ANSWER
            else Finish(line.task_id, outcome),
            style=None if number else "success",
        )
        for number, outcome in enumerate(OUTCOMES[line.kind])
    )


def load_text(words: Words, load: Workload) -> str:
    """How much there is to do on one day, in pieces and in time."""
    return words.plain("workload", count=load.tasks, time=words.effort(load.time))


def _kind(words: Words, kind: TaskKind, tap: Tap, chosen: bool) -> Button:
    icon = words.plain(f"kind-icon-{kind}")
    label = words.plain("kind-chosen", icon=icon) if chosen else icon
    return Button(label, tap, style="primary" if chosen else None)
