"""Plain results about nobody's inbound that people are asked to take (R9)."""

from dataclasses import dataclass

from bot.method.inbound.intake.cards import Reported


@dataclass(frozen=True)
class OfferNotice:
    """Somebody is asked to take it. `back`: the client is one of the pool; `turn`: only the reader
    is asked."""

    claim_id: int
    client_name: str
    reported: Reported
    back: bool = False
    turn: bool = False


@dataclass(frozen=True)
class OfferOver:
    """It is not to be taken any more: who has it, None where that is nobody's business by now;
    `client_name` is whom it was about."""

    taker: str | None
    client_name: str


@dataclass(frozen=True)
class OfferRefused:
    """The reader does not take it; he still may while nobody else has."""

    claim_id: int
    client_name: str


@dataclass(frozen=True)
class Claimed:
    """It is the reader's from now on: the inbound of the client."""

    task_id: int
