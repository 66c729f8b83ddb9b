"""An import is taken back: what nobody has touched goes, what was there becomes what it was."""

import dataclasses
from datetime import date

import pytest
from sqlalchemy import func, select

from bot.method.core.refusals import NotFound, NotNow
from bot.method.imports.plan import Duplicates
from bot.method.imports.rows import DealRow, ImportFile, ImportRow, Profile, TaskRow
from bot.method.imports.state import ImportState
from bot.models import (
    Client,
    ClientImport,
    ClientWord,
    ContactPoint,
    Deal,
    Gap,
    OutboxMessage,
    Person,
    Task,
    TimelineEntry,
)
from bot.services.imports import wizard
from bot.services.imports.state import back_of
from bot.services.imports.steps import import_portion, keep_read
from bot.services.imports.undo import undo_portion
from bot.services.tasks.tasks import When, plan_task
from tests.builders import Firm

TABLES = (Client, ClientWord, ContactPoint, Deal, Task, Gap, TimelineEntry)
ROWS = (
    ImportRow(2, name="Раз", phones=("89161110001",), source_id="1"),
    ImportRow(
        3,
        name="Два",
        phones=("89161110002",),
        source_id="2",
        deal=DealRow("900", "Столы", "КП", 250_000_00, "RUB"),
        task=TaskRow(date(2026, 11, 30), None, "Позвонить"),
    ),
    ImportRow(4, name="Три", phones=("89161110003",), source_id="3", further=(5,)),
    ImportRow(6, name="Два", emails=("two@example.com",), source_id="2"),
    ImportRow(7, error="row-empty"),
)


async def bring_in(
    firm: Firm, owner: int, *rows: ImportRow, duplicates: Duplicates = Duplicates.FILL
) -> int:
    """The rows as the importer brings them in through the chat."""
    read = ImportFile(Profile.BITRIX_DEALS, rows, count=len(rows))
    async with firm.act(owner) as act:
        import_id = await wizard.receive(act, "file", "base.csv", 100)
    async with firm.work() as work:
        await keep_read(work, import_id, read, "0" * 64)
        batch = await work.session.get_one(ClientImport, import_id)
        batch.state = ImportState.RUNNING
        batch.options = {**batch.options, "duplicates": duplicates}
    at: int | None = 0
    while at is not None:
        async with firm.work() as work:
            at = await import_portion(work, import_id, at, rows[at : at + 2], len(rows))
    return import_id


async def take_back(firm: Firm, owner: int, import_id: int) -> tuple[int, int, int]:
    async with firm.act(owner) as act:
        await wizard.undo(act, import_id)
    going = True
    while going:
        async with firm.work() as work:
            going = await undo_portion(work, import_id, 2)
    async with firm.work() as work:
        batch = await work.session.get_one(ClientImport, import_id)
        assert batch.state is ImportState.UNDONE
        return dataclasses.astuple(back_of(batch))


async def left(firm: Firm) -> list[int]:
    async with firm.work() as work:
        counts = [
            await work.session.scalar(select(func.count()).select_from(one)) for one in TABLES
        ]
    return [count or 0 for count in counts]


async def test_what_nobody_has_touched_goes_with_everything(firm: Firm) -> None:
    anna = await firm.person("Анна")
    import_id = await bring_in(firm, anna, *ROWS)
    assert (await left(firm))[0] == 3
    firm.moved(hours=1)
    assert await take_back(firm, anna, import_id) == (3, 0, 0)
    assert await left(firm) == [0] * len(TABLES)


async def test_whom_somebody_has_worked_with_stays_whole(firm: Firm) -> None:
    anna = await firm.person("Анна")
    import_id = await bring_in(firm, anna, *ROWS)
    firm.moved(hours=1)
    async with firm.act(anna) as act:
        two = (await act.session.scalars(select(Client.id).where(Client.name == "Два"))).one()
        await plan_task(act, two, None, When(firm.in_days(2)))
    assert await take_back(firm, anna, import_id) == (2, 1, 0)
    clients, _, points, deals, tasks, *_ = await left(firm)
    assert (clients, points, deals, tasks) == (1, 2, 1, 2)


