"""Taking back what was just done: the button under every such screen, and what it leads to."""

from dataclasses import dataclass, replace

from bot.method.terms import Deed
from bot.views.screen import Button, Screen
from bot.views.taps import Tap, tap
from bot.views.words import Markup, Words


@tap("undo")
@dataclass(frozen=True)
class Undo(Tap):
    """Take the act back that was kept as this step."""

    step_id: int


def with_undo(words: Words, screen: Screen, step_id: int) -> Screen:
    """The screen of an act, with the way back below."""
    return screen.with_rows((Button(words.plain("undo"), Undo(step_id)),))


def undone_screen(words: Words, deed: Deed, before: Screen) -> Screen:
    """Where the person was before the act, with what was taken back on top."""
    said = words("undone", what=words.plain(f"deed-{deed}"))
    return replace(before, text=Markup(f"{said}\n\n{before.text}"))
