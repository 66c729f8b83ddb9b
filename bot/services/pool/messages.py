"""What people are told of the pool, of attempts, and of clients that come and go (R5, R6, R7)."""

from dataclasses import dataclass

from bot.services.core.messages import BotMessage, DeliveryTime, Readers, Together, message


@message("reactivation", to=Readers.OWNER, counts=(DeliveryTime.FIRST_TOUCH, DeliveryTime.VERDICT))
@dataclass(frozen=True)
class AttemptMessage(BotMessage):
    """A client of the pool is given to the person for another attempt."""

    client: int
    attempt: int

    def subject(self) -> tuple[object, ...]:
        return (self.attempt,)


@message("pooled", to=Readers.OWNER_AND_HEADS, patient=True)
@dataclass(frozen=True)
class PooledMessage(BotMessage):
    """The client is in the pool now: to who had it, and to the heads."""

    client: int
    entry: int

    def subject(self) -> tuple[object, ...]:
        return (self.entry,)


@message("exhausted", to=Readers.HEADS, patient=True)
@dataclass(frozen=True)
class ExhaustedMessage(BotMessage):
    """Out of attempts: a head is asked whether the client is lost for good."""

    client: int
    entry: int

    def subject(self) -> tuple[object, ...]:
        return (self.entry,)


@message("handed_over", each_time=True, to=Readers.OWNER)
@dataclass(frozen=True)
class HandedOverMessage(BotMessage):
    """A client is the person's now, by a leader's decision (`by`)."""

    client: int
    by: int

    def subject(self) -> tuple[object, ...]:
        return (self.client,)


@message("handed_over_all", each_time=True, to=Readers.OWNER)
@dataclass(frozen=True)
class HandedOverAllMessage(BotMessage):
    """So many clients of somebody (`giver`) are the person's now."""

    giver: int
    by: int
    count: int

    def subject(self) -> tuple[object, ...]:
        return (self.giver,)


@message("client_taken", each_time=True, to=Readers.OWNER)
@dataclass(frozen=True)
class ClientTakenMessage(BotMessage):
    """The person's client is somebody else's (`to`) now."""

    client: int
    by: int
    to: int

    def subject(self) -> tuple[object, ...]:
        return (self.client,)


@message("leave_asked", to=Readers.HEADS)
@dataclass(frozen=True)
class LeaveAskedMessage(BotMessage):
    """An owner asks to let a client go, or to call it lost for good."""

    request: int


@message("leave_settled", quiet=False, seen=False, each_time=True, together=Together.ALONE)
@dataclass(frozen=True)
class LeaveSettledMessage(BotMessage):
    """Another head has decided: the question that stands in the reader's chat says so."""

    request: int


@message("leave_decided", each_time=True, to=Readers.OWNER)
@dataclass(frozen=True)
class LeaveDecidedMessage(BotMessage):
    """What a head has decided of what the person has asked."""

    request: int


@message("return_settled", quiet=False, seen=False, each_time=True, together=Together.ALONE)
@dataclass(frozen=True)
class ReturnSettledMessage(BotMessage):
    """Somebody has the client whose words (`arrival`) the heads were asked about: the question that
    stands in the reader's chat says so. No `bringer`: it came over HTTP."""

    arrival: int
    client: int
    bringer: int | None

    def subject(self) -> tuple[object, ...]:
        return (self.arrival,)


@message("client_lost", each_time=True, to=Readers.OWNER)
@dataclass(frozen=True)
class ClientLostMessage(BotMessage):
    """The person's client was called lost for good."""

    client: int
    by: int

    def subject(self) -> tuple[object, ...]:
        return (self.client,)


@message("client_erased", each_time=True, to=Readers.OWNER)
@dataclass(frozen=True)
class ClientErasedMessage(BotMessage):
    """The data of the person's client were erased on demand: only the number is left."""

    client: int
    by: int

    def subject(self) -> tuple[object, ...]:
        return (self.client,)
