"""The OS lock that keeps a second writer away from an SQLite file."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from bot.db import Database


class DatabaseHeld(Exception):
    """Another process has the database."""


@contextmanager
def locked(database: Database) -> Iterator[None]:
    """Hold the lock for the block; gone with the process, however it ends. DatabaseHeld if taken.

    PostgreSQL needs none: it knows how to serve many.
    """
    path = database.lock_path
    if path is None:
        yield
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise DatabaseHeld from None
        yield
