"""A hundred thousand rows by the command line into a fresh SQLite file, beside a bare read of the
same file by the csv module: rows a second and memory. Then some more through the services, into
the full base: how long a transaction of an import holds up everybody else."""

import asyncio
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from pathlib import Path
from statistics import median
from time import perf_counter

from sqlalchemy import func, select

from benchmarks.processes import run
from bot.clock import MovableClock
from bot.db import Database
from bot.files.isolated import read_isolated
from bot.method.imports.rows import ImportRow
from bot.method.imports.state import ImportState
from bot.migrate import migrate
from bot.models import Client, ClientImport
from bot.services.core.work import Work
from bot.services.imports.portions import in_portions
from bot.services.imports.steps import import_portion, keep_read
from bot.services.imports.wizard import receive
from demo.stage import MONDAY_EIGHT, ROOT, environment
from sandbox import MovableClock as SharedClock
from tests.builders import Firm
from tests.exports import BITRIX_CONTACT, bitrix_csv

ROWS = 100_000
MORE = 5_000


async def measure(rows: int = ROWS) -> dict[str, float]:
    """Rows a second of whole processes, from start to end; megabytes; milliseconds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env, file = environment(folder, "http://127.0.0.1:9", 9), folder / "base.csv"
        file.write_bytes(_file(range(1, rows + 1)))
        database = Database(env["DATABASE_URL"])
        await migrate(database)
        SharedClock(MONDAY_EIGHT, path=folder / "clock")
        firm = Firm(database, MovableClock(MONDAY_EIGHT))
        anna = await firm.person("Анна")
        bare = await run("-m", "benchmarks.bare_read", str(file), env=env, cwd=ROOT)
        owner = str(firm.ids["Анна"])
        brought = await run("-m", "bot", "import", str(file), "--owner", owner, env=env, cwd=ROOT)
        held = await _portions(firm, anna, _file(range(rows + 1, rows + MORE + 1)))
        async with database.reading() as session:
            clients = await session.scalar(select(func.count(Client.id)))
        await database.close()
    if clients != rows + MORE:
        raise RuntimeError(f"{clients} clients")
    return {
        "rows": rows,
        "bare read rows/s": rows / bare.seconds,
        "bare read MB": bare.own,
        "import rows/s": rows / brought.seconds,
        "import rows a second of a core": rows / brought.processor,
        "command MB": brought.own,
        "its reader MB": brought.started,
        "transaction ms": median(held) * 1000,
        "longest transaction ms": max(held) * 1000,
    }


def _file(numbers: range) -> bytes:
    people: Iterator[dict[str, str]] = (
        {
            "ID": str(number),
            "Имя": f"Имя{number}",
            "Фамилия": f"Фамилия{number}",
            "Компания": f"ООО «Фирма {number}»",
            "Мобильный телефон": f"+7916{number:07}",
            "Рабочий e-mail": f"client{number}@example.com",
            "Комментарий": "Звонить утром",
        }
        for number in numbers
    )
    titles = BITRIX_CONTACT.split(";")
    lines = ([one.get(title, "") for title in titles] for one in people)
    return bitrix_csv(chain([titles], lines))


async def _portions(firm: Firm, owner: int, content: bytes) -> list[float]:
    """Import it as through the chat; how long each transaction took, in seconds, but the first."""
    read = await read_isolated(content)
    async with firm.act(owner) as act:
        import_id = await receive(act, "file", "more.csv", None)
    async with firm.work() as work:
        await keep_read(work, import_id, read, "0" * 64)
        batch = await work.session.get_one(ClientImport, import_id)
        batch.state = ImportState.RUNNING

    async def take(work: Work, at: int, rows: Sequence[ImportRow]) -> int | None:
        return await import_portion(work, import_id, at, rows, len(read.rows))

    portions = in_portions(firm.work, read.rows, take)
    # The first one also loads what the bot has loaded by then.
    marks = [perf_counter() async for _ in portions]
    return [end - start for start, end in pairwise(marks)]


if __name__ == "__main__":
    figures = asyncio.run(measure(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS))
    print(", ".join(f"{name} {value:.2f}" for name, value in figures.items()))
