"""Dropping what is old in portions: a night of a large company would else hold the writer, and so
every tap, for seconds."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

AT_ONCE = 500
"""Rows that are looked at in a transaction."""

Prune = Callable[[AsyncSession, datetime, int], Awaitable[int | None]]
"""Drop what is from before then (UTC) among the next rows behind that number; the number to go on
behind, None where nothing old is left."""


async def prune_behind(
    session: AsyncSession,
    number: InstrumentedAttribute[int],
    came_at: InstrumentedAttribute[datetime],
    old: ColumnElement[bool],
    before: datetime,
    behind: int,
) -> int | None:
    """One portion of a `Prune`: of the next rows by their `number` those that are `old` go.

    Rows get their numbers as they come, so behind one that `came_at` a later moment nothing is
    looked for.
    """
    query = select(number, came_at).where(number > behind).order_by(number).limit(AT_ONCE)
    rows: list[Any] = list(await session.execute(query))
    if not rows:
        return None
    last, came = rows[-1]
    table = number.class_
    await session.execute(delete(table).where(number > behind, number <= last, old))
    return last if len(rows) == AT_ONCE and came < before else None
