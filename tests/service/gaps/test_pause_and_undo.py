"""A pause, and something from before it that is taken back: the deal that is open again ends it."""

from bot.method.core.terms import DealStatus, LossReason
from bot.method.gaps.reprieve import ReprieveEnd, ReprieveKind, ReprieveReason, ReprieveState
from bot.services.core.undo import take_back
from bot.services.deals.deals import close_deal, wants_to_buy
from bot.services.gaps.reprieves import set_reprieve
from bot.services.tasks.tasks import When
from tests.builders import Firm
from tests.service import seen
from tests.service.gaps.test_reprieves import MARCH, reprieve, team


async def gives_pause(firm: Firm, head: int, client: int) -> int:
    async with firm.act(head) as act:
        later = ReprieveReason.CALL_LATER
        made = await set_reprieve(act, client, ReprieveKind.PAUSE, MARCH, later)
        return made.line.reprieve_id


async def test_a_deal_whose_closing_is_taken_back_ends_the_pause(firm: Firm) -> None:
    head, anna, client = await team(firm)
    for days in (3, 4):
        async with firm.act(anna) as act:
            when = When(firm.in_days(days))
            deal = (await wants_to_buy(act, client, when)).deal.id
        firm.moved(minutes=5)
    firm.moved(minutes=5)
    async with firm.act(anna) as act:
        await close_deal(act, deal, DealStatus.LOST, LossReason.TIMING)
    closed = firm.last_step
    assert closed is not None
    firm.moved(seconds=10)
    number = await gives_pause(firm, head, client)
    firm.moved(seconds=10)
    async with firm.act(anna) as act:
        await take_back(act, closed)
    row = await reprieve(firm, number)
    assert (row.state, row.why_ended) == (ReprieveState.OVER, ReprieveEnd.DEAL_OPENED)
    after = await seen.client(firm, client)
    assert (after.paused_until, after.gap_since is not None) == (None, True)


async def test_a_pause_from_before_the_closing_stays(firm: Firm) -> None:
    head, anna, client = await team(firm)
    async with firm.act(anna) as act:
        deal = (await wants_to_buy(act, client, When(firm.in_days(3)))).deal.id
    firm.moved(minutes=5)
    number = await gives_pause(firm, head, client)
    firm.moved(minutes=5)
    async with firm.act(anna) as act:
        await close_deal(act, deal, DealStatus.LOST, LossReason.TIMING)
    closed = firm.last_step
    assert closed is not None
    async with firm.act(anna) as act:
        await take_back(act, closed)
    assert (await reprieve(firm, number)).state is ReprieveState.RUNNING
    assert (await seen.client(firm, client)).paused_until == MARCH
