"""The bare bot that keeps as much as ours: by `sqlite3` itself, without a mapper or a thread.

Each tap takes two transactions that are written through, one that stores the update and one for its
effect, with as many looks and changes as a tap of ours takes (`tests/service/test_statements.py`).
Its rows mean nothing: it is the least that the guarantees cost under the same framework.
"""

import asyncio
import os
import sqlite3

from aiogram.types import CallbackQuery

from benchmarks.bare import serve

LOOKS = 5
CHANGES = 6
"""In the transaction of the effect; storing the update is one more."""
_SCHEMA = """
PRAGMA journal_mode=WAL;
PRAGMA synchronous=FULL;
CREATE TABLE updates (id INTEGER PRIMARY KEY, raw TEXT NOT NULL);
CREATE TABLE rows (id INTEGER PRIMARY KEY, body TEXT NOT NULL, at TEXT NOT NULL);
"""
_BODY = "x" * 300


class Kept:
    """A file with rows, which each tap reads and adds to."""

    def __init__(self, path: str) -> None:
        self._file = sqlite3.connect(path, isolation_level=None)
        self._file.executescript(_SCHEMA)

    def keep(self, query: CallbackQuery) -> None:
        """Store the update, then its effect; returns when both are written through."""
        self._file.execute("BEGIN IMMEDIATE")
        self._file.execute("INSERT INTO updates (raw) VALUES (?)", (query.model_dump_json(),))
        self._file.execute("COMMIT")
        self._file.execute("BEGIN IMMEDIATE")
        for back in range(LOOKS):
            self._file.execute(
                "SELECT id, body, at FROM rows WHERE id = (SELECT max(id) FROM rows) - ?", (back,)
            ).fetchall()
        for _ in range(CHANGES):
            self._file.execute("INSERT INTO rows (body, at) VALUES (?, ?)", (_BODY, "2026-01-01"))
        self._file.execute("COMMIT")


if __name__ == "__main__":
    asyncio.run(serve(Kept(os.environ["KEPT_IN"]).keep))
