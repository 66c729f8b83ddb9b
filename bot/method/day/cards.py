"""What the messages of the day say: the reminder of a task, the evening check (R10)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.method.core.cards import Contacts, TaskLine


@dataclass(frozen=True)
class Reminded:
    """A task whose time comes in so many `minutes`; nothing or less: it is there."""

    line: TaskLine
    contacts: Contacts
    minutes: int
    today: date
    instead_of: str | None = None
    """The owner, where the reader stands in."""


class Stays(StrEnum):
    """Why a task is not moved to tomorrow."""

    INBOUND = "inbound"
    """The client waits for an answer."""
    TIMED = "timed"
    """It was agreed for a time."""
    ATTEMPT = "attempt"
    """The date is the deadline of a reactivation."""
    HORIZON = "horizon"
    """The next working day is beyond what may be planned for this client or deal."""


@dataclass(frozen=True)
class Postponing:
    """Moving what is left to the next working day `to`: `count` tasks go (or, when `done`, have
    gone), the others stay. `load` is what stands on that day without them. `step_id` takes back
    what the tap before has done, where this one found nothing more to do."""

    today: date
    to: date
    load: int
    capacity: int
    count: int
    stay: tuple[tuple[TaskLine, Stays], ...] = ()
    done: bool = False
    step_id: int | None = None
