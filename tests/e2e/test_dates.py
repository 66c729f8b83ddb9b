"""A manager types dates, picks times, hits the horizon, moves a task again and again."""

from datetime import date

from bot.views.taps.base import pack
from bot.views.taps.tasks import Locked, PlanOn
from tests.world import World

# The story begins on Monday, 23 November 2026, at eight in the morning in Moscow.


async def due(office: World) -> list[tuple[object, ...]]:
    return await office.rows(
        "SELECT due_on, substr(due_at, 12, 5), moves FROM tasks WHERE status = 'open' ORDER BY id"
    )


async def open_task(office: World) -> None:
    """The card of Anna's only client, then of its task."""
    await office.people.anna.writes("/find Ромашка")
    await office.people.anna.taps("звонок")


async def test_a_typed_date_answers_the_question(office: World) -> None:
    anna = office.people.anna
    await anna.writes("/new Ромашка +7 916 123-45-67")
    await anna.writes("как-нибудь потом")
    await anna.sees("Не понял дату")
    await anna.writes("31.02")
    await anna.sees("Такой даты нет: 31.02")
    await anna.writes("99:99")
    await anna.sees("Такого времени нет")
    await anna.writes("в следующую среду в 15")
    await anna.sees("следующий контакт с клиентом — ср 02.12 в 15:00")
    assert await due(office) == [("2026-12-02", "12:00", 0)]
    await anna.writes("завтра")
    assert await office.count("tasks") == 1, "the question was answered"


async def test_a_typed_date_after_an_outcome_and_a_preset_ends_the_question(office: World) -> None:
    anna = office.people.anna
    await anna.writes("/new Ромашка +7 916 123-45-67")
    await anna.taps("Завтра")
    await anna.writes("послезавтра")
    assert await office.count("tasks") == 1
    await office.at("2026-11-24 09:30")
    await anna.writes("/today")
    await anna.taps("Ромашка")
    await anna.taps("✅ Поговорили")
    await anna.writes("пт утром")
    await anna.sees("пт 27.11 в 10:00")
    assert await due(office) == [("2026-11-27", "07:00", 0)]


async def test_a_head_is_asked_about_the_owners_days_off(office: World) -> None:
    """A button from before Anna's vacation: her days off count, not the head's."""
    anna, igor = office.people.anna, office.people.igor
    await anna.writes("/new Ромашка +7 916 123-45-67")
    away = "UPDATE users SET away_from = '2026-11-26', away_until = '2026-11-27' WHERE name = :name"
    await office.change(away, name="Анна Петрова")
    await igor.writes("/find Ромашка")
    await igor.taps_data(pack(PlanOn(1, None, date(2026, 11, 26))))
    await igor.sees("чт 26.11 — выходной")
    assert await due(office) == []
    await igor.taps_data(pack(PlanOn(1, None, date(2026, 11, 25))))
    assert await due(office) == [("2026-11-25", None, 0)]


async def test_a_tap_elsewhere_a_command_and_cancel_end_the_question(office: World) -> None:
    anna = office.people.anna
    await anna.writes("/new Ромашка +7 916 123-45-67")
    for leave in ("/deals", "/cancel", "☰ Ещё"):
        await anna.writes("/find Ромашка")
        await anna.taps("📅 Запланировать")
        await anna.writes(leave)
        await anna.writes("завтра")
        assert await office.count("tasks") == 0, leave
    await anna.writes("/find Ромашка")
    await anna.taps("📅 Запланировать")
    await anna.taps("👤 Карточка")
    await anna.writes("завтра")
    assert await office.count("tasks") == 0
    await anna.writes("/find Ромашка")
    await anna.taps("📅 Запланировать")
    await anna.taps("📅 Дата")
    await anna.taps("▶️")
    await anna.taps_data(pack(Locked(1, 30)))
    await anna.writes("завтра")
    assert await office.count("tasks") == 1, "a locked date leaves the question"


async def test_what_is_not_sure_is_asked_and_the_horizon_is_named(office: World) -> None:
    anna = office.people.anna
    await anna.writes("/new Ромашка +7 916 123-45-67")
    await anna.writes("завтра в 6")
    await anna.sees("Можно понять по-разному")
    await anna.taps("18:00")
    await anna.sees("завтра, вт 24.11 в 18:00")
    await open_task(office)
    await anna.taps("⏰ Перенести")
    await anna.writes("через полгода")
    await anna.sees("последняя дата — ср 23.12")
    await anna.taps("ср 23.12")
    await anna.sees("перенесено на ср 23.12")
    await open_task(office)
    await anna.taps("⏰ Перенести")
    await anna.writes("в субботу в 11")
    await anna.sees("выходной")
    await anna.taps("пн 30.11 в 11:00")
    assert await due(office) == [("2026-11-30", "08:00", 2)]


