"""The list behind each number: the number is its length (R12)."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from bot.method.core.paging import PAGE, on_page, page_of
from bot.method.report.cards import EndedDay, MovedTask, NumberList, Reaction, ReportLine
from bot.method.report.numbers import OFTEN, NumberKind
from bot.method.report.periods import ReportPeriod
from bot.models.report import days_of, waiting_inbound
from bot.models.report_lines import (
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
from bot.services.report.counting import spans_of, window_of
from bot.services.report.whose import led_person, name_for

_OFTEN_SHOWN = 8


async def number_list(
    act: Act, person_id: int, which: NumberKind, period: ReportPeriod, page: int = 0
) -> NumberList:
    """What is behind the number, a page of it, of the actor or somebody whom the actor leads."""
    person = await led_person(act, person_id)
    lines = await lines_of(act, person, which, period, act.zone)
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
    act: Act, person: User, kind: NumberKind, period: ReportPeriod, zone: ZoneInfo
) -> Sequence[ReportLine]:
    """All of it, for whoever may read it: of the person's days, with the hours of the zone."""
    span = spans_of(act, person, period)[0]
    window = window_of(act, person, span)
    match kind:
        case NumberKind.COVERAGE:
            return await uncovered_lines(act.session, person.id)
        case NumberKind.OVERDUE:
            return await overdue_lines(act.session, person.id, act.today_of(person))
        case NumberKind.CLEAN:
            days = await days_of(act.session, [person.id], span.since, span.until)
            return [EndedDay(day.on, day.left, day.done) for day in days[::-1] if not day.clean]
        case NumberKind.REACTION:
            answers = await reactions_by(act.session, person.id, *window)
            return [_reaction(row, zone) for row in answers]
        case NumberKind.MOVES:
            moves = await moves_by(act.session, person.id, *window)
            return [_move(row, zone) for row in moves]


def _reaction(row: ReactionRow, zone: ZoneInfo) -> Reaction:
    return Reaction(row.task, row.arrived_at.astimezone(zone), row.minutes)


def _move(row: MoveRow, zone: ZoneInfo) -> MovedTask:
    before, after = _date(row.data.get("before")), _date(row.data.get("after"))
    return MovedTask(row.task, row.at.astimezone(zone), before, after)


def _date(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else None
