"""«New client» under a question, while somebody else makes the same client (R9)."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.method.clients.cards import Arrived, ColleaguesClient, Reception, WhoseMessage
from bot.method.inbound.intake.event import IntakeChannel, IntakeEvent
from bot.method.inbound.matching import MessageSender
from bot.models import Client
from bot.services.inbound.inbound import Message, create_from, receive
from bot.services.inbound.intake.taking import API, take
from tests.builders import Firm
from tests.service.sales import PHONE, Sales

SENDER = MessageSender(telegram_id=700, phones=(PHONE,), name="Иван")


async def asked(firm: Firm, who: int) -> int:
    async with firm.act(who) as act:
        made = await receive(act, Message(SENDER, "Пришлите счёт", act.now, f"key {who}"))
    assert isinstance(made, WhoseMessage)
    return made.arrival_id


async def creates(firm: Firm, who: int, arrival: int) -> Reception:
    async with firm.act(who) as act:
        made = await create_from(act, arrival)
        # Whoever is not held up looks now, before this one is committed.
        await asyncio.sleep(0)
        return made


async def form(firm: Firm) -> None:
    event = IntakeEvent("1", IntakeChannel.FORM, firm.clock.now(), phone=PHONE)
    async with firm.work() as work:
        await take(work, API, event)
        await asyncio.sleep(0)


async def clients(firm: Firm) -> int:
    async with firm.work() as work:
        return await work.session.scalar(select(func.count()).select_from(Client)) or 0


async def test_two_managers_and_a_form_make_one_client(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    questions = [(who, await asked(firm, who)) for who in (sales.anna, sales.boris)]
    firm.moved(minutes=1)
    async with asyncio.timeout(60):
        await asyncio.gather(*(creates(firm, *question) for question in questions), form(firm))
    assert await clients(firm) == 1


async def test_whoever_comes_second_is_told_that_it_is_a_colleagues(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    anna, boris = await asked(firm, sales.anna), await asked(firm, sales.boris)
    firm.moved(minutes=1)
    assert isinstance(await creates(firm, sales.anna, anna), Arrived)
    assert isinstance(await creates(firm, sales.boris, boris), ColleaguesClient)


@pytest.mark.parametrize("since", [timedelta(0), timedelta(minutes=-1)])
async def test_a_client_that_was_there_before_is_no_obstacle(firm: Firm, since: timedelta) -> None:
    """A number may be of several, and then «new client» means just that."""
    sales = await Sales(firm).hire()
    for name in ("Ромашка", "Лютик"):
        await firm.client(sales.anna, name, phone=PHONE)
    firm.clock.move(-since)
    question = await asked(firm, sales.anna)
    firm.moved(minutes=1)
    assert isinstance(await creates(firm, sales.anna, question), Arrived)
    assert await clients(firm) == 3
