"""`import`: clients from a vCard file or a plain table."""

import json
from collections.abc import Sequence
from contextlib import nullcontext, suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from bot.cli.reading import bytes_of, read_base, unread
from bot.cli.sentences import say
from bot.method.core.refusals import Invalid
from bot.method.imports.plan import ImportOptions
from bot.method.imports.rows import ImportFile, ImportReport, ImportRow, with_rows
from bot.models.client_import import ClientImport
from bot.models.people_names import people_called
from bot.models.user import User, user_by_telegram_id
from bot.services.core.work import Work
from bot.services.imports.around import around_of
from bot.services.imports.batch import begin, finish, importing_of
from bot.services.imports.portions import Open, in_portions
from bot.transactions import Transactions
from bot.views.imports.faults import faults_said
from bot.views.imports.findings import shared_lines, sheet_lines, skipped_lines
from bot.views.words import Words

_MOST_FAULTS = 20


class _DryRun(Exception):
    """Ends the transaction without keeping anything."""


async def run_import(
    transactions: Transactions, path: Path, owner_id: int, dry_run: bool, as_json: bool
) -> int:
    """Import the file for the person with this Telegram id; 0 done, 1 with one sentence.

    A dry run goes the whole way in one transaction and keeps nothing.
    """
    words = Words(transactions.company.locale)
    try:
        content = await bytes_of(path)
        async with transactions.looking() as work:
            around = await around_of(work)
        read = with_rows(await read_base(content, around))
    except (OSError, Invalid) as error:
        return unread(words, path, error)
    async with transactions.looking() as work:
        owner = await user_by_telegram_id(work.session, owner_id)
        people = await people_called(work.session, read.responsibles)
    if owner is None or not owner.active:
        return say(words.plain("cli-no-owner", id=str(owner_id)))
    options = ImportOptions(people=people)
    report, digest = ImportReport("", read.profile), sha256(content).hexdigest()
    taking = _Taking(read, path.name, digest, owner.id, options, report)
    await taking.run(transactions, dry_run)
    _print_findings(words, read)
    _print(words, report, dry_run, as_json)
    return 0


@dataclass(frozen=True)
class _Taking:
    """A file on its way into the database."""

    read: ImportFile
    name: str
    digest: str
    owner_id: int
    options: ImportOptions
    report: ImportReport

    async def run(self, transactions: Transactions, dry_run: bool) -> None:
        """Import the whole file; a dry run in one transaction that is not kept."""
        if not dry_run:
            await self._take_all(transactions.work)
            return
        with suppress(_DryRun):
            async with transactions.work() as work:
                await self._take_all(lambda: nullcontext(work))
                raise _DryRun

    async def _take_all(self, opened: Open) -> None:
        async for _ in in_portions(opened, self.read.rows, self._take):
            pass

    async def _take(self, work: Work, at: int, rows: Sequence[ImportRow]) -> int:
        owner = await work.session.get_one(User, self.owner_id)
        if self.report.batch:
            batch = await work.session.get_one(ClientImport, int(self.report.batch))
        else:
            batch = await begin(work, owner, self.read, self.name, self.digest, self.options)
            self.report.batch = str(batch.id)
        importing = await importing_of(work, batch, owner, self.options, self.report)
        await importing.take(rows)
        finish(work, batch, self.report)
        return at + len(rows)


def _print(words: Words, report: ImportReport, dry_run: bool, as_json: bool) -> None:
    for said in faults_said(words, report.errors, report.problems, _MOST_FAULTS):
        print(said)
    key = "cli-import-dry" if dry_run else "cli-imported"
    counts = {"rows": report.rows, "imported": report.imported}
    counts |= {"merged": report.merged, "rejected": report.rejected}
    print(words.plain(key, **counts))
    if report.deals or report.tasks:
        print(words.plain("import-plans", deals=report.deals, tasks=report.tasks))
    if as_json:
        facts = asdict(report)
        del facts["errors"], facts["problems"], facts["filled"]
        print(json.dumps(facts))


def _print_findings(words: Words, read: ImportFile) -> None:
    for line in (
        *sheet_lines(words.plain, read),
        *skipped_lines(words.plain, read),
        *shared_lines(words.plain, read),
    ):
        print(line)
