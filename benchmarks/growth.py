"""Whether a tap costs more where there is more: tasks of the day, clients of the company."""

from benchmarks.taps import line, on_sqlite

PEOPLE = 20
DAYS = (10, 200)
"""Tasks of each person's day."""
CLIENTS = (20_000, 1_000_000)
_TASKS = 120
_WARM = 4


async def measure() -> dict[str, float]:
    """How many times the processor a tap takes: the larger of each beside the smaller."""
    of_day = [await _cost(tasks, 0, 2 * tasks - _WARM - 2) for tasks in DAYS]
    of_base = [await _cost(_TASKS, clients - PEOPLE * _TASKS, 60) for clients in CLIENTS]
    return {
        f"tasks of the day {DAYS[0]} -> {DAYS[1]}": of_day[1] / of_day[0],
        f"clients {CLIENTS[0]} -> {CLIENTS[1]}": of_base[1] / of_base[0],
    }


async def _cost(tasks: int, others: int, taps: int) -> float:
    """Milliseconds of processor a tap."""
    async with on_sqlite(PEOPLE, tasks, others) as crowd:
        await crowd.at_full_speed(_WARM)
        taken = await crowd.at_full_speed(min(taps, 60), _WARM)
    print(line(f"{tasks} tasks a day, {others} other clients", taken), flush=True)
    return taken.processor
