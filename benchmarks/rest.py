"""At rest: from start to the first poll, memory, and the share of a core with a tick a second."""

import asyncio
import os
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from demo.stage import MONDAY_EIGHT, environment, free_port
from sandbox import BotProcess, MovableClock, Sandbox

SECONDS = 10


async def measure() -> dict[str, float]:
    """Seconds, megabytes, and per cent of one core."""
    loop = asyncio.get_running_loop()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        clock, port = MovableClock(MONDAY_EIGHT, path=folder / "clock"), free_port()
        async with Sandbox(clock, patience=30) as box:
            env = environment(folder, box.url, port, TICK_SECONDS="1")
            ready = f"http://127.0.0.1:{port}/ready"
            bot = BotProcess([sys.executable, "-m", "bot"], env, ready, cwd=folder)
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
                memory = _memory(bot.pid)
    return {"first poll s": first, "memory MB": memory, "core %": 100 * used / SECONDS}


@asynccontextmanager
async def _running(bot: BotProcess) -> AsyncIterator[None]:
    try:
        yield
    finally:
        await bot.stop()


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
