"""A reminder, a task after it, a deal won: the head reads what the method brought (R12)."""

from tests.world import World


async def test_from_a_reminder_to_a_deal_in_the_head_s_list(office: World) -> None:
    anna, igor = office.people.anna, office.people.igor
    await igor.writes("/team")
    await anna.writes("/new ООО «Ромашка» +7 916 123-45-67")
    await office.at("2026-11-23 09:00")
    await office.at("2026-11-23 14:30")
    await anna.sees("🔔 Напоминание.")
    await anna.taps("⚪️ ООО «Ромашка»")
    await anna.taps("👤 Карточка")
    await anna.taps("💼 Хочет купить")
    await anna.taps("💰 Сумма")
    await anna.writes("120 000")
    await anna.taps("Через 3 дня")
    await office.at("2026-11-25 12:00")
    await anna.writes("/deals")
    await anna.taps("ООО «Ромашка»")
    await anna.taps("🏆 Продажа")
    await igor.writes("/team")
    await igor.taps("🏆 Что даёт метод")
    await igor.sees("1 продажа на 120")
    await igor.sees("напоминание пн 23.11 → дело пн 23.11 → продажа ср 25.11")
    await igor.taps("🏆 ООО «Ромашка»")
    await igor.sees("+7 916 123-45-67")
    await igor.taps("◀️ Назад")
    await igor.taps("Прошлый месяц")
    await igor.sees("пока ничего")
    await anna.writes("/me")
    await anna.taps("📊 Мои цифры")
    await anna.taps("🏆 Что даёт метод")
    await anna.sees("мои клиенты")
