"""A head chooses clients of the pool by ticks."""

from tests.world import World

# The story begins on Monday, 23 November 2026, at eight in the morning in Moscow.


async def test_two_of_three_are_ticked_and_go_to_one_manager(office: World) -> None:
    anna, igor = office.people.anna, office.people.igor
    for name in ("Ромашка", "Лютик", "Пион"):
        await anna.writes(f"/new {name}")
        await anna.writes(f"/find {name}")
        await anna.taps("📥 В отстойник")
        await anna.taps("📵 Не отвечает")
    await igor.writes("/pool")
    await igor.taps("☑️ Выбрать")
    await igor.taps("☐ Ромашка")
    await igor.taps("☐ Пион")
    await igor.sees("Выбрано: 2")
    await igor.taps("🙋 Отдать одному")
    await igor.taps("Борис")
    await igor.taps("✅ Раздать 2")
    await igor.sees("Роздано: 2")
    assert await office.count("clients", "status = 'pool'") == 1
    await igor.writes("/pool")
    await igor.taps("🔍 Найти")
    await igor.writes("лют")
    await igor.sees("поиск: лют")
    await igor.taps("☑️ Выбрать")
    await igor.taps("☑️ Выбрать всё на странице")
    await igor.taps("☠️ Потеряны")
    await igor.taps("Не наш клиент")
    await igor.sees("Потеряны окончательно: 1")
    await igor.taps("↩️ Отменить")
    assert await office.count("clients", "status = 'pool'") == 1
