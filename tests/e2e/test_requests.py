"""What a manager asks of the head, or may take by himself, and what both read of it."""

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
    await igor.taps("⚪️ Котов")
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
    await olga.taps("⚪️ Зубов")
    await olga.taps("🔒 Закрепить")
    await olga.taps("Неделя")
    await olga.taps("Важный клиент")
    await igor.writes("/gaps")
    await igor.taps("⚪️ Зубов")
    assert "закрепление — Ольга" in igor.screen.text


async def test_who_takes_too_early_reads_when_it_will_be_time(office: World) -> None:
    anna, boris, olga = office.people.anna, office.people.boris, office.people.olga
    await olga.writes("/rules")
    for label in ("📥 Отстойник и портфель", "Брать без РОПа", "включено", "✅ Изменить"):
        await olga.taps(label)
    await boris.writes("/new Зубов")
    await boris.writes("/pool_return Зубов")
    await boris.taps("😴 Не активный")
    await anna.writes("/pool_take Зубов")
    assert "можно будет завтра в 08:00" in anna.screen.text


async def test_what_waits_for_the_head_is_in_the_next_mornings(office: World) -> None:
    igor, olga = office.people.igor, office.people.olga
    await asks_for_both(office)
    await office.at("2026-11-23 09:00")
    igor.does_not_see("дольше суток")
    await office.at("2026-11-24 09:00")
    morning = await igor.sees("🙏 Ждут вашего решения дольше суток: 2")
    olga.does_not_see("дольше суток")
    await igor.taps("⏸ Просят паузу (1)", morning)
    await igor.taps("✋ Не давать")
    await igor.writes("/pool")
    await igor.taps("🙏 Запросы менеджеров (1)")
    await igor.taps("☠️ Котов")
    await igor.taps("✋ Оставить")
    await office.at("2026-11-25 09:00")
    assert igor.find("🙏 Ждут вашего решения") is None


async def test_the_head_goes_back_from_the_dates_to_the_decisions(office: World) -> None:
    anna, igor = office.people.anna, office.people.igor
    await anna.writes("/new Котов +7 903 111-22-55")
    await igor.writes("/gaps")
    await igor.taps("⚪️ Котов")
    await igor.taps("📌 Поставить дело")
    await igor.taps("← Решение")
    assert "что решаем?" in igor.screen.text


async def test_a_reply_to_the_heads_question_is_the_answer(office: World) -> None:
    anna, igor = office.people.anna, office.people.igor
    await anna.writes("/new Котов +7 903 111-22-55")
    await office.at("2026-11-23 09:05")
    await igor.writes("/gaps")
    await igor.taps("⚪️ Котов")
    await igor.taps("💬 Спросить")
    await igor.writes("Когда платят?")
    await office.stage.rest()
    question = await anna.sees("Когда платят?")
    await anna.writes("/find Котов")
    await anna.taps("✏️ Изменить")
    await anna.taps("📝 Заметка")
    await anna.writes("В пятницу, счёт у директора", reply_to=question)
    await anna.sees("Ответ отправлен")
    await igor.sees("В пятницу, счёт у директора")
    assert await office.count("clients", "note IS NOT NULL") == 0
