"""The head's morning: the report comes, a name leads to the numbers, a number to its list (R12)."""

from tests.world import World


async def test_from_the_report_to_a_client_and_back(office: World) -> None:
    anna, igor = office.people.anna, office.people.igor
    await anna.writes("/new ООО «Ромашка» +7 916 123-45-67")
    await anna.taps("Завтра")
    await anna.writes("/new ИП «Лютик» +7 916 123-45-68")
    await office.at("2026-11-25 09:30")
    await igor.sees("📊 Отчёт")
    await igor.sees("❓ Спросить: ")
    await igor.taps("🔴 Анна Петрова")
    await igor.sees("Покрытие: 50")
    await igor.taps("🔴 Покрытие")
    await igor.sees("ИП «Лютик»")
    await igor.taps("ИП «Лютик»")
    await igor.sees("+7 916 123-45-68")
    await igor.taps("◀️ Назад")
    await igor.sees("Покрытие · Анна Петрова · 1")
    await igor.taps("ℹ️")
    await igor.sees("Что спросить")
    await igor.taps("◀️ Назад")
    await igor.taps("30 дней")
    await igor.sees("без дела 1 из 2")
