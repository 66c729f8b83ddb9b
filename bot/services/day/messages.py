"""What comes once a local working date: the morning, the evening (R10)."""

from dataclasses import dataclass
from datetime import date

from bot.services.core.messages import NOON, BotMessage, message


@message("digest", repeated_until=NOON)
@dataclass(frozen=True)
class DigestMessage(BotMessage):
    """The morning of that local date."""

    on: date


@message("stand_in", repeated_until=NOON)
@dataclass(frozen=True)
class SubstitutesDayMessage(BotMessage):
    """The morning of somebody (`absent`) for whom the person stands in."""

    absent: int
    on: date


@message("evening")
@dataclass(frozen=True)
class EveningMessage(BotMessage):
    """What is left in the evening of that local date."""

    on: date
