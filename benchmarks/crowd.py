"""People who tap, as fast as answers come or so many taps a second; and what it takes.

The sandbox and the people stand in this process and share the machine with the bot that is
measured: so the seconds of processor are told apart, of the bot and of all this.
"""

import asyncio
import gc
import os
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sandbox import Person, Sandbox
from sandbox.transcript import Entry

PATIENCE = 60.0
Tap = Callable[[Person, int], Awaitable[object]]
"""What a person taps, the number of the tap given; it does not wait."""


@dataclass(frozen=True)
class Taken:
    """What a crowd of taps took: `processor` milliseconds of the bot a tap, `ours` of the sandbox
    and the people; the milliseconds from tap to edited screen of each, in order of size."""

    rate: float
    processor: float
    ours: float
    waits: Sequence[float]

    def percentile(self, percent: float) -> float:
        """Milliseconds within which so many per cent of the taps were answered."""
        return self.waits[min(int(len(self.waits) * percent / 100), len(self.waits) - 1)]


class Crowd:
    """Some people of a sandbox, each of whom hears her own chat only."""

    def __init__(self, box: Sandbox, people: Sequence[Person], pid: int, tap: Tap) -> None:
        self._people = people
        self._pid = pid
        self._tap = tap
        self._changed = {person.name: asyncio.Event() for person in people}
        box.on_entry.append(self._heard)

    async def at_full_speed(self, taps: int, first: int = 0) -> Taken:
        """Everybody taps the next when the last is answered and edited."""

        async def go_on(person: Person) -> list[float]:
            waits = []
            for number in range(first, first + taps):
                start = time.perf_counter()
                await self._answered(person, number)
                waits.append(time.perf_counter() - start)
            return waits

        return await self._measured([go_on(person) for person in self._people])

    async def paced(self, per_second: float, taps: int, first: int = 0) -> Taken:
        """So many taps a second by all together, whether or not the last was answered: a tap that
        had to wait for its person's last one has waited since it was due."""
        start = time.perf_counter() + 0.1
        gap = len(self._people) / per_second

        async def go_on(place: int, person: Person) -> list[float]:
            waits = []
            for number in range(taps):
                due = start + place / per_second + number * gap
                await asyncio.sleep(max(due - time.perf_counter(), 0))
                await self._answered(person, first + number)
                waits.append(time.perf_counter() - due)
            return waits

        return await self._measured([go_on(*each) for each in enumerate(self._people)])

    async def _answered(self, person: Person, number: int) -> None:
        changed = self._changed[person.name]
        changed.clear()
        await self._tap(person, number)
        async with asyncio.timeout(PATIENCE):
            await changed.wait()

    async def _measured(self, going: Sequence[Awaitable[list[float]]]) -> Taken:
        with _no_garbage():
            return await self._taken(going)

    async def _taken(self, going: Sequence[Awaitable[list[float]]]) -> Taken:
        start, bot, ours = time.perf_counter(), processor_of(self._pid), time.process_time()
        each = await asyncio.gather(*going)
        waits = sorted(wait * 1000 for waits in each for wait in waits)
        count = len(waits)
        return Taken(
            rate=count / (time.perf_counter() - start),
            processor=(processor_of(self._pid) - bot) * 1000 / count,
            ours=(time.process_time() - ours) * 1000 / count,
            waits=waits,
        )

    def _heard(self, entry: Entry) -> None:
        if entry.direction in ("out", "edit") and entry.who in self._changed:
            self._changed[entry.who].set()


@contextmanager
def _no_garbage() -> Iterator[None]:
    """The collector of this process would stop everybody for a tenth of a second, and that would
    pass for a tap that took so long."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def processor_of(pid: int) -> float:
    """Seconds that the process has been on a processor, its threads included."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
