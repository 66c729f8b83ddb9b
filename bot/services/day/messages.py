"""What comes once a local working date: the morning, the evening (R10)."""

from dataclasses import dataclass
from datetime import date

from bot.services.core.messages import NOON, BotMessage, DeliveryTime, message


@message("digest", repeated_until=NOON, counts=(DeliveryTime.ASKED, DeliveryTime.NAMED))
@dataclass(frozen=True)
class DigestMessage(BotMessage):
    """The morning of that local date; `gaps` are the clients without a task that it names."""

    on: date
    gaps: tuple[int, ...] = ()

    def subject(self) -> tuple[object, ...]:
        return (self.on,)


@message("stand_in", repeated_until=NOON, counts=(DeliveryTime.ASKED, DeliveryTime.NAMED))
@dataclass(frozen=True)
class SubstitutesDayMessage(BotMessage):
    """The morning of somebody (`absent`) for whom the person stands in, with that one's `gaps`."""

    absent: int
    on: date
    gaps: tuple[int, ...] = ()

    def subject(self) -> tuple[object, ...]:
        return self.absent, self.on


@message("evening")
@dataclass(frozen=True)
class EveningMessage(BotMessage):
    """What is left in the evening of that local date."""

    on: date
