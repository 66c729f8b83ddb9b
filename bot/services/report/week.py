"""What the weekly report says beside the numbers (R12)."""

from bot.method.report.periods import ReportPeriod
from bot.method.report.week import NO_NOTES, WeekNotes
from bot.services.core.work import Act
from bot.services.report.signs import signs_of_people


async def week_notes(act: Act, period: ReportPeriod) -> WeekNotes:
    """Of whom the head or admin has to ask something; nothing where the report is of a day."""
    if period is not ReportPeriod.LAST_WEEK:
        return NO_NOTES
    return WeekNotes(tuple(await signs_of_people(act)))
