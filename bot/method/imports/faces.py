"""A book of the people of a file: what each is recognised by, kept in little room.

A dry run and an audit keep a hundred thousand of them in the memory of the bot.
"""

import json
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from bot.method.core.terms import ContactKind
from bot.method.imports.sameness import Contact, Face

Found = dict[int, int | tuple[int, ...]]
"""The numbers behind a key, mostly one. The key is a hash: who it leads to is only looked at, and
two that came under one by chance are told apart by their faces."""
_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass
class Faces:
    """Faces by number, and by what rows are looked up with.

    A client that is in the table has its id, one that a row is about to bring a negative number.
    """

    _packed: dict[int, bytes] = field(default_factory=dict)
    _by_contact: Found = field(default_factory=dict)
    _by_source: dict[str, int] = field(default_factory=dict)
    _by_name: Found = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self._packed)

    def __contains__(self, number: int) -> bool:
        return number in self._packed

    def put(self, number: int, face: Face, owner_id: int) -> None:
        """Keep what the client is recognised by from now on; which contacts are one's own is not
        kept, it is asked of rows only."""
        self._packed[number] = _packed(face, owner_id)
        for contact in face.contacts:
            _add(self._by_contact, contact[:2], number)
        if face.source:
            self._by_source.setdefault(face.source, number)
        _add(self._by_name, (owner_id, face.name), number)

    def face(self, number: int) -> tuple[Face, int]:
        """What the client is recognised by, and whose it is; KeyError for one that is not here."""
        return _unpacked(self._packed[number])

    def sourced(self, face: Face) -> int | None:
        """The client that came with the very number of the row."""
        return self._by_source.get(face.source or "")

    def alike(self, face: Face, owner_id: int) -> Iterator[int]:
        """The clients that may have a contact of the row, or without any contact its name."""
        keys: Iterable[Hashable] = [contact[:2] for contact in face.contacts]
        for key in keys or [(owner_id, face.name)]:
            found = (self._by_contact if face.contacts else self._by_name).get(hash(key), ())
            yield from (found,) if isinstance(found, int) else found


def _add(known: Found, key: Hashable, number: int) -> None:
    found = known.setdefault(hash(key), number)
    if isinstance(found, int):
        if found != number:
            known[hash(key)] = (found, number)
    elif number not in found:
        known[hash(key)] = (*found, number)


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
