"""What bounds the tap: less of our own work, and a second process, each in the same run.

Twenty people tap as in `benchmarks/taps.py`. Between the bare bot and ours stands one that keeps as
much by `sqlite3` itself: what is left above it are the mapper, the method and the screens. Two
processes are two bots of ten people each, each with a database of its own on one server of
PostgreSQL: one bot has one process, so this is the most that a second one of the same bot could do.
"""

import asyncio
from contextlib import AsyncExitStack

from benchmarks.crowd import Taken
from benchmarks.taps import TAPS, TASKS, Office, bare, bare_kept, line, on_postgres, on_sqlite

PEOPLE = 20
_WARM = 4


async def measure() -> dict[str, float]:
    """Taps a second and the ratio to the bare bot of each; a line each is printed meanwhile."""
    offices: dict[str, Office] = {
        "bare": bare,
        "bare, kept": bare_kept,
        "sqlite": on_sqlite,
        "postgres": on_postgres,
    }
    figures: dict[str, float] = {}
    base = 0.0
    for name, office in offices.items():
        (taken,) = await _together([office], PEOPLE)
        print(line(name, taken), flush=True)
        base = base or taken.rate
        figures[f"{name}: taps/s"] = taken.rate
        figures[f"{name}: ratio"] = taken.rate / base
    each = await _together([on_postgres, on_postgres], PEOPLE // 2)
    for number, taken in enumerate(each, start=1):
        print(line(f"postgres, process {number} of 2", taken), flush=True)
    figures["postgres, two processes: taps/s"] = sum(taken.rate for taken in each)
    return figures


async def _together(offices: list[Office], people: int) -> list[Taken]:
    """All offices at once, with so many people each."""
    async with AsyncExitStack() as stack:
        crowds = [await stack.enter_async_context(office(people, TASKS)) for office in offices]
        await asyncio.gather(*(crowd.at_full_speed(_WARM) for crowd in crowds))
        return await asyncio.gather(*(crowd.at_full_speed(TAPS, _WARM) for crowd in crowds))
