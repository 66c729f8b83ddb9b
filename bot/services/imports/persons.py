"""People inside an imported client, as our own export writes them."""

from collections.abc import Iterator, Sequence

from bot.method.core.terms import PersonRole
from bot.method.core.texts import clean
from bot.models.client import Client
from bot.models.person import Person
from bot.services.core.work import Work

_MOST = 20


def new_people(
    work: Work, client: Client, lines: Sequence[str]
) -> Iterator[tuple[Person, frozenset[str]]]:
    """Whom "name | role | position | contacts" tells of, each with the contacts that are theirs;
    in the session, not flushed yet."""
    for line in lines[:_MOST]:
        parts = [part.strip() for part in line.split("|")] + [""] * 3
        name, role, position, contacts = parts[:4]
        if not clean(name, 200):
            continue
        person = Person(
            client_id=client.id,
            name=clean(name, 200),
            role=PersonRole(role) if role in set(PersonRole) else None,
            position=clean(position, 100) or None,
            created_at=work.now,
        )
        work.session.add(person)
        yield person, frozenset(contact.strip() for contact in contacts.split(","))
