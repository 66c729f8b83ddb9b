"""Places: where a screen goes back to. Stale answers, undo and back buttons say it in these."""

from dataclasses import dataclass

from bot.method.core.terms import Outcome


@dataclass(frozen=True)
class TaskAt:
    """The card of a task."""

    task_id: int


@dataclass(frozen=True)
class ClientAt:
    """The card of a client."""

    client_id: int


@dataclass(frozen=True)
class DealAt:
    """The card of a deal."""

    deal_id: int


@dataclass(frozen=True)
class DateAsked:
    """The question for the next contact, on this deal where one is named; `outcome` is what it
    came after (R3)."""

    client_id: int
    deal_id: int | None = None
    outcome: Outcome | None = None


@dataclass(frozen=True)
class WalkAt:
    """The stop of the walk about this gap, or the one that follows once it is closed (R1)."""

    gap_id: int


@dataclass(frozen=True)
class SpreadPreview:
    """What giving a date to everything would plan (R1)."""


@dataclass(frozen=True)
class UnloadPreview:
    """What unloading the full days would move (R8)."""


@dataclass(frozen=True)
class HandOutPreview:
    """Whom handing out `n` clients of the pool would reach, all or one person (R6)."""

    n: int
    person_id: int | None = None


@dataclass(frozen=True)
class PoolList:
    """The first page of the pool (R6)."""


@dataclass(frozen=True)
class MyDay:
    """The tasks of today (R10)."""


Preview = SpreadPreview | UnloadPreview | HandOutPreview
"""What an act on many would do, to be confirmed."""

Place = TaskAt | ClientAt | DealAt | DateAsked | WalkAt | Preview | PoolList | MyDay


def task_if_any(task_id: int | None) -> TaskAt | None:
    """The task that something has become, where it has."""
    return None if task_id is None else TaskAt(task_id)


def task_or_client(task_id: int | None, client_id: int) -> TaskAt | ClientAt:
    """The task that somebody came from, else the client."""
    return ClientAt(client_id) if task_id is None else TaskAt(task_id)
