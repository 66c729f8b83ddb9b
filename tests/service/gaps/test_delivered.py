"""Nobody was told what was not delivered: the ladder counts from what people have seen (R5)."""

from datetime import date

import pytest
from sqlalchemy import delete

from bot.method.core.terms import ClientStatus, Event, GapStep, Role
from bot.method.gaps.ladder import LadderStep
from bot.method.people.vacation import Vacation
from bot.models import Gap, OutboxMessage, User
from bot.models.timeline import latest_entries
from bot.services.clients.clients import client_card
from bot.services.core.messages import Ending
from bot.services.core.undo import take_back
from bot.services.gaps.neglect import gaps_of_client, own_gaps, team_gaps
from bot.services.people.blocked import blocked
from bot.services.tasks.asking import next_step
from bot.services.tasks.tasks import When, plan_task
from tests.builders import Firm, at
from tests.service import seen
from tests.service.running import decide, end_messages, run_job
from tests.service.sales import Sales


async def gap_of(firm: Firm, client: int) -> Gap:
    (*_, gap) = await seen.gaps(firm, client)
    return gap


async def to(firm: Firm, kind: str) -> list[int]:
    return [row.user_id for row in await seen.messages(firm, kind)]


async def ticks(firm: Firm, *moments: tuple[int, int]) -> None:
    """Telegram is well at these days and hours."""
    for day, hour in moments:
        at(firm, day, hour)
        await run_job(firm, "nudges")


async def blocks(firm: Firm, who: int) -> None:
    async with firm.work() as work:
        await blocked(work, await work.session.get_one(User, who))


async def told_of(firm: Firm, client: int, event: Event) -> int:
    """How often the timeline says so."""
    async with firm.work() as work:
        rows = await latest_entries(work.session, client, [frozenset({event})], 10)
        return len(rows)


async def test_a_reminder_counts_from_its_delivery(firm: Firm) -> None:
    """Due at ten, delivered at noon: the head is told two hours later than he would be."""
    sales = await Sales(firm).hire()
    client = await firm.client(sales.anna)
    at(firm, 24, 10)
    await decide(firm, "nudges")
    gap = await gap_of(firm, client)
    assert (gap.nudged_at, gap.asked_at, gap.step) == (None, None, GapStep.OPENED)
    assert await told_of(firm, client, Event.NUDGED) == 0
    for hour in (11, 12):
        at(firm, 24, hour)
        assert (await decide(firm, "nudges"))["nudged"] == 0
    await end_messages(firm)
    gap = await gap_of(firm, client)
    assert gap.nudged_at == gap.asked_at == firm.clock.now()
    assert gap.step is GapStep.NUDGED
    assert await told_of(firm, client, Event.NUDGED) == 1
    await ticks(firm, (24, 17))
    assert await to(firm, "escalation") == []
    at(firm, 25, 9, 59)
    await run_job(firm, "nudges")
    assert await to(firm, "escalation") == []
    await ticks(firm, (25, 10))
    assert await to(firm, "escalation") == [sales.head]


async def test_nobody_is_taken_away_on_the_strength_of_words_nobody_saw(firm: Firm) -> None:
    """The head's message waits for a fortnight: so does the pool."""
    sales = await Sales(firm).hire()
    client = await firm.client(sales.anna)
    await ticks(firm, (24, 10))
    at(firm, 24, 17)
    await decide(firm, "nudges")
    for day in (1, 2, 4, 8):
        at(firm, day, 18, month=12)
        assert await decide(firm, "nudges") == {"nudged": 0, "escalated": 0, "pooled": 0}
    gap = await gap_of(firm, client)
    assert (gap.escalated_at, gap.step) == (None, GapStep.NUDGED)
    await end_messages(firm)
    assert (await gap_of(firm, client)).step is GapStep.ESCALATED
    assert (await run_job(firm, "nudges"))["pooled"] == 1
    assert (await seen.client(firm, client)).status is ClientStatus.POOL


