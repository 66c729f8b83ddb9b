"""Who of a portion of rows is there already: looked up for all of them at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.method.core.terms import ContactKind
from bot.method.imports.faces import Faces
from bot.method.imports.sameness import Contact, Face
from bot.models.client import Client
from bot.models.client_import import (
    clients_by_source,
    clients_named,
    clients_numbered,
    clients_with_points,
)
from bot.models.contact_point import ContactPoint, points_of_clients
from bot.models.person import Person, persons_of_clients
from bot.services.core.work import Work
from bot.services.imports.prepared import Prepared


@dataclass
class Candidates:
    """The clients of the tables that rows may mean, with their contacts and people."""

    book: Faces = field(default_factory=Faces)
    clients: dict[int, Client] = field(default_factory=dict)
    points: dict[int, list[ContactPoint]] = field(default_factory=dict)
    people: dict[int, list[Person]] = field(default_factory=dict)

    @classmethod
    async def of(
        cls, work: Work, rows: Sequence[Prepared], others: Iterable[int] = ()
    ) -> "Candidates":
        """Look up everybody whom these rows may mean, and the `others` by their ids."""
        known, session = cls(), work.session
        points = {contact[:2] for row in rows for contact in row.face.contacts}
        found = [client for _, _, client in await clients_with_points(session, sorted(points))]
        keys = sorted({row.face.source for row in rows if row.face.source})
        found += await clients_by_source(session, keys) if keys else ()
        bare = [row for row in rows if not row.face.contacts]
        owners, names = {row.owner_id for row in bare}, {row.face.name for row in bare}
        found += await clients_named(session, sorted(owners), sorted(names)) if bare else ()
        missing = sorted(set(others) - {client.id for client in found})
        found += await clients_numbered(session, missing) if missing else ()
        known.clients = {
            client.id: client for client in sorted(found, key=lambda client: client.id)
        }
        ids = list(known.clients)
        for point in await points_of_clients(session, ids) if ids else ():
            known.points.setdefault(point.client_id, []).append(point)
        for person in await persons_of_clients(session, ids) if ids else ():
            known.people.setdefault(person.client_id, []).append(person)
        for client in known.clients.values():
            known.book.put(client.id, known._face(client), client.owner_id or 0)
        return known

    def _face(self, client: Client) -> Face:
        points = self.points.get(client.id, ())
        called = {client.name.lstrip("@"), client.name}
        bare = any(point.value in called for point in points)
        return Face(
            name="" if bare else client.name_folded,
            company=client.company_folded or "",
            source=client.source_key,
            contacts=tuple(
                Contact(point.kind, point.value, point.extension or "")
                for point in points
                if point.kind is not ContactKind.ALIAS
            ),
        )
