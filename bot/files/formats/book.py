"""A workbook (xlsx) made of CSV tables in a process of its own: JSON in, the file out.

In the bot itself it would share the interpreter with everybody's taps for seconds.
"""

import csv
import io
import json
import sys
from collections.abc import Collection, Mapping
from contextlib import suppress
from decimal import Decimal, InvalidOperation

from bot.isolated.limits import limit
from bot.isolated.running import run_isolated

SECONDS = 300.0
MEMORY = 1024 * 1024 * 1024
_LONGEST_CELL = 32_767
"""Characters that a spreadsheet takes in one cell."""


class NotMade(Exception):
    """The process has ended without a workbook."""


async def workbook(
    tables: Mapping[str, str], numbers: Mapping[str, Collection[int]] | None = None
) -> bytes:
    """A workbook with a sheet for each table, by its name; the values are CSV with semicolons.

    Every cell is text, so that no phone is rounded and no formula runs, but for the columns of a
    table that are said to hold `numbers`. NotMade where it takes too long or too much memory.
    """
    columns = {name: sorted(places) for name, places in (numbers or {}).items()}
    told = json.dumps([tables, columns], ensure_ascii=False).encode()
    try:
        code, blocks = await run_isolated(__name__, told, seconds=SECONDS, memory=MEMORY)
    except TimeoutError as error:
        raise NotMade from error
    if code:
        raise NotMade(code)
    return b"".join(blocks)


def _made(tables: Mapping[str, str], numbers: Mapping[str, Collection[int]]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    csv.field_size_limit(sys.maxsize)
    book = Workbook(write_only=True)
    for name, text in tables.items():
        sheet = book.create_sheet(name)
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=";"):
            cells: list[str | Decimal] = [
                ILLEGAL_CHARACTERS_RE.sub("", cell)[:_LONGEST_CELL] for cell in row
            ]
            for place in numbers.get(name, ()):
                with suppress(InvalidOperation):
                    cells[place] = Decimal(row[place])
            sheet.append(cells)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def main() -> None:
    """Arguments: memory in bytes, processor time in seconds."""
    limit(int(sys.argv[1]), int(sys.argv[2]))
    sys.stdout.buffer.write(_made(*json.loads(sys.stdin.buffer.read())))


if __name__ == "__main__":
    main()
