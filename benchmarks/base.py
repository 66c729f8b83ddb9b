"""A manager's whole base by the chat: four exports come in, everybody gets a task; the seconds of
each stage, what a colleague's taps take meanwhile beside the idle bot, and how long the event loop
stood still at most."""

import asyncio
import statistics
import sys
import tempfile
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import IO

from sqlalchemy import text

from benchmarks.lag import longest, stalls
from bot.db import Database
from demo.company import Company, hire
from demo.stage import Stage, stage
from sandbox import Person
from sandbox.process import Child, execute
from tests.exports import four_bases

ROWS = 5000
_PATIENCE = 3600.0
_IDLE = 10.0
_PAUSE = 0.1
"""Seconds between two taps of the colleague."""
_WALKED = 3
_UNCOVERED = """
    SELECT count(*) FROM clients
    WHERE status = 'active' AND (
        gap_since IS NOT NULL OR NOT EXISTS (
            SELECT 1 FROM tasks
            WHERE client_id = clients.id AND status = 'open' AND direction = 'outbound'
            AND due_on BETWEEN '2026-11-23' AND '2026-12-23'
        )
    )
"""
"""Looked at without the bot: the day of the story, and its client horizon."""


@dataclass(frozen=True)
class Part:
    """One thing the manager did: seconds, the colleague's taps meanwhile in seconds, how often the
    progress was edited, and the longest stall of the loop in seconds with its place."""

    name: str
    seconds: float
    taps: tuple[float, ...]
    edits: int
    stall: float
    place: str


@dataclass
class Watch:
    """Follows the stages one after the other."""

    stage: Stage
    people: Company
    lag: Path
    taps: list[tuple[float, float]] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    @asynccontextmanager
    async def part(self, name: str) -> AsyncIterator[None]:
        loop, log = asyncio.get_running_loop(), self.stage.box.log
        start, calls = loop.time(), len(log)
        yield
        end = loop.time()
        edits = [
            one
            for one in log[calls:]
            if one.method == "editMessageText" and "⏳" in one.values["text"]
        ]
        taps = tuple(took for at, took in self.taps if start <= at <= end)
        worst = longest(stalls(self.lag, start, end))
        stall, place = (worst.own, worst.place) if worst else (0.0, "")
        self.parts.append(Part(name, end - start, taps, len(edits), stall, place))
        print(line(self.parts[-1]), flush=True)

    async def tap(self, colleague: Person) -> None:
        """«My tasks» again and again."""
        loop = asyncio.get_running_loop()
        while True:
            start = loop.time()
            await colleague.presses("📋 Мои дела")
            self.taps.append((start, loop.time() - start))
            await asyncio.sleep(_PAUSE)


async def measure(rows: int = ROWS) -> dict[str, float]:
    """Seconds of all imports, of the spread and of taking it back; the colleague's taps on the idle
    bot and meanwhile, and the longest stall, in milliseconds."""
    idle, *parts = await play(rows)
    taps = [took for part in parts for took in part.taps]
    seconds = {part.name: part.seconds for part in parts}
    return {
        "rows a file": rows,
        "imported s": sum(took for name, took in seconds.items() if ": " in name),
        "spread s": seconds["spread"],
        "taken back s": seconds["spread, taken back"],
        "idle tap ms": statistics.median(idle.taps) * 1000,
        "tap meanwhile ms": statistics.median(taps) * 1000,
        "its p95 ms": sorted(taps)[int(0.95 * (len(taps) - 1))] * 1000,
        "longest stall ms": max(part.stall for part in parts) * 1000,
    }


