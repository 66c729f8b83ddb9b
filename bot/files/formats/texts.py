"""Text files of unknown encoding."""

import codecs

from bot.files.formats.cyrillic import decoded_once, old_encoding
from bot.method.core.refusals import Invalid

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    # Before UTF-16, whose mark begins alike.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT = 4096
_MOST_CONTROLS = 8
_LEAST_ZEROS = 100
"""One zero byte in so many is least for UTF-16; fewer are dirt."""
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\x0b\x0c\r\x1a\x1b")
_CYRILLIC = range(0x400, 0x500)


def decode(content: bytes) -> tuple[str, str]:
    """The text and its encoding.

    By the byte order mark, else UTF-16 by its zero bytes, else UTF-8, else the encoding of
    Cyrillic (of Windows, DOS or KOI8) in which it looks most like Russian. A text that somebody
    has decoded wrongly and saved so is decoded once. Invalid: file-unknown for what is no text at
    all, file-encoding for damaged text, file-garbled for one whose letters are lost.
    """
    encoding = encoding_of(content)
    try:
        text, wrong = decoded_once(content.decode(encoding))
    except UnicodeDecodeError:
        raise Invalid("file-encoding") from None
    return text, f"{encoding} ({wrong})" if wrong else encoding


def encoding_of(content: bytes) -> str:
    """The encoding by which the text has to be decoded. Invalid as of `decode`."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    head = content[:_LOOKED_AT]
    if 0 in head:
        return _without_mark(head)
    if sum(byte in _CONTROLS for byte in head) > _MOST_CONTROLS:
        raise Invalid("file-unknown")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _old(content)
    return "utf-8"


def _without_mark(head: bytes) -> str:
    """UTF-16 has the zero bytes of blanks, digits and Latin letters on one side only."""
    left, right = head[::2].count(0), head[1::2].count(0)
    encoding = "utf-16-le" if right else "utf-16-be"
    if (left and right) or (left + right) * _LEAST_ZEROS < len(head):
        raise Invalid("file-unknown")
    text = head[: len(head) // 2 * 2].decode(encoding, "replace")
    if any(ord(char) in _CONTROLS for char in text):
        raise Invalid("file-unknown")
    return encoding


def _old(content: bytes) -> str:
    """Any bytes pass as the old encoding: UTF-8 with a few broken bytes must not."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if sum(ord(char) in _CYRILLIC for char in text) > 4 * broken:
        raise Invalid("file-encoding")
    return old_encoding(content)
