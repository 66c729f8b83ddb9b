"""What heads and admins get of the work of their people (R12)."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.method.report.periods import ReportPeriod
from bot.services.core.messages import NOON, BotMessage, Together, message


@message("report", repeated_until=NOON)
@dataclass(frozen=True)
class ReportMessage(BotMessage):
    """The report of the morning of that local date, about the day or the week before."""

    on: date
    period: ReportPeriod

    def subject(self) -> tuple[object, ...]:
        return (self.on,)


@message("report_file", quiet=False, seen=False, together=Together.ALONE)
@dataclass(frozen=True)
class ReportFileMessage(BotMessage):
    """The workbook that the person has ordered in this minute (UTC), of everybody or of a team."""

    period: ReportPeriod
    team_id: int | None
    minute: datetime

    def subject(self) -> tuple[object, ...]:
        return (self.period, self.team_id or "all", self.minute)
