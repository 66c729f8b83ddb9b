"""The days of everybody side by side: a picture with the same facts in words (R12)."""

from bot.method.core.texts import clean
from bot.method.report.heat import HeatMap, Warmth
from bot.views.parts.rows import back_button, home_row, pager
from bot.views.report.heat_chart import HeatChart
from bot.views.screen import Picture, Screen
from bot.views.taps.base import Tap
from bot.views.taps.report import OpenHeat, OpenReport
from bot.views.words import Markup, Words

_MARKS = {Warmth.CLEAN: "🟢", Warmth.FEW: "🟡", Warmth.MANY: "🔴", Warmth.NONE: "⚪️"}
_LONGEST = 20


def heat_screen(words: Words, heat: HeatMap) -> Screen:
    """A page of people with the last working days of each."""
    since = words.short_date(heat.days[0], heat.today)
    until = words.short_date(heat.days[-1], heat.today)
    parts = [words("heat-days", days=words.plain("report-days", since=since, until=until))]
    parts += [
        words(
            "heat-line",
            name=clean(row.name, _LONGEST),
            clean=row.clean,
            known=row.known,
            marks="".join(_MARKS[cell.warmth] for cell in row.cells),
        )
        for row in heat.rows
    ]
    if not heat.rows:
        parts.append(words("heat-empty"))

    def turn(page: int) -> Tap:
        return OpenHeat(heat.team_id, page)

    rows = pager(words, heat.page, heat.pages, turn)
    back = (back_button(words, OpenReport(team_id=heat.team_id)), *home_row(words))
    picture = Picture("days.png", HeatChart(words.locale, heat)) if heat.rows else None
    return Screen(Markup("\n".join(parts)), (*rows, back), picture=picture)
