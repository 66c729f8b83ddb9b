"""Digests of everybody at one moment: how near the sending comes to the allowed rate, whether any
second goes over it, and what a few people's taps wait meanwhile, beside the same before it."""

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.busy_day import fill
from benchmarks.crowd import Crowd
from benchmarks.taps import begin, line, people_of, served, works
from demo.stage import MONDAY_EIGHT
from sandbox import MovableClock
from sandbox.transcript import Entry

PEOPLE = 500
TASKS = 40
AT_WORK = 5
PACE = 10
"""Taps a second by those at work."""
_TAPS = 30
_ALLOWED = 25
"""Messages a second, as the bot is set."""
_LONGEST = 600.0


async def measure() -> dict[str, float]:
    """Per cent of the allowed rate, the most messages in any second, and the taps' waits."""
    sent: list[float] = []

    def heard(entry: Entry) -> None:
        if entry.direction == "out" and "Доброе утро" in entry.text:
            sent.append(time.perf_counter())

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        url = f"sqlite+aiosqlite:///{folder / 'bot.db'}"
        clock = MovableClock(MONDAY_EIGHT, path=folder / "clock")
        await fill(url, clock.now(), PEOPLE, TASKS)
        async with served(folder, url, clock, SEND_PER_SECOND=str(_ALLOWED)) as (box, bot):
            people = people_of(box, PEOPLE)
            await begin(people[:AT_WORK])
            for person in people[AT_WORK:]:
                # Nobody hears from a bot that he has not written to.
                await person.writes("/today")
            crowd = Crowd(box, people[:AT_WORK], bot.pid, works)
            before = await crowd.paced(PACE, _TAPS)
            print(line("before the fan-out", before), flush=True)
            box.on_entry.append(heard)
            clock.at("Mon 09:00")
            await box.wait(lambda: len(sent) > AT_WORK, _LONGEST, "no digests")
            for person in people[:AT_WORK]:
                # Their digest stands below the card now.
                await person.taps("▶️ Начать день")
            during = await crowd.paced(PACE, _TAPS)
            print(line("during the fan-out", during), flush=True)
            still = len(sent) < PEOPLE
            await box.wait(lambda: len(sent) == PEOPLE, _LONGEST, "digests are missing")
    return {
        "per cent of the allowed rate": 100 * rate(sent) / _ALLOWED,
        "most in a second": most_in_a_second(sent),
        "taps ended before the fan-out": still,
        "p99 ms before": before.percentile(99),
        "p99 ms during": during.percentile(99),
    }


def rate(moments: Sequence[float]) -> float:
    """Messages a second, from the first to the last."""
    return (len(moments) - 1) / (moments[-1] - moments[0])


def most_in_a_second(moments: Sequence[float]) -> int:
    """The most messages of any sliding second."""
    most, first = 0, 0
    for last, moment in enumerate(moments):
        while moments[first] <= moment - 1:
            first += 1
        most = max(most, last - first + 1)
    return most
