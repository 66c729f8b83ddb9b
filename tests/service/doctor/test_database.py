"""What the doctor says of a database, each thing while it is really so."""

import sqlite3
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
import pytest_asyncio
from sqlalchemy import text

from bot.cli.doctor.database import database
from bot.cli.doctor.finding import Finding, Health
from bot.clock import MovableClock
from bot.db import Database
from bot.method.core.terms import Role
from bot.migrate import migrate, versions
from bot.models.inbox import InboxUpdate
from bot.models.job_run import first_run
from bot.models.outbox import OutboxMessage
from bot.models.user import User
from bot.transactions import Transactions
from tests.builders import COMPANY, Firm
from tests.databases import bare_postgres, bare_sqlite, postgres_url, sqlite_url


async def findings(base: Database, clock: MovableClock) -> dict[str, Finding]:
    """What is found that is not well, by its code."""
    transactions = Transactions(base, clock, replace(COMPANY, admin_ids=frozenset({1})))
    found = [each async for each in database(transactions)]
    return {each.code: each for each in found if each.health is not Health.WELL}


async def bad(firm: Firm) -> dict[str, dict[str, object]]:
    found = await findings(firm.database, firm.clock)
    return {code: dict(each.facts) for code, each in found.items()}


async def test_a_healthy_one(firm: Firm) -> None:
    assert await bad(firm) == {}
    transactions = Transactions(firm.database, firm.clock, replace(COMPANY, admin_ids={1}))
    codes = {each.code async for each in database(transactions)} - {"postgres"}
    assert codes == {"schema", "backlog"}, "what is well is said too"


async def test_who_is_nobodys_admin_can_not_begin(firm: Firm) -> None:
    transactions = Transactions(firm.database, firm.clock, COMPANY)
    assert "no-admin" in {each.code async for each in database(transactions)}
    await firm.person("Ольга", Role.ADMIN)
    assert "no-admin" not in {each.code async for each in database(transactions)}


async def test_what_has_been_waiting(firm: Firm) -> None:
    anna, now = await firm.person("Анна"), firm.clock.now()
    async with firm.work() as work:
        work.session.add(
            InboxUpdate(update_id=1, chat_id=1, raw="{}", received_at=now - timedelta(minutes=5))
        )
        work.session.add(
            OutboxMessage(
                key="a", kind="nudge", user_id=anna, payload={}, created_at=now, not_before=now
            )
        )
    assert await bad(firm) == {}, "what has come just now is under way"
    firm.clock.set(now + timedelta(minutes=11))
    assert await bad(firm) == {"backlog-old": {"inbox": 1, "outbox": 1, "minutes": 16}}
    async with firm.work() as work:
        await work.session.execute(text("UPDATE inbox SET parked_at = received_at"))
        await work.session.execute(text("DELETE FROM outbox"))
    assert await bad(firm) == {"parked": {"count": 1}}


async def test_more_than_a_machine_keeps_up_with(
    firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.cli.doctor.database.MOST_WAITING", 1)
    async with firm.work() as work:
        work.session.add(InboxUpdate(update_id=1, chat_id=1, raw="{}", received_at=work.now))
    assert await bad(firm) == {"backlog-large": {"inbox": 1, "outbox": 0}}


async def test_a_number_of_the_policy_that_can_not_be_read(firm: Firm) -> None:
    async with firm.work() as work:
        statement = "INSERT INTO policy (name, value, changed_at) VALUES ('capacity', 'x', :now)"
        await work.session.execute(text(statement), {"now": work.now})
    assert await bad(firm) == {"rule": {"name": "capacity"}}


async def test_a_daily_job_that_did_not_run(firm: Firm) -> None:
    async with firm.work() as work:
        await first_run(work.session, "reconcile 2026-11-23", work.now - timedelta(days=1))
    assert await bad(firm) == {"job-late": {"name": "reconcile", "last": "2026-11-23 09:00"}}
    async with firm.work() as work:
        await first_run(work.session, "reconcile 2026-11-24", work.now)
    assert await bad(firm) == {}


async def test_people_who_can_not_be_reached(firm: Firm) -> None:
    anna = await firm.person("Анна")
    async with firm.work() as work:
        (await work.session.get_one(User, anna)).blocked_at = work.now
    found = await findings(firm.database, firm.clock)
    assert found["people-blocked"].health is Health.NOTICE
    async with firm.work() as work:
        (await work.session.get_one(User, anna)).active = False
    assert await bad(firm) == {}


async def test_a_schema_that_is_behind_and_one_that_is_ahead(
    tmp_path: Path, clock: MovableClock
) -> None:
    async with bare_sqlite(tmp_path) as base:
        assert (await findings(base, clock)).keys() == {"no-database"}
        await migrate(base, versions()[2])
        (found,) = (await findings(base, clock)).values()
        assert (found.code, found.facts["found"]) == ("schema-behind", versions()[2])
        async with base.transaction() as session:
            await session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        assert (await findings(base, clock)).keys() == {"schema-ahead"}


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda path: path.write_bytes(b"no database at all, but long enough to be one" * 99),
         "database-broken"),
        (lambda path: path.mkdir(), "database-no-right"),
    ],
)  # fmt: skip
async def test_a_file_that_is_none(tmp_path: Path, clock: MovableClock, spoil, code: str) -> None:
    spoil(tmp_path / "bot.db")
    async with bare_sqlite(tmp_path) as base:
        assert (await findings(base, clock)).keys() == {code}


