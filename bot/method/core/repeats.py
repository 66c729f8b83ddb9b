"""How long to wait with a message of which nobody knows whether it has arrived."""

from datetime import timedelta

_PAUSES = (
    timedelta(seconds=2),
    timedelta(seconds=10),
    timedelta(minutes=1),
    timedelta(minutes=5),
)
LONGEST_PAUSE = timedelta(minutes=15)


def pause_after(tries: int) -> timedelta:
    """The pause after so many tries (1 or more): two tries within a second are one try."""
    return _PAUSES[tries - 1] if tries <= len(_PAUSES) else LONGEST_PAUSE
