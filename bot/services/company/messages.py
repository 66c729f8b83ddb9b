"""What the bot sends about the company as a whole."""

from dataclasses import dataclass
from datetime import date

from bot.method.core.journal import JournalGroup
from bot.services.core.messages import BotMessage, Together, message


@message("journal", quiet=False, each_time=True, together=Together.ALONE)
@dataclass(frozen=True)
class JournalMessage(BotMessage):
    """The workbook of the journal that the person has ordered, narrowed to this."""

    group: JournalGroup | None
    person: int | None
    on: date | None

    def subject(self) -> tuple[object, ...]:
        return (self.group or "all", self.person or 0, self.on or "all")
