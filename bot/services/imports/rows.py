"""Bringing clients in from a file (R1): merged by their contacts, each with what the file plans."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import assert_never

from bot.lookup.phones import sort_phones
from bot.method.clients.cards import Draft
from bot.method.core.terms import ClientStatus, Event, RowResult
from bot.method.core.texts import clean
from bot.method.imports.decision import MergeInto, Met, New, Rejected, decide
from bot.method.imports.plan import Duplicates, ImportOptions
from bot.method.imports.rows import ImportReport, ImportRow
from bot.method.inbound.matching import emails_in
from bot.models.base import JsonDict, flush_many, insert_many
from bot.models.client import LONGEST_NAME, Client
from bot.models.client_import import ClientImport, ClientImportRow
from bot.models.dossier import Dossier, dossiers_of_clients
from bot.models.user import User
from bot.services.clients.clients import add_contacts, contacts_from, new_client
from bot.services.clients.search_words import reindex
from bot.services.core.coverage import recompute_coverage
from bot.services.core.timeline import note
from bot.services.core.work import Work
from bot.services.imports.known import Known, Prepared
from bot.services.imports.persons import new_people
from bot.services.imports.plans import keep_deal, keep_task, mute_after_import
from bot.services.imports.taken import TakenRow

_LONGEST_NOTE = 2000
_MOST_CONTACTS = 10


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
        prepared = [one for row in rows if (one := self._fit(row)) is not None]
        known = await Known.of(self.work, prepared)
        taken = [done for one in prepared if (done := self._settled_on(one, known)) is not None]
        await flush_many(session)
        dossiers = await self._dossiers(taken)
        changing = [
            (done, dossiers[done.client.id])
            for done in taken
            if done.changes and done.client.id in dossiers
        ]
        for done, dossier in changing:
            self._keep(done, dossier, known)
        await flush_many(session)
        for done, dossier in changing:
            self._plan(done, dossier)
        await flush_many(session)
        for done in taken:
            self._conclude(done)
        for dossier in dossiers.values():
            await recompute_coverage(self.work, dossier)
            mute_after_import(self.work, dossier, self._owner_of(dossier.client))
        await flush_many(session)
        renamed = {done.client.id: done.client for done, _ in changing if done.is_renamed}
        await reindex(self.work, *renamed.values())
        await insert_many(session, ClientImportRow, self._rows)
        self._rows.clear()

    def _fit(self, row: ImportRow) -> Prepared | None:
        """The row made ready; None where it is rejected."""
        self.report.rows += 1 + len(row.further)
        self.report.problems += ((row.line, problem) for problem in row.problems)
        if row.error is not None:
            self._reject(row, row.error)
            return None
        one = self.prepared(row)
        if one.draft.empty and one.draft.telegram_id is None:
            self._reject(row, "row-nameless")
            return None
        return one

    def prepared(self, row: ImportRow) -> Prepared:
        """The row made ready: its contacts sorted out, the rest of its cells in the note."""
        phones, others = sort_phones(row.phones[:_MOST_CONTACTS], self.work.company.country)
        emails = emails_in(" ".join(row.emails[:_MOST_CONTACTS]))
        title = row.deal.title if row.deal else ""
        name = clean(row.name or row.company or title, LONGEST_NAME)
        company = clean(row.company, LONGEST_NAME) or None
        handles = (row.handle.lower(),) if row.handle and row.handle.isascii() else ()
        draft = Draft(name, phones, emails, handles, telegram_id=row.telegram_id, company=company)
        key = self._key(row.source_id)
        owner_id = self.options.people.get(row.responsible, self.owner.id)
        rest = "\n".join(filter(None, (row.position, row.note, *others)))
        return Prepared(row, draft, clean(rest, _LONGEST_NOTE, lines=True), key, owner_id)

    def _key(self, source_id: str) -> str | None:
        """The number that the other system gave it, so that the same file brings nothing twice."""
        return f"{self.batch.profile}:{source_id}"[:120] if source_id else None

    def _settled_on(self, one: Prepared, known: Known) -> TakenRow | None:
        """A new client, one that is there, or None where the row was rejected."""
        meant = known.meant(one)
        met = [Met(self.is_own(client), client.id is None) for client in meant]
        match decide(met, one.source_key in known.by_source, self.options.duplicates):
            case New():
                client = self._new(one)
                known.add(one, client)
                return TakenRow(one, client, is_new=True)
            case MergeInto(place, changes):
                known.add(one, meant[place])
                return TakenRow(one, meant[place], is_new=False, changes=changes)
            case Rejected(code):
                self._reject(one.row, code)
                return None
            case never:
                assert_never(never)

    def _new(self, one: Prepared) -> Client:
        kind = self.options.kind or one.row.kind
        owner = self.people.get(one.owner_id, self.owner)
        client = new_client(self.work, owner, one.draft, kind)
        client.note, client.source_key = one.note or None, one.source_key
        client.import_id, client.client_class = self.batch.id, one.row.client_class
        return client

    def is_own(self, client: Client) -> bool:
        """Whether rows may add to the client: it is of one of the people who get clients here."""
        owners = {self.owner.id, *self.people}
        return client.owner_id in owners and client.status is ClientStatus.ACTIVE

    def _owner_of(self, client: Client) -> User:
        return self.people.get(client.owner_id or 0, self.owner)

    async def _dossiers(self, taken: Sequence[TakenRow]) -> dict[int, Dossier]:
        """Of every client that changes: a new one has nothing open yet."""
        new = {done.client.id: done.client for done in taken if done.is_new}
        dossiers = {
            number: Dossier(client, self._owner_of(client), [], [], [])
            for number, client in new.items()
        }
        there = {done.client.id for done in taken if done.changes} - new.keys()
        for dossier in await dossiers_of_clients(self.work.session, there):
            dossiers[dossier.client.id] = dossier
        return dossiers

    def _keep(self, done: TakenRow, dossier: Dossier, known: Known) -> None:
        """What the row says about its client, and its deal."""
        if done.is_new:
            done.points = add_contacts(self.work, done.client, done.one.draft)
            done.people.extend(new_people(self.work, done.client, done.one.row.people))
        else:
            self._fill(done, known)
        known.points.setdefault(done.client.id, []).extend(done.points)
        row = done.one.row.deal
        if row is not None:
            key = self._key(row.source_id)
            done.deal, done.is_opened = keep_deal(self.work, dossier, row, key)
            self.report.deals += done.is_opened

    def _fill(self, done: TakenRow, known: Known) -> None:
        """Add what the client lacks; what the file has goes before it where that was chosen."""
        client, one = done.client, done.one
        done.now = self._better(one, client)
        for name, value in done.now.items():
            done.fields[name] = getattr(client, name)
            setattr(client, name, value)
        if client.source_key is None:
            client.source_key = one.source_key
        done.points = contacts_from(client.id, one.draft, known.points.get(client.id, ()))
        self.work.session.add_all(done.points)

    def _plan(self, done: TakenRow, dossier: Dossier) -> None:
        """What wanted the numbers of the people and of the deal: their contacts, the next task."""
        for person, contacts in done.people:
            for point in done.points:
                if point.value in contacts:
                    point.person_id = person.id
        deal_id = done.deal.id if done.deal else None
        if done.is_opened:
            note(self.work, Event.DEAL_OPENED, done.client.id, deal_id=deal_id)
        row = done.one.row.task
        if row is not None:
            owner = self._owner_of(done.client)
            done.task = keep_task(self.work, dossier, owner, row, deal_id)
            self.report.tasks += done.task is not None

    def _conclude(self, done: TakenRow) -> None:
        """The line of the history, the figures, and what the list of rows keeps."""
        client_id, task, before = done.client.id, done.task, done.before()
        if task is not None and task.due_on is not None:
            on = task.due_on.isoformat()
            note(self.work, Event.TASK_PLANNED, client_id, task=task, on=on)
        if before is not None:
            self.report.filled += 1
            note(self.work, Event.IMPORTED, client_id)
        self.report.imported += done.is_new
        self.report.merged += len(done.one.row.further) + (not done.is_new)
        self._remember(done.one.row, done.result, client_id=client_id, before=before)

    def adds(self, one: Prepared, client: Client, known: Known) -> bool:
        """Whether the row knows something about the client that is not there yet."""
        plans = one.row.deal is not None or one.row.task is not None
        return bool(self._better(one, client) or known.lacking(one, client)) or (
            plans and client.source_key != one.source_key
        )

    def _better(self, one: Prepared, client: Client) -> dict[str, str]:
        """What the row says better than the client by the chosen policy."""
        replaces = self.options.duplicates is Duplicates.REPLACE
        said = {"name": one.draft.name, "company": one.draft.company, "note": one.note}
        present = {name: getattr(client, name) for name in said}
        return {
            name: value
            for name, value in said.items()
            if value and value != present[name] and (replaces or not present[name])
        }

    def _reject(self, row: ImportRow, code: str) -> None:
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
