"""The five numbers of everybody whom a head answers for (R12)."""

from bot.method.core.texts import clean
from bot.method.report.cards import Judged, JudgedLine, TeamReport
from bot.method.report.periods import ReportPeriod
from bot.views.parts.rows import back_button, home_row, pager
from bot.views.report.numbers import days_of, period_row, person_line, person_row
from bot.views.report.tables import people_grid
from bot.views.screen import Button, Row, Screen
from bot.views.taps.base import Tap
from bot.views.taps.report import OpenGains, OpenHeat, OpenReport, OpenTeamSigns, OrderReport
from bot.views.words import Markup, Words

_LONGEST = 40


def team_screen(words: Words, report: TeamReport) -> Screen:
    """Everybody one leads, the worst first; a name leads to the five numbers."""
    title = _title(words, report)
    parts = [title, words("report-legend")]
    if not report.people:
        parts.append(words("nobody-led" if report.nobody_led else "report-empty"))
    above = [*_total(words, report), *map(_named, report.teams)]
    people = [_named(line) for line in report.people]
    parts += [person_line(words, name, judged) for name, judged in above]
    if report.teams:
        parts.append(Markup(""))
    parts += [person_line(words, name, judged) for name, judged in people]
    as_table = report.tables and report.people
    rich = (title, people_grid(words, [*above, *people])) if as_table else ()
    return Screen(Markup("\n".join(parts)), _rows(words, report), rich=rich)


def _rows(words: Words, report: TeamReport) -> tuple[Row, ...]:
    def at(period: ReportPeriod) -> Tap:
        return OpenReport(period, 0, report.team_id)

    def turn(page: int) -> Tap:
        return OpenReport(report.period, page, report.team_id)

    rows: tuple[Row, ...] = (period_row(words, report.period, at),)
    for line in report.teams:
        team = OpenReport(report.period, 0, line.subject_id)
        rows += ((Button(f"👥 {clean(line.name, _LONGEST)}", team),),)
    rows += tuple(person_row(line, report.period) for line in report.people)
    rows += pager(words, report.page, report.pages, turn)
    if report.people:
        rows += (
            (
                Button(words.plain("heat"), OpenHeat(report.team_id)),
                Button(words.plain("report-file"), OrderReport(report.period, report.team_id)),
            ),
        )
        rows += (
            (
                Button(words.plain("signs"), OpenTeamSigns()),
                Button(words.plain("gains"), OpenGains()),
            ),
        )
    if report.team_id is not None:
        rows += ((back_button(words, OpenReport(report.period)),),)
    return (*rows, home_row(words))


def _named(line: JudgedLine) -> tuple[str, Judged]:
    return clean(line.name, _LONGEST), line.judged


def _total(words: Words, report: TeamReport) -> list[tuple[str, Judged]]:
    """All together, where there are several."""
    several = report.people and (report.pages > 1 or len(report.people) > 1)
    return [(words.plain("report-total"), report.total)] if several else []


def _title(words: Words, report: TeamReport) -> Markup:
    days = days_of(words, report.span, report)
    if report.team is not None:
        return words("report-of-team", team=clean(report.team, _LONGEST), days=days)
    return words("report-title", days=days)
