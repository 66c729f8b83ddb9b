"""People inside an imported client, as our own export writes them."""

from collections.abc import Sequence

from bot.method.terms import PersonRole
from bot.method.texts import clean
from bot.models.client import Client, ContactPoint
from bot.models.person import Person
from bot.services.search_words import reindex
from bot.services.work import Work

_MOST = 20


async def keep_people(
    work: Work, client: Client, lines: Sequence[str], points: Sequence[ContactPoint]
) -> None:
    """Add "name | role | position | contacts" of a new client; contacts it has become theirs."""
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
        await work.session.flush([person])
        own = {contact.strip() for contact in contacts.split(",")}
        for point in points:
            if point.value in own:
                point.person_id = person.id
    if lines:
        await reindex(work, client)
