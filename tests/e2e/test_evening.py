"""A working day by the clock: a reminder before a task, the evening check, a clean day (R10)."""

from sandbox import Person, Post
from tests.world import World


def seen(person: Person, words: str) -> int:
    """How many messages in the person's chat say so."""
    return sum(words in message.text for message in person.messages)


async def agreed_for_three(office: World) -> None:
    """Nobody answered at noon: Anna will try again at three."""
    anna = office.people.anna
    await anna.writes("/new ООО «Ромашка» +7 916 123-45-67")
    await anna.taps("Завтра")
    await office.at("2026-11-24 12:00")
    await anna.presses("📋 Мои дела")
    await anna.taps("ООО «Ромашка»")
    await anna.taps("📵 Недозвон")
    await anna.taps("Через 3 часа")


async def test_a_task_with_a_time_is_reminded_of_once(office: World) -> None:
    anna = office.people.anna
    await agreed_for_three(office)
    due = await office.rows("SELECT due_at FROM tasks")
    assert due[0][0].startswith("2026-11-24 12:00"), "three in the afternoon in Moscow"
    await office.at("2026-11-24 14:44")
    assert seen(anna, "Через 15 мин") == 0
    await office.at("2026-11-24 14:45")
    await anna.sees("Через 15 мин")
    await office.at("2026-11-24 15:00")
    assert seen(anna, "🔔") == 1
    await anna.taps("✅ Поговорили")
    await anna.sees("Когда следующий контакт?")


async def test_the_second_reminder_comes_where_the_company_wants_it(office: World) -> None:
    anna = office.people.anna
    await agreed_for_three(office)
    await office.change("UPDATE users SET remind_at_time = 1")
    await office.at("2026-11-24 14:45")
    await office.at("2026-11-24 15:00")
    await anna.sees("🔔 Пора")
    assert seen(anna, "🔔") == 2


async def in_ten_minutes(office: World, now: str) -> None:
    await office.at(now)
    anna = office.people.anna
    await anna.writes("Иванов Пётр через 10 минут перезвонить")
    await anna.taps("✅ Сохранить")
    await anna.sees("Иванов Пётр: следующий контакт")


async def test_what_is_due_in_ten_minutes_is_reminded_of_at_its_time(office: World) -> None:
    anna = office.people.anna
    await in_ten_minutes(office, "2026-11-24 12:00")
    assert "Напоминания не будет" not in anna.screen.text
    await office.at("2026-11-24 12:09")
    assert seen(anna, "🔔") == 0
    await office.at("2026-11-24 12:10")
    await anna.sees("🔔 Пора")
    await office.at("2026-11-24 12:20")
    assert seen(anna, "🔔") == 1


async def test_ten_minutes_without_the_bot_make_the_reminder_late_and_not_lost(
    office: World,
) -> None:
    await in_ten_minutes(office, "2026-11-24 12:00")
    await office.stage.bot.stop()
    office.stage.clock.at("2026-11-24 12:19")
    await office.stage.bot.start()
    await office.people.anna.sees("🔔 Пора")


async def test_in_the_evening_it_is_said_that_no_reminder_comes(office: World) -> None:
    await in_ten_minutes(office, "2026-11-24 19:00")
    assert "🔕 Напоминания не будет" in office.people.anna.screen.text


async def test_the_evening_check_moves_to_tomorrow_and_the_next_day_is_clean(
    office: World,
) -> None:
    anna = office.people.anna
    for name in ("Ромашка +7 916 123-45-67", "Котов +7 495 765-43-21"):
        await anna.writes(f"/new {name}")
        await anna.taps("Завтра")
    await office.at("2026-11-24 09:00")
    await office.at("2026-11-24 18:00")
    await anna.sees("Осталось 2")
    await anna.taps("➡️ На завтра")
    await anna.sees("Дел на этот день: 0 из 12, станет 2.")
    await anna.taps("➡️ Перенести")
    await anna.sees("Перенесено 2 дела")
    assert await office.rows("SELECT due_on, moves FROM tasks") == [("2026-11-25", 1)] * 2
    await office.at("2026-11-25 09:00")
    for name in ("Ромашка", "Котов"):
        await anna.presses("📋 Мои дела")
        await anna.taps(name)
        await anna.taps("✅ Поговорили")
        await anna.taps("Через неделю")
    await office.at("2026-11-25 18:00")
    assert seen(anna, "🌙") == 0, "nothing is left, nothing is said"
    days = await office.rows('SELECT "on", clean, "left", done FROM day_records ORDER BY "on"')
    monday, *rest = days
    assert monday == ("2026-11-23", 1, 0, 0), "the clock went past its evening, all was in order"
    assert rest == [("2026-11-24", 0, 2, 0), ("2026-11-25", 1, 0, 2)]


def button(post: Post, label: str) -> str:
    """What a button says to the bot: another telephone still shows it when it is gone here."""
    (data,) = [one.data for row in post.rows for one in row if one.label.startswith(label)]
    assert data is not None
    return data


async def test_what_is_left_is_moved_once_whatever_is_tapped_twice_or_too_late(
    office: World,
) -> None:
    anna = office.people.anna
    for rule in ("capacity", "deal_horizon_days"):
        await office.change(
            "INSERT INTO policy (name, value, changed_at) VALUES (:rule, '2', '2026-11-23')",
            rule=rule,
        )
    await office.at("2026-11-27 09:00")
    for name in ("Ромашка", "Котов", "Белова", "Зубов"):
        await anna.writes(f"/new {name}")
        await anna.writes("сегодня")
    await anna.writes("Зубов")
    await anna.taps("💼 Хочет купить")
    await anna.writes("сегодня")
    await office.at("2026-11-27 18:00")
    evening = await anna.sees("🌙 Осталось 4")
    on_friday = button(evening, "➡️ На завтра")
    await anna.taps("➡️ На завтра")
    asked = await anna.sees("Перенести 3 дела на пн 30.11?")
    assert "Зубов — так далеко по этому клиенту не планируем" in asked.text, (
        "a deal has to be talked of by Sunday"
    )
    move = button(asked, "➡️ Перенести")
    await anna.writes("Белова")
    await anna.taps("📅 звонок")
    await anna.taps("✅ Поговорили")
    await anna.writes("в среду")
    for _ in ("tapped", "and tapped again"):
        await anna.taps_data(move, asked)
        await anna.sees("Перенесено 2 дела")
    assert await office.count("tasks", "moves > 0") == 2, "what was done meanwhile is not moved"
    await anna.taps("↩️ Отменить", asked)
    assert await office.count("tasks", "moves > 0") == 0

    for name in ("Орлов", "Лебедев"):
        await anna.writes(f"{name} в понедельник позвонить")
        await anna.taps("✅ Сохранить")
    await anna.taps_data(on_friday, asked)
    await anna.sees("Столько за день не успеть")
    await anna.taps("📆 Разложить по дням", asked)
    spread = await anna.sees("Разложить по дням:")
    go = button(spread, "✅ Перенести 2")
    for _ in ("tapped", "and tapped again"):
        await anna.taps_data(go, asked)
        await anna.sees("Перенесено: 2")
    assert await office.count("tasks", "moves > 0 AND due_on > '2026-11-30'") == 2

    await office.at("2026-11-30 09:00")
    for late in (on_friday, move):
        await anna.taps_data(late, asked)
        shown = await anna.sees("Это кнопка другого дня")
        assert "📋 Мои дела" in shown.text, "nobody puts off a day that has just begun"
    assert await office.count("tasks", "moves > 0") == 2
