"""A manager with forty clients without a task sets up the base: a walk, the automatic plan, the
picture of the load, and full days made lighter (R1, R8)."""

from tests.world import World

NAMES = [f"Фирма {first}{second}" for first in "АБВГ" for second in "АБВГДЕЖЗИК"]


async def new_clients(office: World, count: int) -> None:
    """So many clients without a task, in the order of their names."""
    for number, name in enumerate(NAMES[:count]):
        await office.people.anna.writes(f"/new {name}, +7 916 000-{number:02}-00")


async def test_a_base_is_set_up(office: World) -> None:
    anna = office.people.anna
    await new_clients(office, len(NAMES))

    await anna.writes("/setup")
    assert "осталось 40 из 40" in anna.screen.text
    assert "Фирма АА" in anna.screen.text
    card = anna.screen
    await anna.taps("Через 3 дня")
    assert anna.screen.id == card.id, "the card is edited in place"
    assert "Фирма АА" in anna.toast
    assert "осталось 39 из 40" in anna.screen.text and "Фирма АБ" in anna.screen.text
    await anna.taps("↩️ Отменить")
    assert "осталось 40 из 40" in anna.screen.text and "Фирма АА" in anna.screen.text
    await anna.taps("Через 3 дня")
    await anna.taps("⏭ Пропустить")
    assert "Фирма АВ" in anna.screen.text
    old = anna.screen.rows[0][0]
    await anna.taps("Завтра")
    await anna.taps_button(anna.screen, old)
    assert await office.count("tasks") == 2, "a second tap of the old button plans nothing"
    assert "Фирма АГ" in anna.screen.text
    await anna.taps("📅 Дата")
    await anna.taps("30")
    await anna.taps("Весь день")
    assert "Фирма АД" in anna.screen.text
    await anna.taps("⏹ Стоп")
    assert "Без дела 37 из 40" in anna.screen.text

    await office.stage.bot.stop()
    await office.stage.bot.start()
    await anna.taps("▶️ Продолжить")
    assert "Фирма АД" in anna.screen.text, "the walk survives a restart"
    await anna.taps("Не активный → 📥")
    assert "осталось 36 из 39" in anna.screen.text

    await anna.taps("Разложить автоматически")
    assert "36 дел" in anna.screen.text
    await anna.taps("✅ Разложить 36")
    assert "Разложено: 36" in anna.screen.text
    assert await office.count("clients", "gap_since IS NOT NULL") == 0
    assert await office.count("tasks", "status = 'open' AND due_on > '2026-12-23'") == 0
    full = await office.rows("SELECT max(n) FROM (SELECT count(*) n FROM tasks GROUP BY due_on)")
    assert full == [(2,)]

    await anna.taps("↩️ Отменить")
    assert "Отменено: раскладка по дням" in anna.screen.text
    assert await office.count("clients", "gap_since IS NOT NULL") == 36
    await anna.taps("✅ Разложить 36")
    await anna.writes("/setup")
    assert "Всё расставлено" in anna.screen.text


async def test_the_load_is_a_picture_and_full_days_get_lighter(office: World) -> None:
    anna, igor, olga = office.people.anna, office.people.igor, office.people.olga
    await new_clients(office, 14)
    await anna.writes("/setup")
    for _ in range(14):
        await anna.taps("Через неделю")
    await anna.writes("/plan")
    picture = anna.screen
    assert picture.media is not None and picture.media.kind == "photo"
    assert picture.content.startswith(b"\x89PNG")
    assert "Больше нормы: пн 30.11 — 14" in picture.text

    await anna.taps("⚖️ Разгрузить")
    assert anna.screen.id != picture.id, "a picture is not turned into a text"
    assert "пн 30.11 — 14 → 12 из 12" in anna.screen.text
    await anna.taps("✅ Перенести 2")
    assert "Перенесено: 2" in anna.screen.text
    assert await office.count("tasks", "due_on = '2026-11-30'") == 12
    assert await office.count("tasks", "moves = 1") == 2
    assert await office.count("timeline", "event = 'task_moved'") == 2

    await igor.writes("/plan")
    assert "Анна Петрова: сегодня 0, за 7 дней 0" in igor.screen.text
    await igor.taps("📆 Анна Петрова")
    assert "Нагрузка · Анна Петрова" in igor.screen.text
    assert igor.screen.media is not None
    shown = igor.screen
    await igor.taps("◀️ Все")
    assert "Борис Сидоров: сегодня 0" in igor.screen.text and igor.screen.id != shown.id
    listed = igor.screen
    await igor.taps("📆 Борис Сидоров")
    assert igor.screen.id == listed.id and igor.screen.media is not None, "edited in place"
    await office.people.boris.taps_data("ld:3")
    assert "нет" in office.people.boris.alert
    await olga.writes("/plan")
    assert "Борис Сидоров" in olga.screen.text


async def test_skipping_the_only_one_left_says_so(office: World) -> None:
    anna = office.people.anna
    await anna.writes("/new ООО «Ромашка»")
    await anna.writes("/setup")
    await anna.taps("⏭ Пропустить")
    assert "Это последний" in anna.toast
    assert "ООО «Ромашка»" in anna.screen.text


async def test_a_day_over_the_norm_is_said_and_spread_in_the_evening(office: World) -> None:
    anna = office.people.anna
    await new_clients(office, 14)
    await anna.writes("/setup")
    for _ in range(14):
        await anna.taps("Завтра")
    await office.at("2026-11-24 09:00")
    await anna.sees("Больше нормы (12 в день): вт 24.11 — 14")
    assert "⚖️ Разгрузить" in anna.screen.labels
    await office.at("2026-11-24 18:00")
    await anna.sees("Осталось 14")
    await anna.taps("➡️ На завтра")
    assert "Столько за день не успеть" in anna.screen.text
    await anna.taps("📆 Разложить по дням")
    assert "ср 25.11 — 0 → 12 из 12" in anna.screen.text
    await anna.taps("✅ Перенести 14")
    assert await office.count("tasks", "due_on = '2026-11-25'") == 12
    assert await office.count("tasks", "due_on = '2026-11-26'") == 2
    await anna.taps("↩️ Отменить")
    assert await office.count("tasks", "due_on = '2026-11-24' AND moves = 0") == 14
