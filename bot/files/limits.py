"""How much of a file is taken in, and the rows of every kind of table held to it."""

from collections.abc import Iterable, Iterator, Sequence

from bot.method.core.refusals import Invalid

LARGEST = 20 * 1024 * 1024
"""Bytes; Telegram gives no larger file to a bot either."""
MOST_ROWS = 100_000
MOST_COLUMNS = 500
LONGEST_CELL = 4096
"""Characters; what is longer is cut and told."""
MOST_VALUES = 10
"""Phones or e-mails of one client; what is more goes to the note."""

Record = tuple[int, Sequence[str]]
"""The number of a line, and its cells."""


def bounded(records: Iterable[Record]) -> Iterator[Record]:
    """The same records; Invalid: file-rows and file-wide beyond the bounds."""
    for count, (line, cells) in enumerate(records):
        if count > MOST_ROWS:
            raise Invalid("file-rows", most=MOST_ROWS)
        if len(cells) > MOST_COLUMNS and any(cells[MOST_COLUMNS:]):
            raise Invalid("file-wide", most=MOST_COLUMNS)
        yield line, cells[:MOST_COLUMNS]
