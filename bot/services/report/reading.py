"""Reading the report: a leader's people, one person, how the days of many ended (R12)."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.method.core.paging import PAGE, on_page, page_of
from bot.method.core.terms import Role
from bot.method.report.cards import Judged, JudgedLine, PersonReport, TeamReport
from bot.method.report.heat import (
    HEAT_PEOPLE,
    HeatCell,
    HeatMap,
    HeatRow,
    Warmth,
    heat_days,
)
from bot.method.report.numbers import Light, together
from bot.method.report.periods import ReportPeriod
from bot.models.report import days_of
from bot.models.user import User, all_teams
from bot.services.core.rights import led_count
from bot.services.core.work import Act
from bot.services.report.counting import judged, norms, spans_of, was_there
from bot.services.report.whose import MOST_PEOPLE, led_person, led_team, name_for


async def team_report(
    act: Act,
    period: ReportPeriod,
    page: int = 0,
    team_id: int | None = None,
    *,
    size: int = PAGE,
    newcomers: bool = True,
) -> TeamReport:
    """Everybody active whom the head or admin answers for and who has something to be judged,
    the worst first; `team_id`: of that team only; without `newcomers`: nobody who came when the
    period was over."""
    names = {team.id: team.name for team in await all_teams(act.session)}
    team_id, team = await led_team(act, team_id)
    if not newcomers:
        team = [person for person in team if was_there(act, person, period)]
    found = await judged(act, team, period)
    shown = [person for person in team if not _is_empty(found[person.id])]
    lines = [_line(person.id, person.name, found[person.id]) for person in shown]
    lines.sort(key=lambda line: (_badness(line), line.name, line.subject_id))
    page, pages = page_of(page, len(lines), size)
    return TeamReport(
        period=period,
        span=spans_of(act, act.actor, period)[0],
        today=act.today,
        total=_total(act, [found[person.id] for person in shown]),
        people=tuple(on_page(lines, page, size)),
        page=page,
        pages=pages,
        teams=() if team_id is not None else _teams(act, shown, names, found),
        team_id=team_id,
        team=None if team_id is None else names.get(team_id),
        nobody_led=act.actor.role is Role.HEAD and await led_count(act) == 0,
        tables=bool(act.actor.tables),
    )


async def morning_report(act: Act, period: ReportPeriod) -> TeamReport | None:
    """What the morning says, with everybody on one page; None where the reader leads nobody any
    more, or there is nothing to say."""
    if act.actor.role not in Role.leaders():
        return None
    report = await team_report(act, period, size=MOST_PEOPLE, newcomers=False)
    others = any(line.subject_id != act.actor.id for line in report.people)
    return report if others else None


async def person_report(act: Act, period: ReportPeriod, person_id: int | None) -> PersonReport:
    """The numbers of the actor, or of somebody whom the actor leads."""
    person = await led_person(act, person_id)
    return PersonReport(
        person_id=person.id,
        name=name_for(act, person),
        period=period,
        span=spans_of(act, person, period)[0],
        today=act.today_of(person),
        judged=(await judged(act, [person], period))[person.id],
        leads=act.actor.role in Role.leaders(),
    )


async def heat_map(act: Act, page: int = 0, team_id: int | None = None) -> HeatMap:
    """How the last working days of everybody ended whom the reader answers for."""
    team_id, team = await led_team(act, team_id)
    days = tuple(heat_days(act.today, act.calendar))
    records = await days_of(act.session, [person.id for person in team], days[0], days[-1])
    found = {(record.user_id, record.on): record for record in records}
    known = {record.user_id for record in records}
    people = [person for person in team if person.id in known]
    page, pages = page_of(page, len(people), HEAT_PEOPLE)

    def cell(person: User, on: date) -> HeatCell:
        record = found.get((person.id, on))
        return HeatCell(Warmth.NONE) if record is None else HeatCell.of(record.clean, record.left)

    rows = tuple(
        HeatRow(person.name, tuple(cell(person, on) for on in days))
        for person in on_page(people, page, HEAT_PEOPLE)
    )
    return HeatMap(days, rows, act.today, page, pages, team_id)


def _teams(
    act: Act, people: Sequence[User], names: Mapping[int, str], found: Mapping[int, Judged]
) -> tuple[JudgedLine, ...]:
    """A line for each team, where there are several."""
    by_team: dict[int, list[Judged]] = {}
    for person in people:
        if person.team_id is not None:
            by_team.setdefault(person.team_id, []).append(found[person.id])
    if len(by_team) <= 1:
        return ()
    return tuple(
        _line(team_id, name, _total(act, by_team[team_id]))
        for team_id, name in names.items()
        if team_id in by_team
    )


def _total(act: Act, everybody: Sequence[Judged]) -> Judged:
    return Judged(
        together([person.numbers for person in everybody]),
        together([person.before for person in everybody]),
        norms(act, act.actor),
    )


def _line(subject_id: int, name: str, found: Judged) -> JudgedLine:
    return JudgedLine(subject_id, name, found)


def _badness(line: JudgedLine) -> tuple[int, int]:
    """Who is to be talked to first: by the reds, then by the yellows."""
    return -line.judged.count(Light.BAD), -line.judged.count(Light.NEARLY)


def _is_empty(found: Judged) -> bool:
    return found.numbers.is_empty
