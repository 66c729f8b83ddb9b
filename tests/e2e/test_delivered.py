"""Nobody was told what was not delivered: the ladder and the morning of a real bot in trouble."""

from datetime import UTC, datetime

from sandbox import Person
from tests.e2e.test_outage import asked, ill
from tests.world import World


async def gap_times(office: World) -> dict[str, str]:
    """The times of the only open gap, by column; empty where nobody was told."""
    columns = ("asked_at", "nudged_at", "escalated_at")
    ((*times,),) = await office.rows(
        f"SELECT {', '.join(columns)} FROM gaps WHERE closed_at IS NULL"
    )
    return {name: str(time) for name, time in zip(columns, times, strict=True) if time}


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def heard(person: Person, what: str) -> int:
    """How many messages say so."""
    return sum(what in message.text for message in person.messages)


async def neglected(office: World) -> None:
    """Anna's client without a task, of Monday morning; one that the digest has not named."""
    await office.people.anna.writes("/new Ромашка")


async def test_two_hours_without_telegram_are_two_hours_more_for_the_owner(office: World) -> None:
    """The reminder was due at ten: the seven hours until the head hears count from when it came."""
    people = office.people
    await office.at("2026-11-23 09:00")
    await neglected(office)
    await ill(office, "2026-11-23 10:00", 7200)
    nudged = utc((await gap_times(office))["nudged_at"])
    assert nudged >= utc("2026-11-23 09:00:00")
    assert heard(people.anna, "Ромашка") > 0
    for moment in ("2026-11-23 17:00", "2026-11-24 10:00"):
        await office.at(moment)
        assert heard(people.igor, "Эскалация") == 0
    await office.at("2026-11-24 10:45")
    assert heard(people.igor, "Эскалация") == 1


async def test_the_head_blocks_the_bot_and_the_director_hears(office: World) -> None:
    people = office.people
    await office.at("2026-11-23 09:00")
    await neglected(office)
    await office.at("2026-11-23 10:00")
    office.stage.box.faults.fail_next("sendMessage", 1, "403", chat_id=people.igor.id)
    await office.at("2026-11-23 17:00")
    assert heard(people.igor, "Эскалация") == 0
    assert heard(people.olga, "Эскалация") == 1
    assert "escalated_at" in await gap_times(office)


async def test_the_manager_blocks_the_bot_and_the_head_hears_at_once(office: World) -> None:
    people = office.people
    await neglected(office)
    people.anna.blocks()
    await office.at("2026-11-23 10:00")
    assert heard(people.igor, "Эскалация") == 1
    assert "nudged_at" not in await gap_times(office)


async def test_a_morning_that_did_not_come_is_told_with_the_next_screen(office: World) -> None:
    anna, box = office.people.anna, office.stage.box
    await neglected(office)
    await anna.taps("Завтра")
    box.faults.fail_next("sendMessage", 1_000_000, "502_html", chat_id=anna.id)
    office.stage.clock.at("2026-11-24 09:00")
    await asked(office, 1)
    box.faults.clear()
    await office.at("2026-11-24 12:00")
    assert heard(anna, "Доброе утро") == 0
    await anna.writes("/help")
    assert "Утренняя сводка до вас не дошла" in anna.screen.text
    assert "Сегодня 1" in anna.screen.text
    await anna.taps("Мои дела")
    assert "Ромашка" in anna.screen.text
    assert "не дошла" not in anna.screen.text
    await anna.writes("/help")
    assert "не дошла" not in anna.screen.text


async def test_a_reminder_that_waits_into_the_vacation_goes_to_the_substitute(
    office: World,
) -> None:
    people, box = office.people, office.stage.box
    await office.at("2026-11-23 09:00")
    await neglected(office)
    box.faults.fail_next("sendMessage", 1_000_000, "502_html", chat_id=people.anna.id)
    office.stage.clock.at("2026-11-23 10:00")
    await asked(office, 1)
    await office.change(
        "UPDATE users SET away_from = '2026-11-23', away_until = '2026-11-27', substitute_id ="
        " (SELECT id FROM users WHERE telegram_id = :boris) WHERE telegram_id = :anna",
        anna=people.anna.id,
        boris=people.boris.id,
    )
    box.faults.clear()
    await office.at("2026-11-23 11:00")
    await people.boris.sees("Ромашка")
    await office.stage.rest()
    assert (await gap_times(office))["nudged_at"].startswith("2026-11-23 08:00")
