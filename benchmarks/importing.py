"""A hundred thousand rows by the service, in the portions in which the chat takes them, beside
the same file read by the bare csv module: rows a second, and the memory that each takes."""

import asyncio
import csv
import io
import resource
import sys
import tempfile
import tracemalloc
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from time import perf_counter

from bot.clock import MovableClock
from bot.db import Database
from bot.files.apart import read_apart
from bot.method.import_rows import ImportFile
from bot.method.terms import ImportState
from bot.migrate import migrate
from bot.models import ClientImport
from bot.services.company import work_at
from bot.services.import_portions import PORTION
from bot.services.import_work import import_portion, keep_read
from bot.services.imports import receive
from demo.stage import MONDAY_EIGHT
from tests.builders import COMPANY, Firm
from tests.exports import BITRIX_CONTACT, bitrix_csv

ROWS = 100_000
_MEGABYTE = 1024 * 1024


async def measure(rows: int = ROWS) -> dict[str, float]:
    """Rows a second; megabytes at most, of the bot itself and of the process that reads."""
    content = _file(rows)
    start = perf_counter()
    read = await read_apart(content)
    read_s, reader = perf_counter() - start, _peak(resource.RUSAGE_CHILDREN)
    start = perf_counter()
    longest = await _imported(read)
    # Last, so that what it takes is not counted as the bot's.
    import_s, bot = perf_counter() - start, _peak(resource.RUSAGE_SELF)
    start = perf_counter()
    bare, peak = _bare(content)
    bare_s = perf_counter() - start
    return {
        "rows": len(read.rows),
        "bare read rows/s": bare / bare_s,
        "bare read MB": peak / _MEGABYTE,
        "read rows/s": rows / read_s,
        "import rows/s": rows / import_s,
        "longest portion ms": longest * 1000,
        "bot MB": bot,
        "reader MB": reader,
    }


def _file(rows: int) -> bytes:
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
        for number in range(1, rows + 1)
    )
    titles = BITRIX_CONTACT.split(";")
    lines = ([one.get(title, "") for title in titles] for one in people)
    return bitrix_csv(chain([titles], lines))


def _bare(content: bytes) -> tuple[int, int]:
    """All rows of the same file as lists, and the most bytes they took."""
    tracemalloc.start()
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return len(rows) - 1, peak


async def _imported(read: ImportFile) -> float:
    """Import all of it; how long the longest transaction was, in seconds."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite+aiosqlite:///{Path(folder) / 'bot.db'}")
        await migrate(database)
        clock = MovableClock(MONDAY_EIGHT)
        firm = Firm(database, clock)
        anna = await firm.person("Анна")
        async with firm.act(anna) as act:
            import_id = await receive(act, "file", "base.csv", None)
        async with firm.work() as work:
            await keep_read(work, import_id, read, "0" * 64)
            batch = await work.session.get_one(ClientImport, import_id)
            batch.state = ImportState.RUNNING
        at: int | None = 0
        longest = 0.0
        while at is not None:
            start = perf_counter()
            async with database.transaction() as session:
                work = await work_at(session, clock.now(), COMPANY)
                rows = read.rows[at : at + PORTION]
                at = await import_portion(work, import_id, at, rows, len(read.rows))
            longest = max(longest, perf_counter() - start)
        await database.close()
    return longest


def _peak(who: int) -> float:
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(who).ru_maxrss * unit / _MEGABYTE


if __name__ == "__main__":
    figures = asyncio.run(measure(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS))
    print(", ".join(f"{name} {value:.2f}" for name, value in figures.items()))
