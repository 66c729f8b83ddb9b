"""Rows go on portion by portion, from where another process stands, or not at all."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import cast

import pytest

from bot.method.imports.rows import ImportRow
from bot.services.core.work import Work
from bot.services.imports.portions import PORTION, in_portions

ROWS = tuple(ImportRow(line) for line in range(2, 2 * PORTION + 12))


@asynccontextmanager
async def opened() -> AsyncIterator[Work]:
    yield cast(Work, None)


async def gone_through(
    rows: Sequence[ImportRow], goes_on: dict[int, int | None], at: int = 0
) -> tuple[list[tuple[int, int]], list[int]]:
    """The place and size of each portion, and the places that were told."""
    portions: list[tuple[int, int]] = []

    async def take(_: Work, at: int, portion: Sequence[ImportRow]) -> int | None:
        portions.append((at, len(portion)))
        return goes_on.get(at, at + len(portion))

    places = [place async for place in in_portions(opened, rows, take, at)]
    return portions, places


@pytest.mark.parametrize(
    ("rows", "goes_on", "at", "portions", "places"),
    [
        (ROWS, {}, 0, [0, PORTION, 2 * PORTION], [PORTION, 2 * PORTION, len(ROWS)]),
        (ROWS, {}, PORTION, [PORTION, 2 * PORTION], [2 * PORTION, len(ROWS)]),
        (ROWS, {0: 2 * PORTION}, 0, [0, 2 * PORTION], [2 * PORTION, len(ROWS)]),
        (ROWS, {PORTION: None}, 0, [0, PORTION], [PORTION, len(ROWS)]),
        ((), {}, 0, [0], [0]),
    ],
)
async def test_where_it_goes_on(rows, goes_on, at, portions, places) -> None:
    taken, told = await gone_through(rows, goes_on, at)
    assert ([place for place, _ in taken], told) == (portions, places)
    assert all(size == min(PORTION, len(rows) - place) for place, size in taken)
