"""Plain results for the messages about clients that come and go (R5, R6, R7)."""

from dataclasses import dataclass

from bot.method.core.terms import PoolReason


@dataclass(frozen=True)
class HandedNotice:
    """Somebody (`by`) has given the client to the reader; `inbound_id` where the client has
    written himself and waits."""

    client_id: int
    client_name: str
    by: str
    inbound_id: int | None = None


@dataclass(frozen=True)
class HandedAllNotice:
    """Somebody (`by`) has given the reader all that another one (`giver`) had."""

    giver: str
    by: str


@dataclass(frozen=True)
class TakenNotice:
    """Somebody (`by`) has given the reader's client to its new owner."""

    client_name: str
    owner: str
    by: str


@dataclass(frozen=True)
class ErasedNotice:
    """Somebody (`by`) has erased the data of the reader's client, of whom `number` is left."""

    number: str
    by: str


@dataclass(frozen=True)
class LostNotice:
    """Somebody (`by`) has called the reader's client lost for good."""

    client_name: str
    by: str


@dataclass(frozen=True)
class PooledNotice:
    """The client is in the pool; `owner` had it, None where that is the reader."""

    client_name: str
    owner: str | None
    reason: PoolReason


@dataclass(frozen=True)
class ExhaustedNotice:
    """No attempt is left to bring the client back."""

    client_id: int
    client_name: str
    attempts: int
