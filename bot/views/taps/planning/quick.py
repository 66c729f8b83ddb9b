"""Quick add by tapping (R1)."""

from dataclasses import dataclass
from datetime import date, time

from bot.views.taps.base import Page, Tap, tap


@tap("qc")
@dataclass(frozen=True)
class QuickClient(Tap):
    """The line is about this client, or a new one."""

    line_id: int
    client_id: int | None


@tap("qp")
@dataclass(frozen=True)
class QuickPage(Tap):
    """Another page of those whose line it may be."""

    line_id: int
    page: Page = 0


@tap("lc")
@dataclass(frozen=True)
class SaidOfClient(Tap):
    """The words of the line are about this client."""

    line_id: int
    client_id: int


@tap("lpg")
@dataclass(frozen=True)
class SaidPage(Tap):
    """Another page of those whom they may be about."""

    line_id: int
    page: Page = 0


@tap("ln")
@dataclass(frozen=True)
class NoteLine(Tap):
    """The words are a comment to this client."""

    line_id: int
    client_id: int


@tap("li")
@dataclass(frozen=True)
class TakeLine(Tap):
    """The words are what this client has said: an inbound."""

    line_id: int
    client_id: int


@tap("lp")
@dataclass(frozen=True)
class PlanLine(Tap):
    """The words are what is to be done with this client."""

    line_id: int
    client_id: int


@tap("lnew")
@dataclass(frozen=True)
class AddFromLine(Tap):
    """A new client with the name and the contacts of the line."""

    line_id: int


@tap("qdl")
@dataclass(frozen=True)
class QuickDeal(Tap):
    """The line is about this one of the client's deals."""

    line_id: int
    deal_id: int


@tap("qd")
@dataclass(frozen=True)
class QuickDate(Tap):
    """The line means this local date; `sure` where it is a day off and that is meant."""

    line_id: int
    on: date
    at: time | None = None
    sure: bool = False


@tap("qs")
@dataclass(frozen=True)
class QuickSave(Tap):
    """Save what the line says."""

    line_id: int
