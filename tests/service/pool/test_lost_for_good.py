"""A client who is lost for good comes back to nobody but by a leader's word, come what may (R7)."""

from collections.abc import Awaitable, Callable
from random import Random

import pytest

from bot.method.core.refusals import Refusal
from bot.method.core.terms import ClientStatus
from bot.services.pool import handing_out, losing, taking
from bot.services.pool.handover import hand_over
from tests.builders import Firm
from tests.service import seen
from tests.service.inbound.test_taking import comes, event
from tests.service.pooled import AGAIN, hand_out, let_go, people, set_rule
from tests.service.running import run_job

STEPS = 25


class Story:
    """A lost client among others of the pool, and all that may happen around him."""

    def __init__(self, firm: Firm, seed: int) -> None:
        self.firm, self.random, self.came = firm, Random(seed), 0

    async def begin(self) -> None:
        await set_rule(self.firm, "self_take_allowed", "1")
        self.head, self.anna, self.boris = await people(self.firm)
        self.others = [await let_go(self.firm, self.anna, f"Клиент {n}") for n in range(6)]
        self.lost = await let_go(self.firm, self.anna, "Потерянный")
        async with self.firm.act(self.head) as act:
            await losing.lose(act, self.lost)

    @property
    def anybody(self) -> int:
        return self.random.choice([self.head, self.anna, self.boris])

    async def hands_out(self) -> None:
        async with self.firm.act(self.head) as act:
            made = await handing_out.preview(act, 20)
            await hand_out(act, 20, None, made.plan.mark)

    async def assigns(self) -> None:
        async with self.firm.act(self.anybody) as act:
            await handing_out.assign(act, self.lost, self.boris, AGAIN)

    async def takes(self) -> None:
        async with self.firm.act(self.anybody) as act:
            await taking.take(act, self.lost)

    async def hands_over(self) -> None:
        async with self.firm.act(self.head) as act:
            await hand_over(act, self.lost, self.boris)

    async def another_is_lost(self) -> None:
        async with self.firm.act(self.anybody) as act:
            await losing.lose(act, self.random.choice(self.others))

    async def writes(self) -> None:
        self.came += 1
        name = self.random.choice(["Потерянный", "Клиент 1"])
        await comes(self.firm, event(self.firm, str(self.came), name=name))

    async def days_pass(self) -> None:
        self.firm.moved(hours=self.random.choice([5, 24, 24 * 8]))
        for job in ("reactivation", "nudges"):
            await run_job(self.firm, job)


HAPPENS: tuple[Callable[[Story], Awaitable[None]], ...] = (
    Story.hands_out,
    Story.assigns,
    Story.takes,
    Story.hands_over,
    Story.another_is_lost,
    Story.writes,
    Story.days_pass,
)


@pytest.mark.parametrize("seed", range(4))
async def test_nobody_gets_a_lost_client_without_a_leaders_word(firm: Firm, seed: int) -> None:
    story = Story(firm, seed)
    await story.begin()
    for _ in range(STEPS):
        happens = story.random.choice(HAPPENS)
        try:
            await happens(story)
        except Refusal:
            continue
        client = await seen.client(firm, story.lost)
        assert (client.status, client.owner_id) == (ClientStatus.LOST, None), happens.__name__
    async with firm.act(story.head) as act:
        await losing.restore(act, story.lost, story.boris, AGAIN)
    assert (await seen.client(firm, story.lost)).owner_id == story.boris
