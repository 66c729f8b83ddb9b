"""Plain results about where vendors report to (R9)."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True)
class AddressLine:
    """A source, when its address was made and when its last event came (local times); None where
    there is none."""

    source: str
    made_at: datetime | None
    last_at: datetime | None
    is_vendor: bool = True
    """With an address of its own; what sends our own JSON has a token in the settings."""
    is_signed: bool | None = None
    """Whether signatures are looked at; None of a vendor that does not sign."""


@dataclass(frozen=True)
class NewAddress:
    """A secret that is shown once."""

    vendor: str
    secret: str = field(repr=False)


class TrialEnd(StrEnum):
    """What an event would have become."""

    TASK = "task"
    ASKED = "asked"
    OFFERED = "offered"
    """Nobody's: managers are asked, and the first who takes it has it."""
    HEADS = "heads"
    PASSED = "passed"


@dataclass(frozen=True)
class Trial:
    """What would come of an event: of which client it would be, and the names of who would hear
    of it. `is_new`: that client would be made."""

    end: TrialEnd
    client_name: str | None = None
    readers: tuple[str, ...] = ()
    is_new: bool = False


@dataclass(frozen=True)
class CallerFacts:
    """Who calls, and whose client that is."""

    name: str
    owner_name: str | None
