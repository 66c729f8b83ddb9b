"""What a head decides about a client without a task, by tapping (R5)."""

from dataclasses import dataclass

from bot.views.taps.base import Tap, tap


@tap("gday")
@dataclass(frozen=True)
class GiveDay(Tap):
    """The owner gets until the end of the next working day; `sure`: whoever taps has seen what
    another head has decided."""

    client_id: int
    sure: bool = False
