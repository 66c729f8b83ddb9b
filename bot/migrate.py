"""The schema brought up to date at every start, on both databases."""

from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, String, column, inspect, select, table, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db import Database

if TYPE_CHECKING:
    from alembic.config import Config

FOLDER = Path(__file__).parent.parent / "migrations"

_TABLE = "alembic_version"
_LOCK = 5_270_001


class NewerSchema(Exception):
    """The database was migrated by a later release; `version` is its schema."""

    def __init__(self, version: str) -> None:
        super().__init__(version)
        self.version = version


async def migrate(database: Database, target: str = "head") -> None:
    """Apply what is missing, in one transaction; at once done when nothing is.

    Raises NewerSchema where the database knows migrations that this release does not.
    """
    present = await version(database)
    if present is not None and present not in versions():
        raise NewerSchema(present)
    if target == "head" and present == versions()[-1]:
        return
    await _change(database, lambda connection: _upgrade(connection, target))


async def downgrade(database: Database, target: str = "base") -> None:
    """Go back to an earlier version, in one transaction."""
    await _change(database, lambda connection: _downgrade(connection, target))


async def version(database: Database) -> str | None:
    """The version of the schema; None for an empty database."""
    async with database.engine.connect() as connection:
        return await connection.run_sync(_version)


def versions() -> list[str]:
    """All versions this release knows, the newest last.

    Read from the names of the files, which spares every start the import of Alembic.
    """
    return sorted(path.stem.partition("_")[0] for path in FOLDER.glob("versions/[0-9]*.py"))


def settings_for(connection: Connection) -> "Config":
    """What Alembic has to know; the scripts are found whatever the current directory."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config


async def _change(database: Database, change: Callable[[Connection], None]) -> None:
    async with AsyncExitStack() as stack:
        connection = await stack.enter_async_context(database.engine.connect())
        if database.is_sqlite:
            # SQLite changes a table by making it anew, and dropping the old one would count as
            # deleting its rows. The switch has no effect inside a transaction.
            await _foreign_keys(connection, "OFF")
            stack.push_async_callback(_foreign_keys, connection, "ON")
        async with connection.begin():
            await connection.run_sync(_locked, change)


def _locked(connection: Connection, change: Callable[[Connection], None]) -> None:
    if connection.dialect.name == "postgresql":
        # Of several instances that start together the first one migrates, the others look again.
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
        change(connection)
        return
    change(connection)
    broken = connection.execute(text("PRAGMA foreign_key_check")).first()
    if broken is not None:
        raise RuntimeError(f"a migration broke a reference of the table {broken[0]}")


async def _foreign_keys(connection: AsyncConnection, switch: str) -> None:
    # Past SQLAlchemy, which would begin a transaction first.
    raw = await connection.get_raw_connection()
    driver = raw.driver_connection
    if driver is not None:
        await driver.execute(f"PRAGMA foreign_keys={switch}")


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table(_TABLE):
        return None
    query = select(column("version_num", String)).select_from(table(_TABLE))
    found: str | None = connection.execute(query).scalar()
    return found


def _upgrade(connection: Connection, target: str) -> None:
    from alembic import command

    command.upgrade(settings_for(connection), target)


def _downgrade(connection: Connection, target: str) -> None:
    from alembic import command

    command.downgrade(settings_for(connection), target)
