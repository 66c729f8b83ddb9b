"""Draft the next migration from the models: `python -m migrations "Add the colour of a deal"`.

What comes out is a draft: read it, complete it, and run tests/service/test_migrations.py.
"""

import asyncio
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic import command
from sqlalchemy import Connection

from bot.db import Database
from bot.migrate import FOLDER, migrate, settings_for, versions


async def draft(message: str) -> None:
    """Compare the models with a database made by the migrations so far, and write the file."""
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite+aiosqlite:///{Path(folder) / 'draft.db'}")
        if versions():
            await migrate(database)
        async with database.engine.connect() as connection:
            await connection.run_sync(_write, message)
        await database.close()


def _write(connection: Connection, message: str) -> None:
    number = f"{len(versions()) + 1:04}"
    command.revision(settings_for(connection), message, autogenerate=True, rev_id=number)


if __name__ == "__main__":
    asyncio.run(draft(sys.argv[1]))
    path = str(FOLDER / "versions")
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", path], check=True)
