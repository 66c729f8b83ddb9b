"""A line that holds no date and answers nothing: whom it names, and what it says."""

import re
from dataclasses import dataclass

from bot.method.clients.cards import ClientLine, ClientPage, Found
from bot.method.core.cards import Contacts
from bot.method.inbound.matching import fold_name

_MOST_WORDS = 3
"""Of what may be nothing but a name."""
_SENTENCE = re.compile(r"[,;:!?…]|\.\s")
_LEAST_BEGUN = 4
_EDGE = " \t\r\n,.;:-\N{EN DASH}\N{EM DASH}"


@dataclass(frozen=True)
class NamedClient:
    """It is the name, phone or number of this one client."""

    client_id: int


@dataclass(frozen=True)
class Nobody:
    """It is a name or a phone that no client has: a new one may be added. `alike` is what is
    written similarly."""

    line_id: int
    name: str
    contacts: Contacts
    alike: ClientPage


@dataclass(frozen=True)
class SaidOf:
    """A known client with words: a note, an inbound, a task. `candidates` have to be chosen from
    first; else it is the `client`."""

    line_id: int
    text: str
    words: str
    candidates: tuple[ClientLine, ...]
    client_id: int | None = None
    client_name: str = ""
    page: int = 0
    pages: int = 1


Bare = NamedClient | Found | Nobody | SaidOf


def is_name_like(text: str) -> bool:
    """Whether it may be a name and nothing else."""
    words = text.split()
    letters = sum(char.isalpha() for char in text)
    return 0 < len(words) <= _MOST_WORDS and letters > 1 and not _SENTENCE.search(text)


def is_full_name(text: str) -> bool:
    """Whether it is written as a first name and a surname are."""
    words = text.split()
    return len(words) > 1 and is_name_like(text) and all(word[:1].isupper() for word in words)


def is_meant(words: str, line: ClientLine) -> bool:
    """Whether these words of a line may be this client's: a short one is no beginning of a name."""
    folded = fold_name(words).split()
    whole = set(fold_name(f"{line.name} {line.company or ''}").split())
    return all(len(word) >= _LEAST_BEGUN or word in whole for word in folded)


def rest_of(text: str, name: str) -> str:
    """What the text says behind the words of the name, which it begins with."""
    taken = len(name.split())
    parts = text.split(None, taken)
    return (parts[taken] if len(parts) > taken else "").strip(_EDGE)
