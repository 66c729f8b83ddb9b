"""What whoever reports an event is told of it (R9)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Receipt:
    """The event is kept: as `task_id`, or as a question to somebody until that is answered.
    `repeated`: it was here before."""

    record_id: int
    task_id: int | None
    repeated: bool = False
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class OtherContent:
    """Something else has come under the same id before."""


@dataclass(frozen=True)
class NobodyThere:
    """Nobody of the company has come in yet who could get it."""
