"""The report as a workbook: who gets whose, and each sheet as long as its number (R12)."""

import io
from collections.abc import Mapping
from datetime import date, datetime

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from bot.files.formats import book as files
from bot.method.core.refusals import NotFound
from bot.method.core.terms import Role
from bot.method.report.numbers import NumberKind
from bot.method.report.periods import ReportPeriod
from bot.models.journal import JournalEntry
from bot.models.user import User
from bot.services.report.exporting import order_report, report_book
from bot.services.report.messages import ReportFileMessage
from bot.services.tasks.tasks import When, move_task
from bot.telegram.render.report import report_file
from bot.views.screen import Attachment, Screen
from bot.views.words import Words
from tests.builders import Firm, at
from tests.service import seen
from tests.service.report.test_reading import arrived, ended, first_task
from tests.service.running import run_job

RU = Words("ru")
WEEK = ReportPeriod.WEEK
EVIL = '=HYPERLINK("http://x";"Ромашка")'


async def history(firm: Firm, person: int) -> None:
    """Something behind each of the five numbers."""
    await run_job(firm, "evening")
    await firm.client(person, EVIL)
    moved = await first_task(firm, await firm.client(person, "Лютик", due=date(2026, 11, 26)))
    await firm.client(person, "Ландыш", due=date(2026, 11, 24))
    inbound = await arrived(firm, person, await firm.client(person, due=date(2026, 11, 27)))
    async with firm.act(person) as act:
        await move_task(act, moved, When(date(2026, 11, 27)))
    at(firm, 24, 10, 30)
    await ended(firm, person, inbound)
    for day, hour in ((24, 18), (25, 0), (25, 9)):
        at(firm, day, hour)
        await run_job(firm, "evening")


async def file_of(firm: Firm, reader: int, team: int | None = None) -> Screen | None:
    """What comes to the reader who has ordered it."""
    async with firm.act(reader) as act:
        return await report_file(act, ReportFileMessage(WEEK, team, act.now), RU)


def rows_of(file: Attachment) -> Mapping[str, list[tuple[object, ...]]]:
    """The values of each sheet below its titles."""
    assert isinstance(file.content, bytes)
    sheets = load_workbook(io.BytesIO(file.content))
    return {sheet.title: list(sheet.iter_rows(min_row=2, values_only=True)) for sheet in sheets}


async def test_each_sheet_is_as_long_as_its_number(firm: Firm) -> None:
    team = await firm.team("Север")
    igor = await firm.person("Игорь", Role.HEAD, team)
    for name in ("Анна", "Борис"):
        await history(firm, await firm.person(name, team_id=team))
        at(firm, 24, 9)
    at(firm, 25, 9)
    async with firm.act(igor) as act:
        book = await report_book(act, WEEK)
    assert book is not None
    for kind in NumberKind:
        total = book.report.total.numbers.length(kind)
        assert len(book.lines[kind]) == total > 0, kind
        for line in book.report.people:
            own = [one for one in book.lines[kind] if one.name == line.name]
            assert len(own) == line.judged.numbers.length(kind)
    screen = await file_of(firm, igor)
    assert screen is not None
    assert "2 сотрудника" in screen.text
    (file,) = screen.attachments
    assert file.name == "report-2026-11-19-2026-11-25.xlsx"
    rows = rows_of(file)
    assert next(iter(rows)) == "Отдел"
    assert [row[0] for row in rows["Отдел"]] == ["Анна", "Борис", "Всего", "Норма"]
    assert rows["Отдел"][-1][2] == 0.95
    assert [len(rows[name]) for name in ("Покрытие", "Просрочка", "Переносы")] == [2, 2, 2]
    assert rows["Покрытие"][0][1] == f"'{EVIL}"
    assert rows["Просрочка"][0][3] == datetime(2026, 11, 24)
    assert rows["Реакция"][0][3:] == (datetime(2026, 11, 24, 9), 90)


async def test_times_are_where_the_person_lives(firm: Firm) -> None:
    admin, anna = await firm.person("Игорь", Role.ADMIN), await firm.person("Анна")
    async with firm.act(anna) as act:
        act.actor.zone = "Asia/Vladivostok"
    await firm.client(anna, "Ландыш")
    async with firm.act(admin) as act:
        book = await report_book(act, WEEK)
        assert book is not None
        (line,) = book.lines[NumberKind.COVERAGE]
        opened = getattr(line.line, "opened_at", None)
        assert isinstance(opened, datetime)
        assert opened.hour == (act.now.hour + 10) % 24


async def test_a_head_gets_the_team_an_admin_all_and_a_manager_nothing(firm: Firm) -> None:
    north, south = await firm.team("Север"), await firm.team("Юг")
    igor = await firm.person("Игорь", Role.HEAD, north)
    await firm.person("Ольга", Role.HEAD, south)
    admin = await firm.person("Пётр", Role.ADMIN)
    anna, boris = (
        await firm.person("Анна", team_id=north),
        await firm.person("Борис", team_id=south),
    )
    for person in (anna, boris):
        await firm.client(person)
    seen_by = {(igor, None): {"Анна"}, (admin, None): {"Анна", "Борис"}, (admin, south): {"Борис"}}
    for (reader, team), names in seen_by.items():
        screen = await file_of(firm, reader, team)
        assert screen is not None
        assert {row[0] for row in rows_of(screen.attachments[0])["Покрытие"]} == names
    async with firm.act(admin) as act:
        book = await report_book(act, WEEK)
        assert book is not None
        assert book.teams == {anna: "Север", boris: "Юг"}
    for reader, team in ((igor, south), (anna, None), (anna, north)):
        with pytest.raises(NotFound):
            async with firm.act(reader) as act:
                await order_report(act, WEEK, team)
        assert await file_of(firm, reader, team) is None
    assert await seen.messages(firm, "report_file") == []


