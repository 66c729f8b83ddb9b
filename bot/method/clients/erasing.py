"""A person's data go on his demand; what is left can be counted and says nothing of him (R7)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.method.core.terms import ContactKind

_CODES = frozenset({"again", "code", "field", "kind", "made", "outcome", "reason", "status", "why"})
"""Under these the history keeps code words, under all others what people wrote."""
_CODE = re.compile(r"[a-z][a-z_]{0,31}")
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(T[\d:.]+([+-]\d\d:\d\d|Z)?)?")
_LEAST = 3
"""Letters of a name that is looked for in what came from Telegram; a shorter one is everywhere."""
_OWN_DIGITS = 7
"""The last digits of a phone are its own, however the beginning is written."""


@dataclass(frozen=True)
class ErasureFacts:
    """What would be gone of a client, in numbers, for an admin to confirm."""

    client_id: int
    name: str
    contacts: int
    persons: int
    deals: int
    tasks: int
    messages: int
    entries: int
    """Of the history."""


def nameless(client_id: int) -> str:
    """What a client is called of whom nothing is known any more."""
    return f"\N{NUMERO SIGN}{client_id}"


def countable(data: Mapping[str, object]) -> dict[str, object]:
    """What stays of an entry of the history: numbers, days and code words, never what was said."""
    return {key: value for key, value in data.items() if _says_nothing(key, value)}


def traces(
    names: Iterable[str | None], contacts: Iterable[tuple[ContactKind, str]]
) -> Sequence[str]:
    """How somebody is named in what people have sent, for it to be found: names as they are, the
    own digits of a phone in the usual ways."""
    found = {name for name in names if name is not None and len(name) >= _LEAST}
    for kind, value in contacts:
        found |= _written(value) if kind is ContactKind.PHONE else {value}
    return sorted(found)


def _written(phone: str) -> set[str]:
    own = phone[-_OWN_DIGITS:]
    parts = (own[:3], own[3:5], own[5:])
    return {own, "-".join(parts), " ".join(parts), f"{parts[0]} {parts[1]}-{parts[2]}"}


def _says_nothing(key: str, value: object) -> bool:
    match value:
        case None | bool() | int():
            return True
        case str():
            return _is_day(value) or (key in _CODES and _CODE.fullmatch(value) is not None)
    return False


def _is_day(value: str) -> bool:
    found = _DAY.fullmatch(value)
    if found is None:
        return False
    try:
        date.fromisoformat(found[1])
    except ValueError:
        return False
    return True
