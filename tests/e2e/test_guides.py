"""The short guides in Russian, in their order: those of docs/ru for the manager and the head."""

from tests.world import World


async def test_the_managers_morning(office: World) -> None:
    anna = office.people.anna
    await anna.writes("/learn")
    await anna.sees("🎓 1 из 8")
    await anna.writes("Иванов сегодня 15:00 позвонить по КП")
    assert await office.count("clients") == 0, "nothing is saved before it is said"
    await anna.taps("✅ Сохранить")
    await anna.presses("➕ Новое")
    await anna.writes("Виктор Орлов +7 903 111-22-33")
    await anna.writes("сегодня")
    await anna.writes("/new Котов +7 903 111-22-55")

    await office.at("2026-11-23 09:00")
    morning = await anna.sees("Доброе утро, Анна")
    for counted in ("Входящие 0", "Просрочено 0", "Сегодня 2", "Без дела 1"):
        assert counted in morning.text
    await anna.taps("▶️ Начать день")
    assert "Виктор Орлов" in anna.screen.text, "what has a time comes later"
    await anna.taps("✅ Поговорили")
    assert any("/12" in label for label in anna.screen.labels), "the load of the day stands there"
    for typed in ("завтра в 15", "в пт", "через неделю"):
        await anna.writes(typed)
        await anna.taps("↩️ Отменить")
        assert "Отменено" in anna.screen.text
    await anna.writes("после праздников")
    assert "последняя дата" in anna.screen.text
    await anna.taps("◀️ Назад")
    await anna.taps("Через 3 дня")

    await anna.writes("Котов")
    await anna.taps("💼 Хочет купить")
    await anna.taps("Завтра")
    await anna.writes("Котов")
    await anna.taps("📅 звонок")
    assert {"🏆 Продажа", "❌ Отказ"} <= set(anna.screen.labels), "on a deal"
    for attempt in range(1, 7):
        await anna.writes("Котов")
        await anna.taps("📅 звонок")
        await anna.taps("📵 Недозвон")
        assert f"попытка {attempt} из 6" in anna.screen.text
        await anna.taps("Через 3 часа")
    await anna.writes("Котов")
    await anna.taps("📅 звонок")
    await anna.taps("📵 Недозвон")
    assert "📥 В отстойник" in anna.screen.labels, "another way than calling"


async def test_the_managers_inbound_and_who_is_without_a_task(office: World) -> None:
    anna, boris, igor = office.people.anna, office.people.boris, office.people.igor
    await anna.writes("/new ООО «Ромашка» +7 916 123-45-67")
    await anna.taps("Завтра")
    await office.at("2026-11-23 09:10")
    await anna.forwards("Пришлите прайс", origin="Секретарь")
    await anna.forwards("И договор", origin="Секретарь")
    await anna.writes("просит скидку")
    assert "просит скидку" in anna.screen.text
    await anna.taps("🔍 Найти")
    await anna.writes("ромашка")
    await anna.taps("ООО «Ромашка»")
    assert await office.count("tasks", "direction = 'inbound'") == 1, (
        "one conversation, one inbound"
    )
    assert "🔄 Другой клиент" in anna.screen.labels
    await boris.forwards("Мой номер +7 916 123-45-67", origin="Кто-то")
    await boris.taps("📨 Передать")
    await office.at("2026-11-23 14:00")
    await anna.sees("Входящее ждёт ответа дольше положенного")
    await office.at("2026-11-23 18:00")
    await office.at("2026-11-24 09:00")
    await igor.sees("не разобрано до конца рабочего дня")

    await boris.writes("/new Зубов")
    await office.at("2026-11-24 10:10")
    await boris.sees("Напоминание. Клиент без дела")
    await boris.writes("/gaps")
    await boris.sees("Зубов — нет дела")
    await boris.taps("⚪️ Зубов")
    await boris.taps("⏸ Пауза до…")
    await boris.writes("1 марта")
    await boris.taps("Не сезон")
    await boris.writes("Зубов")
    assert {"📥 В отстойник", "☠️ Предложить потерять"} <= set(boris.screen.labels)
    await office.at("2026-11-24 10:20")
    await igor.sees("просит паузу")
    await igor.taps("✅ Дать паузу")
    await office.at("2026-11-24 18:30")
    assert igor.find("Эскалация: клиент без дела") is None, "nobody is troubled until the date"


