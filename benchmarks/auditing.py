"""The audit of a hundred thousand deals by the command line, from a text and from a workbook: time
and memory of its two processes, beside a bare read of the same text by the csv module."""

import os
import sys
import tempfile
from asyncio import run as run_loop
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from openpyxl import Workbook

from benchmarks.processes import run
from demo.stage import MONDAY_EIGHT, ROOT
from tests.exports import plain_csv

ROWS = 100_000
_TITLES = (
    *("ID", "Название сделки", "Бюджет", "Валюта", "Этап сделки", "Имя", "Компания"),
    *("Телефон", "E-mail", "Ближайшая задача", "Ответственный"),
)
_PEOPLE = 20
_DAYS = 60
"""Their tasks are due within so many days, the first of them overdue; every fifth has none."""


async def measure(rows: int = ROWS) -> dict[str, float]:
    """Seconds from start to end, of these on a processor; megabytes at most of each process."""
    found: dict[str, float] = {"rows": rows}
    with tempfile.TemporaryDirectory() as name:
        text, book = Path(name, "base.csv"), Path(name, "base.xlsx")
        _write(text, book, list(_lines(rows)))
        env = {"PATH": os.environ["PATH"], "TIMEZONE": "Europe/Moscow", "LOCALE": "ru"}
        bare = await run("-m", "benchmarks.bare_read", str(text), env=env, cwd=ROOT)
        found |= {"bare read s": bare.seconds, "bare read MB": bare.own}
        for path in (text, book):
            took = await run("-m", "bot", "audit", str(path), "--json", env=env, cwd=ROOT)
            kind = path.suffix[1:]
            found |= {f"{kind} s": took.seconds, f"{kind} processor s": took.processor}
            found |= {f"{kind} judge MB": took.own, f"{kind} reader MB": took.started}
    return found


def _lines(rows: int) -> Iterator[list[str]]:
    yield list(_TITLES)
    for number in range(1, rows + 1):
        day = MONDAY_EIGHT + timedelta(days=number % _DAYS - _DAYS // 3)
        yield [
            *(str(number), f"Окна для офиса № {number}", str(number % 900 * 1000), "RUB"),
            *(("Новая", "Переговоры", "Счёт")[number % 3], f"Имя{number}"),
            *(f"ООО «Фирма {number}»", f"+7916{number:07}", f"client{number}@example.com"),
            *(f"{day:%d.%m.%Y}" if number % 5 else "", f"Сотрудник {number % _PEOPLE}"),
        ]


def _write(text: Path, book: Path, lines: list[list[str]]) -> None:
    text.write_bytes(plain_csv(lines))
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet()
    for line in lines:
        sheet.append(line)
    workbook.save(book)


if __name__ == "__main__":
    figures = run_loop(measure(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS))
    print(", ".join(f"{title} {value:.2f}" for title, value in figures.items()))
