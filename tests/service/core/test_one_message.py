"""What is due to one person at one moment goes as one message, and each part of it is settled."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, time

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties

from bot.jobs.ticker import Ticker
from bot.models import OutboxMessage
from bot.models.outbox import OutboxStatus
from bot.services.pool import handing_out
from bot.services.tasks.tasks import When, plan_task
from bot.telegram.background import Background
from bot.wiring import Sender
from tests.builders import MOSCOW, Firm, at
from tests.service import seen
from tests.service.month import Agreeable, NoPace
from tests.service.pooled import let_go, people

TEN = time(10, tzinfo=MOSCOW)
NAMES = ("Пион", "Астра", "Мак")


@dataclass
class Office:
    """The ticker and the sender of a firm, and what was said to whom."""

    ticker: Ticker
    sender: Sender
    said: list[tuple[int, str]]

    async def sends(self) -> list[str]:
        """What goes out now."""
        before = len(self.said)
        while await self.sender.run_once():
            await self.sender.drained()
        return [text for _, text in self.said[before:]]


@asynccontextmanager
async def office(firm: Firm) -> AsyncIterator[Office]:
    said: list[tuple[int, str]] = []
    session = Agreeable(lambda chat_id, text: said.append((chat_id, text)))
    async with Bot("1:one", session, DefaultBotProperties(parse_mode="HTML")) as bot:
        background = Background()
        sender = Sender(firm.transactions, bot, NoPace(per_second=1_000_000), background)
        yield Office(Ticker(firm.transactions, 3600, lambda: None), sender, said)
        await background.stop()


async def handed_out(firm: Firm, made: Office) -> int:
    """Three clients of the pool are Boris's since last evening; he has a task of today."""
    at(firm, 24, 10)
    head, anna, boris = await people(firm)
    clients = [await let_go(firm, anna, name) for name in NAMES]
    await firm.client(boris, "Роза", due=firm.in_days(1))
    await made.ticker.tick()
    await made.sends()
    at(firm, 24, 18, 30)
    for client in clients:
        async with firm.act(head) as act:
            await handing_out.assign(act, client, boris)
    return boris


async def of(firm: Firm, person: int) -> list[OutboxMessage]:
    rows = [*await seen.messages(firm, "reactivation"), *await seen.messages(firm, "digest")]
    return [row for row in rows if row.user_id == person]


async def test_what_the_night_has_held_back_is_in_the_digest(firm: Firm) -> None:
    async with office(firm) as made:
        boris = await handed_out(firm, made)
        at(firm, 25, 9)
        assert await made.sends() == [], "the digest is about to be decided"
        await made.ticker.tick()
        (text,) = [text for text in await made.sends() if "Роза" in text]
        assert all(name in text for name in NAMES)
        rows = await of(firm, boris)
        assert {row.status for row in rows} == {OutboxStatus.SENT}
        assert len(rows) == len(NAMES) + 1
        assert len({row.message_id for row in rows}) == 1


async def test_what_has_ended_meanwhile_is_not_in_it(firm: Firm) -> None:
    """Nothing is left to say of one: the others do not wait for it."""
    async with office(firm) as made:
        boris = await handed_out(firm, made)
        (first, *_) = await seen.messages(firm, "reactivation")
        async with firm.work() as work:
            row = await work.session.get_one(OutboxMessage, first.id)
            row.payload = {"nonsense": 1}
        at(firm, 25, 9)
        await made.ticker.tick()
        (text,) = [text for text in await made.sends() if "Роза" in text]
        assert [name in text for name in NAMES] == [False, True, True]
        assert [row.status for row in await of(firm, boris)] == [
            OutboxStatus.DROPPED,
            *[OutboxStatus.SENT] * 3,
        ]


async def test_the_reminders_of_one_morning_are_one_list(firm: Firm) -> None:
    """«Завтра утром» for six clients: a quarter of an hour before there is one message."""
    anna = await firm.person("Анна")
    at(firm, 24, 12)
    names = [*NAMES, "Ирис", "Лилия", "Роза"]
    for name in names:
        client = await firm.client(anna, name)
        async with firm.act(anna) as act:
            tomorrow = firm.in_days(1)
            await plan_task(act, client, None, When(tomorrow, datetime.combine(tomorrow, TEN)))
    async with office(firm) as made:
        at(firm, 25, 9)
        await made.ticker.tick()
        await made.sends()
        at(firm, 25, 9, 45)
        await made.ticker.tick()
        (text,) = await made.sends()
        assert "🔔" in text and all(name in text for name in names)
        at(firm, 25, 10)
        await made.ticker.tick()
        assert await made.sends() == []
