"""What a manager asks of the head: two requests in one message, seen wherever the head decides."""

from tests.world import World


async def asks_for_both(office: World) -> None:
    """Anna has a client without a task, and asks to let it wait and to call it lost."""
    anna = office.people.anna
    await anna.writes("/new Котов +7 903 111-22-55")
    await anna.taps("⏸ Пауза до…")
    await anna.writes("до 1 марта")
    await anna.writes("ждёт бюджета на весну")
    await anna.writes("/find Котов")
    await anna.taps("☠️ Предложить потерять")
    await anna.taps("Больше не нужно")


async def test_a_message_with_two_requests_keeps_the_other_one(office: World) -> None:
    anna, igor = office.people.anna, office.people.igor
    await asks_for_both(office)
    await office.at("2026-11-23 09:05")
    both = await igor.sees("просит паузу")
    assert "предлагает считать потерянным" in both.text
    await igor.taps("✋ Не давать", both)
    assert igor.screen.id != both.id and "Пауза не дана" in igor.screen.text
    await igor.taps("☠️ Котов", both)
    await igor.taps("✋ Оставить")
    assert "Котов" in igor.screen.text and "👀 Список" in igor.screen.labels
    await office.at("2026-11-23 09:30")
    await anna.sees("не даёт паузу")


async def test_whoever_decides_sees_what_is_asked_for(office: World) -> None:
    anna, igor, olga = office.people.anna, office.people.igor, office.people.olga
    await asks_for_both(office)
    await igor.writes("/gaps")
    await igor.taps("⏸ На паузе")
    assert "🙏 Котов — просит паузу Анна Петрова" in igor.screen.text
    await igor.writes("/gaps")
    await igor.taps("⚪ Котов")
    assert "Запрошена пауза" in igor.screen.text and "ждёт бюджета на весну" in igor.screen.text
    assert "🙏 Предлагают потерять: решить" in igor.screen.labels
    await igor.taps("✅ Дать паузу")
    assert "На паузе: Котов" in igor.screen.text
    await igor.taps("👀 Список")
    assert "В отделе у каждого клиента есть следующее дело" in igor.screen.text
    await anna.writes("/find Котов")
    assert "пауза до пн 01.03.2027 (ждёт бюджета на весну)" in anna.screen.text
    await anna.writes("/new Зубов")
    await olga.writes("/gaps")
    await olga.taps("⚪ Зубов")
    await olga.taps("🔒 Закрепить")
    await olga.taps("Неделя")
    await olga.taps("Важный клиент")
    await igor.writes("/gaps")
    await igor.taps("⚪ Зубов")
    assert "закрепление — Ольга" in igor.screen.text
