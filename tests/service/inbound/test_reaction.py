"""How long a client has waited for the first outcome of what he sent, in working minutes (R12)."""

from datetime import timedelta

from bot.method.core.terms import Outcome, PoolReason
from bot.models import Task
from bot.models.report import reactions_of
from bot.services.core import undo
from bot.services.core.rights import require_task
from bot.services.pool.releasing import release
from bot.services.tasks.tasks import When, finish_task, no_answer
from tests.builders import Firm, at
from tests.service.inbound.test_late import sales, writes


async def reaction(firm: Firm, task: int) -> int | None:
    async with firm.work() as work:
        return (await work.session.get_one(Task, task)).reaction_minutes


async def test_it_counts_in_working_minutes_from_the_arrival(firm: Firm) -> None:
    _, anna = await sales(firm)
    at(firm, 24, 17, 30)
    task = await writes(firm, anna, "Ромашка")
    at(firm, 25, 9, 20)
    async with firm.act(anna) as act:
        await finish_task(act, task, Outcome.HANDLED)
    assert await reaction(firm, task) == 50


async def test_an_attempt_is_the_first_outcome_and_the_last_one_changes_nothing(
    firm: Firm,
) -> None:
    _, anna = await sales(firm)
    at(firm, 24, 10)
    task = await writes(firm, anna, "Ромашка")
    at(firm, 24, 10, 25)
    async with firm.act(anna) as act:
        await no_answer(act, task, When(firm.in_days(1)))
    at(firm, 25, 12)
    async with firm.act(anna) as act:
        await finish_task(act, task, Outcome.TALKED)
    assert await reaction(firm, task) == 25


async def test_what_is_taken_back_was_no_reaction(firm: Firm) -> None:
    _, anna = await sales(firm)
    at(firm, 24, 10)
    task = await writes(firm, anna, "Ромашка")
    async with firm.act(anna) as act:
        await finish_task(act, task, Outcome.HANDLED)
    assert await reaction(firm, task) == 0
    async with firm.act(anna) as act:
        await undo.take_back(act, firm.last_step or 0)
    assert await reaction(firm, task) is None


async def test_what_ends_without_an_outcome_has_none(firm: Firm) -> None:
    _, anna = await sales(firm)
    at(firm, 24, 10)
    task = await writes(firm, anna, "Ромашка")
    async with firm.act(anna) as act:
        client = (await require_task(act, task)).client.id
        await release(act, client, PoolReason.NOT_ACTIVE)
    assert await reaction(firm, task) is None


async def test_it_is_of_whoever_was_the_first_to_answer(firm: Firm) -> None:
    """The head answers a client of hers, and she herself ends what he has tried."""
    head, anna = await sales(firm)
    at(firm, 24, 10)
    task = await writes(firm, anna, "Ромашка")
    at(firm, 24, 10, 25)
    async with firm.act(head) as act:
        await no_answer(act, task, When(firm.in_days(1)))
    async with firm.act(anna) as act:
        await finish_task(act, task, Outcome.TALKED)
    async with firm.work() as work:
        assert (await work.session.get_one(Task, task)).reacted_by == head
        day = (firm.clock.now() - timedelta(hours=1), firm.moved(minutes=1))
        assert await reactions_of(work.session, [head, anna], *day) == [(head, 25)]
