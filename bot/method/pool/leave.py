"""What an owner asks a head about a client: to the pool, or lost for good (R5, R7)."""

from dataclasses import dataclass
from enum import StrEnum

from bot.method.core.terms import PoolReason


class LeaveKind(StrEnum):
    """Where the client is to go."""

    POOL = "pool"
    LOST = "lost"


class LeaveAsk(StrEnum):
    """Why an owner asks before a client goes to the pool."""

    RULE = "rule"
    """The company leaves it to the heads."""
    ENOUGH = "enough"
    """So many have gone today already."""


class LeaveState(StrEnum):
    """A request waits for a head, until he decides or it is about nothing any more."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"
    OVER = "over"


class LeaveReason(StrEnum):
    """Why the client is to go; those of the pool are the owner's `PoolReason`s."""

    NOT_ACTIVE = PoolReason.NOT_ACTIVE
    NO_ANSWER = PoolReason.NO_ANSWER
    CLOSED = "closed"
    NO_NEED = "no_need"
    MISFIT = "misfit"
    NO_CALLS = "no_calls"
    OTHER = "other"

    @classmethod
    def of(cls, kind: LeaveKind) -> tuple["LeaveReason", ...]:
        """The reasons that are offered; `OTHER` is what somebody writes in his own words."""
        if kind is LeaveKind.POOL:
            return cls.NOT_ACTIVE, cls.NO_ANSWER
        return cls.CLOSED, cls.NO_NEED, cls.MISFIT, cls.NO_CALLS

    @classmethod
    def for_good(cls) -> frozenset["LeaveReason"]:
        """Why a client may be lost for good."""
        return frozenset({*cls.of(LeaveKind.LOST), cls.OTHER})


@dataclass(frozen=True)
class LeaveLine:
    """One request as screens show it: who has asked, what a head (`by`) has decided and added
    (`answer`); `deals` are those that would close, `attempts` those that came to nothing."""

    request_id: int
    kind: LeaveKind
    state: LeaveState
    client_id: int
    client_name: str
    reason: LeaveReason
    comment: str | None
    whose: str
    by: str | None = None
    answer: str | None = None
    deals: int = 0
    attempts: int = 0


@dataclass(frozen=True)
class LeavePage:
    """One page of what waits for a head's word, the oldest first."""

    lines: tuple[LeaveLine, ...]
    total: int
    page: int
    pages: int
