"""Whether the bot's memory stays flat over a month: managers at work every day, with digests,
evening checks and nights, in one process that is never restarted."""

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from benchmarks.busy_day import TODAY, fill
from benchmarks.processes import resident
from benchmarks.taps import begin, label_of, people_of, served
from demo.stage import MONDAY_EIGHT, Stage
from sandbox import MovableClock, Person, Sandbox

PEOPLE = 200
TASKS = 40
DAYS = 30
TAPS = 4
"""Of each person on a working day: two tasks worked off, each with its next."""
_WARM = 7
"""Days after which everything that is kept has been made once."""
_WEEKEND = 5


async def measure(people: int = PEOPLE, days: int = DAYS) -> dict[str, float]:
    """Megabytes of the bot's process after the first day, the first week and the last day, and how
    much more in per cent that is."""
    held: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        url = f"sqlite+aiosqlite:///{folder / 'bot.db'}"
        clock = MovableClock(MONDAY_EIGHT, path=folder / "clock")
        await fill(url, clock.now(), people, TASKS)
        settings = {"TICK_SECONDS": "0.2", "SEND_PER_SECOND": "1000"}
        async with served(folder, url, clock, **settings) as (box, bot):
            stage = Stage(box, clock, bot, folder)
            team = people_of(box, people)
            for number in range(days):
                await _day(stage, team, TODAY + timedelta(days=number))
                held.append(resident(bot.pid))
                print(f"day {number + 1}: {held[-1]:.1f} MB", file=sys.stderr, flush=True)
    return _figures(held)


async def _day(stage: Stage, people: Sequence[Person], day: date) -> None:
    """The morning, work, the evening, and the night to the next day; on days off the night only."""
    if day.weekday() < _WEEKEND:
        await stage.at(f"{day} 09:00")
        await begin(people)
        await asyncio.gather(*(_works(stage.box, person) for person in people))
        for hour in ("12:00", "15:00", "18:00"):
            await stage.at(f"{day} {hour}")
    await stage.at(f"{day + timedelta(days=1)} 03:10")


async def _works(box: Sandbox, person: Person) -> None:
    for number in range(TAPS):
        label = label_of(number)
        await box.wait(partial(_shows, person, label), what=f"{person.name}: {label}")
        await person.taps(label)


def _shows(person: Person, label: str) -> bool:
    return any(shown.startswith(label) for shown in person.screen.labels)


def _figures(held: Sequence[float]) -> dict[str, float]:
    first, last = held[0], held[-1]
    warm = held[min(_WARM, len(held)) - 1]
    return {
        "MB after the first day": first,
        f"MB after {_WARM} days": warm,
        f"MB after {len(held)} days": last,
        "more than after the first day, %": 100 * (last / first - 1),
        f"more than after {_WARM} days, %": 100 * (last / warm - 1),
    }