async def test_tapped_twice_it_comes_once_and_never_to_whoever_leads_no_more(firm: Firm) -> None:
    team = await firm.team()
    igor = await firm.person("Игорь", Role.HEAD, team)
    await firm.client(await firm.person("Анна", team_id=team))
    for _ in range(2):
        async with firm.act(igor) as act:
            await order_report(act, WEEK)
        firm.moved(seconds=5)
    assert len(await seen.messages(firm, "report_file")) == 1
    firm.moved(minutes=1)
    async with firm.act(igor) as act:
        await order_report(act, WEEK)
    assert len(await seen.messages(firm, "report_file")) == 2
    async with firm.work() as work:
        taken = list(await work.session.scalars(select(JournalEntry.subject)))
    assert taken == ["report"] * 2
    async with firm.work() as work:
        (await work.session.get_one(User, igor)).role = Role.MANAGER
    assert await file_of(firm, igor) is None


async def test_too_many_lines_are_cut_and_that_is_said(
    firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    admin, anna = await firm.person("Игорь", Role.ADMIN), await firm.person("Анна")
    await firm.clients(anna, 3)
    async with firm.act(admin) as act:
        book = await report_book(act, WEEK, most=2)
        assert book is not None
        assert (len(book.lines[NumberKind.COVERAGE]), book.cut) == (2, (NumberKind.COVERAGE,))
    monkeypatch.setattr(files, "MEMORY", 1024 * 1024)
    screen = await file_of(firm, admin)
    assert screen is not None
    # Where no workbook can be made, the tables come.
    assert [file.name for file in screen.attachments][:2] == [
        "report-2026-11-18-2026-11-24-Отдел.csv",
        "report-2026-11-18-2026-11-24-Покрытие.csv",
    ]


async def test_each_chart_shows_all_its_people_and_nothing_else(firm: Firm) -> None:
    team = await firm.team()
    igor = await firm.person("Игорь", Role.HEAD, team)
    for name in ("Анна", "Борис", "Вера"):
        await history(firm, await firm.person(name, team_id=team))
        at(firm, 24, 9)
    at(firm, 25, 9)
    screen = await file_of(firm, igor)
    assert screen is not None
    (file,) = screen.attachments
    assert isinstance(file.content, bytes)
    sheet = load_workbook(io.BytesIO(file.content))["Отдел"]
    people = [row[0].value for row in sheet.iter_rows(min_row=2)]
    assert people == ["Анна", "Борис", "Вера", "Всего", "Норма"]
    charts = sheet._charts
    assert len(charts) == 5
    for chart in charts:
        (series,) = chart.series
        title = "".join(run.t for run in chart.title.tx.rich.p[0].r)
        column = series.val.numRef.f.split("$")[1]
        assert series.cat.numRef.f == "'Отдел'!$A$2:$A$4"
        assert series.val.numRef.f == f"'Отдел'!${column}$2:${column}$4"
        assert sheet[f"{column}1"].value == title
        values = [sheet[f"{column}{row}"] for row in (2, 3, 4)]
        assert {cell.data_type for cell in values} == {"n"}
        percent = values[0].number_format == "0%"
        shown = chart.y_axis.number_format
        assert (shown is not None and shown.formatCode == "0%") is percent
        assert (chart.x_axis.delete, chart.y_axis.delete) == (False, False)
    tops = [(chart.anchor._from.row, chart.anchor._from.col) for chart in charts]
    assert min(tops) > (len(people), 0), "over the table"
    assert len(set(tops)) == 5, "one over the other"


async def test_many_people_cost_as_many_looks_as_one(firm: Firm) -> None:
    team = await firm.team()
    igor = await firm.person("Игорь", Role.HEAD, team)
    counts = []
    for name in ("Анна", "Борис", "Вера", "Глеб"):
        person = await firm.person(name, team_id=team)
        await history(firm, person)
        at(firm, 25, 9)
        async with firm.act(igor) as act:
            with seen.counted(firm.database) as statements:
                assert await report_book(act, WEEK) is not None
        counts.append(len(statements))
        at(firm, 24, 9)
    assert len(set(counts)) == 1, counts


async def test_each_is_listed_by_the_days_where_he_lives(firm: Firm) -> None:
    """At nine in the evening it is tomorrow in Vladivostok, where the moves are yesterday's."""
    team = await firm.team()
    igor = await firm.person("Игорь", Role.HEAD, team)
    anna, boris = [await firm.person(name, team_id=team) for name in ("Анна", "Борис")]
    async with firm.work() as work:
        (await work.session.get_one(User, boris)).zone = "Asia/Vladivostok"
    for person in (anna, boris):
        at(firm, 24, 16)
        task = await first_task(firm, await firm.client(person, due=date(2026, 11, 26)))
        at(firm, 24, 16, 30)
        async with firm.act(person) as act:
            await move_task(act, task, When(date(2026, 11, 27)))
    at(firm, 24, 21)
    async with firm.act(igor) as act:
        book = await report_book(act, ReportPeriod.TODAY)
    assert book is not None
    assert [line.name for line in book.lines[NumberKind.MOVES]] == ["Анна"]
    for line in book.report.people:
        own = [one for one in book.lines[NumberKind.MOVES] if one.name == line.name]
        assert len(own) == line.judged.numbers.length(NumberKind.MOVES)