async def play(rows: int) -> list[Part]:
    """The whole story; AssertionError where a client is left without a task."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        probed = partial(_probed, folder / "lag")
        async with stage(folder, patience=_PATIENCE, launch=probed, TICK_SECONDS="15") as set_up:
            people = await hire(set_up)
            boris = people.boris
            for number in range(10):
                await boris.writes(f"/new Знакомый {number}, +7 495 000-00-{number:02}")
                await boris.taps("Завтра")
            # From here on nobody waits for the bot to be at rest: it will not be.
            set_up.box.after_action = None
            watch = Watch(set_up, people, folder / "lag")
            tapping = asyncio.ensure_future(watch.tap(boris))
            try:
                await _day(watch, rows)
            finally:
                tapping.cancel()
            return watch.parts


async def _probed(
    lag: Path,
    command: Sequence[str],
    env: Mapping[str, str],
    cwd: Path | str | None,
    output: IO[bytes],
) -> Child:
    """The bot with a probe in it."""
    return await execute([command[0], "-m", "benchmarks.lag", str(lag)], env, cwd, output)


async def _day(watch: Watch, rows: int) -> None:
    anna = watch.people.anna
    async with watch.part("idle"):
        await asyncio.sleep(_IDLE)
    for name, content in four_bases(rows).items():
        async with watch.part(f"{name}: read"):
            await anna.sends_file(name, content)
            await _told(watch, name, "Проверьте, что буквы читаются")
        async with watch.part(f"{name}: checked"):
            await anna.taps("▶️ Дальше")
            await _told(watch, name, "вот что получится")
        async with watch.part(f"{name}: imported"):
            await anna.taps("✅ Импортировать")
            await _told(watch, name, "импорт закончен")
    assert await _uncovered(watch) == 4 * rows
    async with watch.part("walk, the first card"):
        await anna.taps("🚀 Расставить дела")
        await _sees(watch, f"осталось {spaced(4 * rows)} из")
    async with watch.part(f"walk, {_WALKED} taps"):
        for number in range(1, _WALKED + 1):
            await anna.taps("Через 3 дня")
            await _sees(watch, f"осталось {spaced(4 * rows - number)} из")
    await _spread(watch)
    async with watch.part("load, the first picture"):
        await anna.writes("/plan")
    async with watch.part("load, the next picture"):
        await anna.writes("/plan")
    async with watch.part("unload, preview"):
        await anna.taps("⚖️ Разгрузить")
        await _sees(watch, "Перенести некуда")
    async with watch.part("export as a workbook"):
        await anna.writes("/export")
        await anna.taps("📊 Excel")
        await watch.stage.box.wait(lambda: any("Готово:" in post.text for post in anna.messages))
    left = await _uncovered(watch)
    assert not left, f"{left} clients have no task"


async def _uncovered(watch: Watch) -> int:
    """Active clients without a plan; the colleague's all have one."""
    database = Database(f"sqlite+aiosqlite:///{watch.stage.folder / 'bot.db'}")
    try:
        async with database.reading() as session:
            return int(await session.scalar(text(_UNCOVERED)) or 0)
    finally:
        await database.close()


async def _spread(watch: Watch) -> None:
    anna = watch.people.anna
    async with watch.part("spread, preview"):
        await anna.taps("Разложить автоматически")
        await _sees(watch, "Разложить автоматически:")
    print(anna.screen.text)
    async with watch.part("spread"):
        await anna.taps("✅ Разложить")
        await _sees(watch, "Разложено:")
    print(anna.screen.text)
    async with watch.part("spread, taken back"):
        await anna.taps("↩️ Отменить")
        await _sees(watch, "Отменено: раскладка по дням")
    async with watch.part("spread again"):
        await anna.taps("✅ Разложить")
        await _sees(watch, "Разложено:")


async def _told(watch: Watch, name: str, said: str) -> None:
    """A message about this very file says so."""
    box, anna = watch.stage.box, watch.people.anna
    await box.wait(lambda: any(name in post.text and said in post.text for post in anna.messages))


async def _sees(watch: Watch, said: str) -> None:
    """The newest message says so."""
    anna = watch.people.anna
    await watch.stage.box.wait(lambda: said in anna.screen.text)


def spaced(number: int) -> str:
    """As the screens write it."""
    return f"{number:,}".replace(",", "\u00a0")


def line(one: Part) -> str:
    """A row of the table: seconds, then milliseconds."""
    taps = sorted(one.taps) or [0.0]
    middle, high = statistics.median(taps), taps[int(0.95 * (len(taps) - 1))]
    return (
        f"{one.name:28} {one.seconds:8.2f} s  taps {len(one.taps):4}: median {middle * 1000:6.0f}"
        f" p95 {high * 1000:6.0f} max {taps[-1] * 1000:6.0f}  edits {one.edits:3}"
        f"  stall {one.stall * 1000:5.0f} ms  {one.place}"
    )


if __name__ == "__main__":
    asyncio.run(play(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS))
