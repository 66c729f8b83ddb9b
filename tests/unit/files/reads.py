"""Reading tables that a test makes of titles and people."""

from bot.files.reading import read_clients
from bot.method.imports.rows import ImportFile, ImportRow
from tests.exports import bitrix_csv, lined


def read(titles: str, *people: dict[str, object]) -> ImportFile:
    """A table with these titles, which are one text with semicolons."""
    return read_clients(bitrix_csv(lined(titles, *people)))


def one(titles: str, **cells: object) -> ImportRow:
    """The row of a table with one row; cells by their titles, with `_` for a space."""
    named = {name.replace("_", " "): value for name, value in cells.items()}
    (row,) = read(titles, named).rows
    return row
