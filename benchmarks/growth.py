"""Whether a tap costs more where there is more: tasks of the day, clients of the company, years of
history behind them."""

from contextlib import AsyncExitStack
from statistics import median

from benchmarks.crowd import Crowd, Taken
from benchmarks.history import ENTRIES
from benchmarks.taps import line, on_postgres, on_sqlite

PEOPLE = 20
DAYS = (10, 200)
"""Tasks of each person's day."""
CLIENTS = (20_000, 1_000_000)
_TASKS = 120
_WARM = 4
TURNS, _TAPS_A_TURN = 25, 4
"""With and without a history by turns, so that both see the same machine."""


async def measure() -> dict[str, float]:
    """How many times the processor a tap takes: the larger of each beside the smaller."""
    of_day = [await _cost(tasks, 0, 2 * tasks - _WARM - 2) for tasks in DAYS]
    of_base = [await _cost(_TASKS, clients - PEOPLE * _TASKS, 60) for clients in CLIENTS]
    return {
        f"tasks of the day {DAYS[0]} -> {DAYS[1]}": of_day[1] / of_day[0],
        f"clients {CLIENTS[0]} -> {CLIENTS[1]}": of_base[1] / of_base[0],
    }


async def measure_history(entries: int = ENTRIES, turns: int = TURNS) -> dict[str, float]:
    """How many times the processor a tap takes with so many entries behind a company of the
    smaller base: the median of the ratios of all turns."""
    figures = {}
    for store, office in {"SQLite": on_sqlite, "PostgreSQL": on_postgres}.items():
        async with AsyncExitStack() as stack:
            crowds = [
                await stack.enter_async_context(
                    office(PEOPLE, _TASKS, CLIENTS[0] - PEOPLE * _TASKS, history)
                )
                for history in (0, entries)
            ]
            taken = [await _turn(crowds, turn) for turn in range(turns + 1)][1:]
        for place, name in enumerate(("no history", f"{entries:,} entries")):
            processor = median(turn[place].processor for turn in taken)
            wait = median(turn[place].percentile(50) for turn in taken)
            print(f"{store}, {name}: processor a tap {processor:.2f} ms, p50 {wait:.0f} ms")
        ratios = [after.processor / before.processor for before, after in taken]
        figures[f"{store}: 0 -> {entries:,} entries"] = median(ratios)
    return figures


async def _turn(crowds: list[Crowd], turn: int) -> list[Taken]:
    """Each of them once, in this order and in the other one by turns."""
    places = range(len(crowds)) if turn % 2 else reversed(range(len(crowds)))
    first = turn * _TAPS_A_TURN
    taken = {place: await crowds[place].at_full_speed(_TAPS_A_TURN, first) for place in places}
    return [taken[place] for place in sorted(taken)]


async def _cost(tasks: int, others: int, taps: int) -> float:
    """Milliseconds of processor a tap."""
    async with on_sqlite(PEOPLE, tasks, others) as crowd:
        await crowd.at_full_speed(_WARM)
        taken = await crowd.at_full_speed(min(taps, 60), _WARM)
    print(line(f"{tasks} tasks a day, {others} other clients", taken), flush=True)
    return taken.processor
