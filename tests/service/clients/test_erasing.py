"""Whoever is removed is removed everywhere: no table, not even one that is new, may keep a client
back by a reference, or a word of his."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from itertools import count
from typing import Any

import pytest
from sqlalchemy import JSON, Boolean, Column, Date, Integer, String, Table, Time, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.method.clients.cards import Created
from bot.method.core.refusals import Stale
from bot.models import Base, Client, User
from bot.models.base import UtcDateTime, Word
from bot.models.import_undo import delete_clients, touched_clients
from bot.services.clients.clients import create_client, draft_of
from bot.services.clients.removing import remove
from bot.services.planning import quick
from tests.builders import Firm
from tests.service.running import run_job

TABLES: Mapping[str, Table] = Base.metadata.tables
OF_CLIENTS = sorted(
    name
    for name, table in TABLES.items()
    if any(key.column.table is Client.__table__ for key in table.foreign_keys)
)
NEAR = sorted(
    name
    for name, table in TABLES.items()
    if any(
        key.column.table.name in {"tasks", "arrivals", *OF_CLIENTS} for key in table.foreign_keys
    )
)
"""What hangs on a client, or on something of a client."""
CODES = frozenset(
    {
        "deals.stage",
        "import_rows.code",
        "imports.profile",
        "imports.digest",
        "imports.file_name",
        "intake_events.key",
        "intake_events.source",
        "intake_events.content",
    }
)
"""Columns of these tables that have room for words and hold none of a client's: named here, lest
one that is new be forgotten."""
NAME, DIGITS = "Орлов", "9031234567"
NUMBERS = count()
SAMPLES = {
    "imports.options": {"file": {"sample": [[NAME]]}, "profile": "table"},
    "imports.counts": {"cells": [NAME], "created": 1},
}
"""What an import keeps of the words of its file."""


def plain(column: Column[Any]) -> Any:
    """Any value that the column takes."""
    kind = column.type
    if isinstance(kind, Word):
        return next(iter(kind.terms))
    for made, value in (
        (Boolean, False),
        (Integer, 1),
        (UtcDateTime, datetime(2026, 11, 1, tzinfo=UTC)),
        (Date, date(2026, 11, 1)),
        (Time, time(9)),
        (String, "x"),
        (JSON, {}),
    ):
        if isinstance(kind, made):
            return value
    raise AssertionError(f"{column}: a value for this type is to be named here")


def words(column: Column[Any]) -> Any:
    """The client's name in whatever has room for words; None where it has not."""
    kind = column.type
    if isinstance(kind, JSON) and str(column) in SAMPLES:
        return SAMPLES[str(column)]
    if isinstance(kind, JSON):
        return {"text": NAME, "clients": []}
    if isinstance(kind, Word) or str(column) in CODES or not isinstance(kind, String):
        return None
    said = f"{NAME}{next(NUMBERS)}" if column.unique else NAME
    return said if kind.length is None or kind.length >= len(said) else None


async def filled(session: AsyncSession, table: Table, client_id: int, *, told: bool = False) -> Any:
    """A row of the table that points at the client, and whatever that row needs; its number. With
    his name wherever that can stand, where it is `told`."""
    values: dict[str, Any] = {}
    for column in table.columns:
        targets = [key.column.table for key in column.foreign_keys]
        if Client.__table__ in targets:
            values[column.name] = client_id
        elif told and not targets and (said := words(column)) is not None:
            values[column.name] = said
        elif (
            told
            and table not in targets
            and {target.name for target in targets} & {"tasks", "arrivals"}
        ):
            values[column.name] = await filled(session, targets[0], client_id, told=told)
        elif column.nullable or column is table.autoincrement_column:
            continue
        elif User.__table__ in targets:
            values[column.name] = await session.scalar(select(func.min(User.id)))
        elif targets:
            values[column.name] = await filled(session, targets[0], client_id, told=told)
        else:
            values[column.name] = plain(column)
    made = await session.execute(table.insert().values(values))
    return made.inserted_primary_key[0] if made.inserted_primary_key else None


async def pointing(session: AsyncSession, client_id: int) -> list[str]:
    """The tables that still have something of the client."""
    keys = [key for name in OF_CLIENTS for key in TABLES[name].foreign_keys]
    columns = [key.parent for key in keys if key.column.table is Client.__table__]
    return [
        str(column)
        for column in columns
        if (await session.execute(select(column).where(column == client_id).limit(1))).first()
    ]


@pytest.mark.parametrize("name", OF_CLIENTS)
async def test_who_is_removed_leaves_nothing_in_any_table_or_stays(firm: Firm, name: str) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, NAME, phone=f"+7{DIGITS}", due=firm.in_days(1))
    async with firm.work() as work:
        await filled(work.session, TABLES[name], client)
    stays = False
    try:
        async with firm.act(anna) as act:
            await remove(act, client)
    except Stale:
        stays = True
    async with firm.database.reading() as session:
        assert (await session.get(Client, client) is not None) is stays
        assert stays or await pointing(session, client) == []


@pytest.mark.parametrize("name", OF_CLIENTS)
async def test_taking_an_import_back_is_stopped_by_no_table(firm: Firm, name: str) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, NAME, due=firm.in_days(1))
    async with firm.work() as work:
        await filled(work.session, TABLES[name], client)
    async with firm.work() as work:
        touched = await touched_clients(work.session, [client], 99)
        await delete_clients(work.session, [one for one in (client,) if one not in touched])
    async with firm.database.reading() as session:
        assert touched or await pointing(session, client) == []


async def test_no_word_of_who_was_removed_is_left_when_the_rest_is_tidied_away(firm: Firm) -> None:
    anna = await firm.person("Анна")
    async with firm.act(anna) as act:
        made = await create_client(act, draft_of(act, f"{NAME} +7 {DIGITS}"))
        assert isinstance(made, Created)
    async with firm.act(anna) as act:
        assert await quick.begin(act, f"{NAME} завтра в 11 написать")
        saved = await quick.begin(act, f"{NAME} завтра в 10 позвонить")
        assert saved is not None
        await quick.save(act, saved.line_id)
    async with firm.act(anna) as act:
        await remove(act, made.client_id)
    firm.moved(days=31)
    await run_job(firm, "prune")
    async with firm.database.reading() as session:
        for name, table in TABLES.items():
            kept = str((await session.execute(select(table))).all())
            assert NAME not in kept and DIGITS not in kept, name
