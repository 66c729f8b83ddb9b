"""Up, down and up again on both databases, and the models are what the migrations make."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, text

from bot.db import Database
from bot.migrate import NewerSchema, downgrade, migrate, version, versions
from bot.models import Base, Team
from tests.databases import bare_postgres, bare_sqlite, empty_sqlite


@pytest_asyncio.fixture(params=["sqlite", "postgres"])
async def empty(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    make = bare_sqlite(tmp_path) if request.param == "sqlite" else bare_postgres()
    async with make as database:
        yield database


async def look(database: Database, what: Any) -> Any:
    async with database.engine.connect() as connection:
        return await connection.run_sync(what)


def indexes(connection: Connection) -> dict[str, str]:
    """Every index by its name with its predicate."""
    looker = inspect(connection)
    option = f"{connection.dialect.name}_where"
    return {
        str(index["name"]): str(index.get("dialect_options", {}).get(option, ""))
        for table in looker.get_table_names()
        for index in looker.get_indexes(table)
    }


async def test_up_down_up(empty: Database) -> None:
    await migrate(empty)
    assert await version(empty) == versions()[-1]
    tables = await look(empty, lambda c: set(inspect(c).get_table_names()))
    await downgrade(empty)
    left = await look(empty, lambda c: set(inspect(c).get_table_names()))
    assert left == {"alembic_version"}
    await migrate(empty)
    assert await look(empty, lambda c: set(inspect(c).get_table_names())) == tables
    assert tables == {*Base.metadata.tables, "alembic_version"}


async def test_the_models_are_what_the_migrations_make(database: Database) -> None:
    def differences(connection: Connection) -> list[Any]:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        return list(compare_metadata(context, Base.metadata))

    assert await look(database, differences) == []


async def test_partial_indexes_are_partial(database: Database) -> None:
    made = await look(database, indexes)
    for table in Base.metadata.tables.values():
        for index in table.indexes:
            wanted = index.dialect_options["sqlite"].get("where") is not None
            assert bool(made[str(index.name)]) == wanted, index.name


async def test_a_number_is_never_given_again(database: Database) -> None:
    """An old button names a row by its number: it must not act on another one."""
    given = []
    for _ in range(2):
        async with database.transaction() as session:
            team = Team(name="Продажи")
            session.add(team)
            await session.flush()
            given.append(team.id)
        async with database.transaction() as session:
            await session.delete(await session.get_one(Team, given[-1]))
    assert given[1] > given[0]


async def test_every_table_of_numbers_gives_them_once(tmp_path: Path) -> None:
    query = text("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
    async with empty_sqlite(tmp_path) as database, database.reading() as session:
        made = {name: str(sql) for name, sql in (await session.execute(query)).all()}
    again = [
        name
        for name, table in Base.metadata.tables.items()
        if "id" in table.primary_key.columns and "AUTOINCREMENT" not in made[name]
    ]
    assert again == []


async def test_a_newer_schema_is_refused(empty: Database) -> None:
    """On a database of its own: that of the process is handed to the next test."""
    await migrate(empty)
    async with empty.transaction() as session:
        await session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerSchema):
        await migrate(empty)


async def test_answers_known_so_far_get_their_person_from_the_timeline(empty: Database) -> None:
    """The one who was there at the kept moment, not who ended what somebody else had tried."""
    await migrate(empty, "0040")
    moment, later = "'2026-11-24 07:00:00.000000+00'", "'2026-11-24 08:00:00.000000+00'"
    if empty.engine.dialect.name == "sqlite":
        moment, later = moment.replace("+00", ""), later.replace("+00", "")
    async with empty.engine.begin() as connection:
        for person in (1, 2):
            await connection.execute(
                text(
                    "INSERT INTO users (id, telegram_id, name, role, active, zone, locale,"
                    " digest_at, evening_at, created_at) VALUES"
                    f" ({person}, {person}, 'А', 'manager', true, 'UTC', 'ru', '09:00:00.000000',"
                    f" '18:00:00.000000', {moment})"
                )
            )
        await connection.execute(
            text(
                "INSERT INTO clients (id, name, name_folded, owner_id, kind, status, attempts,"
                f" created_at) VALUES (1, 'Р', 'р', 1, 'customer', 'active', 0, {moment})"
            )
        )
        for task, reacted in ((1, moment), (2, "NULL")):
            await connection.execute(
                text(
                    "INSERT INTO tasks (id, client_id, owner_id, direction, status, kind, moves,"
                    " attempts, created_at, reacted_at, reaction_minutes) VALUES"
                    f" ({task}, 1, 1, 'inbound', 'done', 'call', 0, 0, {moment}, {reacted}, 5)"
                )
            )
            for number, (person, event, at) in enumerate(
                ((2, "no_answer", moment), (1, "comment", moment), (1, "task_done", later))
            ):
                await connection.execute(
                    text(
                        "INSERT INTO timeline (id, client_id, task_id, actor_id, event, at, data)"
                        f" VALUES ({task * 10 + number}, 1, {task}, {person}, '{event}', {at},"
                        " '{}')"
                    )
                )
    await migrate(empty)

    def people(connection: Connection) -> list[Any]:
        return list(connection.execute(text("SELECT reacted_by FROM tasks ORDER BY id")).scalars())

    assert await look(empty, people) == [2, None]
