"""An inbound that nobody answers: its owner is reminded after four working hours, the head once the
day is over. How long the first outcome has taken is kept."""

from tests.world import World

PHONE = "+7 916 123-45-67"


async def comes_in(office: World) -> None:
    anna = office.people.anna
    await office.at("2026-11-23 10:00")
    await anna.writes(f"/new ООО «Ромашка» {PHONE}")
    await anna.taps("Завтра")
    await anna.forwards(f"Пришлите счёт, {PHONE}", origin="Кто-то")
    await anna.sees("Входящее записано")


async def test_the_owner_hears_first_and_then_the_head(office: World) -> None:
    anna, igor = office.people.anna, office.people.igor
    await comes_in(office)
    await office.at("2026-11-23 14:00")
    await anna.sees("Входящее ждёт ответа дольше положенного")
    assert not any("Ромашка" in message.text for message in igor.messages)
    await office.at("2026-11-24 09:00")
    await igor.sees("Анна Петрова, ждёт")


async def test_whoever_answers_in_time_is_not_reminded_and_the_time_is_kept(office: World) -> None:
    anna, igor = office.people.anna, office.people.igor
    await comes_in(office)
    await office.at("2026-11-23 11:30")
    await anna.writes("/today")
    await anna.taps("ООО «Ромашка»")
    await anna.taps("✅ Обработано")
    assert await office.count("tasks", "direction = 'inbound' AND reaction_minutes = 90") == 1
    await office.at("2026-11-24 09:00")
    assert not any("ждёт" in message.text for message in igor.messages)
