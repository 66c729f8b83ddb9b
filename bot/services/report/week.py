"""What the weekly report says beside the numbers (R12)."""

from bot.method.report.periods import ReportPeriod, span_of
from bot.method.report.week import NO_NOTES, WeekNotes
from bot.services.core.work import Act
from bot.services.report.gains import gains_within, totals_of
from bot.services.report.signs import signs_of_people


async def week_notes(act: Act, period: ReportPeriod) -> WeekNotes:
    """Of whom the head or admin has to ask something, and what the method brought; nothing where
    the report is of a day."""
    if period is not ReportPeriod.LAST_WEEK:
        return NO_NOTES
    gains = await gains_within(act, span_of(period, act.today, act.calendar))
    return WeekNotes(tuple(await signs_of_people(act)), totals_of(gains))
