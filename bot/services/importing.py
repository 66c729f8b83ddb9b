"""Bringing clients in from a file (R1): merged by their contacts, each with what the file plans."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace

from bot.lookup.phones import sort_phones
from bot.method.client_cards import Draft
from bot.method.import_plan import Duplicates, ImportOptions
from bot.method.import_rows import ImportReport, ImportRow
from bot.method.inbound import emails_in
from bot.method.terms import ClientStatus, Event, RowResult
from bot.method.texts import clean
from bot.models.base import insert_many
from bot.models.client import LONGEST_NAME, Client
from bot.models.client_import import ClientImport, ClientImportRow
from bot.models.client_word import ClientWord
from bot.models.dossier import Dossier, dossier_of_client
from bot.models.user import User
from bot.services.clients import add_contacts, contacts_from, new_client, points_of_draft
from bot.services.coverage import settle
from bot.services.import_known import Known, Prepared
from bot.services.import_people import keep_people
from bot.services.import_plans import hush, keep_deal, keep_task
from bot.services.search_words import reindex, words_of_new
from bot.services.timeline import note
from bot.services.work import Work

_LONGEST_NOTE = 2000
_MOST_CONTACTS = 10


@dataclass
class _Before:
    """What an import changed on one client, to be taken back: old fields, what it has put `now`
    in their place, and what was added."""

    fields: dict[str, str | None] = field(default_factory=dict)
    now: dict[str, str] = field(default_factory=dict)
    points: list[int] = field(default_factory=list)
    deals: list[int] = field(default_factory=list)
    tasks: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class _Taken:
    """A row whose client is settled on; `draft` is what is new about its contacts."""

    one: Prepared
    client: Client
    result: RowResult
    before: _Before
    changes: bool = True


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
    _words: list[dict[str, object]] = field(default_factory=list)
    _rows: list[dict[str, object]] = field(default_factory=list)

    async def take(self, rows: Sequence[ImportRow]) -> None:
        """Import, merge or reject each row of a portion."""
        prepared: list[Prepared] = []
        for row in rows:
            self.report.rows += 1 + len(row.further)
            self.report.problems += ((row.line, problem) for problem in row.problems)
            if row.error is not None:
                self._reject(row, row.error)
                continue
            one = self.prepared(row)
            if one.draft.empty and one.draft.telegram_id is None:
                self._reject(row, "row-nameless")
            else:
                prepared.append(one)
        known = await Known.of(self.work, prepared)
        taken = [self._settled_on(one, known) for one in prepared]
        await self.work.session.flush()
        for done in filter(None, taken):
            await self._keep(done, known)
        await self._write_words()
        await insert_many(self.work.session, ClientImportRow, self._rows)
        self._rows.clear()
        await self.work.session.flush()

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

    def _settled_on(self, one: Prepared, known: Known) -> _Taken | None:
        """A new client, one that is there, or None where the row was rejected."""
        meant = [] if self.options.duplicates is Duplicates.CREATE else known.meant(one)
        if self.options.duplicates is Duplicates.CREATE and one.source_key in known.by_source:
            # The very same row of the very same file makes no second client all the same.
            meant = known.meant(one)
        if not meant:
            client = self._new(one)
            known.add(one, client)
            return _Taken(one, client, RowResult.IMPORTED, _Before())
        own = [client for client in meant if self.is_own(client)]
        if not own:
            # Whose it is stays unsaid: the file may come from anybody.
            self._reject(one.row, "row-held")
            return None
        known.add(one, own[0])
        changes = self.options.duplicates is not Duplicates.SKIP or own[0].id is None
        return _Taken(one, own[0], RowResult.MERGED, _Before(), changes)

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

    async def _keep(self, done: _Taken, known: Known) -> None:
        """What belongs to the row's client, now that it has an id."""
        row, client = done.one.row, done.client
        if done.result is RowResult.IMPORTED:
            points = add_contacts(self.work, client, done.one.draft)
            known.points[client.id] = points
            self._words.extend(words_of_new(client, points_of_draft(done.one.draft)))
            if row.people:
                await self._write_words()
            await keep_people(self.work, client, row.people, points)
            dossier: Dossier | None = Dossier(client, [], [], [])
        else:
            if done.changes:
                await self._write_words()
                await self._fill(done, known)
            dossier = await dossier_of_client(self.work.session, client.id)
        if dossier is not None and done.changes:
            await self._plan(dossier, done)
            await settle(self.work, dossier)
            hush(self.work, dossier, self.owner)
        self._count(done)
        before = asdict(done.before) if done.result is RowResult.MERGED else None
        if before and any(before.values()):
            self.report.filled += 1
            note(self.work, Event.IMPORTED, client.id)
        self._remember(row, done.result, client_id=client.id, before=before)

    async def _write_words(self) -> None:
        """Before anybody looks at the words of a client that these very rows have added."""
        await insert_many(self.work.session, ClientWord, self._words)
        self._words.clear()

    async def _fill(self, done: _Taken, known: Known) -> None:
        """Add what the client lacks; what the file has goes before it where that was chosen."""
        client, one = done.client, done.one
        done.before.now.update(self._better(one, client))
        for name, value in done.before.now.items():
            done.before.fields[name] = getattr(client, name)
            setattr(client, name, value)
        if client.source_key is None:
            client.source_key = one.source_key
        new = contacts_from(client.id, one.draft, known.points.get(client.id, ()))
        self.work.session.add_all(new)
        known.points.setdefault(client.id, []).extend(new)
        if new or done.before.fields:
            await reindex(self.work, client)
        done.before.points.extend(point.id for point in new)

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

    async def _plan(self, dossier: Dossier, done: _Taken) -> None:
        """The deal and the next task of the row; what came with an earlier import is there."""
        row, deal_id = done.one.row, None
        if row.deal is not None:
            key = self._key(row.deal.source_id)
            deal, is_new = await keep_deal(self.work, dossier, row.deal, key)
            deal_id = deal.id if deal else None
            if deal is not None and is_new:
                done.before.deals.append(deal.id)
                self.report.deals += 1
        if row.task is not None:
            owner = self.people.get(dossier.client.owner_id or 0, self.owner)
            task = await keep_task(self.work, dossier, owner, row.task, deal_id)
            if task is not None:
                done.before.tasks.append(task.id)
                self.report.tasks += 1

    def _count(self, done: _Taken) -> None:
        further = len(done.one.row.further)
        if done.result is RowResult.IMPORTED:
            self.report.imported += 1
            self.report.merged += further
        else:
            self.report.merged += 1 + further

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
        before: dict[str, object] | None = None,
    ) -> None:
        kept = {"line": row.line, "result": result, "code": code}
        owned = {"import_id": self.batch.id, "client_id": client_id, "before": before}
        self._rows.append({**kept, **owned})
