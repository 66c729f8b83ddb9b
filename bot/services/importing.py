"""Bringing clients in from a file (R1): merged by their contacts, each without a task at first."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.lookup.phones import sort_phones
from bot.method.client_cards import Draft
from bot.method.import_rows import ImportReport, ImportRow
from bot.method.inbound import emails_in, fold_name
from bot.method.terms import ClientKind, ClientStatus
from bot.method.texts import clean
from bot.models.client import (
    Client,
    ClientQuery,
    ClientScope,
    ContactPoint,
    client_rows,
    owners_of_points,
    points_of_client,
)
from bot.models.dossier import Dossier
from bot.models.user import User
from bot.services.clients import add_client, points_of_draft
from bot.services.coverage import settle
from bot.services.work import Work

_LONGEST_NAME = 200
_LONGEST_NOTE = 2000
_MOST_CONTACTS = 10


@dataclass(frozen=True)
class Importing:
    """One import of one owner's clients; rows may come in several transactions."""

    work: Work
    owner: User
    report: ImportReport

    async def take(self, rows: Iterable[ImportRow]) -> None:
        """Import, merge or reject each row."""
        for row in rows:
            self.report.rows += 1 + len(row.further)
            self.report.problems += ((row.line, problem) for problem in row.problems)
            await self._one(row)

    async def _one(self, row: ImportRow) -> None:
        if row.error is not None:
            return self._reject(row, row.error)
        draft, note = _draft(row, self.work.company.country)
        if draft.empty:
            return self._reject(row, "row-nameless")
        known = await self._known(draft)
        if not known:
            client = await add_client(self.work, self.owner, draft, ClientKind.CUSTOMER)
            client.note = clean(note, _LONGEST_NOTE, lines=True) or None
            await settle(self.work, Dossier(client, [], [], []))
            self.report.imported += 1
            self.report.merged += len(row.further)
            return None
        own = [client for client in known if self._is_own(client)]
        if not own:
            # Whose it is stays unsaid: the file may come from anybody.
            return self._reject(row, "row-held")
        await self._merge(own[0], draft)
        self.report.merged += 1 + len(row.further)
        return None

    async def _known(self, draft: Draft) -> list[Client]:
        """Who has one of the contacts; without any, the owner's client of the very same name."""
        session, points = self.work.session, points_of_draft(draft)
        if points:
            return [client for client, _, _ in await owners_of_points(session, points)]
        scope = ClientScope(owner_id=self.owner.id)
        same = ClientQuery(name=fold_name(draft.name)[:_LONGEST_NAME])
        return [client for client, _ in await client_rows(session, scope, same, 0, 1)]

    def _is_own(self, client: Client) -> bool:
        return client.owner_id == self.owner.id and client.status is ClientStatus.ACTIVE

    async def _merge(self, client: Client, draft: Draft) -> None:
        """Add the contacts that the client does not have yet; nothing is overwritten."""
        points = await points_of_client(self.work.session, client.id)
        known = {(point.kind, point.value) for point in points}
        for kind, value in points_of_draft(draft):
            if (kind, value) not in known:
                self.work.session.add(ContactPoint(client_id=client.id, kind=kind, value=value))

    def _reject(self, row: ImportRow, code: str) -> None:
        self.report.rejected += 1 + len(row.further)
        self.report.errors += ((line, code) for line in (row.line, *row.further))


def _draft(row: ImportRow, country: str) -> tuple[Draft, str]:
    """The client to be, and the note: what is no phone stays readable there."""
    phones, others = sort_phones(row.phones[:_MOST_CONTACTS], country)
    emails = emails_in(" ".join(row.emails[:_MOST_CONTACTS]))
    name = clean(row.name or row.company, _LONGEST_NAME)
    company = clean(row.company, _LONGEST_NAME) or None
    handles = (row.handle.lower(),) if row.handle and row.handle.isascii() else ()
    draft = Draft(name, phones, emails, handles, telegram_id=row.telegram_id, company=company)
    return draft, "\n".join(filter(None, (row.note, *others)))
