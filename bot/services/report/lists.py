"""The list behind each number: the number is its length (R12)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.method.core.paging import PAGE, on_page, page_of
from bot.method.report.cards import EndedDay, MovedTask, NumberList, Reaction, ReportLine
from bot.method.report.numbers import OFTEN, NumberKind
from bot.method.report.periods import DaySpan, ReportPeriod
from bot.models.report import days_of, waiting_inbound
from bot.models.report_lines import (
    Lines,
    MoveRow,
    ReactionRow,
    moves_by,
    often_moved,
    overdue_lines,
    reactions_by,
    uncovered_lines,
)
from bot.models.user import User
from bot.services.core.work import Act
from bot.services.report.counting import Window, spans_of, window_of
from bot.services.report.whose import led_person, name_for

_Row = TypeVar("_Row", ReactionRow, MoveRow)
_OFTEN_SHOWN = 8


async def number_list(
    act: Act, person_id: int, which: NumberKind, period: ReportPeriod, page: int = 0
) -> NumberList:
    """What is behind the number, a page of it, of the actor or somebody whom the actor leads."""
    person = await led_person(act, person_id)
    found = await lines_of(act, [person], which, period, lambda _: act.zone)
    lines = found.get(person.id, ())
    page, pages = page_of(page, len(lines), PAGE)
    moves, answers = which is NumberKind.MOVES, which is NumberKind.REACTION
    often = await often_moved(act.session, person.id, OFTEN) if moves else ()
    waiting = await waiting_inbound(act.session, [person.id]) if answers else {}
    return NumberList(
        person_id=person.id,
        name=name_for(act, person),
        kind=which,
        period=period,
        today=act.today,
        clock=act.clock_of(person, act.actor),
        now=act.now,
        lines=tuple(on_page(lines, page)),
        total=len(lines),
        page=page,
        pages=pages,
        often=tuple(often[:_OFTEN_SHOWN]),
        waiting=waiting.get(person.id, 0),
    )


async def lines_of(
    act: Act,
    people: Sequence[User],
    kind: NumberKind,
    period: ReportPeriod,
    zone_of: Callable[[User], ZoneInfo],
) -> Mapping[int, Sequence[ReportLine]]:
    """All of it by person, for whoever may read it: of each person's own days, with the hours of
    the zone; by as many statements for many people as for one."""
    ids = [person.id for person in people]
    spans = {person.id: spans_of(act, person, period)[0] for person in people}
    windows = {person.id: window_of(act, person, spans[person.id]) for person in people}
    match kind:
        case NumberKind.COVERAGE:
            return await uncovered_lines(act.session, ids)
        case NumberKind.OVERDUE:
            return await _overdue(act, people)
        case NumberKind.CLEAN:
            return await _not_clean(act, spans)
        case NumberKind.REACTION:
            answers = await reactions_by(act.session, ids, *_widest(windows))
            return _inside(people, windows, answers, zone_of, _reaction)
        case NumberKind.MOVES:
            moves = await moves_by(act.session, ids, *_widest(windows))
            return _inside(people, windows, moves, zone_of, _move)


async def _overdue(act: Act, people: Sequence[User]) -> Mapping[int, Sequence[ReportLine]]:
    today = {person.id: act.today_of(person) for person in people}
    lines = await overdue_lines(act.session, list(today), max(today.values()))
    return {
        person_id: [line for line in own if line.due_on and line.due_on < today[person_id]]
        for person_id, own in lines.items()
    }


async def _not_clean(act: Act, spans: Mapping[int, DaySpan]) -> Mapping[int, Sequence[ReportLine]]:
    first, last = min(s.since for s in spans.values()), max(s.until for s in spans.values())
    found: dict[int, list[ReportLine]] = {}
    for day in (await days_of(act.session, list(spans), first, last))[::-1]:
        if day.on in spans[day.user_id] and not day.clean:
            found.setdefault(day.user_id, []).append(EndedDay(day.on, day.left, day.done))
    return found


def _widest(windows: Mapping[int, Window]) -> Window:
    return min(since for since, _ in windows.values()), max(until for _, until in windows.values())


def _inside(
    people: Sequence[User],
    windows: Mapping[int, Window],
    rows: Lines[_Row],
    zone_of: Callable[[User], ZoneInfo],
    made: Callable[[_Row, ZoneInfo], ReportLine],
) -> Mapping[int, Sequence[ReportLine]]:
    """What is of the own days of each: whoever lives elsewhere has others."""
    return {
        person.id: [
            made(row, zone_of(person))
            for row in rows.get(person.id, ())
            if windows[person.id][0] <= row.at < windows[person.id][1]
        ]
        for person in people
    }


def _reaction(row: ReactionRow, zone: ZoneInfo) -> Reaction:
    return Reaction(row.task, row.arrived_at.astimezone(zone), row.minutes)


def _move(row: MoveRow, zone: ZoneInfo) -> MovedTask:
    before, after = _date(row.data.get("before")), _date(row.data.get("after"))
    return MovedTask(row.task, row.at.astimezone(zone), before, after)


def _date(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else None
