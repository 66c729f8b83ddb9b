"""Killed again and again while people work: nothing lost, nothing twice. Takes minutes."""

import asyncio
import random
from datetime import timedelta

import pytest

from tests.world import World

KILLS = 12
CLIENTS = 10


@pytest.mark.parametrize("seed", [1, 2])
async def test_killed_at_random(office: World, seed: int) -> None:
    """Every client is added once and has one task, whenever the process dies."""
    chance = random.Random(seed)
    anna, bot, box = office.people.anna, office.stage.bot, office.stage.box
    sent = 0
    for _ in range(KILLS):
        for _ in range(chance.randrange(3)):
            if sent < CLIENTS:
                sent += 1
                await anna.writes(f"/new Клиент{sent} +7 916 000-00-{sent:02}", wait=False)
        await asyncio.sleep(chance.random() * 0.3)
        await bot.kill()
        await bot.start()
    while sent < CLIENTS:
        sent += 1
        await anna.writes(f"/new Клиент{sent} +7 916 000-00-{sent:02}", wait=False)
    await box.settle()
    await office.stage.rest()
    assert await office.count("clients") == CLIENTS
    assert await office.count("gaps", "closed_at IS NULL") == CLIENTS
    assert await office.count("timeline", "event = 'client_created'") == CLIENTS
    assert await office.count("inbox", "handled_at IS NULL") == 0
    # A number that a killed transaction has drawn is not given again by PostgreSQL.
    for (client_id,) in await office.rows("SELECT id FROM clients ORDER BY id"):
        data = f"xp:{client_id}:~:20261125"
        await anna.taps_data(data, wait=False)
        await anna.taps_data(data, wait=False)
    await asyncio.sleep(chance.random() * 0.3)
    await bot.kill()
    await bot.start()
    await box.settle()
    await office.stage.rest()
    assert await office.count("gaps", "closed_at IS NULL") == 0
    assert await office.count("tasks") == CLIENTS
    assert await office.count("inbox", "handled_at IS NULL") == 0


@pytest.mark.parametrize("seed", [1, 2])
async def test_killed_at_random_while_forwarding(office: World, seed: int) -> None:
    """Whatever was brought is asked about, without the mark at most once."""
    chance = random.Random(seed)
    anna, bot, box = office.people.anna, office.stage.bot, office.stage.box
    for number in range(CLIENTS):
        # Many within a minute are only counted.
        office.stage.clock.move(timedelta(seconds=61))
        await anna.forwards("Пришлите счёт", origin=f"Некто{number:02}", wait=False)
        await asyncio.sleep(chance.random() * 0.3)
        await bot.kill()
        await bot.start()
    await box.settle()
    await office.stage.rest()
    office.stage.clock.move(timedelta(minutes=2))
    await office.stage.rest()
    assert await office.count("arrivals", "state = 'waiting'") == CLIENTS
    for number in range(CLIENTS):
        asked = [one.text for one in anna.messages if f"Некто{number:02}" in one.text]
        assert asked
        assert len([text for text in asked if "повтор" not in text]) <= 1
    # Who has joined is told in working time, with all else that waits for it.
    await office.at("2026-11-23 09:01")
    assert await office.count("outbox", "status IN ('pending', 'claimed')") == 0
