"""The pool, attempts, lost clients and new owners by tapping."""

from dataclasses import dataclass

from bot.method.core.terms import PoolReason
from bot.method.pool.again import AgainReason, AgainWay
from bot.method.pool.filters import HandOutWay, PoolFilter
from bot.method.pool.leave import LeaveReason
from bot.views.taps.base import Page, Tap, tap


@tap("prel")
@dataclass(frozen=True)
class Release(Tap):
    """Let the client go for this reason; `seen`: below what another head has decided."""

    client_id: int
    reason: PoolReason
    seen: bool = False


@tap("pcl")
@dataclass(frozen=True)
class OpenPooled(Tap):
    """The card of a client, with the way back to that page of what was shown of the pool."""

    client_id: int
    page: Page = 0
    only: PoolFilter = PoolFilter.ALL
    giver: int | None = None


@tap("pflt")
@dataclass(frozen=True)
class ChoosePooled(Tap):
    """Which clients of the pool to show."""

    only: PoolFilter = PoolFilter.ALL
    giver: int | None = None


@tap("plcl")
@dataclass(frozen=True)
class OpenLostClient(Tap):
    """The card of a lost client, with the way back to that page of the lost."""

    client_id: int
    page: Page = 0


@tap("plost")
@dataclass(frozen=True)
class OpenLost(Tap):
    """A page of the clients lost for good."""

    page: Page = 0


@tap("pgo")
@dataclass(frozen=True)
class PreviewHandOut(Tap):
    """What handing out so many of those that fit would give."""

    n: int
    person_id: int | None = None
    only: PoolFilter = PoolFilter.ALL
    giver: int | None = None
    way: HandOutWay = HandOutWay.TURNS


@tap("pout")
@dataclass(frozen=True)
class HandOutNow(Tap):
    """Hand them out, as the preview of this mark has shown."""

    n: int
    person_id: int | None
    mark: int
    only: PoolFilter = PoolFilter.ALL
    giver: int | None = None
    way: HandOutWay = HandOutWay.TURNS


@tap("pweek")
@dataclass(frozen=True)
class PreviewWeekly(Tap):
    """What the weekly hand-out would give now."""


@tap("pas")
@dataclass(frozen=True)
class AskAssign(Tap):
    """Whom to give this client."""

    client_id: int
    page: Page = 0


@tap("pass")
@dataclass(frozen=True)
class Assign(Tap):
    """Give it. `sure` comes with buttons of before, which asked for no reason: now it is asked."""

    client_id: int
    person_id: int
    sure: bool = False


@tap("ptake")
@dataclass(frozen=True)
class TakePooled(Tap):
    """Take the client by oneself."""

    client_id: int


@tap("pret")
@dataclass(frozen=True)
class Returned(Tap):
    """The attempt succeeded."""

    client_id: int


@tap("pfail")
@dataclass(frozen=True)
class Failed(Tap):
    """The attempt failed."""

    client_id: int


@tap("pround")
@dataclass(frozen=True)
class AnotherRound(Tap):
    """The attempts are counted anew."""

    client_id: int


@tap("keep")
@dataclass(frozen=True)
class Keep(Tap):
    """Leave the client in the pool."""

    client_id: int


@tap("losey")
@dataclass(frozen=True)
class CallLost(Tap):
    """Lost for good, confirmed; `seen`: below what another head has decided."""

    client_id: int
    seen: bool = False
    reason: LeaveReason | None = None


@tap("losew")
@dataclass(frozen=True)
class AskLostWhy(Tap):
    """Type why the client is lost for good; `seen`: below what another head has decided."""

    client_id: int
    seen: bool = False


@tap("rest")
@dataclass(frozen=True)
class Restore(Tap):
    """Back to the pool, or to a person; `sure` as in `Assign`."""

    client_id: int
    person_id: int | None = None
    sure: bool = False


@tap("asres")
@dataclass(frozen=True)
class AskRestore(Tap):
    """Where a lost client comes back to."""

    client_id: int
    page: Page = 0


@tap("hto")
@dataclass(frozen=True)
class HandOverTo(Tap):
    """Give an active client to this person; `sure` as in `Assign`, `seen` where whoever taps has
    seen what another head has decided."""

    client_id: int
    person_id: int
    sure: bool = False
    seen: bool = False


@tap("again")
@dataclass(frozen=True)
class GiveAgain(Tap):
    """Give the client to somebody who let it go lately, for this reason; none: it is typed."""

    way: AgainWay
    client_id: int
    person_id: int
    reason: AgainReason | None = None


@tap("lpask")
@dataclass(frozen=True)
class AskPropose(Tap):
    """Why the own client would be lost for good; typed words are the reason."""

    client_id: int


@tap("lpro")
@dataclass(frozen=True)
class ProposeLost(Tap):
    """Ask the heads whether it is, for this reason."""

    client_id: int
    reason: LeaveReason


@tap("lvall")
@dataclass(frozen=True)
class OpenLeaves(Tap):
    """A page of what owners ask about clients that are to leave."""

    page: Page = 0


@tap("lvone")
@dataclass(frozen=True)
class OpenLeave(Tap):
    """One of these questions, to be decided; `beside`: the message that is tapped says other things
    as well."""

    request_id: int
    beside: bool = False


@tap("lvok")
@dataclass(frozen=True)
class GrantLeave(Tap):
    """The client goes; `sure`: the head has seen what another has decided."""

    request_id: int
    sure: bool = False


@tap("lvno")
@dataclass(frozen=True)
class RefuseLeave(Tap):
    """The client stays; `beside` as above."""

    request_id: int
    beside: bool = False


@tap("lvwhy")
@dataclass(frozen=True)
class AskRefuseWhy(Tap):
    """The client stays, with a word to its owner that is typed."""

    request_id: int


@tap("lvback")
@dataclass(frozen=True)
class WithdrawLeave(Tap):
    """Who has asked does not ask any more."""

    request_id: int
