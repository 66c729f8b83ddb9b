"""What a file is, by its content: names and extensions lie."""

import io
import json
import re
import zipfile
from enum import Enum, auto

from bot.method.core.refusals import Invalid

_UNPACKED = 200 * 1024 * 1024
_RATIO = 200
_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED_ENTRY = 1
_PACKED = {
    "xl/workbook.bin": "xlsb",
    "content.xml": "ods",
    "word/document.xml": "docx",
    "ppt/presentation.xml": "pptx",
}
_PAPERS = {b"%PDF-": "pdf", b"{\\rtf": "rtf"}
_PAGE = re.compile(
    r"(?:\s|\ufeff|<!doctype[^>]*>|<!--.*?-->|<\?xml[^>]*>)*<(?:meta|table|html)\b", re.I
)
_MARKUP_BOOK = re.compile(r"\s*<\?xml[^>]*>.{0,500}<Workbook\b", re.I | re.S)
_TELEGRAM = re.compile(
    r'\s*\{.{0,200}"(?:about|personal_information|contacts|frequent_contacts|chats|messages)"\s*:',
    re.S,
)
_LOOKED_AT = 4096


class FileKind(Enum):
    """The forms that can be read."""

    WORKBOOK = auto()
    PAGE = auto()
    CARDS = auto()
    TABLE = auto()


def binary_kind(content: bytes) -> FileKind | None:
    """An xlsx, or cards whose values may differ in encoding; None for what is decoded first.

    Invalid: file-old, file-locked, file-format (with its `name`), file-bomb, file-broken,
    file-unknown.
    """
    if content.startswith(_COMPOUND):
        raise Invalid("file-locked" if _ENCRYPTED in content else "file-old")
    for start, name in _PAPERS.items():
        if content.startswith(start):
            raise Invalid("file-format", name=name)
    if not content.startswith(_ZIP):
        head = content[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n")
        return FileKind.CARDS if head[:11].upper() == b"BEGIN:VCARD" else None
    _look_inside(content)
    return FileKind.WORKBOOK


def text_kind(text: str) -> FileKind:
    """Cards, a page with a table, or delimited text. Invalid: file-telegram, file-old,
    file-format."""
    head = text[:_LOOKED_AT].lstrip("\ufeff \t\r\n")
    if head[:11].upper() == "BEGIN:VCARD":
        return FileKind.CARDS
    if _MARKUP_BOOK.match(head):
        raise Invalid("file-old")
    if _PAGE.match(head) and re.search("<table", text, re.I):
        return FileKind.PAGE
    if _TELEGRAM.match(head):
        raise Invalid("file-telegram")
    if head[:1] in ("{", "[") and _is_json(text):
        raise Invalid("file-format", name="json")
    return FileKind.TABLE


def _is_json(text: str) -> bool:
    """Whether it is that as a whole: a table may begin with a bracket as well."""
    try:
        json.loads(text.strip("\ufeff \t\r\n"))
    except (ValueError, RecursionError):
        return False
    return True


def _look_inside(content: bytes) -> None:
    """Refuse what is no xlsx or would unpack to too much, without unpacking anything."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise Invalid("file-broken") from None
    names = {entry.filename.replace("\\", "/").lstrip("/").lower() for entry in entries}
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > _UNPACKED or unpacked > _RATIO * len(content):
        raise Invalid("file-bomb")
    if "xl/workbook.xml" in names:
        if any(entry.flag_bits & _ENCRYPTED_ENTRY for entry in entries):
            raise Invalid("file-locked")
        return
    for inside, name in _PACKED.items():
        if inside in names:
            raise Invalid("file-format", name=name)
    raise Invalid("file-unknown")
