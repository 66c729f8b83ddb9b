"""What heads and admins get of the work of their people (R12)."""

from dataclasses import dataclass
from datetime import date

from bot.method.report.periods import ReportPeriod
from bot.services.core.messages import NOON, BotMessage, message


@message("report", repeated_until=NOON)
@dataclass(frozen=True)
class ReportMessage(BotMessage):
    """The report of the morning of that local date, about the day or the week before."""

    on: date
    period: ReportPeriod

    def subject(self) -> tuple[object, ...]:
        return (self.on,)
