"""What the night compares at once: whatever is not as a recomputation gives it is found."""

from datetime import datetime, timedelta

import pytest
import pytest_asyncio
from sqlalchemy import text

from bot.jobs.job import Counts
from bot.models import Client, Deal
from bot.services.core.coverage import recompute_coverage
from bot.services.core.rights import require_client
from bot.services.deals.deals import open_deal
from bot.services.tasks.tasks import When, plan_task
from tests.builders import Firm
from tests.service import seen
from tests.service.running import decide

ANNA = 1
PLAIN = 1
"""A client with a task; the second has one on its open deal, the third none."""
DRIFTS = {
    "the kept date": "UPDATE clients SET next_due = '2026-12-30' WHERE id = 1",
    "no kept date": "UPDATE clients SET next_due = NULL WHERE id = 1",
    "a gap that is none": "UPDATE clients SET gap_since = created_at WHERE id = 1",
    "the deal's date": "UPDATE deals SET next_due = '2026-12-30'",
    "the deal's gap": "UPDATE deals SET gap_since = created_at",
    "the client's date beside its deal": "UPDATE clients SET next_due = '2026-12-30' WHERE id = 2",
    "a task moved by hand": "UPDATE tasks SET due_on = '2026-12-01' WHERE client_id = 1",
    "a task gone": "UPDATE tasks SET status = 'done' WHERE client_id = 1",
    "the deal's task gone": "UPDATE tasks SET status = 'done' WHERE client_id = 2",
    "a task come from the deal": "UPDATE tasks SET deal_id = NULL WHERE client_id = 2",
    "a gap closed by hand": "UPDATE gaps SET closed_at = opened_at WHERE client_id = 3",
    "a gap of what is covered": "UPDATE gaps SET client_id = 1",
    "a date far ahead beside a near one": (
        "INSERT INTO tasks (client_id, owner_id, direction, status, kind, due_on, moves, attempts,"
        " created_at) SELECT client_id, owner_id, 'outbound', 'open', 'call', '2026-11-20', 0, 0,"
        " created_at FROM tasks WHERE client_id = 1"
    ),
    "beyond the horizon": (
        "UPDATE clients SET next_due = '2027-03-01' WHERE id = 1",
        "UPDATE tasks SET due_on = '2027-03-01' WHERE client_id = 1",
    ),
    "a second deal without a task": (
        "INSERT INTO deals (client_id, status, created_at)"
        " SELECT id, 'open', created_at FROM clients WHERE id = 2"
    ),
}


@pytest_asyncio.fixture
async def three(firm: Firm) -> Firm:
    """Anna's clients, of whom nothing has drifted."""
    anna = await firm.person("Анна")
    due = firm.in_days(3)
    await firm.client(anna, "Ромашка", due=due)
    dealt = await firm.client(anna, "Лютик")
    async with firm.act(anna) as act:
        deal = await open_deal(act, await require_client(act, dealt), title="Окна")
        await plan_task(act, dealt, deal.id, When(due))
    await firm.client(anna, "Василёк")
    return firm


async def _night(firm: Firm) -> Counts:
    return await decide(firm, "reconcile")


async def test_what_is_right_stays(three: Firm) -> None:
    assert await _night(three) == {"looked": 3, "drifted": 0}


@pytest.mark.parametrize("change", DRIFTS.values(), ids=DRIFTS)
async def test_what_has_drifted_is_found_and_put_right(
    three: Firm, change: str | tuple[str, ...]
) -> None:
    await _changed(three, *([change] if isinstance(change, str) else change))
    assert (await _night(three))["drifted"] >= 1
    assert (await _night(three))["drifted"] == 0


async def test_a_lost_moment_of_looking_again_is_put_right(three: Firm) -> None:
    """Nobody would ever look again."""
    kept = await _kept_moments(three)
    for table in ("clients", "deals"):
        await _changed(three, f"UPDATE {table} SET recheck_at = NULL")
    await _night(three)
    assert await _kept_moments(three) == kept


async def test_a_vacation_that_begins_before_a_task_lapses_is_heeded(three: Firm) -> None:
    """The days off of who has no substitute move the moment at which a task has lapsed."""
    before, _ = await _kept_moments(three)
    first, last = three.in_days(4), three.in_days(10)
    await _changed(three, f"UPDATE users SET away_from = '{first}', away_until = '{last}'")
    await _night(three)
    after, _ = await _kept_moments(three)
    assert before is not None and after is not None
    assert after - before > timedelta(days=5)


async def test_a_horizon_of_a_class_is_heeded(three: Firm) -> None:
    """Right for thirty days, not for fourteen."""
    due = three.in_days(20)
    async with three.act(ANNA) as act:
        dossier = await require_client(act, PLAIN)
        dossier.client.client_class = "A"
        dossier.tasks[0].due_on = due
        await recompute_coverage(act, dossier)
    assert await _night(three) == {"looked": 3, "drifted": 0}
    await _changed(
        three,
        "INSERT INTO policy (name, value, changed_at)"
        " SELECT 'class_a_horizon_days', '14', created_at FROM clients WHERE id = 1",
    )
    assert await _night(three) == {"looked": 3, "drifted": 1}


async def _changed(firm: Firm, *statements: str) -> None:
    """As somebody would do it by hand."""
    async with firm.work() as work:
        for statement in statements:
            await work.session.execute(text(statement))


async def _kept_moments(firm: Firm) -> tuple[datetime | None, datetime | None]:
    async with firm.work() as work:
        client = await work.session.get_one(Client, PLAIN)
        return client.recheck_at, (await work.session.get_one(Deal, 1)).recheck_at


@pytest.mark.parametrize("client", [1, 2, 3])
@pytest.mark.parametrize("held", ["paused_until = '2027-03-01'", "locked_until = created_at"])
async def test_a_pause_or_lock_that_nobody_has_given_is_none(
    three: Firm, client: int, held: str
) -> None:
    before = await seen.client(three, client)
    await _changed(three, f"UPDATE clients SET {held} WHERE id = {client}")
    assert [(await _night(three))["drifted"] for _ in range(2)] == [1, 0]
    row = await seen.client(three, client)
    assert (row.paused_until, row.locked_until) == (None, None)
    assert (row.next_due, row.gap_since) == (before.next_due, before.gap_since)
