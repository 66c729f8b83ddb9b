"""Events of somebody new that come at once, on one instance or on two (R9)."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.method.inbound.intake.event import IntakeChannel, IntakeEvent
from bot.method.inbound.intake.receipt import Receipt
from bot.models import Client, Task
from bot.services.inbound.intake.taking import API, take
from tests.builders import Firm
from tests.service.sales import PHONE, Sales

EMAIL = "ivan@romashka.ru"


async def made_at_once(firm: Firm, *events: IntakeEvent) -> tuple[int, int]:
    """How many clients and tasks there are, when each event had a transaction of its own and all
    of them were under way together."""

    async def comes(event: IntakeEvent) -> None:
        async with firm.work() as work:
            assert isinstance(await take(work, API, event), Receipt)
            # Whoever is not held up looks now, before this one is committed.
            await asyncio.sleep(0)

    async with asyncio.timeout(60):
        await asyncio.gather(*map(comes, events))
    async with firm.work() as work:
        counts = [
            await work.session.scalar(select(func.count()).select_from(table)) or 0
            for table in (Client, Task)
        ]
    return counts[0], counts[1]


@pytest.mark.parametrize(
    "said",
    [
        {"phone": PHONE},
        {"email": EMAIL},
        {"telegram": "ivan_romashka"},
        {"telegram": "700700"},
        {"text": f"Наберите {PHONE}"},
        {"name": "Иван Ромашкин"},
    ],
)
async def test_of_somebody_new_one_client_is_made(firm: Firm, said: dict[str, Any]) -> None:
    await Sales(firm).hire()
    event = IntakeEvent("0", IntakeChannel.FORM, firm.clock.now(), **said)
    events = [replace(event, external_id=str(number)) for number in range(4)]
    assert await made_at_once(firm, *events) == (1, 1)


async def test_who_has_two_contacts_waits_for_both_in_any_order(firm: Firm) -> None:
    await Sales(firm).hire()
    event = IntakeEvent("0", IntakeChannel.FORM, firm.clock.now(), phone=PHONE, text=EMAIL)
    other = replace(event, email=EMAIL, phone="", text=PHONE)
    events = [
        replace(said, external_id=f"{number}-{said.email}")
        for number in range(3)
        for said in (event, other)
    ]
    assert await made_at_once(firm, *events) == (1, 1)


async def test_different_people_are_a_client_each(firm: Firm) -> None:
    await Sales(firm).hire()
    event = IntakeEvent("0", IntakeChannel.FORM, firm.clock.now())
    phones = [f"+7916000000{number}" for number in range(4)]
    events = [replace(event, external_id=phone, phone=phone) for phone in phones]
    assert await made_at_once(firm, *events) == (4, 4)
