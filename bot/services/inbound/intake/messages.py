"""What people are told of what has come over HTTP (R9)."""

from dataclasses import dataclass

from bot.services.core.messages import BotMessage, Readers, message


@message("intake", to=Readers.ON_DUTY, in_digest=True)
@dataclass(frozen=True)
class IntakeMessage(BotMessage):
    """An event (`record`) is an inbound of the person's, or more of one."""

    task: int
    record: int


@message("intake_absent", to=Readers.HEADS)
@dataclass(frozen=True)
class AbsentIntakeMessage(BotMessage):
    """The same of somebody who does not hear of it now."""

    task: int
    record: int


@message("intake_question")
@dataclass(frozen=True)
class IntakeQuestionMessage(BotMessage):
    """An event may be of several clients: whose is it?"""

    arrival: int


@message("intake_return", to=Readers.HEADS)
@dataclass(frozen=True)
class IntakeReturnMessage(BotMessage):
    """A lost client, or one of the pool, has written or called: the heads decide."""

    arrival: int
    client: int

    def subject(self) -> tuple[object, ...]:
        return (self.arrival,)


@message("call", to=Readers.ON_DUTY)
@dataclass(frozen=True)
class CallMessage(BotMessage):
    """Somebody has talked to the client by phone: the next step, and the task it belongs to."""

    client: int
    record: int

    def subject(self) -> tuple[object, ...]:
        return (self.record,)
