"""The database: whether it is there, answers, has the right schema, and what waits in it."""

from collections.abc import AsyncIterator, Iterator, Mapping
from datetime import datetime, timedelta

from bot.cli.doctor.finding import Finding, notice, well, wrong
from bot.cli.doctor.server import server_findings, sqlite_findings
from bot.db import is_database_error, why_unusable
from bot.jobs.table import TABLE
from bot.method.company.status import WAITS_TOO_LONG
from bot.method.core.policy import rule_at_fault
from bot.method.core.refusals import Invalid
from bot.migrate import version, versions
from bot.models.standing import Standing, last_runs, standing
from bot.services.core.work import Work
from bot.transactions import Transactions

MOST_WAITING = 1000
_TROUBLES = {
    "28": "database-login",
    "3D": "database-none",
    "53": "database-full",
    "57P03": "database-starting",
    "SQLITE_BUSY": "database-locked",
    "SQLITE_CANTOPEN": "database-no-right",
    "SQLITE_CORRUPT": "database-broken",
    "SQLITE_FULL": "database-full",
    "SQLITE_LOCKED": "database-locked",
    "SQLITE_NOTADB": "database-broken",
    "SQLITE_PERM": "database-no-right",
    "SQLITE_READONLY": "database-no-right",
}
"""What begins the code of an error, and the sentence for it."""


async def database(transactions: Transactions) -> AsyncIterator[Finding]:
    """Everything about it; after what keeps it away nothing more."""
    if not transactions.database.exists():
        yield wrong("no-database")
        return
    try:
        async for finding in _looked_into(transactions):
            yield finding
    except Invalid as error:
        yield wrong("rule", name=rule_at_fault(error))
    except Exception as error:
        if not is_database_error(error):
            raise
        yield _unusable(error)


async def _looked_into(transactions: Transactions) -> AsyncIterator[Finding]:
    base = transactions.database
    async with base.engine.connect() as connection:
        found = sqlite_findings(connection) if base.is_sqlite else server_findings(connection)
        async for finding in found:
            yield finding
    known, found_version = versions(), await version(base)
    if found_version is not None and found_version not in known:
        yield wrong("schema-ahead", found=found_version, newest=known[-1])
        return
    if found_version != known[-1]:
        yield wrong("schema-behind", found=found_version or "-", newest=known[-1])
        return
    yield well("schema", found=found_version)
    # Looking reads the policy: a number that can not be used shows itself here.
    async with transactions.looking() as work:
        stands = await standing(work.session, work.now)
        ran = await last_runs(work.session)
        for finding in (*_waiting(stands, work), *_late(ran, work), *_people(stands, work)):
            yield finding


def _waiting(stands: Standing, work: Work) -> Iterator[Finding]:
    since = [at for at in (stands.waiting_since, stands.unsent_since) if at is not None]
    counts = {"inbox": stands.inbox, "outbox": stands.outbox}
    minutes = max((_minutes(work.now - at) for at in since), default=0)
    if timedelta(minutes=minutes) >= WAITS_TOO_LONG:
        yield wrong("backlog-old", **counts, minutes=minutes)
    elif stands.inbox + stands.outbox >= MOST_WAITING:
        yield wrong("backlog-large", **counts)
    else:
        yield well("backlog", **counts)
    if stands.parked:
        yield wrong("parked", count=stands.parked)


def _late(ran: Mapping[str, datetime], work: Work) -> Iterator[Finding]:
    """Jobs of once a day that have run before, but not today although their hour is over."""
    local = work.company.local(work.now)
    for job in TABLE:
        last = ran.get(job.name)
        if job.daily_from is None or last is None or local.hour <= job.daily_from:
            continue
        day = work.company.local(last)
        if day.date() < local.date():
            yield wrong("job-late", name=job.name, last=day.strftime("%Y-%m-%d %H:%M"))


def _people(stands: Standing, work: Work) -> Iterator[Finding]:
    if not stands.admins and not work.company.admin_ids:
        yield wrong("no-admin")
    if stands.blocked:
        yield notice("people-blocked", count=stands.blocked)


def _unusable(error: Exception) -> Finding:
    """What to do about an error of the database: its code decides, never its words, for they may
    hold what people wrote, or the password."""
    code = why_unusable(error)
    for beginning, trouble in _TROUBLES.items():
        if code.startswith(beginning):
            return wrong(trouble, error=type(error).__name__)
    away = "database-away" if isinstance(error, OSError) else "database"
    return wrong(away, error=type(error).__name__)


def _minutes(span: timedelta) -> int:
    return int(span.total_seconds() // 60)
