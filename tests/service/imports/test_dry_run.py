"""The dry run in the chat counts what the import then does."""

from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from sqlalchemy import select

from bot.method.imports.plan import ImportOptions
from bot.method.imports.rows import DealRow, ImportFile, ImportReport, ImportRow, Profile, TaskRow
from bot.method.imports.state import ImportState
from bot.models import Client, User
from bot.models.import_undo import delete_clients
from bot.services.imports import steps
from bot.services.imports.batch import begin
from bot.services.imports.check import Checking
from bot.services.imports.portions import PORTION, in_portions
from tests.builders import Firm
from tests.service.imports.test_importing import ROWS, bring_in, told
from tests.service.imports.test_importing import planned as planned_row


async def dry_run(firm: Firm, owner: int, *rows: ImportRow) -> ImportReport:
    """Checked as the importer of the chat checks it."""
    read = ImportFile(Profile.BITRIX_DEALS, rows)
    async with firm.act(owner) as act:
        batch = await begin(act, act.actor, read, "file.csv", "0" * 64, ImportOptions())
        batch.state = ImportState.CHECKING
    checking, report = Checking(), ImportReport(str(batch.id), read.profile)

    async def count(work, at, portion) -> int | None:
        going = await steps.check_portion(work, batch.id, checking, portion, report)
        return at + len(portion) if going else None

    async for _ in in_portions(firm.work, rows, count):
        pass
    return report


async def test_a_colleagues_client_is_rejected_by_the_dry_run_as_by_the_import(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    await firm.client(boris, "Тайный", phone="+79161112233")
    row = ImportRow(2, name="Иванов", phones=("89161112233",), further=(3,))
    checked = await dry_run(firm, anna, row)
    assert told(checked) == (2, 0, 0, 2)
    assert checked.errors == [(2, "row-held"), (3, "row-held")]
    assert told(await bring_in(firm, anna, row)) == told(checked)


async def test_a_client_of_the_file_goes_before_a_colleagues(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    await firm.client(boris, "Тайный", phone="+79161112233")
    new = ImportRow(2, name="Иванов", phones=("+74951112233",))
    both = ImportRow(3, name="Иванов", phones=("+79161112233", "+74951112233"))
    checked = await dry_run(firm, anna, new, both)
    assert told(checked) == (2, 1, 1, 0)
    assert told(await bring_in(firm, anna, new, both)) == told(checked)


async def test_a_row_of_the_third_portion_is_known_by_the_first(firm: Firm) -> None:
    anna = await firm.person("Анна")
    rows = [
        ImportRow(n + 2, name=f"Клиент {n}", phones=(f"+7916{n % 120:07}",))
        for n in range(2 * PORTION + 30)
    ]
    checked = await dry_run(firm, anna, *rows)
    assert told(checked) == (130, 120, 10, 0)
    assert told(await bring_in(firm, anna, *rows)) == told(checked)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(ROWS)
async def test_the_dry_run_counts_what_the_import_does(firm: Firm, rows: list[ImportRow]) -> None:
    """Each example has an empty base."""
    async with firm.work() as work:
        found = (await work.session.scalars(select(User.id))).first()
        clients = (await work.session.scalars(select(Client.id))).all()
        await delete_clients(work.session, list(clients))
    anna = found or await firm.person("Анна")
    checked = await dry_run(firm, anna, *rows)
    done = await bring_in(firm, anna, *rows)
    assert told(checked) == told(done)
    assert (checked.deals, checked.tasks) == (done.deals, done.tasks)
    assert checked.errors == done.errors


async def test_deals_and_tasks_come_along_once_to_clients_new_and_old(firm: Firm) -> None:
    anna = await firm.person("Анна")
    planned = [planned_row(number) for number in range(2, 2 + PORTION)]
    closed = replace(planned[0], line=99, source_id="0", phones=("+79990000000",))
    closed = replace(closed, deal=DealRow("90", closed=True), task=None)
    rows = (*planned, closed, replace(planned[0], line=100), replace(planned[-1], line=101))
    checked = await dry_run(firm, anna, *rows)
    assert (checked.deals, checked.tasks) == (PORTION, PORTION)
    done = await bring_in(firm, anna, *rows)
    assert (done.deals, done.tasks) == (PORTION, PORTION)
    again = await dry_run(firm, anna, *rows)
    assert (again.deals, again.tasks) == (0, 0)
    later = replace(planned[0], task=TaskRow(date(2026, 12, 24), None, "Ещё"))
    assert (await dry_run(firm, anna, later)).tasks == 1
