"""Anna goes on vacation, Boris stands in; settings by buttons and by typing."""

from tests.world import World

PHONE = "+7 916 123-45-67"


async def test_boris_stands_in_for_anna_until_she_is_back(office: World) -> None:
    anna, boris, olga = office.people.anna, office.people.boris, office.people.olga
    await anna.writes(f"/new ООО «Ромашка» {PHONE}")
    await anna.taps("Завтра")
    await anna.writes("/me")
    await anna.taps("🏖 Отпуск")
    await anna.writes("когда-нибудь летом")
    await anna.sees("Не понял даты")
    await anna.writes("24.11-26.11")
    await anna.sees("Кто замещает?")
    await anna.taps("Борис Сидоров")
    await anna.sees("замещает Борис Сидоров")

    await office.at("2026-11-24 09:00")
    await anna.sees("Хорошего отдыха")
    await boris.sees("Анна Петрова в отпуске")
    await boris.sees("Вы замещаете: Анна Петрова")
    assert anna.find("Доброе утро, Анна! вт 24.11") is None

    await olga.forwards(f"Перезвоните: {PHONE}", origin="Кто-то")
    await boris.sees("входящее для вас")
    assert "Вы замещаете: Анна Петрова" in boris.screen.text
    await boris.taps("🟢 Открыть")
    await boris.taps("✅ Обработано")
    await office.stage.bot.kill()
    await office.stage.bot.start()
    await office.stage.rest()

    await office.at("2026-11-27 09:00")
    await anna.sees("С возвращением")
    await boris.sees("Замещение закончилось: Анна Петрова")
    await boris.writes("/find Ромашка")
    assert "ООО «Ромашка»" not in boris.screen.text
    for person, said in (
        (anna, "Хорошего отдыха"),
        (anna, "С возвращением"),
        (boris, "в отпуске до"),
        (boris, "Замещение закончилось"),
    ):
        assert sum(said in message.text for message in person.messages) == 1, said


async def test_settings_by_buttons_and_by_typing(office: World) -> None:
    anna = office.people.anna
    await anna.writes("/me")
    await anna.taps("🌆 Вечерняя проверка")
    await anna.taps("17:30")
    await anna.sees("Вечерняя проверка: 17:30")
    await anna.taps("☀️ Время сводки")
    await anna.writes("с утра")
    await anna.sees("Не понял время")
    await anna.writes("8.30")
    await anna.sees("Утренняя сводка: 08:30")
    await anna.taps("🔔 Напоминания")
    await anna.taps("За 30 мин")
    await anna.sees("за 30 мин")
    await anna.taps("🔔 Напоминания")
    await anna.taps("➕ И в само время")
    await anna.sees("за 30 мин и в само время")
    await anna.taps("🌙 Тихие часы")
    await anna.writes("8:00-20:00")
    await anna.sees("не останется ни минуты рабочего дня")
    await anna.writes("13:00-14:30")
    await anna.sees("Тихие часы: 13:00–14:30")
    await anna.writes("/new Котов +7 495 765-43-21")
    await office.at("2026-11-23 13:30")
    assert anna.find("Доброе утро") is None
    await office.at("2026-11-23 14:30")
    await anna.sees("⚪️ Котов — нет дела")
    assert anna.find("Напоминание.") is None, "the digest of this moment has named him"


async def test_a_head_sends_somebody_on_vacation_from_the_card(office: World) -> None:
    igor, anna = office.people.igor, office.people.anna
    await igor.writes("/users")
    await igor.taps("Анна Петрова")
    await igor.taps("🏖 Отпуск")
    await igor.taps("📅 Выбрать даты")
    await igor.taps("25")
    await igor.taps("27")
    await igor.taps("Без заместителя")
    await igor.sees("без заместителя")
    await office.at("2026-11-25 09:00")
    await anna.sees("Хорошего отдыха")
    await igor.taps("✖️ Отменить отпуск")
    await anna.sees("С возвращением")


async def test_quiet_hours_hold_what_was_decided_before(office: World) -> None:
    """The transfer waits for nine o'clock; by then these hours are quiet."""
    olga, anna, boris = office.people.olga, office.people.anna, office.people.boris
    await anna.writes("/new Ромашка +7 916 123-45-67")
    await olga.writes("/users")
    await olga.taps("Анна Петрова")
    await olga.taps("🔀 Передать клиентов")
    await olga.taps("👤 Одному человеку")
    await olga.taps("Борис Сидоров")
    await olga.taps("🔀 Передать всё")
    await boris.writes("/me")
    await boris.taps("🌙 Тихие часы")
    await boris.writes("8:30-11:00")
    await office.at("2026-11-23 10:59")
    assert boris.find("передаёт вам клиент") is None
    await office.at("2026-11-23 11:00")
    await boris.sees("передаёт вам клиент")
