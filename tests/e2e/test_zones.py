"""A manager in Vladivostok and a head in Moscow look at the same task, each by the own clock."""

from tests.world import World


async def test_an_hour_is_the_reader_s_and_says_whose_it_is(office: World) -> None:
    anna, igor = office.people.anna, office.people.igor
    await anna.writes("/me")
    await anna.taps("🕘 Часовой пояс")
    await anna.taps("Владивосток")
    await anna.writes("/new Ромашка")
    await anna.writes("завтра в 15")
    await anna.sees("завтра, вт 24.11 в 15:00")
    assert "🕘" not in anna.screen.text
    await igor.writes("/find Ромашка")
    await igor.taps("📅")
    await igor.sees("завтра в 08:00")
    await igor.sees("🕘 Время — ваше. Другой пояс: Анна Петрова (+7 ч).")
    await igor.taps("⏰ Перенести")
    await igor.taps("📅 Дата")
    await igor.taps("25")
    await igor.sees("🕘 Время — ваше. Другой пояс: Анна Петрова (+7 ч).")
    await igor.taps("09:00")
    await igor.sees("ср 25.11 в 09:00")
    await anna.writes("/find Ромашка")
    await anna.taps("📅")
    await anna.sees("ср 25.11 в 16:00")
