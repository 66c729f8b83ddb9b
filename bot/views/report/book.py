"""The report as the sheets of a workbook, and the message that it comes with (R12)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from bot.method.core.sheets import BarsLook, CellKind, Sheet, SheetValue
from bot.method.core.texts import clean
from bot.method.report.cards import (
    BookLine,
    EndedDay,
    Judged,
    MovedTask,
    Reaction,
    ReportBook,
    ReportedTask,
    ReportLine,
    TeamReport,
    UncoveredLine,
)
from bot.method.report.numbers import Norms, NumberKind, Share
from bot.method.report.periods import ReportPeriod
from bot.views.parts.rows import back_button, home_row
from bot.views.report.numbers import days_of, name_of
from bot.views.screen import Attachment, Screen
from bot.views.taps.report import OpenReport
from bot.views.words import Words

_LONGEST = 60
_WHOLE = 100
_IN_CHARTS = 40
"""People whose names can be read below their bars."""
_N, _P, _D, _M = CellKind.NUMBER, CellKind.PERCENT, CellKind.DATE, CellKind.MOMENT
_FIRST = {
    "coverage": _P,
    "uncovered": _N,
    "kept": _N,
    "clean": _P,
    "clean-days": _N,
    "days": _N,
    "overdue": _N,
    "oldest": _D,
    "reaction": _N,
    "answers": _N,
    "waiting": _N,
    "moves": _P,
    "moved": _N,
    "done-or-moved": _N,
}
_CHARTS = ("coverage", "clean", "overdue", "reaction", "moves")
_COLUMNS: dict[NumberKind, dict[str, CellKind | None]] = {
    NumberKind.COVERAGE: {"client": None, "deal": None, "why": None, "since": _M},
    NumberKind.CLEAN: {"day": _D, "left": _N, "done": _N},
    NumberKind.OVERDUE: {"client": None, "task": None, "due": _D, "times-moved": _N},
    NumberKind.REACTION: {"client": None, "task": None, "arrived": _M, "minutes": _N},
    NumberKind.MOVES: {"client": None, "task": None, "at": _M, "from": _D, "to": _D},
}


def order_screen(words: Words, period: ReportPeriod, team_id: int | None) -> Screen:
    """The file is being made; it comes by itself."""
    back = back_button(words, OpenReport(period, 0, team_id))
    return Screen(words("report-file-begun"), ((back, *home_row(words)),))


def file_screen(words: Words, book: ReportBook, files: Sequence[tuple[str, bytes]]) -> Screen:
    """The file itself, or a table each, with what is in it."""
    report = book.report
    days = days_of(words, report.span, report)
    title = clean(report.team, _LONGEST) if report.team else words.plain("report-everybody")
    text = words("report-file-ready", title=title, days=days, people=len(report.people))
    if book.cut:
        names = ", ".join(name_of(words, kind) for kind in book.cut)
        text = words("report-file-cut", text=text, names=names)
    documents = tuple(Attachment("document", *file) for file in files)
    return Screen(text, attachments=documents)


def file_name(report: TeamReport) -> str:
    """By its days, without an ending."""
    days = dict.fromkeys((report.span.since.isoformat(), report.span.until.isoformat()))
    return "-".join(("report", *days))


def book_sheets(words: Words, book: ReportBook) -> tuple[Sheet, ...]:
    """Everybody's numbers with the norms, then what is behind each number."""
    return (_first(words, book), *(_behind(words, kind, book.lines[kind]) for kind in NumberKind))


def _first(words: Words, book: ReportBook) -> Sheet:
    report = book.report
    names = ("manager", "team", *_FIRST)
    kinds = {place + 2: kind for place, kind in enumerate(_FIRST.values())}
    rows: list[tuple[SheetValue, ...]] = [
        (line.name, book.teams.get(line.subject_id), *_numbers(line.judged))
        for line in report.people
    ]
    rows.append((words.plain("report-total"), None, *_numbers(report.total)))
    rows.append((words.plain("sheet-norm"), None, *_norms(report.total.norms)))
    shown = min(len(report.people), _IN_CHARTS)
    bars = tuple(
        BarsLook(words.plain(f"sheet-column-{name}"), names.index(name), shown) for name in _CHARTS
    )
    titles = tuple(words.plain(f"sheet-column-{name}") for name in names)
    return Sheet(words.plain("sheet-everybody"), titles, rows, kinds, bars if shown else ())


def _numbers(judged: Judged) -> Iterator[SheetValue]:
    """In the order of the columns."""
    numbers = judged.numbers
    coverage, clean_days, moves = numbers.coverage or Share(), numbers.clean, numbers.moves
    yield from (_share(coverage), numbers.uncovered, coverage.whole)
    yield from (_share(clean_days), clean_days.part, clean_days.whole)
    yield from (numbers.overdue, numbers.oldest)
    yield from (numbers.reaction, len(numbers.reactions), numbers.waiting)
    yield from (_share(moves), moves.part, moves.whole)


def _norms(norms: Norms) -> Iterator[SheetValue]:
    """Where the company has one."""
    here = {"coverage": _of_whole(norms.coverage), "clean": _of_whole(norms.clean)}
    known: dict[str, SheetValue] = {**here, "overdue": 0, "reaction": norms.reaction}
    yield from (known.get(name) for name in _FIRST)


def _share(share: Share) -> Decimal | None:
    """As the screen rounds it."""
    return None if share.percent is None else _of_whole(share.percent)


def _of_whole(percent: int) -> Decimal:
    return Decimal(percent) / _WHOLE


def _behind(words: Words, kind: NumberKind, lines: Sequence[BookLine]) -> Sheet:
    columns = _COLUMNS[kind]
    titles = tuple(words.plain(f"sheet-column-{name}") for name in ("manager", *columns))
    kinds = {place: held for place, held in enumerate(columns.values(), 1) if held is not None}
    rows = [(name, *_line(words, line)) for name, line in lines]
    return Sheet(name_of(words, kind), titles, rows, kinds)


def _line(words: Words, line: ReportLine) -> tuple[SheetValue, ...]:
    match line:
        case UncoveredLine():
            deal = None if line.deal_id is None else line.deal_title or str(line.deal_id)
            reason = words.plain(f"reason-{line.reason}")
            return line.client_name, deal, reason, line.opened_at
        case EndedDay():
            return line.on, line.left, line.done
        case ReportedTask():
            return line.client_name, line.title, line.due_on, line.moves
        case Reaction():
            return line.task.client_name, line.task.title, line.arrived, line.minutes
        case MovedTask():
            return line.task.client_name, line.task.title, line.at, line.before, line.after
