"""What is long settled goes at night; what is still answered for stays however old it is, and a
button of what has gone says so."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.method.core.refusals import NotFound
from bot.method.core.terms import Outcome
from bot.method.gaps.reprieve import ReprieveKind, ReprieveReason
from bot.method.pool.leave import LeaveReason
from bot.models import Arrival, Base, Claim, ClaimOffer, LeaveRequest, Reprieve
from bot.models.arrival import ArrivalState
from bot.models.intake import IntakeRecord
from bot.models.leave_request import waiting_request
from bot.models.pruning import AT_ONCE
from bot.services.gaps import reprieve_endings, reprieves
from bot.services.inbound.claims.taking import refuse_offer, take_offer
from bot.services.pool.leave import asking, deciding
from bot.services.tasks.tasks import finish_task
from tests.builders import Firm
from tests.service import seen
from tests.service.offers import comes, takes
from tests.service.running import run_job
from tests.service.sales import Sales


async def count(firm: Firm, table: type[Base]) -> int:
    async with firm.database.reading() as session:
        return await session.scalar(select(func.count()).select_from(table)) or 0


async def counts(firm: Firm, *tables: type[Base]) -> Sequence[int]:
    return [await count(firm, table) for table in tables]


async def test_a_claim_goes_three_months_after_it_was_taken(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await comes(firm, name="Иван")
    await takes(firm, sales.boris)
    await comes(firm, "2", name="Пётр", phone="+79160000002")
    firm.moved(days=91)
    await run_job(firm, "prune")
    assert await counts(firm, Claim, ClaimOffer) == [1, 2], "nobody has taken the second one"
    async with firm.act(sales.anna) as act:
        with pytest.raises(NotFound):
            await take_offer(act, 1)
        with pytest.raises(NotFound):
            await refuse_offer(act, 1)
    assert await takes(firm, sales.anna, 2)


async def test_the_same_event_stays_known_for_good(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await comes(firm, name="Иван")
    await takes(firm, sales.boris)
    async with firm.act(sales.boris) as act:
        await finish_task(act, 1, Outcome.HANDLED)
    came_at = firm.clock.now()
    firm.moved(days=200)
    await run_job(firm, "prune")
    assert await counts(firm, Claim, Arrival, IntakeRecord) == [0, 0, 1]
    firm.clock.set(came_at)
    await comes(firm, name="Иван")
    assert len(await seen.tasks(firm, 1)) == 1 and await count(firm, IntakeRecord) == 1


async def test_what_arrived_stays_while_its_inbound_is_open(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await comes(firm, name="Иван")
    await takes(firm, sales.boris)
    firm.moved(days=200)
    await run_job(firm, "prune")
    assert await count(firm, Arrival) == 1
    async with firm.act(sales.boris) as act:
        await finish_task(act, 1, Outcome.HANDLED)
    await run_job(firm, "prune")
    assert await count(firm, Arrival) == 0


async def test_a_question_and_what_it_is_made_of_stay_however_old(firm: Firm) -> None:
    anna, old = await firm.person("Анна"), firm.clock.now() - timedelta(days=400)

    def arrival(state: ArrivalState, lead: int | None = None) -> Arrival:
        return Arrival(
            user_id=anna, state=state, sender={}, arrived_at=old, created_at=old, lead_id=lead
        )

    async with firm.work() as work:
        leads = [arrival(ArrivalState.WAITING), arrival(ArrivalState.DONE)]
        work.session.add_all([*leads, arrival(ArrivalState.HELD)])
        await work.session.flush()
        parts = [arrival(ArrivalState.WAITING, lead.id) for lead in leads]
        work.session.add_all(parts)
        work.session.add_all([arrival(ArrivalState.DONE) for _ in range(AT_ONCE)])
        await work.session.flush()
        kept = sorted(row.id for row in (*leads, *parts))
    await run_job(firm, "prune")
    async with firm.database.reading() as session:
        assert sorted(await session.scalars(select(Arrival.id))) == kept


async def test_requests_of_heads_go_two_years_after_they_were_decided(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    numbers = []
    for name in ("Ромашка", "Василёк", "Лютик"):
        client = await firm.client(sales.anna, name)
        async with firm.act(sales.anna) as act:
            made = await reprieves.set_reprieve(
                act,
                client,
                ReprieveKind.PAUSE,
                firm.in_days(60),
                ReprieveReason.CALL_LATER,
            )
            numbers.append(made.line.reprieve_id)
    asks = await firm.client(sales.anna, "Мак")
    async with firm.act(sales.anna) as act:
        await asking.propose_lost(act, asks, LeaveReason.CLOSED)
        waiting = await waiting_request(act.session, asks)
    assert waiting is not None
    granted, refused, _ = numbers
    async with firm.act(sales.head) as act:
        await reprieves.grant(act, granted)
        await reprieves.refuse(act, refused)
        await deciding.refuse(act, waiting.id)
    async with firm.act(sales.head) as act:
        await reprieve_endings.lift(act, granted)
    firm.moved(minutes=5)
    await run_job(firm, "reprieves")
    firm.moved(days=729)
    await run_job(firm, "prune")
    assert await counts(firm, Reprieve, LeaveRequest) == [3, 1]
    firm.moved(days=2)
    await run_job(firm, "prune")
    assert await counts(firm, Reprieve, LeaveRequest) == [1, 0], "the third one still waits"
    async with firm.act(sales.head) as act:
        with pytest.raises(NotFound):
            await reprieves.grant(act, granted)
        with pytest.raises(NotFound):
            await deciding.grant(act, waiting.id)
