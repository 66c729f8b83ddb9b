"""Taking back by tapping."""

from dataclasses import dataclass

from bot.views.taps.base import Tap, tap


@tap("undo")
@dataclass(frozen=True)
class Undo(Tap):
    """Take the act back that was kept as this step."""

    step_id: int


@tap("goon")
@dataclass(frozen=True)
class GoOn(Tap):
    """Go on with the act that this update of the inbox began: it has failed in the middle."""

    update: int


@tap("back")
@dataclass(frozen=True)
class BringBack(Tap):
    """R11: a reminder that was cancelled for the new deal is wanted after all."""

    task_id: int
