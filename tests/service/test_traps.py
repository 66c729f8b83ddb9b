"""Traps that other systems fell into, those that no other test here is about.

The import that vanishes at night stands in `gaps/test_gaps.py`, the earlier owners in
`pool/test_again.py`, the daily limit and the two claims in `pool/test_taking.py`, work for show in
`report/test_signs.py`, the event that is told late in `inbound/test_taking.py`.
"""

from datetime import datetime, timedelta

import pytest

from bot.method.clients.edit import ClientText
from bot.method.core.terms import ClientStatus, Direction, GapReason
from bot.models import Task
from bot.models.dossier import Dossier
from bot.services.clients.editing import add_points, set_class, set_text
from bot.services.core.coverage import refresh
from bot.services.core.work import Work
from bot.services.day import day
from bot.services.gaps import escalation
from bot.services.gaps.neglect import own_gaps, team_gaps
from bot.services.planning import walk
from bot.services.pool import handing_out
from bot.services.tasks.tasks import When, plan_task
from tests.builders import MOSCOW, Firm, at
from tests.service import seen
from tests.service.gaps.test_gaps import sales, tick
from tests.service.pooled import let_go, people
from tests.service.running import run_job


async def test_editing_a_client_of_the_pool_does_not_restart_its_clock(firm: Firm) -> None:
    head, anna, _ = await people(firm)
    client = await let_go(firm, anna)
    before = await seen.client(firm, client)
    firm.moved(days=29)
    async with firm.act(head) as act:
        await set_text(act, client, ClientText.NAME, "ООО «Ромашка»")
        await set_class(act, client, "A")
        await add_points(act, client, "+7 916 123-45-67")
    after = await seen.client(firm, client)
    assert after.name == "ООО «Ромашка»"
    assert (after.pooled_at, after.cooldown_until) == (before.pooled_at, before.cooldown_until)
    (stay,) = await seen.stays(firm, client)
    assert stay.entered_at == before.pooled_at
    firm.moved(days=1, seconds=1)
    # A month after the letting go, not after the editing: no reason is asked for.
    async with firm.act(head) as act:
        await handing_out.assign(act, client, anna)


async def test_one_failing_client_does_not_stop_the_nights_run(
    firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, anna = await sales(firm)
    at(firm, 24, 9, 30)
    clients = await firm.clients(anna, 3)
    async with firm.act(anna) as act:
        await own_gaps(act, 0)
    real = escalation.to_pool

    async def fails(work: Work, dossier: Dossier, *more: object) -> object:
        if dossier.client.id == clients[1]:
            raise ZeroDivisionError("of this client alone")
        return await real(work, dossier, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(escalation, "to_pool", fails)
    at(firm, 24, 18)
    for _ in range(8):
        await tick(firm)
        firm.moved(days=1)
    statuses = [(await seen.client(firm, client)).status for client in clients]
    assert statuses == [ClientStatus.POOL, ClientStatus.ACTIVE, ClientStatus.POOL]


async def test_what_a_head_plans_for_a_manager_is_reminded_like_the_managers_own(
    firm: Firm,
) -> None:
    head, anna = await sales(firm)
    at(firm, 24, 9)
    client = await firm.client(anna)
    three = datetime(2026, 11, 24, 15, tzinfo=MOSCOW)
    async with firm.act(head) as act:
        await plan_task(act, client, None, When(three.date(), three))
    at(firm, 24, 14, 45)
    await run_job(firm, "reminders")
    (reminder,) = await seen.messages(firm, "reminder")
    assert reminder.user_id == anna


async def test_a_task_without_a_date_is_no_plan_wherever_one_looks(firm: Firm) -> None:
    head, anna = await sales(firm)
    at(firm, 24, 9)
    client = await firm.client(anna)
    async with firm.work() as work:
        work.session.add(
            Task(
                client_id=client,
                owner_id=anna,
                direction=Direction.OUTBOUND,
                created_at=work.now - timedelta(hours=1),
            )
        )
        await work.session.flush()
        await refresh(work, client)
    async with firm.act(anna) as act:
        (line,) = (await own_gaps(act, 0)).lines
        assert (line.client_id, line.reason) == (client, GapReason.NO_DATE)
        card = await walk.next_card(act)
        assert card is not None and card.line.client_id == client
        assert (await day.day(act, 0)).gaps == 1
    async with firm.act(head) as act:
        assert [line.client_id for line in (await team_gaps(act, 0)).lines] == [client]
