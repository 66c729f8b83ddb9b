"""A PostgreSQL database as one file and back, by the programs that come with the server."""

import asyncio
import os
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import URL, text

from bot.cli.no_copy import NoCopy, settle
from bot.db import Database

_CLEAR = """
DO $$
DECLARE
    name text;
BEGIN
    FOR name IN SELECT format('%I', tablename) FROM pg_tables WHERE schemaname = 'public'
    LOOP
        EXECUTE 'DROP TABLE IF EXISTS public.' || name || ' CASCADE';
    END LOOP;
    FOR name IN SELECT oid::regprocedure::text FROM pg_proc AS made
        WHERE pronamespace = to_regnamespace('public') AND NOT EXISTS (
            SELECT FROM pg_depend WHERE objid = made.oid AND deptype = 'e'
        )
    LOOP
        EXECUTE 'DROP ROUTINE IF EXISTS ' || name || ' CASCADE';
    END LOOP;
END $$
"""
"""Nothing of the bot is left in a PostgreSQL database; what an extension has made stays."""


async def copy_postgres(database: Database, file: Path) -> None:
    """Write the database into the file, checked; NoCopy."""
    draft = file.with_name(file.name + ".part")
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        draft.touch(0o600)
        await _run(
            database, "pg_dump", "--format=custom", "--no-owner", f"--file={draft}", "--dbname"
        )
        await _run(database, "pg_restore", "--list", "--file=/dev/null", str(draft))
        settle(draft, file)
    finally:
        draft.unlink(missing_ok=True)


async def put_postgres(database: Database, file: Path) -> None:
    """Have what is in the file replace the database, all of it or nothing; NoCopy."""
    async with database.reading() as session:
        others = await session.scalar(
            text(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
            )
        )
    if others:
        raise NoCopy("in-use")
    await database.engine.dispose()
    with TemporaryDirectory() as folder:
        script = str(Path(folder) / "restore.sql")
        whole = ("--clean", "--if-exists", "--no-owner", "--exit-on-error", "--file", script)
        await _run(database, "pg_restore", *whole, str(file))
        # Not by pg_restore alone: it stumbles over tables that the copy does not know, as a newer
        # release has made them.
        once = ("--no-psqlrc", "--quiet", "--single-transaction", "--set", "ON_ERROR_STOP=1")
        await _run(database, "psql", *once, "-c", _CLEAR, "-f", script, "--dbname")


async def _run(database: Database, program: str, *options: str) -> None:
    """Run a program of PostgreSQL; `--dbname` at the end gets the address, without the password."""
    address = [_address(database.url)] if options[-1] == "--dbname" else []
    environment = os.environ | {"PGPASSWORD": str(database.url.password or "")}
    try:
        process = await asyncio.create_subprocess_exec(
            program,
            *options,
            *address,
            env=environment,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )
    except FileNotFoundError:
        raise NoCopy("no-program", program=program) from None
    _, said = await process.communicate()
    if process.returncode:
        last = said.decode(errors="replace").strip().splitlines()[-1:]
        raise NoCopy("program-failed", program=program, error="".join(last)[:300])


def _address(url: URL) -> str:
    """The address as PostgreSQL's programs write it, without the password: the options of the
    drivers have other names there, and those of SQLAlchemy none."""
    query = {"sslmode" if name == "ssl" else name: value for name, value in url.query.items()}
    query.pop("prepared_statement_cache_size", None)
    plain = url._replace(drivername="postgresql", password=None)
    return plain.set(query=query).render_as_string()
