"""`import`: clients from a vCard file or a plain table."""

import asyncio
import json
import sys
from dataclasses import asdict
from pathlib import Path
from secrets import token_hex

from bot.clock import Clock
from bot.db import Database
from bot.files.apart import read_apart
from bot.files.limits import LARGEST
from bot.method.import_rows import ImportFile, ImportReport
from bot.method.refusals import Invalid
from bot.models.user import User, user_by_telegram_id
from bot.services.company import work_at
from bot.services.importing import Importing
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
        read = await read_apart(await asyncio.to_thread(_bytes, path))
        if not read.mapped:
            raise Invalid("file-columns")
    except OSError:
        return _say(words.plain("cli-no-file", path=str(path)))
    except Invalid as refusal:
        return _say(words.plain(f"refusal-{refusal.code}", **_facts(refusal)))
    async with database.reading() as session:
        owner = await user_by_telegram_id(session, owner_id)
    if owner is None or not owner.active:
        return _say(words.plain("cli-no-owner", id=str(owner_id)))
    report = ImportReport(token_hex(4), read.profile)
    await _take(database, clock, company, owner, read, report, dry_run)
    _print(words, report, dry_run, as_json)
    return 0


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


async def _take(
    database: Database,
    clock: Clock,
    company: Company,
    owner: User,
    read: ImportFile,
    report: ImportReport,
    dry_run: bool,
) -> None:
    size = len(read.rows) if dry_run else _AT_ONCE
    for start in range(0, len(read.rows), max(size, 1)):
        try:
            async with database.transaction() as session:
                work = await work_at(session, clock.now(), company)
                importing = Importing(work, await session.get_one(User, owner.id), report)
                await importing.take(read.rows[start : start + size])
                if dry_run:
                    raise _DryRun
        except _DryRun:
            return


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
        del facts["errors"], facts["problems"]
        print(json.dumps(facts))


def _facts(refusal: Invalid) -> dict[str, str]:
    return {name: str(value) for name, value in refusal.facts.items()}


def _say(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1
