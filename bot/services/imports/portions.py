"""The rows of a file taken portion by portion, each in a transaction of its own."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager

from bot.method.imports.rows import ImportRow
from bot.services.core.work import Work

PORTION = 50
"""Rows a transaction: a tap of somebody else waits for one of them at most."""

Open = Callable[[], AbstractAsyncContextManager[Work]]
Take = Callable[[Work, int, Sequence[ImportRow]], Awaitable[int | None]]
"""Takes the rows that begin at the place; where it goes on then, None where it does not."""


async def in_portions(
    opened: Open, rows: Sequence[ImportRow], take: Take, at: int = 0
) -> AsyncIterator[int]:
    """Take the rows from the place `at` on; how far it has come, after each portion.

    A file without rows is one portion too.
    """
    place: int | None = at
    while place is not None:
        async with opened() as work:
            place = await take(work, place, rows[place : place + PORTION])
        yield len(rows) if place is None else place
        if place == len(rows):
            return
