"""Who of a portion of rows is there already: looked up for all of them at once."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.method.clients.cards import Draft
from bot.method.imports.rows import ImportRow
from bot.method.inbound.matching import fold_name
from bot.models.client import LONGEST_NAME, Client, ContactPoint, points_of_clients
from bot.models.client_import import (
    clients_by_source,
    clients_named,
    clients_with_points,
)
from bot.services.clients.clients import points_of_draft
from bot.services.clients.matching import Point
from bot.services.core.work import Work


@dataclass(frozen=True)
class Prepared:
    """A row made ready: the client to be, the rest of its cells, its number in the other system."""

    row: ImportRow
    draft: Draft
    note: str
    source_key: str | None
    owner_id: int

    @property
    def folded(self) -> str:
        """The name as names are compared."""
        return fold_name(self.draft.name)[:LONGEST_NAME]


@dataclass
class Known:
    """The clients that rows may mean, those that the rows themselves have added included."""

    by_source: dict[str, Client] = field(default_factory=dict)
    by_point: dict[Point, list[Client]] = field(default_factory=dict)
    by_name: dict[tuple[int, str], Client] = field(default_factory=dict)
    points: dict[int, list[ContactPoint]] = field(default_factory=dict)

    @classmethod
    async def of(cls, work: Work, rows: Sequence[Prepared]) -> "Known":
        """Look up everybody whom these rows may mean."""
        known, session = cls(), work.session
        points = [point for one in rows for point in points_of_draft(one.draft)]
        for kind, value, client in await clients_with_points(session, points):
            known.by_point.setdefault((kind, value), []).append(client)
        keys = [one.source_key for one in rows if one.source_key]
        for client in await clients_by_source(session, keys) if keys else ():
            known.by_source.setdefault(client.source_key or "", client)
        bare = [one for one in rows if not points_of_draft(one.draft)]
        owners, names = {one.owner_id for one in bare}, [one.folded for one in bare]
        for client in await clients_named(session, sorted(owners), names) if bare else ():
            known.by_name.setdefault((client.owner_id or 0, client.name_folded), client)
        ids = {client.id for client in known.everybody()}
        for point in await points_of_clients(session, sorted(ids)) if ids else ():
            known.points.setdefault(point.client_id, []).append(point)
        return known

    def everybody(self) -> list[Client]:
        """Every client that was found."""
        pointed = [client for clients in self.by_point.values() for client in clients]
        return [*self.by_source.values(), *pointed, *self.by_name.values()]

    def meant(self, one: Prepared) -> list[Client]:
        """The clients that the row means: by its number, by its contacts, else by the very name."""
        if one.source_key in self.by_source:
            return [self.by_source[one.source_key or ""]]
        points = points_of_draft(one.draft)
        if points:
            found = [client for point in points for client in self.by_point.get(point, ())]
            return list(dict.fromkeys(found))
        named = self.by_name.get((one.owner_id, one.folded))
        return [named] if named is not None else []

    def lacking(self, one: Prepared, client: Client) -> list[Point]:
        """The contacts of the row that the client has not got."""
        had = {(point.kind, point.value) for point in self.points.get(client.id, ())}
        return [point for point in points_of_draft(one.draft) if point not in had]

    def add(self, one: Prepared, client: Client) -> None:
        """The row's client is known to the rows after it."""
        if one.source_key:
            self.by_source.setdefault(one.source_key, client)
        points = points_of_draft(one.draft)
        for point in points:
            self.by_point.setdefault(point, []).append(client)
        if not points:
            self.by_name.setdefault((one.owner_id, one.folded), client)
