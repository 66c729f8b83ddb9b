"""The report as a workbook: ordered by a tap, put together when the message is sent (R12)."""

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from bot.method.core.journal import JournalKind
from bot.method.core.terms import Role
from bot.method.report.cards import BookLine, ReportBook, ReportLine, UncoveredLine
from bot.method.report.numbers import NumberKind
from bot.method.report.periods import ReportPeriod
from bot.models.user import User, all_teams
from bot.services.core.journal.recording import record
from bot.services.core.outbox import enqueue
from bot.services.core.work import Act
from bot.services.report.lists import lines_of
from bot.services.report.messages import ReportFileMessage
from bot.services.report.reading import team_report
from bot.services.report.whose import MOST_PEOPLE, led_team

MOST_LINES = 50_000
"""Lines of one sheet."""
_AT_ONCE = 100
"""People whose lines are looked up together."""


async def order_report(act: Act, period: ReportPeriod, team_id: int | None = None) -> None:
    """The workbook of whom the leader answers for, or of one team, comes as a message: tapped
    twice in a minute, once. That it was taken along is in the journal."""
    await led_team(act, team_id)
    minute = act.now.replace(second=0, microsecond=0)
    if await enqueue(act, act.actor, ReportFileMessage(period, team_id, minute)):
        record(act, JournalKind.EXPORT, subject="report")


async def report_book(
    act: Act, period: ReportPeriod, team_id: int | None = None, most: int = MOST_LINES
) -> ReportBook | None:
    """What is in it, as things stand now; None for whoever leads nobody any more."""
    if act.actor.role not in Role.leaders():
        return None
    report = await team_report(act, period, team_id=team_id, size=MOST_PEOPLE)
    _, team = await led_team(act, team_id)
    by_id = {person.id: person for person in team}
    people = [by_id[line.subject_id] for line in report.people]
    lines = {kind: await _lines(act, people, kind, period, most) for kind in NumberKind}
    cut = tuple(kind for kind in NumberKind if len(lines[kind]) < report.total.numbers.length(kind))
    return ReportBook(report, await _team_names(act, people), lines, cut)


async def _lines(
    act: Act, people: Sequence[User], kind: NumberKind, period: ReportPeriod, most: int
) -> tuple[BookLine, ...]:
    found: list[BookLine] = []
    for start in range(0, len(people), _AT_ONCE):
        portion = people[start : start + _AT_ONCE]
        lines = await lines_of(act, portion, kind, period, _zone_of)
        for person in portion:
            zone = _zone_of(person)
            found += [
                BookLine(person.name, _local(line, zone)) for line in lines.get(person.id, ())
            ]
        if len(found) >= most:
            break
    return tuple(found[:most])


def _zone_of(person: User) -> ZoneInfo:
    return ZoneInfo(person.zone)


def _local(line: ReportLine, zone: ZoneInfo) -> ReportLine:
    """The others are so by themselves."""
    if isinstance(line, UncoveredLine):
        return line._replace(opened_at=line.opened_at.astimezone(zone))
    return line


async def _team_names(act: Act, people: Sequence[User]) -> Mapping[int, str]:
    names = {team.id: team.name for team in await all_teams(act.session)}
    return {person.id: names[person.team_id] for person in people if person.team_id in names}
