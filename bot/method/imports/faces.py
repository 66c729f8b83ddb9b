"""A book of the people of a file: what each is recognised by, kept in little room.

A dry run and an audit keep a hundred thousand of them in the memory of the bot.
"""

import json
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from bot.method.core.terms import ContactKind
from bot.method.imports.crowds import Crowd, Numbers, in_order, longest_known_first
from bot.method.imports.sameness import Contact, Face

_Found = dict[int, int | tuple[int, ...] | Crowd]
"""The numbers behind a key, mostly one. The key is a hash: who it leads to is only looked at, and
two that came under one by chance are told apart by their faces."""
_FEW = 16
"""So many behind a key are looked at one after the other."""
_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass
class Faces:
    """Faces by number, and by what rows are looked up with.

    A client that is in the table has its id, one that a row is about to bring a negative number.
    """

    few: int = _FEW
    _packed: dict[int, bytes] = field(default_factory=dict)
    _by_contact: _Found = field(default_factory=dict)
    _by_source: dict[str, int] = field(default_factory=dict)
    _by_name: _Found = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self._packed)

    def __contains__(self, number: int) -> bool:
        return number in self._packed

    def put(self, number: int, face: Face, owner_id: int) -> None:
        """Keep what the client is recognised by from now on; which contacts are one's own is not
        kept, it is asked of rows only."""
        self._packed[number] = _packed(face, owner_id)
        for contact in face.contacts:
            self._add(self._by_contact, contact[:2], number, face)
        if face.source:
            self._by_source.setdefault(face.source, number)
        self._add(self._by_name, (owner_id, face.name), number, face)

    def face(self, number: int) -> tuple[Face, int]:
        """What the client is recognised by, and whose it is; KeyError for one that is not here."""
        return _unpacked(self._packed[number])

    def sourced(self, face: Face) -> int | None:
        """The client that came with the very number of the row."""
        return self._by_source.get(face.source or "")

    def alike(self, face: Face, owner_id: int) -> Iterator[int]:
        """The clients that may have a contact of the row, or without any contact its name, each
        once, the longest known first: all whom the row can mean, of a crowd hardly any other."""
        if not face.contacts:
            return in_order(_behind(self._by_name, (owner_id, face.name), face))
        found = (
            _behind(self._by_contact, contact[:2], face, contact.extension, contact in face.own)
            for contact in face.contacts
        )
        return in_order(chain.from_iterable(found))

    def _add(self, known: _Found, key: Hashable, number: int, face: Face) -> None:
        hashed = hash(key)
        found = known.setdefault(hashed, number)
        if isinstance(found, Crowd):
            found.put(number, face, _extensions(face, hashed))
            return
        there = (found,) if isinstance(found, int) else found
        if number in there:
            return
        there = tuple(sorted((*there, number), key=longest_known_first))
        known[hashed] = there if len(there) <= self.few else self._crowd(there, hashed)

    def _crowd(self, numbers: Numbers, hashed: int) -> Crowd:
        crowd = Crowd()
        for number in numbers:
            face, _ = self.face(number)
            crowd.put(number, face, _extensions(face, hashed))
        return crowd


def _behind(
    known: _Found, key: Hashable, row: Face, extension: str = "", is_own: bool = False
) -> Iterable[Numbers]:
    found = known.get(hash(key), ())
    if isinstance(found, Crowd):
        return found.alike(row, extension, is_own=is_own)
    return [(found,) if isinstance(found, int) else found]


def _extensions(face: Face, hashed: int) -> Iterable[str]:
    """Those of the contact behind the key; a name has none."""
    found = [contact.extension for contact in face.contacts if hash(contact[:2]) == hashed]
    return found or ("",)


def _packed(face: Face, owner_id: int) -> bytes:
    """A fifth of what the objects take."""
    contacts = chain.from_iterable(face.contacts)
    told = [owner_id, face.name, face.company, face.source, *contacts]
    return _encoded(told).encode("utf-8", "surrogatepass")


def _unpacked(kept: bytes) -> tuple[Face, int]:
    told = json.loads(kept.decode("utf-8", "surrogatepass"))
    owner_id, name, company, source, *values = told
    contacts = (
        Contact(ContactKind(kind), value, extension)
        for kind, value, extension in zip(values[::3], values[1::3], values[2::3], strict=True)
    )
    return Face(name, company, source, tuple(contacts)), owner_id
