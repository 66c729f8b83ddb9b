"""Bringing clients in from a file (R1): merged by their contacts, each with what the file plans."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import assert_never

from bot.method.core.terms import ClientStatus, Event
from bot.method.imports.decision import MergeInto, New, Rejected, RowResult
from bot.method.imports.plan import Duplicates, ImportOptions
from bot.method.imports.rows import ImportReport, ImportRow
from bot.method.inbound.matching import fold_name
from bot.models.base import JsonDict, flush_many, insert_many
from bot.models.client import Client
from bot.models.client_import import ClientImport, ClientImportRow, merged_clients
from bot.models.dossier import Dossier, dossiers_of_clients
from bot.models.user import User
from bot.services.clients.clients import add_contacts, new_client
from bot.services.clients.search_words import index_many_new, reindex
from bot.services.core.coverage import recompute_coverage
from bot.services.core.timeline import note
from bot.services.core.work import Work
from bot.services.imports.candidates import Candidates
from bot.services.imports.filling import Filling, Present, filling_of, untold, with_lines
from bot.services.imports.outcome import TakenRow
from bot.services.imports.persons import new_people
from bot.services.imports.plans import keep_deal, keep_task, mute_after_import
from bot.services.imports.prepared import Prepared, Preparing
from bot.services.imports.settling import Settling


@dataclass(frozen=True)
class Importing:
    """One import; rows may come in several transactions, each time with its own `Importing`.

    `people` are the active persons of the options, `owner` whose clients are else.
    """

    work: Work
    owner: User
    report: ImportReport
    batch: ClientImport
    options: ImportOptions = field(default_factory=ImportOptions)
    people: Mapping[int, User] = field(default_factory=dict)
    _rows: list[dict[str, object]] = field(default_factory=list)

    async def take(self, rows: Sequence[ImportRow]) -> None:
        """Import, merge or reject each row of a portion.

        All of them go step by step together: one statement for many costs little more than for
        one, and who comes later needs the numbers of who came before.
        """
        session = self.work.session
        fit = [prepared for row in rows if (prepared := self._fit(row)) is not None]
        known = await Candidates.of(self.work, fit)
        settling = Settling(self.options.duplicates, self.is_own, known)
        settling.reached |= await self._reached(known)
        new: dict[int, Client] = {}
        all_taken = [
            taken for row in fit if (taken := self._settled_on(row, settling, new)) is not None
        ]
        await flush_many(session)
        dossiers = await self._dossiers(all_taken)
        changing = [
            (taken, dossiers[taken.client.id])
            for taken in all_taken
            if taken.changes and taken.client.id in dossiers
        ]
        for taken, dossier in changing:
            self._keep(taken, dossier, known)
        await flush_many(session)
        for taken, dossier in changing:
            self._plan(taken, dossier, known)
        await flush_many(session)
        for taken in all_taken:
            self._conclude(taken)
        for dossier in dossiers.values():
            await recompute_coverage(self.work, dossier)
            mute_after_import(self.work, dossier, self._owner_of(dossier.client))
        await flush_many(session)
        await self._index(changing, known)
        await insert_many(session, ClientImportRow, self._rows)
        self._rows.clear()

    def _fit(self, row: ImportRow) -> Prepared | None:
        """The row made ready; None where it is rejected."""
        self.report.rows += 1 + len(row.further)
        self.report.problems += ((row.line, problem) for problem in row.problems)
        if row.error is not None:
            self.reject(row, row.error)
            return None
        prepared = self.preparing.row(row)
        if prepared.is_nameless:
            self.reject(row, "row-nameless")
            return None
        return prepared

    @cached_property
    def preparing(self) -> Preparing:
        """How rows are made ready."""
        owners = {
            name: self.people[person_id]
            for name, person_id in self.options.people.items()
            if person_id in self.people
        }
        return Preparing(self.work.company.country, self.batch.profile, self.owner, owners)

    def _new(self, prepared: Prepared) -> Client:
        """The row's client, not flushed yet."""
        kind = self.options.kind or prepared.row.kind
        owner = self.people.get(prepared.owner_id, self.owner)
        client = new_client(self.work, owner, prepared.draft, kind)
        lines = [*filter(None, (prepared.row.position,)), *prepared.lines]
        client.note, client.source_key = with_lines(None, lines), prepared.face.source
        client.import_id, client.client_class = self.batch.id, prepared.row.client_class
        return client

    def _settled_on(
        self, prepared: Prepared, settling: Settling, new: dict[int, Client]
    ) -> TakenRow | None:
        """A new client, one that is there, or None where the row was rejected; `new` are the
        clients of the portion by their numbers until they have ids."""
        settled = settling.settle(prepared)
        number = settled.number
        match settled.decision:
            case New():
                new[number] = self._new(prepared)
                return TakenRow(prepared, new[number], is_new=True)
            case MergeInto(_, changes, inside):
                client = new.get(number) or settling.known.clients[number]
                return TakenRow(prepared, client, False, changes, inside, settled.is_of_file)
            case Rejected(code):
                self.reject(prepared.row, code)
                return None
            case never:
                assert_never(never)

    async def _reached(self, known: Candidates) -> frozenset[int]:
        """The clients to which rows of earlier portions have gone already."""
        own = {client.id for client in known.clients.values() if client.import_id == self.batch.id}
        if self.options.duplicates is not Duplicates.REPLACE:
            return frozenset(own)
        gone = await merged_clients(self.work.session, self.batch.id, list(known.clients))
        return gone | own

    def is_own(self, client: Client) -> bool:
        """Whether rows may add to the client: it is of one of the people who get clients here."""
        owners = {self.owner.id, *self.people}
        return client.owner_id in owners and client.status is ClientStatus.ACTIVE

    def _owner_of(self, client: Client) -> User:
        return self.people.get(client.owner_id or 0, self.owner)

    async def _index(self, changing: Sequence[tuple[TakenRow, Dossier]], known: Candidates) -> None:
        """The words by which the clients are found: of new ones all is here that they are of."""
        new = {taken.client.id: dossier for taken, dossier in changing if taken.is_new}
        await index_many_new(
            self.work,
            (
                (
                    dossier.client,
                    [(point.kind, point.value) for point in known.points.get(client_id, ())],
                    [person.name for person in known.people.get(client_id, ())],
                    [deal.title or "" for deal in dossier.deals],
                )
                for client_id, dossier in new.items()
            ),
        )
        renamed = {
            taken.client.id: taken.client
            for taken, _ in changing
            if taken.is_renamed or taken.is_opened
        }
        others = [client for number, client in renamed.items() if number not in new]
        if others:
            await reindex(self.work, *others)

    async def _dossiers(self, taken: Sequence[TakenRow]) -> dict[int, Dossier]:
        """Of every client that changes: a new one has nothing open yet."""
        new = {taken.client.id: taken.client for taken in taken if taken.is_new}
        dossiers = {
            number: Dossier(client, self._owner_of(client), [], [], [])
            for number, client in new.items()
        }
        there = {taken.client.id for taken in taken if taken.changes} - new.keys()
        for dossier in await dossiers_of_clients(self.work.session, there):
            dossiers[dossier.client.id] = dossier
        return dossiers

    def _keep(self, taken: TakenRow, dossier: Dossier, known: Candidates) -> None:
        """What the row says about its client, and its deal."""
        client, prepared = taken.client, taken.prepared
        people = known.people.setdefault(client.id, [])
        if taken.is_new:
            taken.points = add_contacts(self.work, client, prepared.draft)
            found = Filling(people=list(prepared.people))
            found.only_new(people)
        else:
            points = known.points.get(client.id, ())
            there = Present(client, points, people, is_new=taken.is_own)
            found = filling_of(prepared, there, self.options, inside=taken.inside)
            for name, value in found.fields.items():
                taken.put(name, value)
            if client.source_key is None:
                client.source_key = prepared.face.source
            taken.points = found.points
            self.work.session.add_all(taken.points)
        taken.people, taken.contacts_of = (
            new_people(self.work, client, found.people),
            found.contacts_of,
        )
        people += taken.people
        known.points.setdefault(client.id, []).extend(taken.points)
        self._keep_deal(taken, dossier)
        lines = [*found.lines, *untold(prepared, taken.deal)]
        note = with_lines(client.note, lines) if lines else client.note
        if note and note != client.note:
            taken.put("note", note)

    def _keep_deal(self, taken: TakenRow, dossier: Dossier) -> None:
        row = taken.prepared.row.deal
        if row is not None:
            key = self.preparing.source_key(row.source_id)
            taken.deal, taken.is_opened = keep_deal(self.work, dossier, row, key)
            self.report.deals += taken.is_opened

    def _plan(self, taken: TakenRow, dossier: Dossier, known: Candidates) -> None:
        """What wanted the numbers of the people and of the deal: their contacts, the next task."""
        for person in known.people.get(taken.client.id, ()):
            theirs = taken.contacts_of.get(fold_name(person.name), ())
            for point in taken.points:
                if point.value in theirs and point.person_id is None:
                    point.person_id = person.id
        deal_id = taken.deal.id if taken.deal else None
        if taken.is_opened:
            note(self.work, Event.DEAL_OPENED, taken.client.id, deal_id=deal_id)
        row = taken.prepared.row.task
        if row is not None:
            owner = self._owner_of(taken.client)
            taken.task = keep_task(self.work, dossier, owner, row, deal_id)
            self.report.tasks += taken.task is not None

    def _conclude(self, taken: TakenRow) -> None:
        """The line of the history, the figures, and what the list of rows keeps."""
        client_id, task, before = taken.client.id, taken.task, taken.before()
        if task is not None and task.due_on is not None:
            on = task.due_on.isoformat()
            note(self.work, Event.TASK_PLANNED, client_id, task=task, on=on)
        if before is not None:
            self.report.filled += taken.client.import_id != self.batch.id
            note(self.work, Event.IMPORTED, client_id)
        self.report.imported += taken.is_new
        self.report.merged += len(taken.prepared.row.further) + (not taken.is_new)
        self._remember(taken.prepared.row, taken.result, client_id=client_id, before=before)

    def reject(self, row: ImportRow, code: str) -> None:
        """Nothing comes of the row."""
        self.report.rejected += 1 + len(row.further)
        self.report.errors += ((line, code) for line in (row.line, *row.further))
        for line in (row.line, *row.further):
            self._remember(replace(row, line=line), RowResult.REJECTED, code=code)

    def _remember(
        self,
        row: ImportRow,
        result: RowResult,
        *,
        code: str | None = None,
        client_id: int | None = None,
        before: JsonDict | None = None,
    ) -> None:
        kept = {"line": row.line, "result": result, "code": code}
        owned = {"import_id": self.batch.id, "client_id": client_id, "before": before}
        self._rows.append({**kept, **owned})
