"""A changed rule reaches the whole base a share at a time, and what else is due goes on between."""

from sqlalchemy import func, select

from bot.jobs import rules as job
from bot.method.core.terms import Role
from bot.models import Client
from bot.models.policy import PolicyChange
from bot.services.company import rules
from tests.builders import Firm
from tests.service.running import run_job

HORIZON = "client_horizon_days"
CLIENTS = 7


async def company(firm: Firm) -> int:
    """Clients of one manager, each with a task in ten days; returns an admin."""
    anna = await firm.person("Анна")
    for number in range(CLIENTS):
        await firm.client(anna, f"Клиент {number}", due=firm.in_days(10))
    return await firm.person("Ольга", Role.ADMIN)


async def change(firm: Firm, admin: int, value: str) -> None:
    async with firm.act(admin) as act:
        await rules.change_rule(act, rules.proposed(act, HORIZON, value))


async def tick(firm: Firm) -> None:
    """Two clients of it."""
    await job.run_once(firm.transactions, share=2, look=1)


async def uncovered(firm: Firm) -> int:
    async with firm.work() as work:
        query = select(func.count(Client.id)).where(Client.gap_since.is_not(None))
        return await work.session.scalar(query) or 0


async def said(firm: Firm, admin: int) -> float | None:
    """What /rules says of it."""
    async with firm.act(admin) as act:
        return (await rules.rule_groups(act)).settling


async def unsettled(firm: Firm) -> int:
    async with firm.work() as work:
        query = select(func.count(PolicyChange.id)).where(PolicyChange.settled_at.is_(None))
        return await work.session.scalar(query) or 0


async def test_a_tick_takes_its_share_and_the_next_one_goes_on(firm: Firm) -> None:
    admin = await company(firm)
    assert await said(firm, admin) is None
    await change(firm, admin, "7")
    assert (await uncovered(firm), await said(firm, admin)) == (0, 0)
    shares: list[float] = []
    for tick_number in range(1, 4):
        # Nothing is remembered but in the database: so it is after a restart, too.
        await tick(firm)
        assert await uncovered(firm) == 2 * tick_number
        shares.append(await said(firm, admin) or 0)
    assert shares == sorted(set(shares))
    for _ in range(5):
        await tick(firm)
    assert (await uncovered(firm), await unsettled(firm)) == (CLIENTS, 0)
    assert await said(firm, admin) is None


async def test_a_further_change_on_the_way_begins_anew(firm: Firm) -> None:
    admin = await company(firm)
    await change(firm, admin, "7")
    await tick(firm)
    await tick(firm)
    assert await uncovered(firm) == 4
    await change(firm, admin, "30")
    assert await said(firm, admin) == 0
    for _ in range(8):
        await tick(firm)
    assert (await uncovered(firm), await unsettled(firm)) == (0, 0)


async def test_two_instances_at_one_pass_lose_nothing(firm: Firm) -> None:
    """One that has looked before the other went on writes its smaller number in vain."""
    admin = await company(firm)
    await change(firm, admin, "7")
    async with firm.transactions.looking() as work:
        slow = await job.settling.pass_to_go_on(work)
    assert slow is not None
    for _ in range(2):
        await tick(firm)
    before = await said(firm, admin)
    async with firm.work() as work:
        await job.settling.clients_followed(work, slow, 1)
    assert await said(firm, admin) == before


async def test_a_small_base_is_settled_by_one_tick(firm: Firm) -> None:
    admin = await company(firm)
    await change(firm, admin, "7")
    assert await run_job(firm, "rules") == {"rules": 1, "changed": CLIENTS}
    assert (await uncovered(firm), await unsettled(firm)) == (CLIENTS, 0)
