"""What people are told of clients without a task, and what a head has decided (R5)."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.services.core.messages import BotMessage, DeliveryTime, Readers, Together, message


@message(
    "nudge",
    counts=(DeliveryTime.NUDGED, DeliveryTime.ASKED),
    to=Readers.ON_DUTY,
    patient=True,
    in_digest=True,
)
@dataclass(frozen=True)
class NudgeMessage(BotMessage):
    """Clients without a task and inbound that waits too long, to the one who works them: each gap
    and task is told of once a step."""

    gaps: tuple[int, ...]
    late: tuple[int, ...]

    def subject(self) -> tuple[object, ...]:
        return (self.gaps[0],) if self.gaps else ("inbound", self.late[0])


@message("escalation", counts=(DeliveryTime.ESCALATED,), to=Readers.HEADS, patient=True)
@dataclass(frozen=True)
class EscalationMessage(BotMessage):
    """The same for a head, once a local date (`on`) of the head."""

    gaps: tuple[int, ...]
    late: tuple[int, ...]
    on: date

    def subject(self) -> tuple[object, ...]:
        first = (self.gaps[0],) if self.gaps else ("inbound", self.late[0])
        return (*first, self.on)


@message("owner_asked", to=Readers.ON_DUTY)
@dataclass(frozen=True)
class OwnerAskedMessage(BotMessage):
    """A head asks the owner about a client; `question` is the entry of the history."""

    question: int


@message("owner_answered")
@dataclass(frozen=True)
class OwnerAnsweredMessage(BotMessage):
    """The answer, to the head who has asked."""

    answer: int


@message("reprieve_asked", to=Readers.HEADS)
@dataclass(frozen=True)
class ReprieveAskedMessage(BotMessage):
    """The owner asks for a pause: to the heads, until one of them has decided."""

    reprieve: int


@message("reprieve_settled", quiet=False, seen=False, each_time=True, together=Together.ALONE)
@dataclass(frozen=True)
class ReprieveSettledMessage(BotMessage):
    """Another head has decided: the request that stands in the reader's chat says so."""

    reprieve: int


@message("reprieve_decided", to=Readers.OWNER)
@dataclass(frozen=True)
class ReprieveDecidedMessage(BotMessage):
    """A head has given or refused it."""

    reprieve: int


@message("reprieve_over", to=Readers.OWNER_AND_HEADS)
@dataclass(frozen=True)
class ReprieveOverMessage(BotMessage):
    """A pause has ended: at its date, by an inbound of the client, or by somebody's hand."""

    reprieve: int


@message("day_given", to=Readers.OWNER)
@dataclass(frozen=True)
class DayGivenMessage(BotMessage):
    """The head lets the person's client wait until then (UTC); once a local date of the head."""

    client: int
    until: datetime
    on: date

    def subject(self) -> tuple[object, ...]:
        return self.client, self.on
