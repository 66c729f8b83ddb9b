"""The first sheet of an xlsx workbook, as rows of text; its zip directory is looked at first."""

import io
import zipfile
from collections.abc import Iterator

from bot.method.refusals import Invalid

_UNPACKED = 200 * 1024 * 1024
_RATIO = 200
_ZIP = b"PK\x03\x04"


def is_workbook(content: bytes) -> bool:
    """Whether it looks like a zip, which an xlsx is."""
    return content.startswith(_ZIP)


def read_workbook(content: bytes) -> Iterator[list[str]]:
    """Rows of the first sheet. Invalid: file-broken, file-unknown, file-bomb."""
    _check(content)
    # Imported late: only files of this kind need the reader.
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        rows = book.get_sheet_by_index(0).to_python()
    except CalamineError:
        raise Invalid("file-broken", line=0) from None
    for row in rows:
        yield [_text(cell) for cell in row]


def _check(content: bytes) -> None:
    """Refuse what would unpack to too much, without unpacking anything."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except zipfile.BadZipFile:
        raise Invalid("file-broken", line=0) from None
    if not any(entry.filename.startswith("xl/") for entry in entries):
        raise Invalid("file-unknown")
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > _UNPACKED or unpacked > _RATIO * len(content):
        raise Invalid("file-bomb")


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
