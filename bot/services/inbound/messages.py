"""What people are told when something has arrived that concerns them (R9)."""

from dataclasses import dataclass

from bot.services.core.messages import BotMessage, Readers, Together, message


@message("inbound", to=Readers.ON_DUTY, in_digest=True)
@dataclass(frozen=True)
class InboundMessage(BotMessage):
    """A colleague (`bringer`) has brought something for the person."""

    task: int
    bringer: int
    added: int | None = None
    """What has joined an inbound that the person may know already."""

    def subject(self) -> tuple[object, ...]:
        return _subject(self.task, self.added)


@message("inbound_absent", to=Readers.HEADS)
@dataclass(frozen=True)
class AbsentInboundMessage(BotMessage):
    """A colleague (`bringer`) has brought something for somebody who does not hear of it now: on
    vacation without a substitute, out of reach, or without access."""

    task: int
    bringer: int
    added: int | None = None

    def subject(self) -> tuple[object, ...]:
        return _subject(self.task, self.added)


@message("unanswered", quiet=False, seen=False, repeats_screen=True, together=Together.ALONE)
@dataclass(frozen=True)
class UnansweredMessage(BotMessage):
    """What the person has brought waits for a word, and the screen may not have arrived."""

    arrival: int


@message("returning", to=Readers.HEADS)
@dataclass(frozen=True)
class ReturningMessage(BotMessage):
    """A lost or lately released client writes: the heads decide."""

    arrival: int
    client: int
    bringer: int

    def subject(self) -> tuple[object, ...]:
        return (self.arrival,)


def _subject(task: int, added: int | None) -> tuple[object, ...]:
    return (task,) if added is None else (task, added)
