"""Whether a row of a file and a client are the same: what people share proves nothing (R1)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from bot.method.core.terms import ContactKind
from bot.method.inbound.matching import fold_name

_SHARED_MAILBOXES = frozenset(
    {
        "accounting", "admin", "buh", "buhgalteria", "client", "clients", "contact", "contacts",
        "company", "director", "firma", "hello", "hr", "info", "inbox", "kadry", "mail", "manager",
        "market", "marketing", "office", "ofis", "opt", "order", "orders", "post", "priem",
        "priemnaya", "reception", "sale", "sales", "secretar", "secretary", "shop", "snab",
        "sklad", "support", "tender", "torg", "welcome", "zakaz", "zakupki",
    }
)  # fmt: skip
_NOBODYS_MAILBOXES = frozenset(
    {"net", "netu", "no", "noemail", "nomail", "none", "noreply", "no-reply", "null", "test"}
)
_RUNS = ("0123456", "123456", "987654")
_LEAST_DIGITS = 5
_MOST_COMPARED = 50


class Contact(NamedTuple):
    """A way to reach somebody; the extension is a part of the number."""

    kind: ContactKind
    value: str
    extension: str = ""


@dataclass(frozen=True, slots=True)
class Face:
    """What a row or a client is recognised by.

    `name` and `company` are folded; `name` is empty where it is only the contact again. `source`
    is the profile and the number of another system. `own` are those of the contacts that are one
    person's and nobody else's.
    """

    name: str = ""
    company: str = ""
    source: str | None = None
    contacts: tuple[Contact, ...] = ()
    own: frozenset[Contact] = frozenset()


class Relation(Enum):
    """What a row is to a client."""

    SAME = auto()
    INSIDE = auto()
    """Another person of the same company."""
    OTHER = auto()


def relation(row: Face, client: Face) -> Relation:
    """What the row is to a client that it has a contact or, without any contact, the name in
    common with.

    A number of the other system decides alone. A shared contact proves nothing: the same name, or
    a contact of one's own, does. A `Crowd` finds by the same rules whom to ask about.
    """
    if row.source and client.source:
        if row.source == client.source:
            return Relation.SAME
        if system_of(row.source) == system_of(client.source):
            return Relation.OTHER
    if not row.contacts:
        very = row.name == client.name and not _contradict(row.company, client.company)
        return Relation.SAME if very else Relation.OTHER
    shared = list(_in_common(row, client))
    if not shared:
        return Relation.OTHER
    if any(shared):
        return Relation.SAME
    if is_same_name(row.name, client.name) and not _contradict(row.company, client.company):
        return Relation.SAME
    companies = {client.company, client.name} - {""}
    return Relation.INSIDE if {row.company} & companies else Relation.OTHER


def _in_common(row: Face, client: Face) -> Iterator[bool]:
    """For each contact that both have: whether it is one's own.

    Two extensions of one number are two contacts; a number without one is everybody's behind it.
    """
    for contact in row.contacts:
        for other in client.contacts:
            if contact[:2] != other[:2]:
                continue
            if contact.extension == other.extension:
                yield contact in row.own
            elif not (contact.extension and other.extension):
                yield False


def is_same_name(name: str, other: str) -> bool:
    """Whether two folded names can be one person's: all words of the shorter one are in the
    longer one, an initial for its word. Nothing contradicts no name."""
    shorter, longer = sorted((name.split(), other.split()), key=len)
    left, is_told = list(longer), not shorter or name == other
    for word in sorted(shorter, key=len, reverse=True):
        found = next((known for known in left if _fits(word, known)), None)
        if found is None:
            return False
        left.remove(found)
        is_told = is_told or (found == word and len(word) > 1)
    # Initials alone are everybody's.
    return is_told


def _fits(word: str, known: str) -> bool:
    if word == known:
        return True
    short, long = sorted((word, known), key=len)
    return len(short) == 1 and short.isalpha() and long.startswith(short)


def _contradict(company: str, other: str) -> bool:
    return bool(company and other) and not is_same_name(company, other)


def system_of(source: str | None) -> str | None:
    """The other system that has given the number; None for no number."""
    return source.partition(":")[0] if source else None


def is_covered(text: str, by: str) -> bool:
    """Whether every word of the text stands in the other one."""
    return set(fold_name(text).split()) <= set(fold_name(by).split())


def is_nobodys_phone(raw: str) -> bool:
    """Whether a raw phone is typed only to fill the cell: 0000000000, one digit repeated,
    123456…; such a number is kept as text and matches nobody."""
    digits = re.sub(r"\D", "", raw)
    if len(digits) < _LEAST_DIGITS:
        return False
    bare = digits[1:] if len(digits) > 10 and digits[0] in "78" else digits
    return len(set(bare[1:])) == 1 or len(set(bare)) == 1 or bare.startswith(_RUNS)


def is_nobodys_mailbox(email: str) -> bool:
    """Whether an address is typed only to fill the cell, like no@mail.ru."""
    return email.partition("@")[0] in _NOBODYS_MAILBOXES


def is_shared_mailbox(email: str) -> bool:
    """Whether an address is of a whole company by its name, like info@."""
    return email.partition("@")[0].rstrip("0123456789") in _SHARED_MAILBOXES


def contacts_shared(faces: Iterable[tuple[str, Iterable[str]]]) -> dict[str, int]:
    """How many different people stand behind each contact, of those that have several.

    Takes the name of each row, and its contacts as they are compared. A name that can be another
    one's is no further person, nor is none.
    """
    # Nearly every contact has one person: only the others get a dictionary.
    names: dict[str, str | dict[str, None]] = {}
    for name, contacts in faces:
        for contact in contacts:
            known = names.setdefault(contact, name)
            if known == name or not name:
                continue
            if isinstance(known, str):
                known = names[contact] = dict.fromkeys([known] if known else ())
            # Of so many people it is no question any more whether it is shared.
            alike = name in known or (
                len(known) < _MOST_COMPARED and any(is_same_name(name, other) for other in known)
            )
            if not alike:
                known[name] = None
    return {
        contact: len(known)
        for contact, known in names.items()
        if not isinstance(known, str) and len(known) > 1
    }