# The driver's thread may answer a loop that has ended by then.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
async def test_a_file_that_was_damaged(tmp_path: Path, clock: MovableClock) -> None:
    path = tmp_path / "bot.db"
    async with bare_sqlite(tmp_path) as base:
        await migrate(base)
    with sqlite3.connect(path) as plain:
        plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = plain.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'ix_outbox_due'"
        ).fetchone()
        (size,) = plain.execute("PRAGMA page_size").fetchone()
    plain.close()
    content = bytearray(path.read_bytes())
    content[(page - 1) * size : page * size] = b"\xff" * size
    path.write_bytes(content)
    async with bare_sqlite(tmp_path) as base:
        assert "database-broken" in await findings(base, clock)


async def test_another_program_holds_the_file(tmp_path: Path, clock: MovableClock) -> None:
    async with bare_sqlite(tmp_path) as base:
        await migrate(base)
    other = sqlite3.connect(tmp_path / "bot.db", isolation_level=None)
    other.execute("PRAGMA journal_mode=DELETE")
    other.execute("BEGIN EXCLUSIVE")
    url = f"{sqlite_url(tmp_path / 'bot.db')}?timeout=0.1"
    base = Database(url)
    try:
        assert (await findings(base, clock)).keys() == {"database-locked"}
    finally:
        await base.close()
        other.close()


@pytest_asyncio.fixture
async def server() -> AsyncIterator[Database]:
    async with bare_postgres() as base:
        await migrate(base)
        yield base


async def told(base: Database, *statements: str) -> None:
    for statement in statements:
        async with base.transaction() as session:
            await session.execute(text(statement))


async def test_a_server_that_is_too_old(server: Database, clock: MovableClock) -> None:
    """A server of another version can not be had here, so that ours names another one."""
    await told(
        server,
        "CREATE SCHEMA before",
        "CREATE FUNCTION before.current_setting(text) RETURNS text LANGUAGE sql AS"
        " $$ SELECT CASE WHEN $1 = 'server_version_num' THEN '130016'"
        " ELSE pg_catalog.current_setting($1) END $$",
        f"ALTER DATABASE {server.url.database} SET search_path = before, pg_catalog, public",
    )
    await server.close()
    found = (await findings(server, clock))["postgres-old"]
    assert found.facts == {"found": "13", "needed": "14"}


async def test_a_server_that_only_reads(server: Database, clock: MovableClock) -> None:
    await told(
        server, f"ALTER DATABASE {server.url.database} SET default_transaction_read_only = on"
    )
    await server.close()
    assert (await findings(server, clock)).keys() == {"postgres-read-only"}


async def test_a_user_without_rights(server: Database, clock: MovableClock) -> None:
    name = f"limited_{uuid4().hex[:8]}"
    await told(
        server,
        f"CREATE ROLE {name} LOGIN",
        f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {name}",
        f"GRANT INSERT, UPDATE, DELETE ON clients TO {name}",
    )
    limited = Database(server.url.set(username=name).render_as_string(hide_password=False))
    try:
        found = await findings(limited, clock)
    finally:
        await limited.close()
        await told(server, f"DROP OWNED BY {name}", f"DROP ROLE {name}")
    assert found.keys() == {"postgres-no-create", "postgres-no-rights"}
    assert "clients" not in str(found["postgres-no-rights"].facts["tables"]).split(", ")


@pytest.mark.parametrize(
    ("url", "code"),
    [
        (lambda: postgres_url("nobodys"), "database-none"),
        (lambda: postgres_url("postgres").replace("postgres:", "stranger:"), "database-login"),
        (lambda: "postgresql+asyncpg://a:b@127.0.0.1:9/c", "database-away"),
    ],
)
async def test_a_server_that_lets_nobody_in(clock: MovableClock, url, code: str) -> None:
    base = Database(url())
    try:
        assert (await findings(base, clock)).keys() == {code}
    finally:
        await base.close()
