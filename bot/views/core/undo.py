"""Taking back what was just done: the button under every such screen, and what it leads to."""

from dataclasses import replace
from datetime import date

from bot.method.core.cards import TaskLine
from bot.method.core.terms import UndoableAction
from bot.method.tasks.cards import TaskCard
from bot.views.screen import Button, Row, Screen
from bot.views.taps.tasks import OpenDeal
from bot.views.taps.undo import BringBack, GoOn, Undo
from bot.views.words import Words

_LONGEST_TITLE = 30
_MOST_BACK = 8
"""So many reminders can be brought back one by one; more are rare, and undoing brings back all."""


def with_undo(words: Words, screen: Screen, step_id: int | None) -> Screen:
    """The screen of an act, with the way back below where there is one."""
    if step_id is None:
        return screen
    return screen.with_rows((Button(words.plain("undo"), Undo(step_id)),))


def without_undo(screen: Screen) -> Screen:
    """The screen of an act that can not be taken back any more."""
    rows = (tuple(key for key in row if not isinstance(key.tap, Undo)) for row in screen.rows)
    return replace(screen, rows=tuple(row for row in rows if row))


def undoing_screen(words: Words, deed: UndoableAction, count: int) -> Screen:
    """How many clients of a long act are as they were."""
    return Screen(words("undoing", what=words.plain(f"deed-{deed}"), count=count))


def midway_screen(
    words: Words, deed: UndoableAction, count: int, left: int | None, go_on: GoOn, error: str
) -> Screen:
    """A long act has failed after so many clients; how many are `left` is not always known."""
    what = words.plain(f"deed-{deed}")
    text = words("midway", what=what, count=count, left=left or 0, error=error)
    return Screen(text, ((Button(words.plain("midway-go-on"), go_on),),))


def going_on_screen(words: Words) -> Screen:
    """It goes on where it was."""
    return Screen(words("midway-going"))


def undone_screen(
    words: Words,
    deed: UndoableAction,
    before: Screen,
    *,
    joined: bool = False,
    wrote: bool = False,
) -> Screen:
    """Where the person was before the act, with what was taken back on top; `joined`: the client
    has written meanwhile, and that is a part of what is open again; `wrote`: while nobody had the
    client."""
    if joined:
        before = before.below(words("undone-joined"))
    elif wrote:
        before = before.below(words("undone-wrote"))
    return before.below(words("undone", what=words.plain(f"deed-{deed}")))


def bring_back_rows(words: Words, cancelled: tuple[TaskLine, ...], today: date) -> tuple[Row, ...]:
    """The way back for each reminder that went with R11."""
    if len(cancelled) == 1:
        return ((Button(words.plain("bring-back"), BringBack(cancelled[0].task_id)),),)
    return tuple((_bring_back(words, line, today),) for line in cancelled[:_MOST_BACK])


def to_deal_rows(words: Words, card: TaskCard) -> tuple[Row, ...]:
    """The way to the deal that stays, from the reminder that was brought back."""
    newest = max((deal.deal_id for deal in card.open_deals), default=None)
    return () if newest is None else ((Button(words.plain("to-deal"), OpenDeal(newest)),),)


def _bring_back(words: Words, line: TaskLine, today: date) -> Button:
    due = words.short_date(line.due_on, today) if line.due_on else ""
    what = line.title or words.plain(f"kind-{line.kind}")
    label = words.plain("bring-back-one", what=what[:_LONGEST_TITLE], date=due)
    return Button(label, BringBack(line.task_id))
