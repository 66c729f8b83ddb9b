"""How long to wait with a message or a screen of which nobody knows whether it has arrived."""

from datetime import timedelta

_PAUSES = (
    timedelta(seconds=2),
    timedelta(seconds=10),
    timedelta(minutes=1),
    timedelta(minutes=5),
)
LONGEST_PAUSE = timedelta(minutes=15)
SCREEN_LASTS = timedelta(minutes=1)
"""So long somebody waits for the answer to a tap."""
SCREEN_HELD = timedelta(minutes=2)
"""So long a screen is left to the process that has begun with it."""
_SCREEN_PAUSES = (
    timedelta(seconds=2),
    timedelta(seconds=10),
    timedelta(seconds=15),
    timedelta(seconds=30),
)


def pause_after(tries: int) -> timedelta:
    """The pause after so many tries (1 or more): two tries within a second are one try."""
    return _PAUSES[tries - 1] if tries <= len(_PAUSES) else LONGEST_PAUSE


def screen_pause(
    tries: int, lost_for: timedelta, rest: timedelta, *, asks: bool
) -> timedelta | None:
    """The pause before a screen is shown again after so many tries (1 or more), the first of them
    `lost_for` ago; Telegram asks for `rest`. None: nobody waits for it any more.

    A screen that `asks` something has no end: the question waits as long as its answer.
    """
    own = len(_SCREEN_PAUSES)
    pause = _SCREEN_PAUSES[tries - 1] if tries <= own else pause_after(tries - 2)
    pause = max(pause, rest)
    return pause if asks or lost_for + pause <= SCREEN_LASTS else None
