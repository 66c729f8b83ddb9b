"""What clients write to managers outside the bot: the managers forward it, as in life."""

from collections import deque
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from sandbox.person import Person
from sandbox.posts import MediaKind

_MOST = 200
"""Letters that are kept; the oldest go first."""


@dataclass(frozen=True)
class Enclosure:
    """A picture, a document or a voice."""

    kind: MediaKind
    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class Letter:
    """One message of a client; `at` is an aware instant."""

    number: int
    client: Person
    at: datetime
    text: str
    enclosure: Enclosure | None = None


class Letters:
    """All of them, in the order they were written."""

    def __init__(self) -> None:
        self._kept: deque[Letter] = deque(maxlen=_MOST)
        self._last = 0

    def add(self, client: Person, at: datetime, text: str, enclosure: Enclosure | None) -> Letter:
        """Keep a new one."""
        self._last += 1
        letter = Letter(self._last, client, at, text, enclosure)
        self._kept.append(letter)
        return letter

    def of(self, client: Person) -> list[Letter]:
        return [letter for letter in self._kept if letter.client is client]

    def chosen(self, numbers: Collection[int]) -> list[Letter]:
        """Those with these numbers that are still kept, oldest first."""
        return [letter for letter in self._kept if letter.number in numbers]
