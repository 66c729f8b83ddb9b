"""From the bytes of a file to plain rows: what it is, is seen from its content."""

from collections.abc import Mapping
from dataclasses import replace

from bot.files.formats.delimited import delimiter_of, records_of
from bot.files.formats.page import page_text, records_of_page
from bot.files.formats.sniffing import FileKind, binary_kind, text_kind
from bot.files.formats.texts import decode
from bot.files.formats.vcard import read_vcards
from bot.files.formats.workbook import read_workbook
from bot.files.limits import LARGEST, bounded
from bot.files.shared import with_shared
from bot.files.table import read_table
from bot.method.core.refusals import Invalid
from bot.method.imports.recognition import NOWHERE, Surroundings
from bot.method.imports.rows import Field, ImportFile, Profile


def read_clients(
    content: bytes,
    mapping: Mapping[int, Field] | None = None,
    around: Surroundings = NOWHERE,
) -> ImportFile:
    """The clients of a workbook, an HTML table, delimited text or vCards.

    `mapping` (column index -> field) overrules what the titles say; `around` helps where
    they say nothing. All or nothing: Invalid with file-empty, file-large (more than 20 MB),
    file-unknown, file-broken, file-broken-at (`line`), file-encoding, file-garbled, file-bomb,
    file-rows and file-wide (`most`), file-old (a binary xls), file-locked (a password),
    file-format (`name`), file-telegram.
    """
    read = _read(content, mapping or {}, around)
    named = (row.responsible for row in read.rows if row.responsible)
    rows, shared = with_shared(read.rows)
    return replace(
        read,
        rows=rows,
        shared=shared,
        count=sum(1 + len(row.further) for row in read.rows),
        responsibles=tuple(dict.fromkeys(named)),
    )


def _read(content: bytes, mapping: Mapping[int, Field], around: Surroundings) -> ImportFile:
    if not content.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"):
        raise Invalid("file-empty")
    if len(content) > LARGEST:
        raise Invalid("file-large")
    kind = binary_kind(content)
    if kind is FileKind.WORKBOOK:
        book = read_workbook(content)
        return read_table(book.records, mapping, around, sheets=book.sheets)
    if kind is FileKind.CARDS:
        return ImportFile(Profile.VCARD, tuple(read_vcards(content)))
    text, encoding = decode(content)
    match text_kind(text):
        case FileKind.CARDS:
            rows = tuple(read_vcards(text.encode()))
            return ImportFile(Profile.VCARD, rows, encoding)
        case FileKind.PAGE:
            text, encoding = page_text(content, text)
            return read_table(bounded(records_of_page(text)), mapping, around, encoding=encoding)
        case _:
            text = text.removeprefix("\ufeff")
            delimiter = delimiter_of(text)
            records = bounded(records_of(text, delimiter))
            return read_table(records, mapping, around, encoding=encoding, delimiter=delimiter)
