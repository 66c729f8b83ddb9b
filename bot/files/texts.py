"""Text files of unknown encoding."""

import codecs

from bot.method.refusals import Invalid

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLD = "cp1251"


def decode(content: bytes) -> str:
    """The text: by its byte order mark, else UTF-8, else the Windows one of Cyrillic.

    Invalid("file-unknown") for something that is no text at all.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decoded(content, encoding)
    if b"\x00" in content[:4096]:
        raise Invalid("file-unknown")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(content, _OLD)


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise Invalid("file-encoding") from None
