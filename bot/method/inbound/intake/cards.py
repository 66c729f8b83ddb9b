"""Plain results about what has come over HTTP, for the messages that say so (R9)."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.method.clients.cards import OpenQuestion
from bot.method.core.absence import Absence
from bot.method.core.terms import TaskKind
from bot.method.inbound.intake.event import CallEnd, IntakeChannel


@dataclass(frozen=True)
class Reported:
    """What has come, when (local time), and in which words."""

    channel: IntakeChannel
    at: datetime
    today: date
    text: str = ""
    call: CallEnd | None = None


@dataclass(frozen=True)
class IntakeNotice:
    """An inbound that has come by itself; `phones` (E.164) are the client's. `instead_of` is who
    is on vacation, where the reader stands in; `absence` why the owner does not hear of it.
    `new`: there was no such client, and the reader may hand him over; `untaken`: nobody has taken
    him who was asked, or nobody is there to be asked."""

    task_id: int
    client_id: int
    client_name: str
    reported: Reported
    phones: tuple[str, ...] = ()
    instead_of: str | None = None
    absence: Absence | None = None
    new: bool = False
    untaken: bool = False


@dataclass(frozen=True)
class CallNotice:
    """Somebody has talked to the client by phone. `task_id` is the open task that it may have been
    about, `title` and `kind` what that is, without a kind an inbound; without a task the next step
    is asked for."""

    client_id: int
    client_name: str
    reported: Reported
    task_id: int | None = None
    title: str | None = None
    kind: TaskKind | None = None
    instead_of: str | None = None


@dataclass(frozen=True)
class IntakeQuestion:
    """Whose is it that has come?"""

    question: OpenQuestion
    reported: Reported
