"""Telegram is ill when messages are due: what was decided arrives as soon as it is well again."""

from datetime import timedelta

import pytest

from demo.company import Company
from sandbox.faults import FaultKind
from tests.world import World

PAUSES = (2, 10, 60, 300, *[900] * 8)
"""Seconds between two questions whether Telegram is well again."""
NINE = "2026-11-24 09:00"
OUTAGES = [10, 600, 7200]


async def asked(office: World, times: int) -> None:
    """Wait until Telegram has been asked so often, and the bot has taken its answers in.

    Not until all is at rest: what else is due waits while Telegram is ill, and the clock stands."""
    await office.stage.box.wait(lambda: len(office.stage.box.faults.happened) >= times)
    await office.marked()


async def ill(office: World, since: str, seconds: int, kind: FaultKind = "502_html") -> None:
    """Nothing is sent from `since` on for so many seconds of the clock; then all comes to rest."""
    box, clock = office.stage.box, office.stage.clock
    box.faults.fail_next("sendMessage", 1_000_000, kind)
    clock.at(since)
    await asked(office, 1)
    left = seconds
    for pause in PAUSES:
        if pause > left:
            break
        left -= pause
        before = len(box.faults.happened)
        clock.move(timedelta(seconds=pause))
        await asked(office, before + 1)
    box.faults.clear()
    clock.move(timedelta(seconds=PAUSES[-1]))
    await office.stage.rest()


async def two_neglected(office: World) -> Company:
    """A client without a task for each of two managers."""
    for person in (office.people.anna, office.people.boris):
        await person.writes(f"/new Клиент {person.name}")
    return office.people


@pytest.mark.parametrize("seconds", OUTAGES)
async def test_everybody_gets_the_digest_once(office: World, seconds: int) -> None:
    people = await two_neglected(office)
    await ill(office, NINE, seconds)
    for person in (people.anna, people.boris):
        digests = [message for message in person.messages if "Доброе утро" in message.text]
        assert len(digests) == 1
    waiting = "SELECT kind, status FROM outbox WHERE status IN ('pending', 'claimed', 'failed')"
    # What the morning has named is reminded of in the afternoon.
    assert set(await office.rows(waiting)) <= {("nudge", "pending")}


async def test_at_noon_the_morning_is_not_repeated(office: World) -> None:
    """What it said stands in the list of the day by then; what was never tried still comes."""
    people = await two_neglected(office)
    box = office.stage.box
    box.faults.fail_next("sendMessage", 1_000_000, "502_html", chat_id=people.anna.id)
    office.stage.clock.at(NINE)
    await asked(office, 1)
    box.faults.clear()
    await office.at("2026-11-24 12:00")
    mornings = [
        [message.text for message in person.messages if "Доброе утро" in message.text]
        for person in (people.anna, people.boris)
    ]
    assert [len(texts) for texts in mornings] == [0, 1]
    assert "повтор" not in mornings[1][0]


@pytest.mark.parametrize("kind", ["502_after", "drop_after"])
async def test_what_may_have_arrived_comes_again_silently_and_marked(
    office: World, kind: FaultKind
) -> None:
    people = await two_neglected(office)
    await ill(office, NINE, 10, kind)
    for person in (people.anna, people.boris):
        digests = [message for message in person.messages if "Доброе утро" in message.text]
        plain = [message for message in digests if "повтор" not in message.text]
        assert len(plain) == 1
        assert all(message.silent for message in digests if message not in plain)


@pytest.mark.parametrize("seconds", OUTAGES)
async def test_the_head_hears_of_the_client(office: World, seconds: int) -> None:
    """An escalation has no end while what it says is so."""
    await office.at("2026-11-23 15:00")
    people = await two_neglected(office)
    await office.at("2026-11-23 16:00")
    await office.at("2026-11-24 09:00")
    await ill(office, "2026-11-24 14:00", seconds)
    told = [message for message in people.igor.messages if "Эскалация" in message.text]
    assert len(told) == 1
    assert all(f"Клиент {person.name}" in told[0].text for person in (people.anna, people.boris))


async def test_one_sick_moment_is_one_for_all(office: World) -> None:
    """Ten messages do not ask ten times."""
    await two_neglected(office)
    box = office.stage.box
    box.faults.fail_next("sendMessage", 1_000_000, "502_html")
    office.stage.clock.at(NINE)
    await asked(office, 1)
    first = len(box.faults.happened)
    for times, pause in enumerate((2, 10, 60), start=1):
        office.stage.clock.move(timedelta(seconds=pause))
        await asked(office, first + times)
        assert len(box.faults.happened) == first + times
