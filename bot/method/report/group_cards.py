"""What a department's chat hears, and what an admin sees of the chats: no client, no sum."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ManagerTotals:
    """How the day of a manager ended: tasks worked off, left of today, clients without a task."""

    name: str
    done: int
    left: int
    uncovered: int


@dataclass(frozen=True)
class DayTotals:
    """The day of a department; `team` is None for all. `chat_id` and `thread_id` say where."""

    chat_id: int
    thread_id: int | None
    team: str | None
    on: date
    lines: tuple[ManagerTotals, ...]


@dataclass(frozen=True)
class GroupLine:
    """A chat that gets totals: whose, and by whom it was linked."""

    group_id: int
    title: str
    team_id: int | None
    team: str | None
    keeper: str


@dataclass(frozen=True)
class GroupLinked:
    """A chat was linked, by an admin or by a head, for a team or for all."""

    group_id: int
    team: str | None
    again: bool
