"""What a row adds to a client that is there: nothing that a cell says is dropped."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.files.cells.values import is_organisation
from bot.method.core.texts import clean
from bot.method.imports.plan import Duplicates, ImportOptions
from bot.method.imports.rows import Field
from bot.method.imports.sameness import is_covered, is_same_name
from bot.method.inbound.matching import fold_name
from bot.models.client import Client
from bot.models.contact_point import ContactPoint
from bot.models.deal import Deal
from bot.models.person import Person
from bot.services.clients.clients import contacts_from
from bot.services.imports.plans import LONGEST_STAGE
from bot.services.imports.prepared import InsidePerson, Prepared

LONGEST_NOTE = 20_000
MOST_PEOPLE = 20
_OF_A_DEAL = (
    Field.DEAL_ID,
    Field.DEAL_TITLE,
    Field.DEAL_STAGE,
    Field.DEAL_AMOUNT,
    Field.DEAL_CURRENCY,
    Field.DEAL_CLOSED,
    Field.DEAL_CLOSED_ON,
)


@dataclass(frozen=True)
class Present:
    """A client as it is, with its contacts and the people inside; `is_new`: this very import has
    brought it, so that nothing of it is replaced."""

    client: Client
    points: Sequence[ContactPoint] = ()
    people: Sequence[Person] = ()
    is_new: bool = False


@dataclass
class Filling:
    """What a row adds to a client: fields with what they become, contacts, people inside, and
    lines for the note that come of the people for whom there is no room.

    `contacts_of` are values of contacts by the folded name of whom inside they are.
    """

    fields: dict[str, str] = field(default_factory=dict)
    points: list[ContactPoint] = field(default_factory=list)
    people: list[InsidePerson] = field(default_factory=list)
    contacts_of: dict[str, frozenset[str]] = field(default_factory=dict)

    lines: list[str] = field(default_factory=list)

    def only_new(self, people: Sequence[Person]) -> None:
        """Nobody stands inside twice; who finds no room there is a line."""
        known = {fold_name(person.name) for person in people}
        new: list[InsidePerson] = []
        for person in self.people:
            folded = fold_name(person.name)
            theirs = self.contacts_of.get(folded, frozenset())
            self.contacts_of[folded] = theirs | person.contacts
            if folded in known:
                continue
            known.add(folded)
            if len(known) > MOST_PEOPLE:
                self.lines.append(", ".join(filter(None, (person.name, person.position))))
            else:
                new.append(person)
        self.people = new

    def __bool__(self) -> bool:
        return bool(self.fields or self.points or self.people)


def filling_of(
    prepared: Prepared, there: Present, options: ImportOptions, *, inside: bool
) -> Filling:
    """What the row adds to the client as it is, by the chosen rule; `inside`: it is another
    person there."""
    client, found = there.client, Filling()
    replaces = options.duplicates is Duplicates.REPLACE and not there.is_new
    own = InsidePerson(prepared.draft.name, None, clean(prepared.row.position, 100) or None)
    inside = inside or _is_known(own.name, there.people)
    lines = list(prepared.lines)
    if inside or (_is_another(prepared, client) and not replaces):
        mine = frozenset(contact.value for contact in prepared.face.own)
        found.people.append(
            InsidePerson(own.name, None, own.position, mine if inside else frozenset())
        )
    else:
        lines = [*filter(None, (own.position,)), *lines]
        _name(prepared, client, found, lines, replaces=replaces)
    _company(prepared, client, found, lines, replaces=replaces and not inside)
    _marks(prepared, client, found, lines, options)
    found.people += prepared.people
    found.only_new(there.people)
    note = with_lines(None if replaces and not inside and lines else client.note, lines)
    if note != client.note and lines:
        found.fields["note"] = note or ""
    found.points = contacts_from(client.id, prepared.draft, there.points)
    return found


def with_lines(note: str | None, lines: Iterable[str]) -> str | None:
    """The note with those of the lines that it has not got."""
    had = (note or "").splitlines()
    known = set(had)
    new = [line for line in dict.fromkeys(lines) if line not in known]
    return clean("\n".join([*had, *new]), LONGEST_NOTE, lines=True) or None


def untold(prepared: Prepared, deal: Deal | None) -> list[str]:
    """What the row says of a deal that is not opened, or is there already and is another."""
    row = prepared.row.deal
    if row is None:
        return []
    if deal is None:
        return prepared.told(*_OF_A_DEAL)
    lines = [] if not row.title or is_covered(row.title, deal.title or "") else [Field.DEAL_TITLE]
    if row.stage and clean(row.stage, LONGEST_STAGE) != deal.stage:
        lines.append(Field.DEAL_STAGE)
    if row.amount and row.amount != deal.amount:
        lines += [Field.DEAL_AMOUNT, Field.DEAL_CURRENCY]
    return prepared.told(*lines)


def _is_another(prepared: Prepared, client: Client) -> bool:
    """Whether the row calls a client that is there by the name of somebody else."""
    name = prepared.draft.name
    if not name or is_organisation(name) or not prepared.face.contacts:
        return False
    known = f"{client.name} {client.company or ''}"
    return not is_same_name(fold_name(name), client.name_folded) and not is_covered(name, known)


def _is_known(name: str, people: Sequence[Person]) -> bool:
    folded = fold_name(name)
    return any(fold_name(person.name) == folded for person in people)


def _name(
    prepared: Prepared, client: Client, found: Filling, lines: list[str], *, replaces: bool
) -> None:
    name = prepared.draft.name
    if replaces and name and name != client.name:
        found.fields["name"] = name
    elif is_organisation(name) and not (client.company or prepared.draft.company):
        if name != client.name:
            found.fields["company"] = name
    elif name and not is_covered(name, f"{client.name} {client.company or ''}"):
        lines.append(name)


def _company(
    prepared: Prepared, client: Client, found: Filling, lines: list[str], *, replaces: bool
) -> None:
    company = prepared.draft.company
    if not company or company == client.company:
        return
    if replaces or not client.company:
        found.fields["company"] = company
    elif not is_covered(company, f"{client.name} {client.company}"):
        lines += prepared.told(Field.COMPANY) or [company]


def _marks(
    prepared: Prepared, client: Client, found: Filling, lines: list[str], options: ImportOptions
) -> None:
    """Class, kind and number of a row where the client has others."""
    given = prepared.row.client_class
    if given and client.client_class is None:
        found.fields["client_class"] = given
    elif given and given != client.client_class:
        lines += prepared.told(Field.CLASS)
    if options.kind is None and prepared.row.kind is not client.kind:
        lines += prepared.told(Field.KIND)
    if client.source_key is not None and client.source_key != prepared.face.source:
        lines += prepared.told(Field.SOURCE_ID)
