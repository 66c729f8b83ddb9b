"""A client who is lost for good comes back to nobody but by a leader's word, come what may (R7)."""

from collections.abc import Awaitable, Callable
from random import Random

import pytest

from bot.method.core.refusals import Refusal
from bot.method.core.terms import ClientStatus, DealStatus, LossReason, PoolReason
from bot.method.imports.plan import Duplicates, ImportOptions
from bot.method.imports.rows import ImportRow
from bot.method.inbound.matching import MessageSender
from bot.services.clients.merging import merge
from bot.services.core.undo import take_back
from bot.services.deals.deals import close_deal, wants_to_buy
from bot.services.inbound.inbound import Message, receive
from bot.services.pool import handing_out, losing, releasing, taking
from bot.services.pool.handover import hand_over
from bot.services.tasks.tasks import When
from tests.builders import Firm
from tests.service import seen
from tests.service.imports.test_importing import bring_in
from tests.service.inbound.test_taking import comes, event
from tests.service.pooled import AGAIN, hand_out, let_go, people, set_rule
from tests.service.running import run_job

STEPS = 25
PHONE = "+79161234567"


class Story:
    """A lost client among others of the pool, and all that may happen around him."""

    def __init__(self, firm: Firm, seed: int) -> None:
        self.firm, self.random, self.came = firm, Random(seed), 0

    async def begin(self) -> None:
        await set_rule(self.firm, "self_take_allowed", "1")
        self.head, self.anna, self.boris = await people(self.firm)
        self.others = [await let_go(self.firm, self.anna, f"Клиент {n}") for n in range(6)]
        self.hers = await self.firm.client(self.anna, "Тёзка", due=self.firm.in_days(2))
        self.lost = await self.firm.client(self.anna, "Потерянный", phone=PHONE)
        async with self.firm.act(self.anna) as act:
            deal = (await wants_to_buy(act, self.lost, When(self.firm.in_days(2)))).deal.id
        self.firm.moved(minutes=2)
        self.steps = []
        for doing in (
            lambda act: close_deal(act, deal, DealStatus.LOST, LossReason.TIMING),
            lambda act: releasing.release(act, self.lost, PoolReason.NOT_ACTIVE),
        ):
            async with self.firm.act(self.anna) as act:
                await doing(act)
            self.steps.append(self.firm.last_step or 0)
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

    async def forwards(self) -> None:
        self.came += 1
        who = self.anybody
        async with self.firm.act(who) as act:
            sender = MessageSender(phones=(PHONE,), name="Потерянный")
            await receive(act, Message(sender, "Хочу заказать", act.now, f"f{self.came}"))

    async def takes_back(self) -> None:
        """What she has done with the client before, the closing of its deal or the letting go."""
        async with self.firm.act(self.anna) as act:
            await take_back(act, self.random.choice(self.steps))

    async def merges(self) -> None:
        pair = self.random.sample([self.lost, self.hers], 2)
        async with self.firm.act(self.anybody) as act:
            await merge(act, *pair, 0)

    async def imports(self) -> None:
        rule = self.random.choice(list(Duplicates))
        row = ImportRow(2, name="Потерянный", phones=(PHONE,))
        report = await bring_in(
            self.firm, self.anybody, row, options=ImportOptions(duplicates=rule)
        )
        assert report.imported == 0, "a second card of the same client"

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
    Story.forwards,
    Story.takes_back,
    Story.merges,
    Story.imports,
    Story.days_pass,
)


@pytest.mark.parametrize("seed", range(4))
async def test_nobody_gets_a_lost_client_without_a_leaders_word(firm: Firm, seed: int) -> None:
    story = Story(firm, seed)
    await story.begin()
    # Within the minute at first, when what was done before could still be taken back.
    first = [one for one in HAPPENS if one is not Story.days_pass]
    story.random.shuffle(first)
    for happens in (*first, *story.random.choices(HAPPENS, k=STEPS)):
        try:
            await happens(story)
        except Refusal:
            continue
        client = await seen.client(firm, story.lost)
        assert (client.status, client.owner_id) == (ClientStatus.LOST, None), happens.__name__
    async with firm.act(story.head) as act:
        await losing.restore(act, story.lost, story.boris, AGAIN)
    assert (await seen.client(firm, story.lost)).owner_id == story.boris
