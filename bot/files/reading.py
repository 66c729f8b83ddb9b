"""From the bytes of a file to plain rows: what it is, is seen from its content."""

from bot.files.table import read_table
from bot.files.texts import decode
from bot.files.vcard import read_vcards
from bot.files.workbook import is_workbook, read_workbook
from bot.method.import_rows import ImportFile, Profile
from bot.method.refusals import Invalid

LARGEST = 20 * 1024 * 1024
"""Bytes; Telegram gives no larger file to a bot either."""


def read_clients(content: bytes) -> ImportFile:
    """The rows of a vCard file, a CSV table or an xlsx workbook.

    Invalid: file-empty, file-large, file-encoding, file-unknown, file-broken, file-bomb,
    file-columns, file-rows.
    """
    if not content:
        raise Invalid("file-empty")
    if len(content) > LARGEST:
        raise Invalid("file-large")
    if is_workbook(content):
        return ImportFile(Profile.TABLE, tuple(read_table(read_workbook(content))))
    text = decode(content)
    if text.lstrip().upper().startswith("BEGIN:VCARD"):
        return ImportFile(Profile.VCARD, tuple(read_vcards(text)))
    return ImportFile(Profile.TABLE, tuple(read_table(text)))
