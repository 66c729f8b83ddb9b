"""A table of clients: what each column is, is read from its title."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice

from bot.files.cells.contents import by_contents, has_contacts
from bot.files.cells.titles import LOOKED_AT, columns_of, find_header, profile_of
from bot.files.limits import Record
from bot.files.rows import row_of
from bot.files.together import one_row_a_deal
from bot.method.core.refusals import Invalid
from bot.method.imports.findings import SheetRows
from bot.method.imports.recognition import Surroundings
from bot.method.imports.rows import Column, Field, ImportFile, ImportRow, Profile

_SAMPLE = 5
_LOOKED_INTO = 200
"""Rows by which a column without a known title is recognised."""
_SHORT = 40
_DEALS = frozenset({Profile.BITRIX_DEALS, Profile.BITRIX_LEADS, Profile.AMO_DEALS})


def read_table(
    records: Iterable[Record],
    mapping: Mapping[int, Field],
    around: Surroundings,
    *,
    encoding: str = "",
    delimiter: str = "",
    sheets: Sequence[SheetRows] = (),
) -> ImportFile:
    """The rows below the titles, which may have a preamble above them or be missing.

    Rows of nothing but delimiters are rows. `mapping` overrules what the titles say; a title that
    says nothing is overruled by what stands in its column, in the light of what is known `around`.
    `sheets` is whole once the records are read.
    Invalid("file-empty") where there are no titles; errors of the records pass through.
    """
    source = iter(records)
    head = list(islice(source, LOOKED_AT))
    if not head:
        raise Invalid("file-empty")
    header = find_header([cells for _, cells in head])
    titles, data = [cell.strip() for cell in head[header.at][1]], head[header.at + 1 :]
    if not header.known and has_contacts(titles):
        titles, data = [""] * len(titles), head
    profile = profile_of(titles)
    data += islice(source, _LOOKED_INTO)
    columns = by_contents(
        columns_of(titles, profile, mapping), (cells for _, cells in data), mapping, around
    )
    examples: dict[int, str] = {}
    rows: list[ImportRow] = []
    for line, cells in chain(data, source):
        _keep_examples(examples, columns, cells)
        rows.append(row_of(line, cells, columns))
    if profile in _DEALS:
        rows = one_row_a_deal(rows)
    shown = [replace(column, example=examples.get(column.index, "")) for column in columns]
    sample = [titles, *(cells for _, cells in data[:_SAMPLE])]
    return ImportFile(
        profile,
        tuple(rows),
        encoding,
        delimiter,
        # An untitled column of nothing comes from a delimiter at the end of every line.
        columns=tuple(column for column in shown if column.title or column.example),
        sample=tuple(tuple(cell[:_SHORT] for cell in cells) for cells in sample),
        sheets=tuple(sheets),
    )


def _keep_examples(
    examples: dict[int, str], columns: Sequence[Column], cells: Sequence[str]
) -> None:
    if len(examples) == len(columns):
        return
    for column in columns[: len(cells)]:
        text = cells[column.index].strip()
        if text:
            examples.setdefault(column.index, text[:_SHORT])
