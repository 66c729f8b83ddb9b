"""The five numbers, their lists and the morning's report, as people read them (R12)."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from html import unescape

import pytest

from bot.method.core.sheets import CellKind
from bot.method.core.terms import GapReason
from bot.method.report import cards as c
from bot.method.report.heat import HeatCell, HeatMap, HeatRow, Warmth
from bot.method.report.numbers import Norms, NumberKind, Numbers, Share
from bot.method.report.periods import DaySpan, ReportPeriod
from bot.views.report import book, heat, lists, morning, numbers
from bot.views.report.heat_chart import heat_png
from bot.views.report.team import team_screen
from bot.views.screen import Grid, Screen
from bot.views.taps.report import OpenNumberList, OpenReportedClient
from bot.views.words import LOCALES, Words
from tests.unit.views.facts import HUGE, LONG, TODAY
from tests.unit.views.shown import can_be_sent, labels, plain

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
NORMS = Norms(95, 80, 240, date(2026, 11, 20))
GOOD = Numbers(Share(96, 100), Share(5, 5), 0, None, (30, 61), 0, Share(3, 25))
BAD = Numbers(Share(1, 9999), Share(1, 5), 9999, date(2025, 1, 1), (9999,) * 9, 9, Share(9, 9))
NOTHING = Numbers(None, Share(), None)
SPAN = DaySpan(date(2026, 11, 18), TODAY)
W = ReportPeriod.WEEK
ANNA = c.JudgedLine(1, "Анна", c.Judged(GOOD, replace(GOOD, coverage=Share(92, 100)), NORMS))
LONGEST = c.JudgedLine(HUGE, LONG, c.Judged(BAD, BAD, NORMS))
TEAM = c.TeamReport(
    W, SPAN, TODAY, c.Judged(BAD, GOOD, NORMS), (LONGEST,) * 8, 1, 3, (LONGEST,) * 4
)
ONE = c.TeamReport(W, SPAN, TODAY, ANNA.judged, (ANNA,), team_id=HUGE, team=LONG)
MORNING = replace(ONE, period=ReportPeriod.LAST_DAY, span=DaySpan(SPAN.since, SPAN.since))
EMPTY = c.TeamReport(W, SPAN, TODAY, c.Judged(NOTHING, NOTHING, NORMS), ())
OF_ANNA = c.PersonReport(1, "Анна", W, SPAN, TODAY, ANNA.judged, leads=True)
OWN = c.PersonReport(HUGE, None, W, SPAN, TODAY, c.Judged(NOTHING, NOTHING, NORMS))
TASK = c.ReportedTask(HUGE, HUGE, LONG, date(2026, 11, 2), 9999, LONG)
LINES: dict[NumberKind, c.ReportLine] = {
    NumberKind.COVERAGE: c.UncoveredLine(HUGE, LONG, 1, LONG, GapReason.TASK_ON_CONTACT, NOW),
    NumberKind.CLEAN: c.EndedDay(date(2026, 11, 20), 4, 9),
    NumberKind.OVERDUE: TASK,
    NumberKind.REACTION: c.Reaction(TASK, NOW, 9999),
    NumberKind.MOVES: c.MovedTask(TASK, NOW, date(2026, 11, 2), None),
}


def listed(kind: NumberKind, count: int = 8, name: str | None = LONG) -> c.NumberList:
    often = (TASK,) * 8 if kind is NumberKind.MOVES else ()
    lines = (LINES[kind],) * count
    return c.NumberList(
        HUGE, name, kind, W, TODAY, NOW, lines, count, 0, 2 if count else 1, often, waiting=count
    )


SAMPLES: dict[str, Callable[[Words], Screen]] = {
    "team": lambda w: team_screen(w, TEAM),
    "team, tables": lambda w: team_screen(w, replace(TEAM, tables=True)),
    "nobody, tables": lambda w: team_screen(w, replace(EMPTY, tables=True)),
    "morning, tables": lambda w: morning.morning_screen(w, replace(MORNING, tables=True)),
    "week, tables": lambda w: morning.morning_screen(
        w, replace(TEAM, period=ReportPeriod.LAST_WEEK, people=(LONGEST,) * 40, tables=True)
    ),
    "team of one": lambda w: team_screen(w, ONE),
    "nobody": lambda w: team_screen(w, EMPTY),
    "nobody led": lambda w: team_screen(w, replace(EMPTY, nobody_led=True)),
    "person": lambda w: numbers.person_screen(w, OF_ANNA),
    "own": lambda w: numbers.person_screen(w, OWN),
    "morning": lambda w: morning.morning_screen(w, MORNING),
    "week": lambda w: morning.morning_screen(
        w, replace(TEAM, period=ReportPeriod.LAST_WEEK, people=(LONGEST,) * 40)
    ),
}
for _kind in NumberKind:
    SAMPLES |= {
        f"lesson {_kind.name}": lambda w, kind=_kind: numbers.lesson_screen(w, OF_ANNA, kind),
        f"own lesson {_kind.name}": lambda w, kind=_kind: numbers.lesson_screen(w, OWN, kind),
        f"list {_kind.name}": lambda w, kind=_kind: lists.list_screen(w, listed(kind)),
        f"own list {_kind.name}": lambda w, kind=_kind: lists.list_screen(w, listed(kind, 0, None)),
    }
DAYS = tuple(date(2026, 11, day) for day in range(9, 19))
CELLS = (
    HeatCell.of(True, 0),
    HeatCell.of(False, 3),
    HeatCell.of(False, 999),
    HeatCell(Warmth.NONE),
)
HEAT = HeatMap(DAYS, (HeatRow(LONG, (*CELLS, *CELLS, *CELLS[:2])),) * 10, TODAY, 1, 9, HUGE)
SAMPLES |= {
    "heat": lambda w: heat.heat_screen(w, HEAT),
    "heat of nobody": lambda w: heat.heat_screen(w, HeatMap(DAYS, (), TODAY)),
}
BOOK = c.ReportBook(
    replace(TEAM, people=(LONGEST, ANNA), teams=()),
    {1: LONG},
    {kind: (c.BookLine(LONG, line),) * 2 for kind, line in LINES.items()},
    tuple(NumberKind),
)
SAMPLES |= {
    "ordered": lambda w: book.order_screen(w, W, HUGE),
    "file": lambda w: book.file_screen(w, BOOK, [("report.xlsx", b"")]),
    "file of a team": lambda w: book.file_screen(w, replace(BOOK, report=ONE, cut=()), []),
}
RU = Words("ru")

test_a_sample_can_be_sent = can_be_sent(SAMPLES)


def test_a_number_says_norm_list_and_what_it_was() -> None:
    text = plain(numbers.person_screen(RU, OF_ANNA)).replace("\xa0", " ")
    lines = text.splitlines()
    assert lines[1:] == [
        "🟢 Покрытие: 96 % (норма 95 %), без дела 4 из 100 · ▲ было 92 %",
        "🟢 Чистый день: 5/5 (норма 80 %) · было 5/5",
        "🟢 Просрочка: 0 · было 0",
        "🟢 Реакция: 45 мин (медиана, входящих 2) · было 45 мин",
        "🟢 Переносы: 12 % (3 из 25) · было 12 %",
    ]


def test_a_table_says_what_the_lines_say() -> None:
    """Every light and number of the plain form, and no number more."""
    report = replace(TEAM, people=(LONGEST, ANNA), teams=(LONGEST,), tables=True)
    screen = team_screen(RU, report)
    grid = next(part for part in screen.rich if isinstance(part, Grid))
    assert grid.head == (
        "Кто",
        "Покрытие",
        "Чистый день",
        "Просрочка",
        "Реакция",
        "Переносы",
    )
    lines = [f"{name}: {' · '.join(values)}" for name, *values in grid.rows]
    assert lines == [line for line in plain_lines(screen.text)[2:] if line]
    assert team_screen(RU, replace(report, tables=False)).rich == ()


def test_the_morning_with_a_table_keeps_whom_to_praise_and_to_ask() -> None:
    report = replace(MORNING, people=(LONGEST, ANNA), tables=True)
    title, grid, below = morning.morning_screen(RU, report).rich
    assert isinstance(grid, Grid)
    assert "📊" in str(title)
    assert "👏 Похвалить: " in str(below)
    assert "❓ Спросить: " in str(below)


def plain_lines(html: str) -> list[str]:
    return [unescape(re.sub(r"<[^>]*>", "", line)) for line in html.splitlines()]


def test_the_morning_has_one_to_praise_and_one_to_ask() -> None:
    screen = morning.morning_screen(RU, replace(MORNING, people=(LONGEST, ANNA)))
    text = plain(screen).replace("\xa0", " ")
    assert "👏 Похвалить: Анна — покрытие 96 %, было 92 %." in text
    assert text.splitlines()[-1].startswith("❓ Спросить: ")
    assert "👏" not in morning.morning_screen(RU, replace(MORNING, people=(LONGEST,))).text


@pytest.mark.parametrize("kind", [kind for kind in NumberKind if kind is not NumberKind.CLEAN])
def test_a_line_leads_to_the_client_and_keeps_the_page(kind: NumberKind) -> None:
    screen = lists.list_screen(RU, replace(listed(kind), page=1))
    assert screen.rows[0][0].tap == OpenReportedClient(HUGE, HUGE, kind, W, 1)
    assert screen.rows[1][0].tap == OpenNumberList(HUGE, kind, W, 0)


def test_only_whoever_leads_reads_what_to_ask() -> None:
    assert "Что спросить" in numbers.lesson_screen(RU, OF_ANNA, NumberKind.MOVES).text
    assert "Что спросить" not in numbers.lesson_screen(RU, OWN, NumberKind.MOVES).text
    assert "◀️ Назад" in labels(numbers.person_screen(RU, OWN))


@pytest.mark.parametrize("locale", LOCALES)
def test_the_days_can_be_drawn(locale: str) -> None:
    """Warnings are errors here: a letter that the font lacks would be one."""
    assert heat_png(Words(locale), HEAT).startswith(b"\x89PNG")


def test_the_days_say_in_words_what_the_picture_shows() -> None:
    text = plain(heat.heat_screen(RU, HEAT))
    assert text.splitlines()[1].endswith(": 3/8 🟢🟡🔴⚪️🟢🟡🔴⚪️🟢🟡")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_row_of_the_workbook_has_a_value_for_each_title(locale: str) -> None:
    sheets = book.book_sheets(Words(locale), BOOK)
    assert len(sheets) == 1 + len(NumberKind)
    for sheet in sheets:
        assert {len(row) for row in sheet.rows} == {len(sheet.titles)}
        assert len(sheet.name) <= 31
        for place, kind in sheet.kinds.items():
            held = {type(row[place]) for row in sheet.rows} - {type(None)}
            assert held <= HELD[kind], (sheet.name, sheet.titles[place])


def test_the_workbook_says_what_the_screen_says() -> None:
    first = book.book_sheets(RU, BOOK)[0]
    anna = dict(zip(first.titles, first.rows[1], strict=True))
    assert (anna["Покрытие"], anna["Без дела"], anna["Реакция, минут"]) == (Decimal("0.96"), 4, 45)
    assert [row[0] for row in first.rows[2:]] == ["Всего", "Норма"]
    assert {bars.rows for bars in first.bars} == {2}


HELD = {
    CellKind.NUMBER: {int},
    CellKind.PERCENT: {Decimal},
    CellKind.DATE: {date},
    CellKind.MOMENT: {datetime},
}
