"""A row of a file made ready: its contacts sorted out, the rest of its cells in lines."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.lookup.phone_cells import read_phones
from bot.method.clients.cards import Draft
from bot.method.clients.inside import PersonRole
from bot.method.core.cards import Phone
from bot.method.core.terms import ContactKind
from bot.method.core.texts import clean
from bot.method.imports.rows import Field, ImportRow
from bot.method.imports.sameness import (
    Contact,
    Face,
    is_nobodys_mailbox,
    is_same_name,
    is_shared_mailbox,
)
from bot.method.inbound.matching import emails_in, fold_name
from bot.models.client import LONGEST_NAME
from bot.models.user import User
from bot.services.clients.clients import points_of_draft
from bot.services.imports.plans import LONGEST_STAGE, LONGEST_TITLE

_LONGEST_POSITION = 100


@dataclass(frozen=True)
class InsidePerson:
    """Somebody inside, as a row tells of them; `contacts` are values of the row's contacts."""

    name: str
    role: PersonRole | None = None
    position: str | None = None
    contacts: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Prepared:
    """A row made ready: the client to be, what it is recognised by, the people inside, and lines
    for the note; `owner_id` is whose the client is where it is new."""

    row: ImportRow
    draft: Draft
    face: Face
    people: tuple[InsidePerson, ...]
    lines: tuple[str, ...]
    owner_id: int

    @property
    def is_nameless(self) -> bool:
        """Whether there is nothing to call a client by."""
        return self.draft.empty and self.draft.telegram_id is None

    def plans(self, source_key: str | None) -> bool:
        """Whether it brings a deal or a task that a client with this number may not have yet."""
        is_planned = self.row.deal is not None or self.row.task is not None
        return is_planned and source_key != self.face.source

    def told(self, *fields: Field) -> list[str]:
        """What the cells of these fields say, as lines of a note."""
        return [cell.line for cell in self.row.cells if cell.field in fields]


@dataclass(frozen=True)
class Preparing:
    """How the rows of one import are made ready.

    `profile` is the other system, by which its numbers are told from another one's; `owners` are
    the people who get clients by what the file calls them, `owner` gets all others.
    """

    country: str
    profile: str
    owner: User
    owners: Mapping[str, User]

    def row(self, row: ImportRow) -> Prepared:
        """The row made ready."""
        phones, own, inside, others = self._phones(row)
        emails = emails_in(" ".join(row.emails))
        others += [email for email in emails if is_nobodys_mailbox(email)]
        handles = (row.handle.lower(),) if row.handle and row.handle.isascii() else ()
        others += [f"@{row.handle}"] if row.handle and not handles else []
        called = row.name or row.company or (row.deal.title if row.deal else "")
        draft = Draft(
            clean(called, LONGEST_NAME),
            phones,
            tuple(email for email in emails if not is_nobodys_mailbox(email)),
            handles,
            telegram_id=row.telegram_id,
            company=clean(row.company, LONGEST_NAME) or None,
        )
        owner = self.owners.get(row.responsible, self.owner)
        people = (*_people(row.people), *inside)
        lines = [*row.note.splitlines(), *row.rest, *others, *_too_long(row)]
        lines += [*self._responsible(row, owner), *_unreachable(people, draft)]
        cleaned = (clean(line, len(line)) for line in lines)
        return Prepared(
            row,
            draft,
            self._face(row, draft, own),
            people,
            tuple(dict.fromkeys(filter(None, cleaned))),
            owner.id,
        )

    def source_key(self, number: str) -> str | None:
        """The number that the other system gave it, so that the same file brings nothing twice."""
        return f"{self.profile}:{number}"[:120] if number else None

    def _phones(
        self, row: ImportRow
    ) -> tuple[tuple[Phone, ...], set[Contact], list[InsidePerson], list[str]]:
        """The phones, those of them that are one's own, whose the others are, and what is none."""
        phones: dict[Phone, None] = {}
        own: set[Contact] = set()
        inside: list[InsidePerson] = []
        others: list[str] = []
        for raw in row.phones:
            cell, personal = read_phones(raw, self.country)
            phones |= dict.fromkeys(cell.phones)
            for phone in personal if raw not in row.shared else ():
                own.add(Contact(ContactKind.PHONE, phone.number, phone.extension or ""))
            name, _, position = cell.whose.partition(",")
            is_client = is_same_name(fold_name(name), fold_name(row.name or row.company))
            if cell.whose and not is_client:
                numbers = frozenset(phone.number for phone in cell.phones)
                inside.append(_person(name, "", position, numbers))
            elif cell.rest or cell.whose:
                others.append(cell.rest or raw)
        return tuple(phones), own, inside, others

    def _face(self, row: ImportRow, draft: Draft, own: set[Contact]) -> Face:
        extensions = [phone.extension or "" for phone in draft.phones]
        points = points_of_draft(draft)
        extensions += [""] * (len(points) - len(extensions))
        contacts = tuple(
            Contact(kind, value[:LONGEST_NAME], extension)
            for (kind, value), extension in zip(points, extensions, strict=True)
        )
        for contact in contacts:
            is_email = contact.kind is ContactKind.EMAIL
            shared = contact.value in row.shared or is_shared_mailbox(contact.value)
            if contact.kind is not ContactKind.PHONE and not (is_email and shared):
                own.add(contact)
        return Face(
            fold_name(draft.name)[:LONGEST_NAME],
            fold_name(draft.company or "")[:LONGEST_NAME],
            self.source_key(row.source_id),
            contacts,
            frozenset(own),
        )

    def _responsible(self, row: ImportRow, owner: User) -> list[str]:
        """Whom the file calls responsible where that is not who gets the client."""
        called = row.responsible
        if (
            not called
            or called.isdecimal()
            or is_same_name(fold_name(called), fold_name(owner.name))
        ):
            return []
        told = [cell.line for cell in row.cells if cell.field is Field.RESPONSIBLE]
        return told or [called]


def _too_long(row: ImportRow) -> Iterator[str]:
    """What is too long for the place that it has."""
    texts = [(row.name, LONGEST_NAME), (row.company, LONGEST_NAME)]
    if row.deal is not None:
        texts += [(row.deal.title, LONGEST_TITLE), (row.deal.stage, LONGEST_STAGE)]
    if row.task is not None:
        texts.append((row.task.text, LONGEST_TITLE))
    return (text for text, longest in texts if len(text) > longest)


def _unreachable(people: Sequence[InsidePerson], draft: Draft) -> Iterator[str]:
    """What is told of people inside as theirs, and is none of the client's contacts."""
    known = {value for _, value in points_of_draft(draft)}
    for person in people:
        others = sorted(value for value in person.contacts - known if value)
        if others:
            yield f"{person.name}: {', '.join(others)}"


def _people(lines: Sequence[str]) -> Iterator[InsidePerson]:
    """Whom lines "name | role | position | contacts" tell of."""
    for line in lines:
        name, role, position, contacts = ([part.strip() for part in line.split("|")] + [""] * 3)[:4]
        values = frozenset(contact.strip().partition(" ext.")[0] for contact in contacts.split(","))
        if clean(name, LONGEST_NAME):
            yield _person(name, role, position, values)


def _person(name: str, role: str, position: str, contacts: frozenset[str]) -> InsidePerson:
    return InsidePerson(
        clean(name, LONGEST_NAME),
        PersonRole(role) if role in set(PersonRole) else None,
        clean(position, _LONGEST_POSITION) or None,
        contacts,
    )
