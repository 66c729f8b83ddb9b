"""The OS lock that keeps a second writer away from an SQLite file."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bot.db import Database


class DatabaseHeld(Exception):
    """Another process has the database."""


@contextmanager
def locked(database: Database) -> Iterator[None]:
    """Hold the lock for the block; gone with the process, however it ends. DatabaseHeld if taken.

    Where the block has brought no database, what was made for the lock is gone as well. PostgreSQL
    needs none: it knows how to serve many.
    """
    path = database.lock_path
    if path is None:
        yield
        return
    made = [place for place in (path, *path.parents) if not place.exists()]
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise DatabaseHeld from None
        if not _is_at(path, file.fileno()):
            raise DatabaseHeld
        try:
            yield
        finally:
            if not database.exists():
                _unmake(made)


def _is_at(path: Path, descriptor: int) -> bool:
    """Whether the locked file is still the one that others would lock."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _unmake(made: list[Path]) -> None:
    """Take away the file and the folders, the inmost first, as long as nothing else is in them."""
    with suppress(OSError):
        for place in made:
            if place.is_dir():
                place.rmdir()
            else:
                place.unlink()
