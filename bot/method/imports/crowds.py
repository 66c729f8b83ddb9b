"""Many who share a contact or a name: those of them that a row may mean, without the others.

Thousands share the phone of an office, or one that was typed to fill a cell. A row compared with
each of them would make a file of so many rows take hours.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from heapq import merge

from bot.method.imports.sameness import Face, system_of

Numbers = list[int] | tuple[int, ...]
"""Clients in their order."""
_Found = dict[int, int | list[int]]
"""Clients by the hash of what they are found by, mostly one; several in their order."""
_ANY = "*"
"""Stands for every extension."""


def longest_known_first(number: int) -> tuple[bool, int]:
    """The order of clients: those of the tables by their ids, then those that rows bring."""
    return number < 0, abs(number)


def _keep(known: _Found, key: object, number: int) -> None:
    """Put the client behind the key, in its place among those that are there."""
    found = known.setdefault(hash(key), number)
    if isinstance(found, list):
        _insert(found, number)
    elif found != number:
        known[hash(key)] = sorted((found, number), key=longest_known_first)


def _kept(known: _Found, key: object) -> Numbers:
    """Who stands behind the key."""
    found = known.get(hash(key), ())
    return (found,) if isinstance(found, int) else found


def in_order(parts: Iterable[Iterable[int]]) -> Iterator[int]:
    """Who is in any of the parts, each once, the longest known first."""
    last: int | None = None
    for number in merge(*parts, key=longest_known_first):
        if number != last:
            yield number
        last = number


def _insert(found: list[int], number: int) -> None:
    order = longest_known_first(number)
    place = bisect_left(found, order, key=longest_known_first)
    if found[place : place + 1] != [number]:
        found.insert(place, number)


@dataclass
class Namesakes:
    """Clients by the words of a text, so that whoever `is_same_name` can take for a text is among
    those that are found for it.

    All words of the shorter text are in the longer one, an initial for its word, and one that is
    no initial is the same. So where a client's text is not shorter, it has each word of the row,
    and the rarest finds it. A shorter one is kept by one of its own words, and by how many it has.
    """

    _by_word: _Found = field(default_factory=dict)
    _by_own: _Found = field(default_factory=dict)
    _by_text: _Found = field(default_factory=dict)
    _counts: set[int] = field(default_factory=set)

    def put(self, text: str, number: int) -> None:
        """The client has this text, an empty one as well."""
        _keep(self._by_text, text, number)
        words = text.split()
        for word in words:
            _keep(self._by_word, word, number)
        own = min(filter(_tells, words), key=self._common, default=None)
        if own is not None:
            self._counts.add(len(words))
            for key in (own, (own[0],)):
                _keep(self._by_own, (len(words), key), number)

    def very(self, text: str) -> Numbers:
        """The clients with this very text."""
        return _kept(self._by_text, text)

    def alike(self, text: str) -> Iterator[Numbers]:
        """The clients whose text can be the same as this one, which has some words, or is none."""
        words = text.split()
        yield self.very("")
        yield self.very(text)
        rarest = min(filter(_tells, words), key=self._common, default=None)
        if rarest is None:
            return
        yield _kept(self._by_word, rarest)
        yield _kept(self._by_word, rarest[0])
        for count in sorted(self._counts):
            if count < len(words):
                for word in words:
                    yield _kept(self._by_own, (count, word if _tells(word) else (word,)))

    def _common(self, word: str) -> int:
        return len(_kept(self._by_word, word)) + len(_kept(self._by_word, word[0]))


def _tells(word: str) -> bool:
    """Whether it is more than an initial."""
    return len(word) > 1


@dataclass
class _Circle:
    """Those of a crowd who are told apart by their names and companies alone."""

    everybody: list[int] = field(default_factory=list)
    names: Namesakes = field(default_factory=Namesakes)
    companies: Namesakes = field(default_factory=Namesakes)

    def put(self, number: int, face: Face) -> None:
        _insert(self.everybody, number)
        self.names.put(face.name, number)
        self.companies.put(face.company, number)

    def alike(self, row: Face) -> list[Numbers]:
        """Nobody whose name or company contradicts the row's, but for who shares its company."""
        ways: list[list[Numbers]] = [[self.everybody]]
        if row.name:
            ways.append(list(self.names.alike(row.name)))
        if row.company:
            ways.append(list(self.companies.alike(row.company)))
        found = min(ways, key=lambda way: sum(map(len, way)))
        if row.company:
            found += [self.names.very(row.company), self.companies.very(row.company)]
        return found


@dataclass
class Crowd:
    """Clients behind one contact or name, by everything in which a row can differ from them."""

    _systems: dict[str | None, None] = field(default_factory=dict)
    _circles: dict[tuple[str | None, str], _Circle] = field(default_factory=dict)

    def put(self, number: int, face: Face, extensions: Iterable[str]) -> None:
        """One more, or one that is known by more from now on; `extensions` are those of the
        contact that the client has."""
        system = system_of(face.source)
        self._systems[system] = None
        for each in {among for known in extensions for among in (known, known and _ANY)}:
            self._circles.setdefault((system, each), _Circle()).put(number, face)

    def alike(self, row: Face, extension: str, *, is_own: bool) -> Iterator[Numbers]:
        """All of whom `relation` does not say that they are others; whoever has the row's very
        number of the other system is not asked for. `is_own`: the contact is the row's own."""
        system = system_of(row.source)
        for theirs in self._systems:
            if system is not None and theirs == system:
                continue
            for each in ("", extension or _ANY):
                circle = self._circles.get((theirs, each))
                if circle is None:
                    continue
                if is_own and each == extension:
                    yield circle.everybody
                else:
                    yield from circle.alike(row)
