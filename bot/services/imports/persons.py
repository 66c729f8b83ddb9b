"""People inside an imported client."""

from collections.abc import Iterable

from bot.models.client import Client
from bot.models.person import Person
from bot.services.core.work import Work
from bot.services.imports.prepared import InsidePerson


def new_people(work: Work, client: Client, lines: Iterable[InsidePerson]) -> list[Person]:
    """A row for each; in the session, not flushed yet."""
    people = [
        Person(
            client_id=client.id,
            name=line.name,
            role=line.role,
            position=line.position,
            created_at=work.now,
        )
        for line in lines
    ]
    work.session.add_all(people)
    return people
