"""What an import keeps of its file goes once it can not be taken back any more."""

import dataclasses
import json

import pytest
from sqlalchemy import select

from bot.method.imports.plan import Duplicates
from bot.method.imports.rows import CellProblem, Column, Field, ImportFile, Profile
from bot.method.imports.state import ImportState
from bot.models import ClientImport
from bot.models.client_import import ClientImportRow
from bot.services.imports import wizard
from bot.services.imports.steps import keep_read
from tests.builders import Firm
from tests.service.imports.test_taking_back import ROWS, bring_in, take_back
from tests.service.running import run_job

SECRET = "+7 916 111-00-01"
READ = ImportFile(
    Profile.TABLE,
    (),
    columns=(Column(0, "Телефон", Field.PHONE, known=True, example=SECRET),),
    sample=(("Телефон",), (SECRET,)),
    count=1,
)


async def night(firm: Firm) -> None:
    await run_job(firm, "prune")


async def kept(firm: Firm, import_id: int) -> str:
    """All that the tables hold of the import, as text."""
    async with firm.work() as work:
        batch = await work.session.get_one(ClientImport, import_id)
        rows = select(ClientImportRow.before).where(ClientImportRow.import_id == import_id)
        found = [batch.options, batch.counts, *await work.session.scalars(rows)]
        return json.dumps(found, ensure_ascii=False)


async def test_a_done_one_is_forgotten_with_the_way_back_and_not_before(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, "Секретная", phone="+79161110001")
    row = dataclasses.replace(ROWS[0], problems=(CellProblem("cell-date", "Дата", SECRET),))
    import_id = await bring_in(firm, anna, row, duplicates=Duplicates.REPLACE)
    async with firm.work() as work:
        batch = await work.session.get_one(ClientImport, import_id)
        batch.options = {**batch.options, "file": {"sample": [[SECRET]]}}
    firm.moved(hours=24)
    await night(firm)
    assert (await kept(firm, import_id)).count(SECRET) == 2
    assert "Секретная" in await kept(firm, import_id)
    firm.moved(minutes=1)
    for _ in range(2):
        await night(firm)
        left = await kept(firm, import_id)
        assert SECRET not in left and "Секретная" not in left
    async with firm.act(anna) as act:
        card = await wizard.card(act, import_id)
        assert (card.state, card.file, card.can_undo) == (ImportState.DONE, None, False)
        assert card.counts is not None and card.counts.merged == 1
        assert (await wizard.faults(act, import_id)).cells == ()


@pytest.mark.parametrize("state", sorted(ImportState))
async def test_only_what_is_over_is_forgotten(firm: Firm, state: ImportState) -> None:
    anna = await firm.person("Анна")
    async with firm.act(anna) as act:
        import_id = await wizard.receive(act, "file", "base.csv", 100)
    async with firm.work() as work:
        await keep_read(work, import_id, READ, "0" * 64)
        (await work.session.get_one(ClientImport, import_id)).state = state
    firm.moved(hours=25)
    await night(firm)
    assert (SECRET in await kept(firm, import_id)) is (state not in ImportState.over())
    async with firm.act(anna) as act:
        assert (await wizard.card(act, import_id)).state is state


async def test_one_that_nobody_answers_is_given_up_after_a_week_and_forgotten(firm: Firm) -> None:
    anna = await firm.person("Анна")
    async with firm.act(anna) as act:
        import_id = await wizard.receive(act, "file", "base.csv", 100)
    async with firm.work() as work:
        await keep_read(work, import_id, READ, "0" * 64)
    for more, state in ((0, ImportState.ASKING), (1, ImportState.DROPPED)):
        firm.moved(days=7 * (1 - more), minutes=more)
        await night(firm)
        assert (SECRET in await kept(firm, import_id)) is (state is ImportState.ASKING)
        async with firm.act(anna) as act:
            assert (await wizard.card(act, import_id)).state is state
            assert await wizard.latest(act) == ([] if more else [(import_id, "base.csv")])


async def test_one_that_is_being_taken_back_at_night_is_taken_back_whole(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, "Ромашка", phone="+79161110001", due=firm.in_days(3))
    import_id = await bring_in(firm, anna, ROWS[0], duplicates=Duplicates.REPLACE)
    firm.moved(hours=23)
    async with firm.act(anna) as act:
        await wizard.undo(act, import_id)
    firm.moved(hours=2)
    await night(firm)
    firm.moved(hours=-2)
    async with firm.work() as work:
        (await work.session.get_one(ClientImport, import_id)).state = ImportState.DONE
    assert await take_back(firm, anna, import_id) == (0, 0, 1)
