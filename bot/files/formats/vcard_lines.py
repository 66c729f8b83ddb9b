"""The properties of vCards, 2.1 to 4.0 mixed in one file: folding, encodings, cards in cards.

Everything is done on bytes up to a single value: a fold may split a character, and each
property may have a charset of its own.
"""

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.method.core.refusals import Invalid

_PROPERTY = re.compile(
    rb'(?:[\w-]+\.)?(?P<name>[\w-]+)(?P<params>(?:;(?:"[^"]*"|[^";:])*)*):(?P<value>.*)', re.S
)
_CHARSET = re.compile(rb"CHARSET=\"?([\w-]{1,40})")
_QUOTED = b"QUOTED-PRINTABLE"
_BASE64 = re.compile(rb"\b(?:BASE64|ENCODING=B)\b")
_QUOTED_AGAIN = re.compile(rb"[ \t]+(?==[0-9A-Fa-f]{2})")
_BEGIN, _END = b"BEGIN:VCARD", b"END:VCARD"


@dataclass(frozen=True)
class Property:
    """One line of a card: its name and parameters in upper case, its value as text.

    The value still has its backslash escapes: they tell a separator from a character.
    """

    name: str
    params: str
    value: str


@dataclass(frozen=True)
class VCard:
    """One card, from the line that begins it."""

    line: int
    properties: tuple[Property, ...]


def cards_of(content: bytes, wanted: frozenset[str]) -> Iterator[VCard]:
    """The cards with their wanted properties; a card inside another (`AGENT`) is left out.

    Invalid("file-broken-at") with the `line` of a card that is not closed.
    """
    found: list[Property] = []
    depth = started = 0
    agent = False
    for number, line in _logical(content):
        upper = line.strip().upper()
        if upper == _BEGIN and (depth == 0 or agent):
            depth += 1
            if depth == 1:
                found, started = [], number
        elif upper == _BEGIN:
            raise Invalid("file-broken-at", line=started)
        elif upper == _END and depth:
            depth -= 1
            if depth == 0:
                yield VCard(started, tuple(found))
        elif upper.startswith(b"AGENT") and upper.endswith(b":" + _BEGIN):
            depth += 1
        elif depth == 1:
            found += _property(line, wanted)
        agent = upper.startswith(b"AGENT") and upper.endswith(b":")
    if depth:
        raise Invalid("file-broken-at", line=started)


def _logical(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Unfolded lines with the number of their first physical one."""
    start, parts, quoted = 0, [b""], False
    lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    for number, line in enumerate(lines, start=1):
        soft = quoted and parts[-1].endswith(b"=") and line.strip().upper() != _END
        if soft:
            parts[-1] = parts[-1][:-1]
            parts.append(_QUOTED_AGAIN.sub(b"", line, count=1) if line[:1].isspace() else line)
        elif line[:1] in (b" ", b"\t") and start:
            parts.append(line[1:])
        elif line:
            if start:
                yield start, b"".join(parts)
            start, parts = number, [line]
            quoted = _QUOTED in line.partition(b":")[0].upper()
    if start:
        yield start, b"".join(parts)


def _property(line: bytes, wanted: frozenset[str]) -> Iterator[Property]:
    found = _PROPERTY.match(line)
    if found is None:
        return
    name, params = found["name"].decode("ascii", "ignore").upper(), found["params"].upper()
    if name not in wanted or _BASE64.search(params):
        return
    value = found["value"]
    if _QUOTED in params:
        value = quopri.decodestring(value)
    charset = _CHARSET.search(params)
    text = _text(value, charset[1].decode("ascii") if charset else "utf-8")
    yield Property(name, params.decode("ascii", "replace"), text)


def _text(value: bytes, charset: str) -> str:
    for encoding in (charset, "utf-8"):
        try:
            return value.decode(encoding)
        except (LookupError, UnicodeError):
            continue
    return value.decode("cp1251", "replace")