async def test_an_owner_whom_no_message_reaches_is_the_heads_matter_at_once(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    client = await firm.client(sales.anna)
    at(firm, 24, 10)
    await decide(firm, "nudges")
    await blocks(firm, sales.anna)
    await end_messages(firm, Ending.REFUSED, to=sales.anna)
    gap = await gap_of(firm, client)
    assert (gap.nudged_at, gap.asked_at) == (None, None)
    await run_job(firm, "nudges")
    assert await to(firm, "escalation") == [sales.head]
    gap = await gap_of(firm, client)
    assert (gap.nudged_at, gap.escalated_at) == (None, firm.clock.now())
    # Never asked: the head decides, time alone takes the client from nobody.
    for day in (8, 9, 31):
        at(firm, day, 18, month=12)
        assert (await run_job(firm, "nudges"))["pooled"] == 0


async def test_a_reminder_that_nobody_knows_of_for_two_days_goes_up(firm: Firm) -> None:
    """Answers without a meaning for one chat: the head is told, and the owner in the end."""
    sales = await Sales(firm).hire()
    client = await firm.client(sales.anna)
    at(firm, 24, 10)
    await decide(firm, "nudges")
    for hour, minute in ((16, 59), (17, 0)):
        assert await to(firm, "escalation") == []
        at(firm, 25, hour, minute)
        await decide(firm, "nudges")
    assert await to(firm, "escalation") == [sales.head]
    await end_messages(firm, to=sales.head)
    gap = await gap_of(firm, client)
    assert (gap.asked_at, gap.nudged_at, gap.step) == (None, None, GapStep.ESCALATED)
    at(firm, 26, 9)
    await end_messages(firm, to=sales.anna)
    gap = await gap_of(firm, client)
    assert gap.asked_at == gap.nudged_at == firm.clock.now()
    assert gap.step is GapStep.ESCALATED


async def test_who_is_known_to_be_blocked_is_not_written_to(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await firm.client(sales.anna)
    await blocks(firm, sales.anna)
    await ticks(firm, (24, 10))
    assert await to(firm, "nudge") == []
    assert await to(firm, "escalation") == [sales.head]


async def test_a_reminder_that_telegram_refuses_goes_to_the_head(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await firm.client(sales.anna)
    at(firm, 24, 10)
    await decide(firm, "nudges")
    await end_messages(firm, Ending.REFUSED)
    await ticks(firm, (24, 10))
    assert await to(firm, "nudge") == [sales.anna]
    assert await to(firm, "escalation") == [sales.head]


async def test_a_head_who_has_blocked_the_bot_counts_as_absent(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await firm.client(sales.anna)
    await ticks(firm, (24, 10))
    await blocks(firm, sales.head)
    await ticks(firm, (24, 17))
    assert await to(firm, "escalation") == [sales.admin]


@pytest.mark.parametrize("has_blocked", [True, False])
async def test_what_does_not_reach_the_head_goes_up_to_the_admin(
    firm: Firm, *, has_blocked: bool
) -> None:
    sales = await Sales(firm).hire()
    client = await firm.client(sales.anna)
    await ticks(firm, (24, 10))
    at(firm, 24, 17)
    await decide(firm, "nudges")
    if has_blocked:
        await blocks(firm, sales.head)
    await end_messages(firm, Ending.REFUSED, to=sales.head)
    assert await to(firm, "escalation") == [sales.head, sales.admin]
    assert (await gap_of(firm, client)).escalated_at is None
    await end_messages(firm)
    gap = await gap_of(firm, client)
    assert (gap.escalated_at, gap.step) == (firm.clock.now(), GapStep.ESCALATED)


async def test_where_nobody_can_be_told_it_is_tried_every_working_day(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    client = await firm.client(sales.anna)
    await ticks(firm, (24, 10))
    at(firm, 24, 17)
    await decide(firm, "nudges")
    for who in (sales.head, sales.admin):
        await end_messages(firm, Ending.REFUSED, to=who)
    assert (await gap_of(firm, client)).escalated_at is None
    await decide(firm, "nudges")
    assert await to(firm, "escalation") == [sales.head, sales.admin]
    await ticks(firm, (25, 9))
    assert await to(firm, "escalation") == [sales.head, sales.admin, sales.head]
    assert (await gap_of(firm, client)).escalated_at == firm.clock.now()


async def test_one_of_several_admins_is_enough(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    second = await firm.person("Пётр", Role.ADMIN)
    client = await firm.client(sales.anna)
    await blocks(firm, sales.head)
    await ticks(firm, (24, 10))
    at(firm, 24, 17)
    await decide(firm, "nudges")
    await end_messages(firm, Ending.REFUSED, to=sales.admin)
    assert await to(firm, "escalation") == [sales.admin, second]
    assert (await gap_of(firm, client)).escalated_at is None
    await end_messages(firm, to=second)
    assert (await gap_of(firm, client)).escalated_at == firm.clock.now()
    assert await told_of(firm, client, Event.ESCALATED) == 1


async def test_the_substitute_is_reminded_and_the_head_where_that_fails(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    days = Vacation(date(2026, 11, 24), date(2026, 11, 27))
    await sales.goes(sales.anna, sales.boris, days)
    client = await firm.client(sales.anna)
    at(firm, 24, 10)
    await decide(firm, "nudges")
    assert await to(firm, "nudge") == [sales.boris]
    await blocks(firm, sales.boris)
    await end_messages(firm, Ending.REFUSED)
    await ticks(firm, (24, 10))
    assert await to(firm, "escalation") == [sales.head]
    assert (await gap_of(firm, client)).asked_at is None


async def test_a_reminder_dropped_for_a_vacation_goes_to_the_substitute(firm: Firm) -> None:
    """Decided before it, due in it: who stands in is told."""
    sales = await Sales(firm).hire()
    client = await firm.client(sales.anna)
    at(firm, 24, 10)
    await decide(firm, "nudges")
    days = Vacation(date(2026, 11, 24), date(2026, 11, 27))
    await sales.goes(sales.anna, sales.boris, days)
    await end_messages(firm, Ending.DROPPED, to=sales.anna)
    await ticks(firm, (24, 10))
    assert await to(firm, "nudge") == [sales.boris]
    assert (await gap_of(firm, client)).nudged_at == firm.clock.now()


@pytest.mark.parametrize("screen", [client_card, own_gaps])
async def test_who_opens_the_client_has_seen_the_reminder(firm: Firm, screen: object) -> None:
    sales = await Sales(firm).hire()
    client = await firm.client(sales.anna)
    at(firm, 24, 10)
    await decide(firm, "nudges")
    at(firm, 24, 11)
    async with firm.act(sales.anna) as act:
        await (client_card(act, client) if screen is client_card else own_gaps(act, 0))
    gap = await gap_of(firm, client)
    assert gap.nudged_at == gap.asked_at == firm.clock.now()
    # What becomes of the message says nothing new any more.
    await end_messages(firm, Ending.REFUSED)
    assert (await gap_of(firm, client)).nudged_at == gap.nudged_at


@pytest.mark.parametrize("screen", ["card", "list", "decision"])
async def test_the_head_who_opens_the_client_was_told(firm: Firm, screen: str) -> None:
    sales = await Sales(firm).hire()
    client = await firm.client(sales.anna)
    await ticks(firm, (24, 10))
    at(firm, 24, 17)
    await decide(firm, "nudges")
    async with firm.act(sales.head) as act:
        match screen:
            case "card":
                await client_card(act, client)
            case "list":
                await team_gaps(act, 0)
            case _:
                await gaps_of_client(act, client)
    assert (await gap_of(firm, client)).escalated_at == firm.clock.now()


async def test_who_looks_for_somebody_else_answers_for_nobody(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    client = await firm.client(sales.anna)
    at(firm, 24, 10)
    await decide(firm, "nudges")
    async with firm.act(sales.head) as act:
        await client_card(act, client)
    gap = await gap_of(firm, client)
    assert (gap.asked_at, gap.nudged_at) == (None, None)


async def test_what_is_planned_and_taken_back_while_it_waits_goes_on(firm: Firm) -> None:
    """The reminder had nothing to say any more; taken back, the client is without a task again."""
    sales = await Sales(firm).hire()
    client = await firm.client(sales.anna)
    async with firm.act(sales.anna) as act:
        await next_step(act, client)
    at(firm, 24, 10)
    await decide(firm, "nudges")
    async with firm.act(sales.anna) as act:
        await plan_task(act, client, None, When(firm.in_days(2)))
    step = firm.last_step
    assert step is not None
    await end_messages(firm, Ending.DROPPED)
    async with firm.act(sales.anna) as act:
        await take_back(act, step)
    await ticks(firm, (24, 11))
    gap = await gap_of(firm, client)
    assert gap.nudged_at == firm.clock.now()
    assert await to(firm, "escalation") == []


async def test_what_was_seen_stays_seen_where_the_act_beside_it_is_taken_back(firm: Firm) -> None:
    """The card showed the client, the message came as well; then the act was undone."""
    sales = await Sales(firm).hire()
    client = await firm.client(sales.anna)
    at(firm, 24, 10)
    await decide(firm, "nudges")
    async with firm.act(sales.anna) as act:
        await client_card(act, client)
        await plan_task(act, client, None, When(firm.in_days(2)))
    step = firm.last_step
    assert step is not None
    await end_messages(firm)
    async with firm.act(sales.anna) as act:
        await take_back(act, step)
    assert (await gap_of(firm, client)).on_its_way is LadderStep.NUDGE
    await decide(firm, "reconcile")
    gap = await gap_of(firm, client)
    assert (gap.on_its_way, gap.nudged_at) == (None, firm.clock.now())


async def test_a_step_that_waits_for_nothing_is_found_at_night(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    client = await firm.client(sales.anna)
    at(firm, 24, 10)
    await decide(firm, "nudges")
    await decide(firm, "reconcile")
    assert (await gap_of(firm, client)).on_its_way is LadderStep.NUDGE
    async with firm.work() as work:
        await work.session.execute(delete(OutboxMessage).where(OutboxMessage.kind == "nudge"))
    await decide(firm, "reconcile")
    await ticks(firm, (24, 11))
    assert (await gap_of(firm, client)).nudged_at == firm.clock.now()
