"""What is behind a number, line by line (R12)."""

from bot.method.core.texts import clean
from bot.method.report.cards import (
    EndedDay,
    MovedTask,
    NumberList,
    Reaction,
    ReportedTask,
    ReportLine,
    UncoveredLine,
)
from bot.method.report.numbers import OFTEN, NumberKind
from bot.views.parts.clocks import clock_lines
from bot.views.parts.rows import about_client, back_button, pager
from bot.views.report.numbers import minutes, name_of
from bot.views.screen import Button, Row, Screen
from bot.views.taps.base import Tap
from bot.views.taps.report import (
    OpenNumberLesson,
    OpenNumberList,
    OpenPersonReport,
    OpenReportedClient,
)
from bot.views.words import Markup, Words

_LONGEST = 60
_MARKS = {NumberKind.COVERAGE: "⚪️", NumberKind.OVERDUE: "🔴", NumberKind.REACTION: "🟢"}


def list_screen(words: Words, found: NumberList) -> Screen:
    """A page of the list; each line leads to the client and from there back to this page."""
    name = name_of(words, found.kind)
    if found.name is None:
        parts = [words("list-own", number=name, count=found.total)]
    else:
        parts = [words("list-of", number=name, name=clean(found.name, 60), count=found.total)]
    if not found.total:
        parts.append(words(f"list-{found.kind.name.lower()}-empty"))
    parts += [line_text(words, line, found) for line in found.lines]
    if any(isinstance(line, Reaction | MovedTask) for line in found.lines):
        parts += clock_lines(words, [found.clock])
    if found.waiting:
        parts.append(words("list-waiting", count=found.waiting))
    if found.often:
        parts += [Markup(""), words("list-often", least=OFTEN)]
        parts += [_often(words, task) for task in found.often]
    rows = tuple(_row(found, client) for client in _clients(found).items())

    def turn(page: int) -> Tap:
        return OpenNumberList(found.person_id, found.kind, found.period, page)

    rows += pager(words, found.page, found.pages, turn)
    lesson = OpenNumberLesson(found.person_id, found.kind, found.period)
    about = Button(words.plain("report-about"), lesson)
    back = back_button(words, OpenPersonReport(found.person_id, found.period))
    return Screen(Markup("\n".join(parts)), (*rows, (back, about)))


def line_text(words: Words, line: ReportLine, found: NumberList) -> Markup:
    """One line of the list."""
    today = found.today
    match line:
        case UncoveredLine():
            deal = "" if line.deal_id is None else words.plain("list-deal")
            return words(
                "list-uncovered",
                client=clean(line.client_name, _LONGEST),
                deal=deal,
                reason=words.plain(f"reason-{line.reason}"),
                ago=words.ago(found.now - line.opened_at),
            )
        case ReportedTask():
            date = words.short_date(line.due_on, today) if line.due_on else ""
            return words("list-overdue", client=clean(line.client_name, _LONGEST), date=date)
        case EndedDay():
            date = words.short_date(line.on, today)
            return words("list-day", date=date, left=line.left, done=line.done)
        case Reaction():
            return words(
                "list-reaction",
                client=clean(line.task.client_name, _LONGEST),
                moment=words.moment(line.arrived, today),
                time=minutes(words, line.minutes),
            )
        case MovedTask():
            return words(
                "list-move",
                client=clean(line.task.client_name, _LONGEST),
                moment=words.moment(line.at, today),
                before=words.short_date(line.before, today) if line.before else "—",
                after=words.short_date(line.after, today) if line.after else "—",
            )


def _often(words: Words, task: ReportedTask) -> Markup:
    return words("list-often-line", client=clean(task.client_name, _LONGEST), count=task.moves)


def _clients(found: NumberList) -> dict[int, str]:
    """Whom the lines are about, each once."""
    clients: dict[int, str] = {}
    for line in (*found.lines, *found.often):
        match line:
            case UncoveredLine() | ReportedTask():
                clients.setdefault(line.client_id, line.client_name)
            case Reaction() | MovedTask():
                clients.setdefault(line.task.client_id, line.task.client_name)
            case EndedDay():
                pass
    return clients


def _row(found: NumberList, client: tuple[int, str]) -> Row:
    client_id, name = client
    to = OpenReportedClient(client_id, found.person_id, found.kind, found.period, found.page)
    return (Button(about_client(_MARKS.get(found.kind, "👤"), name), to),)
