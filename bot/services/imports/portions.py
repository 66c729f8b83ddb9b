"""The rows of a file taken portion by portion, each in a transaction of its own."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager

from bot.lookup.phone_cells import read_phones
from bot.method.imports.rows import ImportRow
from bot.services.core.work import Work

PORTION = 50
"""Rows a transaction: a tap of somebody else waits for one of them at most."""

Open = Callable[[], AbstractAsyncContextManager[Work]]
Take = Callable[[Work, int, Sequence[ImportRow]], Awaitable[int | None]]
"""Takes the rows that begin at the place; where it goes on then, None where it does not."""
Ahead = Callable[[Sequence[ImportRow]], None]


def _ignored(rows: Sequence[ImportRow]) -> None:
    """Nothing is to be done ahead."""


def phones_ahead(country: str) -> Ahead:
    """Have the phones of the rows told before the transaction that takes these: they are a fifth
    of it."""

    def told(rows: Sequence[ImportRow]) -> None:
        for row in rows:
            for raw in row.phones:
                read_phones(raw, country)

    return told


async def in_portions(
    opened: Open, rows: Sequence[ImportRow], take: Take, at: int = 0, ahead: Ahead = _ignored
) -> AsyncIterator[int]:
    """Take the rows from the place `at` on; how far it has come, after each portion.

    A file without rows is one portion too. `ahead` is told of a portion before its transaction, for
    what takes long and others need not wait for.
    """
    place: int | None = at
    while place is not None:
        portion = rows[place : place + PORTION]
        ahead(portion)
        async with opened() as work:
            place = await take(work, place, portion)
        yield len(rows) if place is None else place
        if place == len(rows):
            return
