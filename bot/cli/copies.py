"""`backup` and `restore`: the whole database as one file, checked before it counts as a copy."""

import asyncio
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bot.cli.no_copy import NoCopy, settle
from bot.cli.private import close_to_others, give_to_owner_of
from bot.cli.sentences import say, unusable
from bot.cli.server_copies import copy_postgres, put_postgres
from bot.db import Database, require_sqlite_file
from bot.migrate import versions
from bot.views.words import Words

_WHOLE = "ok"
"""What SQLite says of a file without a fault."""
_PATIENCE = 2.0
"""Seconds until a program that reads the file counts as working with it."""


class _Unreadable(Exception):
    """The database itself can not be read, for which the place of the copy is not to blame."""


async def run_backup(database: Database, file: Path, words: Words) -> int:
    """Copy the database beside a running bot; 0 done, 1 with one sentence.

    The copy shows one moment. It gets its name only once it is whole, and never takes the place of
    a file that is there.
    """
    try:
        _require_free(file)
        if not database.exists():
            raise NoCopy("no-database")
        await (_copy_sqlite if database.is_sqlite else copy_postgres)(database, file)
    except NoCopy as error:
        return _refused(error, words)
    except _Unreadable as error:
        return unusable(error.__cause__ or error, words)
    except (OSError, sqlite3.Error) as error:
        return _refused(NoCopy("failed", path=str(file), error=type(error).__name__), words)
    print(words.plain("cli-backup-made", path=str(file), size=_kilobytes(file)))
    return 0


async def run_restore(database: Database, file: Path, words: Words) -> int:
    """Put a copy in the place of the database, under its lock; 0 done, 1 with one sentence.

    A file that is no whole copy changes nothing. On SQLite what was there is kept beside it.
    """
    try:
        _require_there(file)
        kept = await (_put_sqlite if database.is_sqlite else put_postgres)(database, file)
    except NoCopy as error:
        return _refused(error, words)
    except (OSError, sqlite3.Error) as error:
        return _refused(NoCopy("failed", path=str(file), error=type(error).__name__), words)
    print(words.plain("cli-restored", path=str(file)))
    if kept is not None:
        print(words.plain("cli-restored-kept", path=str(kept)))
    return 0


async def _copy_sqlite(database: Database, file: Path) -> None:
    await asyncio.to_thread(_vacuum, Path(str(database.url.database)), file)


def _vacuum(source: Path, file: Path) -> None:
    try:
        require_sqlite_file(source)
        with closing(_opened(source)) as connection:
            connection.execute("PRAGMA schema_version")
    except sqlite3.Error as error:
        raise _Unreadable from error
    file.parent.mkdir(parents=True, exist_ok=True)
    with _draft_beside(file) as draft:
        _copy(source, draft)
        settle(draft, file)


async def _put_sqlite(database: Database, file: Path) -> Path | None:
    return await asyncio.to_thread(_replace, file, Path(str(database.url.database)))


def _replace(file: Path, target: Path) -> Path | None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with _draft_beside(target) as draft:
        try:
            _copy(file, draft)
        except sqlite3.DatabaseError:
            raise NoCopy("no-copy", path=str(file)) from None
        give_to_owner_of(target if target.exists() else target.parent, draft)
        kept = _set_aside(target)
        settle(draft, target)
    return kept


@contextmanager
def _draft_beside(target: Path) -> Iterator[Path]:
    """The place of what is not whole yet; nothing is left there."""
    draft = target.with_name(target.name + ".part")
    try:
        yield draft
    finally:
        draft.unlink(missing_ok=True)


def _copy(source: Path, draft: Path) -> None:
    """One moment of the database, checked, for its owner's eyes only."""
    with closing(_opened(source)) as connection:
        draft.unlink(missing_ok=True)
        connection.execute("VACUUM INTO ?", (str(draft),))
    draft.chmod(0o600)
    _require_whole(draft)


def _set_aside(target: Path) -> Path | None:
    """Give what is there another name, with all that is only in its log so far; None where there
    is no database. The log goes along where it can not be put into the file, as on a full disk:
    under the same name with its ending it is read as before."""
    if target.exists():
        _empty_log(target)
    log, numbers = _log_of(target), range(1, 1000)
    names = (target.with_name(f"{target.name}.before-{n}") for n in numbers)
    kept = next(name for name in names if not name.exists() and not _log_of(name).exists())
    for file in (target, log):
        if file.exists():
            close_to_others(file)
    if log.exists():
        _name_also(log, _log_of(kept))
    there = target.exists()
    if there:
        os.replace(target, kept)
    for rest in (log, target.with_name(target.name + "-shm")):
        rest.unlink(missing_ok=True)
    return kept if there else None


def _empty_log(target: Path) -> None:
    """Have the file alone be the database, where that can be; refused while another program looks
    into it, however quietly."""
    try:
        with closing(sqlite3.connect(target, timeout=_PATIENCE)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
            connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.DatabaseError as error:
        # A broken database is the reason for many a restore: it is kept as it is.
        if getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY"):
            raise NoCopy("in-use") from None


def _name_also(file: Path, name: Path) -> None:
    """A second name for the file: whenever this ends, one of them stands beside its database."""
    try:
        os.link(file, name)
    except OSError:
        shutil.copyfile(file, name)


def _log_of(database: Path) -> Path:
    return database.with_name(database.name + "-wal")


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _require_whole(path: Path) -> None:
    """No fault in the file, and a schema that this release knows."""
    with closing(_opened(path)) as connection:
        (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        if found != _WHOLE:
            raise NoCopy("no-copy", path=str(path))
        (version,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if version not in versions():
        raise NoCopy("newer", version=str(version))


def _require_free(file: Path) -> None:
    if file.exists():
        raise NoCopy("file-there", path=str(file))


def _require_there(file: Path) -> None:
    if not file.is_file():
        raise NoCopy("no-file", path=str(file))


def _kilobytes(file: Path) -> str:
    return str(-(-file.stat().st_size // 1024))


def _refused(error: NoCopy, words: Words) -> int:
    return say(words.plain(f"cli-copy-{error.code}", **error.facts))
