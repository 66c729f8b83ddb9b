"""A stage: the sandbox, the bot as a process of its own, and a clock that both follow."""

import os
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path

from sandbox import BotProcess, Memory, MovableClock, Sandbox
from sandbox.process import Launch, execute

ADMIN_ID = 1001
MONDAY_EIGHT = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
"""Monday, eight in the morning in Moscow: an hour before the working day."""
ROOT = Path(__file__).parent.parent
_PORTS_EACH = 20
_FIRST_PORT = 20_000 + os.getpid() % 600 * _PORTS_EACH
_ports = cycle(range(_FIRST_PORT, _FIRST_PORT + _PORTS_EACH))


@dataclass(frozen=True)
class Stage:
    """What a story is played on."""

    box: Sandbox
    clock: MovableClock
    bot: BotProcess
    folder: Path

    async def at(self, moment: str) -> None:
        """Move the clock ("Mon 09:00", "17:30", "2026-12-01 09:00") and wait for what is due."""
        self.clock.at(moment)
        await self.rest()

    async def rest(self) -> None:
        """Wait until everything that is due by the clock, and whatever follows from that, has been
        done and sent."""
        await self.box.settle()
        page = await self.bot.settled(after_clock=self.clock.now())
        while True:
            # What becomes of a message may call for another one: a whole tick more has to see
            # nothing to say, and the one under way may have begun before.
            heard = self._heard
            page = await self.bot.settled(after_ticks=page["ticks"] + 2)
            if self._heard == heard:
                return

    @property
    def _heard(self) -> int:
        """How many calls of the bot there were, besides those for its updates."""
        return self.box.calls.total() - self.box.calls["getUpdates"]


def environment(folder: Path, api: str, port: int, **settings: str) -> dict[str, str]:
    """The whole environment of the bot: nothing of ours leaks into it but the path."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {
        **kept,
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
        "BOT_TOKEN": "1:sandbox",
        "ADMIN_IDS": str(ADMIN_ID),
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'bot.db'}",
        "TELEGRAM_API_URL": api,
        "HTTP_LISTEN": f"127.0.0.1:{port}",
        "CLOCK_FILE": str(folder / "clock"),
        "TICK_SECONDS": "0.05",
        "SEND_PER_SECOND": "1000",
        "LOG_LEVEL": "WARNING",
        **settings,
    }


def free_port() -> int:
    """A port of this machine that nobody listens on, and that no other process is given before
    somebody does: below those that systems hand out, and of this process alone."""
    for port in islice(_ports, _PORTS_EACH):
        with socket.socket() as probe:
            # Connections of a server that has ended do not count, as they do not for the next.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with suppress(OSError):
                probe.bind(("127.0.0.1", port))
                return port
    raise OSError("every port of this process is taken")


@asynccontextmanager
async def stage(
    folder: Path,
    start: datetime = MONDAY_EIGHT,
    patience: float = 60.0,
    memory: Memory | None = None,
    launch: Launch = execute,
    **settings: str,
) -> AsyncIterator[Stage]:
    """Set up the stage in a folder; everything has ended when the block ends.

    The folder is empty, or holds the database that belongs to the `memory` of a sandbox. The bot
    is started by `launch`.
    """
    clock = MovableClock(start, path=folder / "clock")
    port = free_port()
    async with Sandbox(clock=clock, patience=patience) as box:
        bot = BotProcess(
            [sys.executable, "-m", "bot", "run"],
            environment(folder, box.url, port, **settings),
            f"http://127.0.0.1:{port}/ready",
            cwd=folder,
            launch=launch,
        )
        if memory is not None:
            box.recall(memory)
        box.after_action = bot.settled
        async with bot:
            yield Stage(box, clock, bot, folder)
