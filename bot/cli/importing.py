"""`import`: clients from a vCard file or a plain table."""

import asyncio
import json
import sys
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from bot.clock import Clock
from bot.db import Database
from bot.files.apart import read_apart
from bot.files.limits import LARGEST
from bot.method.import_plan import ImportOptions
from bot.method.import_rows import ImportFile, ImportReport
from bot.method.refusals import Invalid
from bot.models.client_import import ClientImport
from bot.models.user import User, people_called, user_by_telegram_id
from bot.services.company import work_at
from bot.services.import_batch import begin, finish, importing_of
from bot.services.work import Company
from bot.views.words import Words

_AT_ONCE = 500
_MOST_ERRORS = 20


class _DryRun(Exception):
    """Ends the transaction without keeping anything."""


async def run_import(
    database: Database,
    clock: Clock,
    company: Company,
    path: Path,
    owner_id: int,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Import the file for the person with this Telegram id; 0 done, 1 with one sentence.

    A dry run goes the whole way in one transaction and keeps nothing.
    """
    words = Words(company.locale)
    try:
        content = await asyncio.to_thread(_bytes, path)
        read = await read_apart(content)
        if not read.mapped:
            raise Invalid("file-columns")
    except OSError:
        return _say(words.plain("cli-no-file", path=str(path)))
    except Invalid as refusal:
        return _say(words.plain(f"refusal-{refusal.code}", **_facts(refusal)))
    async with database.reading() as session:
        owner = await user_by_telegram_id(session, owner_id)
        people = await people_called(session, read.responsibles)
    if owner is None or not owner.active:
        return _say(words.plain("cli-no-owner", id=str(owner_id)))
    taking = _Taking(database, clock, company, owner.id, ImportOptions(people=people), dry_run)
    report = await taking.take(read, path.name, sha256(content).hexdigest())
    _print(words, report, dry_run, as_json)
    return 0


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


@dataclass(frozen=True)
class _Taking:
    """Rows into the database, so many a transaction; a dry run in one that is not kept."""

    database: Database
    clock: Clock
    company: Company
    owner_id: int
    options: ImportOptions
    dry_run: bool

    async def take(self, read: ImportFile, name: str, digest: str) -> ImportReport:
        """Import the whole file."""
        size = max(len(read.rows), 1) if self.dry_run else _AT_ONCE
        portions = [read.rows[at : at + size] for at in range(0, len(read.rows), size)] or [()]
        report = ImportReport("", read.profile)
        batch_id: int | None = None
        for portion in portions:
            try:
                async with self.database.transaction() as session:
                    work = await work_at(session, self.clock.now(), self.company)
                    owner = await session.get_one(User, self.owner_id)
                    batch = await session.get(ClientImport, batch_id) if batch_id else None
                    if batch is None:
                        batch = await begin(work, owner, read, name, digest, self.options)
                        batch_id, report.batch = batch.id, str(batch.id)
                    importing = await importing_of(work, batch, owner, self.options, report)
                    await importing.take(portion)
                    finish(work, batch, report)
                    if self.dry_run:
                        raise _DryRun
            except _DryRun:
                break
        return report


def _print(words: Words, report: ImportReport, dry_run: bool, as_json: bool) -> None:
    for line, code in report.errors[:_MOST_ERRORS]:
        print(words.plain("cli-row", line=str(line), problem=words.plain(code)))
    for line, cell in report.problems[:_MOST_ERRORS]:
        said = words.plain(cell.code, title=cell.title, value=cell.value)
        print(words.plain("cli-row", line=str(line), problem=said))
    key = "cli-import-dry" if dry_run else "cli-imported"
    counts = {"rows": report.rows, "imported": report.imported}
    counts |= {"merged": report.merged, "rejected": report.rejected}
    print(words.plain(key, **counts))
    if as_json:
        facts = asdict(report)
        del facts["errors"], facts["problems"], facts["filled"]
        print(json.dumps(facts))


def _facts(refusal: Invalid) -> dict[str, str]:
    return {name: str(value) for name, value in refusal.facts.items()}


def _say(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1
