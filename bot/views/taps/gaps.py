"""What a head decides about a client without a task, by tapping (R5)."""

from dataclasses import dataclass
from datetime import date

from bot.method.gaps.cards import OwnerAsk
from bot.method.gaps.reprieve import ReprieveKind, ReprieveReason
from bot.views.taps.base import Page, Tap, tap


@tap("gday")
@dataclass(frozen=True)
class GiveDay(Tap):
    """The owner gets until the end of the next working day; `sure`: whoever taps has seen what
    another head has decided."""

    client_id: int
    sure: bool = False


@tap("rask")
@dataclass(frozen=True)
class AskReprieve(Tap):
    """Until when the client is to be paused or locked."""

    client_id: int
    kind: ReprieveKind = ReprieveKind.PAUSE


@tap("rwhy")
@dataclass(frozen=True)
class AskReprieveWhy(Tap):
    """Why until then."""

    client_id: int
    kind: ReprieveKind
    until: date


@tap("rset")
@dataclass(frozen=True)
class SetReprieve(Tap):
    """For this reason: it is asked for, or given."""

    client_id: int
    kind: ReprieveKind
    until: date
    reason: ReprieveReason


@tap("rok")
@dataclass(frozen=True)
class GrantReprieve(Tap):
    """The head says yes; `sure`: he has seen what another has decided. `beside`: the message that
    is tapped says other things as well."""

    reprieve_id: int
    sure: bool = False
    beside: bool = False


@tap("rno")
@dataclass(frozen=True)
class RefuseReprieve(Tap):
    """The head says no; `beside` as above."""

    reprieve_id: int
    beside: bool = False


@tap("rend")
@dataclass(frozen=True)
class LiftReprieve(Tap):
    """It is to be over now, or is not asked for any more."""

    reprieve_id: int


@tap("rlist")
@dataclass(frozen=True)
class OpenReprieves(Tap):
    """Who is on pause, or locked."""

    kind: ReprieveKind = ReprieveKind.PAUSE
    page: Page = 0


@tap("qask")
@dataclass(frozen=True)
class AskOwner(Tap):
    """What to ask the owner of a client; typed words are the question."""

    client_id: int


@tap("qsend")
@dataclass(frozen=True)
class SendQuestion(Tap):
    """Ask this."""

    client_id: int
    ask: OwnerAsk


@tap("qans")
@dataclass(frozen=True)
class AnswerHead(Tap):
    """Type the answer to the head."""

    question_id: int