async def test_a_time_in_the_calendar(office: World) -> None:
    anna = office.people.anna
    await anna.writes("/new Ромашка +7 916 123-45-67")
    await anna.writes("завтра в 15")
    await anna.writes("/new Лютик +7 916 123-45-68")
    await anna.taps("📅 Дата")
    await anna.taps("24·1")
    await anna.sees("15:00 — Ромашка")
    assert "• 15:00" in str(anna.screen.buttons)
    await anna.taps("10:30")
    await anna.sees("завтра, вт 24.11 в 10:30")
    await anna.writes("/new Василёк +7 916 123-45-69")
    await anna.taps("📅 Дата")
    await anna.taps("(28)")
    await anna.sees("выходной")
    await anna.taps("Всё равно")
    assert await due(office) == [
        ("2026-11-24", "12:00", 0),
        ("2026-11-24", "07:30", 0),
        ("2026-11-28", None, 0),
    ]


async def test_no_answer_until_the_attempts_are_spent(office: World) -> None:
    anna = office.people.anna
    await office.at("2026-11-23 10:00")
    await anna.writes("/new Ромашка +7 916 123-45-67")
    await anna.writes("сегодня в 12")
    for number, answer in enumerate(("в 13", "в 14", "в 15", "в 16", "в 17", "завтра"), 1):
        await open_task(office)
        await anna.taps("📵 Недозвон")
        await anna.sees(f"попытка {number} из 6")
        await anna.writes(answer)
    assert await due(office) == [("2026-11-24", None, 0)]
    await open_task(office)
    await anna.taps("📵 Недозвон")
    await anna.taps("Сменить канал")
    await anna.sees("+7 916 123-45-67")
    await anna.taps("💬 Написал")
    await anna.sees("Когда следующий контакт?")


async def test_the_fourth_move_is_explained(office: World) -> None:
    anna, igor = office.people.anna, office.people.igor
    await office.at("2026-11-23 10:00")
    await anna.writes("/new Ромашка +7 916 123-45-67")
    await anna.taps("Завтра")
    for day in ("25.11", "26.11", "27.11"):
        await open_task(office)
        await anna.taps("⏰ Перенести")
        await anna.writes(day)
    await open_task(office)
    await anna.taps("⏰ Перенести")
    await anna.sees("переносили уже 3 раза")
    await anna.taps_data("xmv:1:20261201")
    await anna.sees("Почему?")
    assert await due(office) == [("2026-11-27", None, 3)]
    await anna.taps("◀️ Назад")
    await anna.taps("⏰ Перенести ещё раз")
    await anna.writes("30.11 в 11")
    await anna.sees("Переносим на пн 30.11 в 11:00. Почему?")
    await anna.taps("Не успеваю")
    assert await due(office) == [("2026-11-30", "08:00", 4)]
    await office.at("2026-11-23 10:02")
    await igor.sees("Анна Петрова: дело перенесено 4-й раз")
    assert "Не успеваю" in igor.screen.text
    await anna.taps("👤 Карточка")
    await anna.taps("🕘 История")
    await anna.sees("пт 27.11 → пн 30.11 (Не успеваю)")


async def test_two_presets_tapped_at_once_make_one_task_with_the_later_date(
    office: World,
) -> None:
    anna = office.people.anna
    await anna.writes("/new Ромашка +7 916 123-45-67")
    asked = anna.screen
    await anna.taps("Через 3 дня", asked, wait=False)
    await anna.taps_data(pack(PlanOn(1, None, date(2026, 11, 24))), asked, wait=False)
    await office.stage.rest()
    assert await due(office) == [("2026-11-26", None, 0)]
    await anna.sees("следующий контакт с клиентом — чт 26.11")


async def test_a_second_preset_within_the_minute_changes_the_date(office: World) -> None:
    anna = office.people.anna
    await anna.writes("/new Ромашка +7 916 123-45-67")
    asked = anna.screen
    await anna.taps("Завтра", asked)
    await anna.taps_data(pack(PlanOn(1, None, date(2026, 11, 26))), asked)
    await anna.sees("следующий контакт с клиентом — чт 26.11")
    await anna.taps("↩️ Отменить")
    assert await due(office) == [("2026-11-24", None, 0)]
    await office.at("2026-11-23 08:01")
    await anna.taps_data(pack(PlanOn(1, None, date(2026, 11, 26))), asked)
    assert await office.count("tasks") == 2, "the minute is over: another plan"


async def test_a_second_task_is_planned_from_a_new_question(office: World) -> None:
    anna = office.people.anna
    await anna.writes("/new Ромашка +7 916 123-45-67")
    await anna.taps("Через 3 дня")
    await anna.taps("👤 Карточка")
    await anna.taps("📅 Запланировать")
    asked = anna.screen
    await anna.taps("Через неделю", asked)
    assert [on for on, *_ in await due(office)] == ["2026-11-26", "2026-11-30"]
    await anna.taps_data(pack(PlanOn(1, None, date(2026, 12, 7))), asked)
    assert [on for on, *_ in await due(office)] == ["2026-11-26", "2026-12-07"]