async def test_what_was_there_becomes_what_it_was(firm: Firm) -> None:
    anna = await firm.person("Анна")
    old = await firm.client(anna, "Ромашка", phone="+79161110002", due=firm.in_days(3))
    before = await left(firm)
    row = dataclasses.replace(ROWS[1], note="важный", phones=("89161110002", "89161110009"))
    import_id = await bring_in(firm, anna, row, duplicates=Duplicates.REPLACE)
    async with firm.work() as work:
        client = await work.session.get_one(Client, old)
        assert (client.name, client.note) == ("Два", "важный")
    firm.moved(hours=1)
    assert await take_back(firm, anna, import_id) == (0, 0, 1)
    async with firm.work() as work:
        client = await work.session.get_one(Client, old)
        assert (client.name, client.note, client.gap_since) == ("Ромашка", None, None)
        assert client.name_folded == "ромашка"
    # The history says that it was filled in and taken back; a gap that came and went is closed.
    assert (await left(firm))[:5] == before[:5]


async def test_rows_that_went_to_one_client_are_taken_back_from_the_last_on(firm: Firm) -> None:
    """With the notes that one has put below another's, and the people inside."""
    anna = await firm.person("Анна")
    old = await firm.client(anna, "Ромашка", phone="+79161110001", due=firm.in_days(3))
    first = ImportRow(2, name="Ромашка", phones=("89161110001",), note="раз")
    second = ImportRow(3, name="Олег", phones=("89161110001",), note="два", position="Склад")
    import_id = await bring_in(firm, anna, first, second, ImportRow(4, name="Пять"), first)
    async with firm.work() as work:
        assert (await work.session.get_one(Client, old)).note == "раз\nдва"
        assert (await work.session.scalars(select(Person.name))).all() == ["Олег"]
    firm.moved(hours=1)
    assert await take_back(firm, anna, import_id) == (1, 0, 1)
    async with firm.work() as work:
        client = await work.session.get_one(Client, old)
        assert (client.name, client.note) == ("Ромашка", None)
        assert (await work.session.scalars(select(Person.name))).all() == []


async def test_what_was_changed_since_is_left_as_it_is(firm: Firm) -> None:
    anna = await firm.person("Анна")
    old = await firm.client(anna, "Ромашка", phone="+79161110001", due=firm.in_days(3))
    row = dataclasses.replace(ROWS[0], note="важный")
    import_id = await bring_in(firm, anna, row, duplicates=Duplicates.REPLACE)
    firm.moved(hours=1)
    async with firm.work() as work:
        (await work.session.get_one(Client, old)).name = "ООО Ромашка"
    assert await take_back(firm, anna, import_id) == (0, 0, 1)
    async with firm.work() as work:
        client = await work.session.get_one(Client, old)
        assert (client.name, client.note) == ("ООО Ромашка", None)


async def test_a_client_that_a_later_import_knows_stays(firm: Firm) -> None:
    anna = await firm.person("Анна")
    first = await bring_in(firm, anna, *ROWS)
    firm.moved(hours=1)
    await bring_in(firm, anna, ROWS[0])
    assert await take_back(firm, anna, first) == (2, 1, 0)


async def test_a_portion_is_taken_once(firm: Firm) -> None:
    anna = await firm.person("Анна")
    import_id = await bring_in(firm, anna)
    async with firm.work() as work:
        batch = await work.session.get_one(ClientImport, import_id)
        batch.state = ImportState.RUNNING
    for _ in range(2):
        async with firm.work() as work:
            assert await import_portion(work, import_id, 0, ROWS[:2], len(ROWS)) == 2
    async with firm.work() as work:
        assert (await work.session.get_one(ClientImport, import_id)).counts["rows"] == 2


async def test_once_within_a_day_and_by_whom_it_is(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    import_id = await bring_in(firm, anna, *ROWS)
    with pytest.raises(NotFound):
        async with firm.act(boris) as act:
            await wizard.undo(act, import_id)
    firm.moved(hours=24)
    with pytest.raises(NotNow, match="import-late"):
        async with firm.act(anna) as act:
            await wizard.undo(act, import_id)
    firm.moved(hours=-23)
    assert await take_back(firm, anna, import_id) == (3, 0, 0)
    async with firm.act(anna) as act:
        await wizard.undo(act, import_id)
        assert (await wizard.card(act, import_id)).state is ImportState.UNDONE
    async with firm.work() as work:
        told = select(func.count()).select_from(OutboxMessage).where(OutboxMessage.kind == "import")
        assert await work.session.scalar(told) == 3
