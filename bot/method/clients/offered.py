"""Plain results about clients that are offered to who types in any chat (R1)."""

from dataclasses import dataclass
from datetime import date

from bot.method.clients.cards import ClientLine
from bot.method.core.cards import Phone


@dataclass(frozen=True)
class Hit:
    """A client offered to who types in any chat; `phones` are the client's own, not those of
    people inside: they go to whoever reads that chat."""

    line: ClientLine
    phones: tuple[Phone, ...] = ()


@dataclass(frozen=True)
class Hits:
    """One page of what fits the `query`; without a query the clients of today's tasks."""

    query: str
    hits: tuple[Hit, ...]
    today: date
    next_page: int | None = None
