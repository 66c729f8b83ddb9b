"""Reading the report: a leader's people, one person, the list behind each number (R12)."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.method.core.paging import PAGE, on_page, page_of
from bot.method.core.refusals import NotFound
from bot.method.core.terms import Role
from bot.method.report.cards import (
    EndedDay,
    Judged,
    JudgedLine,
    MovedTask,
    NumberList,
    PersonReport,
    Reaction,
    ReportLine,
    TeamReport,
)
from bot.method.report.heat import (
    HEAT_PEOPLE,
    HeatCell,
    HeatMap,
    HeatRow,
    Warmth,
    heat_days,
)
from bot.method.report.numbers import OFTEN, Light, NumberKind, together
from bot.method.report.periods import ReportPeriod
from bot.models.report import (
    days_of,
    move_rows,
    often_moved,
    overdue_lines,
    tasks_by_id,
    uncovered_lines,
    waiting_inbound,
)
from bot.models.user import User, all_teams, receivers
from bot.services.core.rights import leads, led_count, people_of, require_leader
from bot.services.core.work import Act
from bot.services.report.counting import WorkDone, judged, norms, spans_of, worked

_MOST = 5000
"""People of a company."""
_OFTEN_SHOWN = 8


async def team_report(
    act: Act, period: ReportPeriod, page: int = 0, team_id: int | None = None, size: int = PAGE
) -> TeamReport:
    """Everybody active whom the head or admin answers for and who has something to be judged,
    the worst first; `team_id`: of that team only."""
    require_leader(act)
    names = {team.id: team.name for team in await all_teams(act.session)}
    team_id, team = await _team(act, team_id)
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
        people=tuple(lines[page * size : (page + 1) * size]),
        page=page,
        pages=pages,
        teams=() if team_id is not None else _teams(act, shown, names, found),
        team_id=team_id,
        team=None if team_id is None else names.get(team_id),
        nobody_led=act.actor.role is Role.HEAD and await led_count(act) == 0,
    )


async def morning_report(act: Act, period: ReportPeriod) -> TeamReport | None:
    """What the morning says, with everybody on one page; None where the reader leads nobody any
    more, or there is nothing to say."""
    if act.actor.role not in Role.leaders():
        return None
    report = await team_report(act, period, size=_MOST)
    others = any(line.subject_id != act.actor.id for line in report.people)
    return report if others else None


async def person_report(act: Act, period: ReportPeriod, person_id: int | None) -> PersonReport:
    """The numbers of the actor, or of somebody whom the actor leads."""
    person = await _led(act, person_id)
    return PersonReport(
        person_id=person.id,
        name=_name(act, person),
        period=period,
        span=spans_of(act, person, period)[0],
        today=act.today_of(person),
        judged=(await judged(act, [person], period))[person.id],
        leads=act.actor.role in Role.leaders(),
    )


async def number_list(
    act: Act, person_id: int, which: NumberKind, period: ReportPeriod, page: int = 0
) -> NumberList:
    """What is behind the number, as long as the number says."""
    person = await _led(act, person_id)
    work = (await worked(act, [person], {person.id: spans_of(act, person, period)[0]}))[person.id]
    total, lines = await _lines(act, person, which, work, page)
    page, pages = page_of(page, total, PAGE)
    moves, answers = which is NumberKind.MOVES, which is NumberKind.REACTION
    often = await often_moved(act.session, person.id, OFTEN) if moves else ()
    waiting = await waiting_inbound(act.session, [person.id]) if answers else {}
    return NumberList(
        person_id=person.id,
        name=_name(act, person),
        kind=which,
        period=period,
        today=act.today_of(person),
        now=act.now,
        lines=tuple(lines),
        total=total,
        page=page,
        pages=pages,
        often=tuple(often[:_OFTEN_SHOWN]),
        waiting=waiting.get(person.id, 0),
    )


async def heat_map(act: Act, page: int = 0, team_id: int | None = None) -> HeatMap:
    """How the last working days of everybody ended whom the reader answers for."""
    require_leader(act)
    team_id, team = await _team(act, team_id)
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
        for person in people[page * HEAT_PEOPLE : (page + 1) * HEAT_PEOPLE]
    )
    return HeatMap(days, rows, act.today, page, pages, team_id)


async def _team(act: Act, team_id: int | None) -> tuple[int | None, Sequence[User]]:
    """The active people whom the reader answers for; of one team only, if it has any."""
    people = await receivers(act.session, await people_of(act), None, 0, _MOST)
    team = [person for person in people if person.team_id == team_id]
    if team_id is None:
        return None, people
    if not team:
        raise NotFound("thing")
    return team_id, team


async def _lines(
    act: Act, person: User, kind: NumberKind, work: WorkDone, page: int
) -> tuple[int, Sequence[ReportLine]]:
    """How many there are, and those of the page."""
    match kind:
        case NumberKind.COVERAGE:
            return _cut(await uncovered_lines(act.session, person.id), page)
        case NumberKind.OVERDUE:
            return _cut(await overdue_lines(act.session, person.id, act.today_of(person)), page)
        case NumberKind.CLEAN:
            days = [EndedDay(day.on, day.left, day.done) for day in work.days if not day.clean]
            return _cut(days[::-1], page)
        case NumberKind.REACTION:
            return await _reactions(act, person, work, page)
        case NumberKind.MOVES:
            return await _moves(act, person, work, page)


def _cut(lines: Sequence[ReportLine], page: int) -> tuple[int, Sequence[ReportLine]]:
    page, _ = page_of(page, len(lines), PAGE)
    return len(lines), on_page(lines, page)


async def _reactions(
    act: Act, person: User, work: WorkDone, page: int
) -> tuple[int, Sequence[ReportLine]]:
    slowest = sorted((answer for _, answer in work.answered), key=lambda answer: -answer.minutes)
    page, _ = page_of(page, len(slowest), PAGE)
    shown = on_page(slowest, page)
    tasks = await tasks_by_id(act.session, [answer.task_id for answer in shown])
    zone = act.company_time_of(person).zone
    return len(slowest), [
        Reaction(tasks[answer.task_id], answer.arrived_at.astimezone(zone), answer.minutes)
        for answer in shown
    ]


async def _moves(
    act: Act, person: User, work: WorkDone, page: int
) -> tuple[int, Sequence[ReportLine]]:
    latest = [deed for _, deed in reversed(work.moves)]
    page, _ = page_of(page, len(latest), PAGE)
    shown = on_page(latest, page)
    rows = {row.entry_id: row for row in await move_rows(act.session, [d.entry_id for d in shown])}
    tasks = await tasks_by_id(act.session, [deed.task_id for deed in shown])
    zone = act.company_time_of(person).zone
    return len(latest), [
        MovedTask(
            tasks[deed.task_id],
            deed.at.astimezone(zone),
            _date(rows[deed.entry_id].data.get("before")),
            _date(rows[deed.entry_id].data.get("after")),
        )
        for deed in shown
    ]


async def _led(act: Act, person_id: int | None) -> User:
    """The actor, or somebody whom the actor leads; NotFound for anybody else."""
    if person_id is None or person_id == act.actor.id:
        return act.actor
    person = await act.session.get(User, person_id)
    if person is None or not await leads(act, person):
        raise NotFound("person")
    return person


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


def _name(act: Act, person: User) -> str | None:
    return None if person.id == act.actor.id else person.name


def _date(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else None
