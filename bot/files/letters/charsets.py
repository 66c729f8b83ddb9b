"""The text of a letter's bytes: what charset a letter says it has is often not true."""

from bot.files.formats.cyrillic import old_encoding

_DOUBTFUL = frozenset(
    {"", "us-ascii", "ascii", "unknown-8bit", "x-unknown", "iso-8859-1", "latin-1", "windows-1252"}
    | {"cp1252", "windows-1251", "cp1251", "koi8-r", "koi8-u", "iso-8859-5", "utf-8", "utf8"}
    | {"default", "8bit", "binary"}
)
"""What programs say without knowing."""
_WESTERN = frozenset({"iso-8859-1", "latin-1", "windows-1252", "cp1252"})
_FEW = 0.3
"""A text of Western letters has few others among them."""


def text_of(content: bytes, declared: str = "") -> str:
    """The text, by the charset that it is in: what is UTF-8 is that, then what is declared, where
    that is no mere habit of programs, then what looks most like Russian."""
    charset = _plain(declared)
    # Some charsets of the East do with seven bits.
    likely = (charset, "utf-8") if content.isascii() else ("utf-8", charset)
    for name in likely:
        if name in _DOUBTFUL - {"utf-8"}:
            continue
        try:
            return content.decode(name)
        except (LookupError, UnicodeError, ValueError):
            continue
    if charset in _WESTERN and _looks_western(content):
        return content.decode("cp1252", "replace")
    if _is_broken_utf8(content):
        return content.decode("utf-8", "replace")
    return content.decode(old_encoding(content), "replace")


def _plain(declared: str) -> str:
    return declared.strip().strip("\"'").casefold().replace("_", "-")


def _looks_western(content: bytes) -> bool:
    letters = sum(byte > 0x7F or chr(byte).isalpha() for byte in content)
    return sum(byte > 0x7F for byte in content) < _FEW * letters


def _is_broken_utf8(content: bytes) -> bool:
    """Whether all but a little is UTF-8, as where a letter was cut off."""
    text = content.decode("utf-8", "replace")
    whole = sum(char > "\x7f" and char != "\ufffd" for char in text)
    return whole > 4 * text.count("\ufffd")
