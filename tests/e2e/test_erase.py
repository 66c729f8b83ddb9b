"""A person demands that his data go: the director erases them, and nobody finds him any more."""

from tests.world import World

PHONE = "+7 916 123-45-67"


async def test_nothing_is_left_but_a_number_and_who_comes_again_is_new(office: World) -> None:
    anna, igor, olga = office.people.anna, office.people.igor, office.people.olga
    await anna.writes(f"/new Орлов {PHONE}")
    await anna.taps("Завтра")
    await anna.forwards(f"Пришлите счёт, {PHONE}", origin="Кто-то")
    await anna.taps("✅ Обработано")
    await igor.writes("/find Орлов")
    await igor.taps("✏️ Изменить")
    assert all("Стереть" not in key.label for row in igor.screen.rows for key in row)
    await olga.writes("/find Орлов")
    await olga.taps("✏️ Изменить")
    await olga.taps("🧹 Стереть данные клиента")
    await olga.sees("стереть все данные по требованию")
    await olga.sees("Отменить это нельзя")
    old = olga.screen
    await olga.taps("🧹 Стереть навсегда")
    assert "только что работали" in olga.alert
    await office.at("2026-11-23 09:30")
    await olga.taps_button(old, old.rows[1][0])
    await olga.sees("остались числа под номером 1")
    assert all("Отменить" not in key.label for row in olga.screen.rows for key in row)
    await olga.taps_button(old, old.rows[1][0])
    assert "нет" in olga.alert + olga.toast
    kept = await office.rows("SELECT name, status, company, note FROM clients")
    assert kept == [("№1", "erased", None, None)]
    for table in ("contact_points", "arrivals", "client_words"):
        assert await office.count(table) == 0
    assert (
        await office.count("inbox", "raw LIKE '%Орлов%' AND handled_at < '2026-11-23 06:20'") == 0
    )
    await anna.sees("Данные одного из ваших клиентов стёрты по просьбе")
    assert "только номер: №1" in anna.screen.text and "Орлов" not in anna.screen.text
    for person in (anna, igor, olga):
        await person.writes("/find Орлов")
        await person.sees("никого не нашлось")
    await olga.writes("/audit")
    await olga.sees("🗑 Удалено: «№1»")
    await anna.forwards(f"Это снова я, {PHONE}", origin="Кто-то")
    await anna.taps("➕ Новый клиент")
    await anna.sees("Входящее записано")
    assert await office.count("clients", "status = 'active'") == 1
