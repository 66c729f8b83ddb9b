"""Two bots on one database of a server: the second one ends with a sentence, before it changes or
says anything; the first one is not disturbed, also not by a restart of the server."""

import asyncio
import signal
import sys
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from sqlalchemy import text

from bot.db import Database
from demo.stage import MONDAY_EIGHT, environment, free_port
from sandbox import MovableClock, Sandbox
from sandbox.patience import patient
from tests.databases import bare_postgres
from tests.forked import Forked, fork
from tests.world import until

_BOT = "FROM pg_locks WHERE locktype = 'advisory' AND classid = 5270"
_PLACE = text(f"SELECT pid {_BOT}")
_RESTART = text(f"SELECT pg_terminate_backend(pid, 5000) {_BOT}")


@dataclass(frozen=True)
class Running:
    """A process of the bot, and what it writes."""

    process: Forked
    output: Path

    async def says(self, what: str) -> None:
        async def said() -> bool:
            return what in self.output.read_text()

        await until(said, f"the bot says {what!r}", self.output.read_text)

    async def ends(self) -> tuple[int, str]:
        """Its exit code, and the last that it said."""
        async with asyncio.timeout(patient(60)):
            code = await self.process.wait()
        return code, self.output.read_text().splitlines()[-1]


_numbers = count()


async def start(folder: Path, box: Sandbox, database: Database) -> Running:
    url = database.url.render_as_string(hide_password=False)
    settings = {"DATABASE_URL": url, "BOT_TOKEN": box.token, "LOG_LEVEL": "INFO", "CLOCK_FILE": ""}
    command = (sys.executable, "-m", "bot", "run")
    env = environment(folder, box.url, free_port(), **settings)
    output = folder / f"{next(_numbers)}.log"
    with output.open("wb") as file:
        return Running(await fork(command, env, folder, file), output)


async def test_the_second_bot_says_that_another_is_at_work(tmp_path: Path) -> None:
    clock = MovableClock(MONDAY_EIGHT)
    async with (
        bare_postgres() as database,
        Sandbox(clock=clock, token="1:sandbox") as box,
        Sandbox(clock=clock, token="2:other") as other,
    ):
        first = await start(tmp_path, box, database)
        await first.says("the bot runs")
        # The same bot once more, and another one by mistake.
        for elsewhere in (box, other):
            code, said = await (await start(tmp_path, elsewhere, database)).ends()
            assert (code, said.startswith("С этой базой уже работает другой бот")) == (1, True)
        assert not other.calls.total()
        async with database.reading() as session:
            await session.execute(_RESTART)
        await first.says("the database is away")

        async def holds_it_again() -> bool:
            async with database.reading() as session:
                return (await session.execute(_PLACE)).first() is not None

        await until(holds_it_again, "the first has its place again", first.output.read_text)
        first.process.kill()
        await first.ends()
        # Whoever comes next is let in at once.
        third = await start(tmp_path, other, database)
        await third.says("the bot runs")
        third.process.send_signal(signal.SIGTERM)
        assert (await third.ends())[0] == 0
