"""What is done by tapping with the load of the days ahead (R8)."""

from dataclasses import dataclass

from bot.views.taps.base import Page, Tap, tap


@tap("ldt")
@dataclass(frozen=True)
class OpenTeamLoad(Tap):
    """The people one leads, with their load."""

    page: Page = 0


@tap("un")
@dataclass(frozen=True)
class PreviewUnload(Tap):
    """What moving tasks off the overfull days would give."""


@tap("uny")
@dataclass(frozen=True)
class UnloadNow(Tap):
    """Carry out the moves of this mark."""

    mark: int
