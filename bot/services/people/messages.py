"""What people are told of vacations, and of colleagues whom no message reaches."""

from dataclasses import dataclass
from datetime import date

from bot.method.people.parting import PartingKind
from bot.method.people.vacation import Alone, Told, VacationNews
from bot.services.core.messages import BotMessage, Readers, message


@message("vacation", on_vacation=True, each_time=True)
@dataclass(frozen=True)
class VacationMessage(BotMessage):
    """A vacation has begun or is over: to the person and to who stands in."""

    person: int
    code: Told


@message("vacation_ahead", each_time=True)
@dataclass(frozen=True)
class VacationAheadMessage(BotMessage):
    """A vacation to come was set, begins on the next working day, or is not to be: to who stands
    in (`substitute`), to the heads, and to the person where somebody else has decided it."""

    person: int
    substitute: int | None
    first: date
    last: date
    code: VacationNews

    def subject(self) -> tuple[object, ...]:
        """Nobody standing in is a difference as well."""
        return (self.person, self.substitute or 0, self.first, self.last, self.code)


@message("alone", each_time=True, to=Readers.HEADS)
@dataclass(frozen=True)
class AloneMessage(BotMessage):
    """Nobody stands in for the person: to the heads."""

    person: int
    code: Alone

    def subject(self) -> tuple[object, ...]:
        return self.code, self.person


@message("place", each_time=True)
@dataclass(frozen=True)
class PlaceMessage(BotMessage):
    """The person has another role or team, or other people to lead; or is let in `again`."""

    person: int
    again: bool = False

    def subject(self) -> tuple[object, ...]:
        return (self.person,)


@message("parted", each_time=True, to=Readers.HEADS)
@dataclass(frozen=True)
class PartedMessage(BotMessage):
    """Somebody's access is closed, the role another, or all of it somebody else's: to the heads.

    So many clients were handed to colleagues, so many went to the pool.
    """

    person: int
    by: int
    code: PartingKind
    handed: int
    pooled: int

    def subject(self) -> tuple[object, ...]:
        return self.code, self.person


@message("unled", each_time=True, to=Readers.ADMINS)
@dataclass(frozen=True)
class UnledMessage(BotMessage):
    """Managers whom no head leads any more: to the admins."""

    people: tuple[int, ...]

    def subject(self) -> tuple[object, ...]:
        return len(self.people), self.people[0]


@message("joined", each_time=True)
@dataclass(frozen=True)
class JoinedMessage(BotMessage):
    """Somebody has come in by the person's invite, or moved by it, who was a `member` already.

    `came` are the managers who were chosen for it and moved to the head, `left` those who did not.
    """

    person: int
    came: tuple[int, ...] = ()
    left: tuple[int, ...] = ()
    member: bool = False

    def subject(self) -> tuple[object, ...]:
        return (self.person,)


@message("blocked", each_time=True, to=Readers.HEADS)
@dataclass(frozen=True)
class BlockedMessage(BotMessage):
    """No message reaches the person any more: to the heads, once."""

    person: int


@message("silent", each_time=True, to=Readers.HEADS, patient=True)
@dataclass(frozen=True)
class SilentMessage(BotMessage):
    """The person has not touched the bot for two working days, since that local date: to the
    heads, once."""

    person: int
    since: date

    def subject(self) -> tuple[object, ...]:
        return (self.person,)
