"""What heads and admins get of the work of their people (R12)."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.method.report.periods import ReportPeriod
from bot.services.core.messages import NOON, BotMessage, Readers, Together, message


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


@message("totals", quiet=False, seen=False, together=Together.ALONE)
@dataclass(frozen=True)
class TotalsMessage(BotMessage):
    """How that local date of the keeper ended: to the chat of a department, in his name."""

    group: int
    chat: int
    on: date

    def subject(self) -> tuple[object, ...]:
        return self.chat, self.on


@message("group_linked", each_time=True, to=Readers.ADMINS)
@dataclass(frozen=True)
class GroupLinkedMessage(BotMessage):
    """An admin has linked a chat: whose totals does it get?"""

    group: int


@message("group_ended", each_time=True, to=Readers.ADMINS)
@dataclass(frozen=True)
class GroupEndedMessage(BotMessage):
    """The bot was taken out of a chat, or may not write there: to the admins, once."""

    group: int