async def test_the_heads_page(office: World) -> None:
    anna, boris, igor = office.people.anna, office.people.boris, office.people.igor
    await anna.writes("/new Котов +7 903 111-22-55")
    await office.at("2026-11-23 09:00")
    await office.at("2026-11-23 14:00")
    await office.at("2026-11-23 17:00")
    told = await igor.sees("Эскалация")
    table = (
        *("📌 Поставить дело", "💬 Спросить менеджера", "🕐 Дать день", "🔀 Передать", "⏸ Пауза"),
        *("🔒 Закрепить", "📥 В отстойник", "☠️ Потерян окончательно"),
    )
    assert set(table) <= set(told.labels)
    await igor.taps("💬 Спросить менеджера", told)
    await igor.taps("Нужна помощь?")
    await anna.taps("💬 Ответить")
    await anna.writes("да, с договором")
    answer = await igor.sees("да, с договором")
    await igor.taps("← Решение", answer)
    await igor.taps("🕐 Дать день")
    await igor.taps("↩️ Отменить")
    assert "Отменено" in igor.screen.text, "for a minute everything may be taken back"
    await igor.writes("/gaps")
    await igor.taps("⚪️ Котов")
    await igor.taps("📥 В отстойник")
    await igor.taps("📥 В отстойник")
    await igor.writes("/pool")
    await igor.taps("🎯 Раздать")
    assert "Борис Сидоров 1" in igor.screen.text, "not to whom it has just left"
    await igor.taps("✅ Раздать 1")
    await office.at("2026-11-24 09:00")
    await boris.sees("Реанимация, попытка 1 из 3")
    await office.at("2026-11-24 09:30")
    await igor.sees("Покрытие · чистый день · просрочка · реакция · переносы")
    await igor.writes("/team")
    await igor.taps("Борис Сидоров", igor.screen)
    await igor.taps("ℹ️", igor.screen)
    for command in ("/users", "/rules", "/audit", "/invite"):
        await igor.writes(command)
        assert "Такой команды нет" not in igor.screen.text, command


async def test_the_english_pages(office: World) -> None:
    anna, igor = office.people.anna, office.people.igor
    for person in (anna, igor):
        await person.writes("/me")
        await person.taps("🌐 English")
    await anna.writes("Smith today at 15:00 call about the offer")
    await anna.taps("✅ Save")
    await anna.writes("/new Maple Ltd +7 916 123-45-67")
    await anna.writes("today")
    await anna.writes("/new Willow +7 903 111-22-55")
    await office.at("2026-11-23 09:00")
    morning = await anna.sees("Good morning")
    assert "Inbound 0 · 🔴 Overdue 0 · 🟡 Today 2 · ⚪️ No task 1" in morning.text
    await anna.taps("▶️ Start the day")
    await anna.taps("✅ Talked")
    for typed in ("tomorrow at 3 pm", "Fri", "in a week"):
        await anna.writes(typed)
        await anna.taps("↩️ Undo")
        assert "Undone" in anna.screen.text, typed
    await anna.writes("after the holidays")
    assert "the last date is" in anna.screen.text
    await anna.taps("◀️ Back")
    await anna.taps("In 3 days")
    await anna.writes("Maple")
    await anna.taps("💼 Wants to buy")
    await anna.taps("💰 Amount")
    await anna.writes("250,000")
    await anna.taps("Tomorrow")
    await anna.forwards("Send me the contract", origin="Reception")
    await anna.writes("asks for a discount")
    await anna.taps("🔍 Find")
    await anna.writes("maple")
    await anna.taps("Maple Ltd")
    assert "🔄 Another client" in anna.screen.labels
    await office.at("2026-11-23 17:00")
    told = await igor.sees("Escalation")
    table = (
        *("📌 Plan a task", "💬 Ask the manager", "🕐 Give a day", "🔀 Hand over", "⏸ Pause"),
        *("🔒 Lock", "📥 To the pool", "☠️ Lost for good"),
    )
    assert set(table) <= set(told.labels)
    await igor.taps("💬 Ask the manager", told)
    await igor.taps("Do you need help?")
    await anna.sees("Do you need help?")
    await office.at("2026-11-23 18:00")
    await anna.sees("left")
    assert "Go through them" in anna.screen.labels
