"""A planned task that may be pointless, because the client has come by himself (R11)."""

from dataclasses import dataclass
from datetime import date

from bot.method.core.terms import TaskKind


@dataclass(frozen=True)
class SpareTask:
    """The open task; `on` is its local date, `today` the reader's."""

    task_id: int
    client_id: int
    kind: TaskKind
    title: str | None
    on: date | None
    today: date
