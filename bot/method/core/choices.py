"""Words that a rule of the company may be, where it is no number."""

from enum import StrEnum


class OfferTo(StrEnum):
    """Who is asked first when an inbound is nobody's (R9)."""

    PRESENT = "present"
    """All managers of a team who are there: the first to take it has it."""
    TURN = "turn"
    """One after the other."""
    DUTY = "duty"
    """The manager on duty."""
    HEAD = "head"
    """Nobody: the head decides at once."""
