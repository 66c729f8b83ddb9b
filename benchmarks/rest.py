"""At rest: from start to the first poll, memory, and the share of a core with a tick a second; and
how long the command line takes for one row."""

import asyncio
import os
import sys
import tempfile
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from benchmarks.processes import resident, run
from bot.clock import MovableClock as BotClock
from bot.db import Database
from demo.stage import MONDAY_EIGHT, ROOT, environment, free_port
from sandbox import BotProcess, MovableClock, Sandbox
from tests.builders import Firm

SECONDS = 10
RUNS = 5
AS_DEPLOYED = (
    "-c",
    "import runpy, sys; sys.modules['rich'] = None; "
    "runpy.run_module('bot', run_name='__main__', alter_sys=True)",
)
"""`-m bot` without `rich`, which is there for the lints only: structlog would load it."""


async def measure() -> dict[str, float]:
    """Seconds, megabytes, and per cent of one core; of a command also those on a processor, which
    say the same on a machine that has other work."""
    loop = asyncio.get_running_loop()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        clock, port = MovableClock(MONDAY_EIGHT, path=folder / "clock"), free_port()
        async with Sandbox(clock, patience=30) as box:
            env = environment(folder, box.url, port, TICK_SECONDS="1")
            ready = f"http://127.0.0.1:{port}/ready"
            bot = BotProcess([sys.executable, *AS_DEPLOYED], env, ready, cwd=folder)
            async with bot:
                await asyncio.sleep(1)
            polls, start = box.calls["getUpdates"], loop.time()
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(bot.start())
                await box.wait(lambda: box.calls["getUpdates"] > polls)
                first = loop.time() - start
            async with _running(bot):
                await asyncio.sleep(2)
                before = _cpu(bot.pid)
                await asyncio.sleep(SECONDS)
                used = _cpu(bot.pid) - before
                memory = resident(bot.pid)
        commands = await _commands(folder, env)
        bare = {"libraries MB": await _bare(), "aiogram as it comes MB": await _bare("plain")}
    core = 100 * used / SECONDS
    return {"first poll s": first, "memory MB": memory, **bare, "core %": core, **commands}


async def _commands(folder: Path, env: Mapping[str, str]) -> dict[str, float]:
    """The fastest of a few runs of each."""
    firm = Firm(Database(env["DATABASE_URL"]), BotClock(MONDAY_EIGHT))
    await firm.person("Анна")
    await firm.database.close()
    file = folder / "one.csv"
    file.write_text("Имя;Телефон\nИван Смирнов;+79161234567\n", encoding="utf-8")
    commands = {
        "import": ("import", str(file), "--owner", str(firm.ids["Анна"])),
        "export": ("export", str(folder / "out")),
    }
    figures: dict[str, float] = {}
    for name, command in commands.items():
        runs = [await run(*AS_DEPLOYED, *command, env=env, cwd=ROOT) for _ in range(RUNS)]
        figures[f"{name} s"] = min(one.seconds for one in runs)
        figures[f"{name} on a processor s"] = min(one.processor for one in runs)
    return figures


@asynccontextmanager
async def _running(bot: BotProcess) -> AsyncIterator[None]:
    try:
        yield
    finally:
        await bot.stop()


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def _bare(*words: str) -> float:
    """Megabytes of the libraries alone."""
    command = (sys.executable, "-m", "benchmarks.bare_rest", *words)
    process = await asyncio.create_subprocess_exec(*command, stdout=PIPE, cwd=ROOT)
    said, _ = await process.communicate()
    return float(said)


if __name__ == "__main__":
    found = asyncio.run(measure())
    print(", ".join(f"{name} {value:.2f}" for name, value in found.items()))
