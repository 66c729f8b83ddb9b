"""Outcomes a second apart: the head is asked to ask, opens an example, and talks about it (R12)."""

from tests.world import World


async def test_from_a_question_to_its_example_and_aside(office: World) -> None:
    anna, igor = office.people.anna, office.people.igor
    names = [f"ООО «Ромашка {number}»" for number in range(1, 17)]
    for number, name in enumerate(names):
        await anna.writes(f"/new {name} +7 916 123-46-{number:02}")
        await anna.taps("Завтра")
    await office.at("2026-11-25 10:00")
    await anna.presses("📋 Мои дела")
    await anna.taps("▶️ Начать день")
    for _ in names:
        await anna.taps("✅ Поговорили")
        await anna.taps("Через неделю")
    await igor.writes("/team")
    await igor.taps("🔍 Есть вопросы")
    await igor.sees("Анна Петрова")
    await igor.taps("🔍 Анна Петрова")
    await igor.sees("15 из 16 итогов")
    await igor.taps("👀 Итоги за секунды")
    await igor.sees("из 16 итогов")
    await igor.taps("👤 ООО «Ромашка")
    await igor.sees("+7 916 123-46")
    await igor.taps("◀️ Назад")
    await igor.taps("✅ Обсудили: отложить на месяц")
    await igor.sees("Уже обсудили")
    await igor.taps("↩️ Вернуть")
    await igor.sees("16 итогов")
    await anna.writes("/me")
    await anna.taps("📊 Мои цифры")
    await anna.taps("🔍 Есть вопросы")
    await anna.sees("Вопросы ко мне")
