"""One's base goes out as a file and comes in again as it was; nobody takes a colleague's."""

import csv

import pytest

from bot.files.formats import book
from bot.files.reading import read_clients
from bot.method.clients.edit import ClientText
from bot.method.clients.inside import PersonRole
from bot.method.core.terms import ClientKind, Role
from bot.method.imports.export_cards import ExportForm
from bot.method.imports.plan import ImportOptions
from bot.method.imports.rows import ImportReport
from bot.services.clients import editing, persons
from bot.services.clients.clients import client_card
from bot.services.clients.search import find
from bot.services.imports.batch import begin, importing_of
from bot.services.imports.exporting import own_export
from tests.builders import Firm

EVIL = '=HYPERLINK("http://example.com")'


async def base(firm: Firm, owner: int) -> None:
    client = await firm.client(owner, "Ромашка", phone="+79161234567", due=firm.in_days(3))
    async with firm.act(owner) as act:
        await editing.set_text(act, client, ClientText.COMPANY, "ООО «Сад»; филиал")
        await editing.set_text(act, client, ClientText.NOTE, "раз\nдва")
        await editing.set_kind(act, client, ClientKind.SUPPLIER)
        await editing.set_class(act, client, "B")
        await editing.add_points(act, client, "8 495 234-61-87 доб. 12, sad@example.com @sad_x")
        who = await persons.add_person(act, client, "Ирина Белова, бухгалтер, +7 903 555-01-02")
        await persons.set_role(act, who, PersonRole.ACCOUNTANT)
    await firm.client(owner, EVIL)


async def exported(firm: Firm, person: int, form: ExportForm) -> bytes:
    async with firm.act(person) as act:
        return (await own_export(act, form))[0].content


async def free_contacts(firm: Firm, owner: int, client_id: int) -> None:
    """The same base goes into somebody else's hands: its contacts have to be free for it."""
    async with firm.act(owner) as act:
        points = (await editing.points_edit(act, client_id)).points
        inside = (await persons.persons_edit(act, client_id)).persons
        for point in (*points, *(one for person in inside for one in person.points)):
            await editing.remove_point(act, client_id, point.point_id)


@pytest.mark.parametrize("form", ExportForm)
async def test_out_and_in_again_is_the_same(firm: Firm, form: ExportForm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    await base(firm, anna)
    read = read_clients(await exported(firm, anna, form))
    async with firm.act(anna) as act:
        (line,) = (await find(act, "ромашка")).page.lines
        before = await client_card(act, line.client_id)
    await free_contacts(firm, anna, line.client_id)
    async with firm.act(boris) as act:
        batch = await begin(act, act.actor, read, "export", "0" * 64, ImportOptions())
        report = ImportReport(str(batch.id), read.profile)
        importing = await importing_of(act, batch, act.actor, ImportOptions(), report)
        await importing.take(tuple(read.rows))
    assert (report.rows, report.imported, report.errors) == (2, 2, [])
    async with firm.act(boris) as act:
        (line,) = (await find(act, "ромашка")).page.lines
        after = await client_card(act, line.client_id)
        evil = (await find(act, "hyperlink")).page.lines
    for name in ("name", "company", "note", "kind", "client_class", "contacts"):
        assert getattr(after, name) == getattr(before, name), name
    told = [(one.name, one.role, one.position, len(one.points)) for one in after.persons]
    assert told == [("Ирина Белова", PersonRole.ACCOUNTANT, "бухгалтер", 1)]
    assert [task.due_on for task in after.tasks] == [firm.in_days(3)]
    assert [one.name for one in evil] == [EVIL]


async def test_a_formula_does_not_run(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await base(firm, anna)
    text = (await exported(firm, anna, ExportForm.CSV)).decode("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines(keepends=True), delimiter=";"))
    assert f"'{EVIL}" in [row["name"] for row in rows]


async def test_where_no_workbook_can_be_made_the_tables_come(
    firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = await firm.person("Анна")
    await base(firm, anna)
    monkeypatch.setattr(book, "MEMORY", 1024 * 1024)
    async with firm.act(anna) as act:
        files = await own_export(act, ExportForm.XLSX)
    assert [file.name.partition("-")[0] for file in files] == ["clients", "deals", "tasks"]
    assert all(file.name.endswith(".csv") for file in files)


async def test_a_manager_takes_the_own_a_head_the_teams_an_admin_all(firm: Firm) -> None:
    team = await firm.team()
    anna, boris = await firm.person("Анна", team_id=team), await firm.person("Борис")
    igor = await firm.person("Игорь", Role.HEAD, team)
    await firm.person("Пётр", Role.HEAD)
    olga = await firm.person("Ольга", Role.ADMIN)
    await firm.client(anna, "Клиент Анны")
    await firm.client(boris, "Клиент Бориса")
    for person, theirs in ((anna, 1), (boris, 1), (igor, 1), (olga, 2)):
        text = (await exported(firm, person, ExportForm.CSV)).decode("utf-8-sig")
        assert text.count("Клиент") == theirs
