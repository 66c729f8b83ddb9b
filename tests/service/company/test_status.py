"""How the bot itself does: what waits, since when, and when it was looked after last."""

from datetime import timedelta

import pytest

from bot.method.company.status import Backlog, BotStatus
from bot.method.core.refusals import NotFound
from bot.method.core.terms import Role
from bot.models.inbox import InboxUpdate
from bot.models.job_run import first_run
from bot.models.outbox import OutboxMessage
from bot.models.user import User
from bot.services.company.status import bot_status
from tests.builders import Firm

NOTHING = Backlog(0, timedelta(0))


async def look(firm: Firm, person: int) -> BotStatus:
    async with firm.act(person) as act:
        return await bot_status(act)


async def test_in_a_new_company_nothing_waits(firm: Firm) -> None:
    olga = await firm.person("Ольга", Role.ADMIN)
    status = await look(firm, olga)
    assert (status.updates, status.messages) == (NOTHING, NOTHING)
    assert (status.parked, status.unreachable, status.worked_at) == (0, 0, None)


async def test_what_waits_and_whom_nothing_reaches(firm: Firm) -> None:
    olga, anna = await firm.person("Ольга", Role.ADMIN), await firm.person("Анна")
    async with firm.work() as work:
        now = work.now
        for number, parked_at in enumerate((None, None, now)):
            waits = InboxUpdate(update_id=number, chat_id=1, raw="{}", received_at=now)
            waits.parked_at = parked_at
            work.session.add(waits)
        work.session.add(
            OutboxMessage(
                key="a", kind="nudge", user_id=anna, payload={}, created_at=now, not_before=now
            )
        )
        (await work.session.get_one(User, anna)).blocked_at = now
        await first_run(work.session, "reconcile 2026-11-22", now - timedelta(days=1))
        await first_run(work.session, "reconcile 2026-11-23", now)
    firm.moved(minutes=16)
    status = await look(firm, olga)
    assert status.updates == Backlog(2, timedelta(minutes=16)) and status.updates.is_stuck
    assert status.messages == Backlog(1, timedelta(minutes=16))
    assert (status.parked, status.unreachable) == (1, 1)
    assert status.worked_at == now


@pytest.mark.parametrize("role", [Role.MANAGER, Role.HEAD])
async def test_it_is_an_admins(firm: Firm, role: Role) -> None:
    person = await firm.person("Анна", role)
    with pytest.raises(NotFound):
        await look(firm, person)
