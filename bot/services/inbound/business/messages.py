"""What people are told of their own accounts (R9)."""

from dataclasses import dataclass
from datetime import date

from bot.method.core.terms import TaskKind
from bot.method.inbound.business import BusinessRight
from bot.services.core.messages import BotMessage, Readers, message


@message("business", to=Readers.ON_DUTY, in_digest=True)
@dataclass(frozen=True)
class BusinessMessage(BotMessage):
    """A client has written in the person's account: the card of the inbound, once."""

    task: int


@message("business_answered")
@dataclass(frozen=True)
class BusinessAnsweredMessage(BotMessage):
    """The person has written back himself, and the card is not at hand: is it worked off?"""

    task: int


@message("business_promise")
@dataclass(frozen=True)
class BusinessPromiseMessage(BotMessage):
    """What the person has written to a client may promise something on that local date, at so many
    minutes after midnight where it says so."""

    client: int
    on: date
    what: TaskKind
    minutes: int | None = None

    def subject(self) -> tuple[object, ...]:
        return (self.client, self.on)


@message("business_passed")
@dataclass(frozen=True)
class BusinessPassedMessage(BotMessage):
    """A colleague's client has written in the person's account: the colleague has the inbound."""

    task: int


@message("business_unknown")
@dataclass(frozen=True)
class BusinessUnknownMessage(BotMessage):
    """Somebody unknown has written in the person's account: a client?"""

    arrival: int


@message("business_question")
@dataclass(frozen=True)
class BusinessQuestionMessage(BotMessage):
    """Several clients may have written, or one that nobody has by now."""

    arrival: int


@message("business_on", quiet=False, each_time=True)
@dataclass(frozen=True)
class BusinessOnMessage(BotMessage):
    """The person's account is connected."""


@message("business_off", each_time=True)
@dataclass(frozen=True)
class BusinessOffMessage(BotMessage):
    """It is not any more, by nothing that was tapped here."""


@message("business_right", each_time=True)
@dataclass(frozen=True)
class BusinessRightMessage(BotMessage):
    """A right was taken from the bot."""

    right: BusinessRight
