"""One open inbound of a client, whatever joins it, and one message of it on the wrong client."""

from tests.world import World

PHONE = "+7 916 123-45-67"
OPEN = "direction = 'inbound' AND status = 'open'"


async def test_what_comes_while_it_is_open_joins_it_and_after_that_is_a_new_one(
    office: World,
) -> None:
    anna = office.people.anna
    await anna.writes(f"/new ООО «Ромашка» {PHONE}")
    await anna.taps("Завтра")
    await anna.forwards(f"Пришлите счёт, {PHONE}", origin="Кто-то")
    await anna.sees("Входящее записано")
    await office.at("2026-11-23 09:40")
    await anna.forwards(f"И договор, {PHONE}", origin="Кто-то")
    await anna.sees("Добавлено к открытому входящему клиента")
    await office.at("2026-11-23 10:20")
    await anna.forwards(f"Где мой заказ? {PHONE}", origin="Другой человек")
    await anna.sees("Добавлено к открытому входящему клиента")
    assert "Пришлите счёт" in anna.screen.text and "Где мой заказ?" in anna.screen.text
    assert await office.count("tasks", OPEN) == 1

    # The last one is of another client: the others stay.
    await anna.taps("🔄 Другой клиент")
    await anna.sees("Какое от другого клиента?")
    await anna.taps("Где мой заказ?")
    await anna.sees("Остальное в его входящем осталось")
    await anna.taps("➕ Новый клиент")
    await anna.sees("Входящее записано")
    assert "Где мой заказ?" in anna.screen.text and "счёт" not in anna.screen.text
    assert await office.count("tasks", OPEN) == 2

    await anna.writes("/today")
    await anna.taps("ООО «Ромашка»")
    await anna.sees("И договор")
    assert "заказ" not in anna.screen.text


async def test_after_it_is_handled_a_new_one_opens(office: World) -> None:
    anna = office.people.anna
    await anna.writes(f"/new ООО «Ромашка» {PHONE}")
    await anna.taps("Завтра")
    await anna.forwards(f"Пришлите счёт, {PHONE}", origin="Кто-то")
    await anna.taps("✅ Обработано")
    await office.at("2026-11-23 11:00")
    await anna.forwards(f"Спасибо, {PHONE}", origin="Кто-то")
    await anna.sees("Входящее записано")
    assert "счёт" not in anna.screen.text.partition("Последнее")[0]
    assert await office.count("tasks", OPEN) == 1


async def test_the_owner_hears_of_each_that_a_colleague_brings(office: World) -> None:
    anna, boris = office.people.anna, office.people.boris
    await anna.writes(f"/new ООО «Ромашка» {PHONE}")
    await anna.taps("Завтра")
    await office.at("2026-11-23 09:30")
    await boris.forwards(f"Мой номер {PHONE}", origin="Кто-то")
    await boris.taps("📨 Передать")
    await office.at("2026-11-23 09:35")
    await anna.sees("входящее для вас")
    await office.at("2026-11-23 11:00")
    await boris.forwards(f"Алло? {PHONE}", origin="Ещё кто-то")
    await boris.taps("📨 Передать")
    await office.at("2026-11-23 11:05")
    await anna.sees("ещё одно сообщение к открытому входящему")
    assert "Алло?" in anna.screen.text
    assert await office.count("tasks", OPEN) == 1


async def test_what_was_planned_is_asked_about_once_the_client_has_come_by_himself(
    office: World,
) -> None:
    anna = office.people.anna
    await anna.writes(f"/new ООО «Ромашка» {PHONE}")
    await anna.taps("Завтра")
    await office.at("2026-11-23 10:00")
    await anna.forwards(f"Я согласен, {PHONE}", origin="Кто-то")
    await anna.taps("✅ Обработано")
    await anna.sees("ещё нужно?")
    await anna.taps("Убрать")
    await anna.sees("Когда следующий контакт?")
    await anna.taps("Через неделю")
    kept = "direction = 'outbound' AND status = 'open'"
    assert await office.count("tasks", kept) == 1


async def test_an_outcome_is_taken_back_after_the_client_has_written_again(office: World) -> None:
    anna = office.people.anna
    await anna.writes(f"/new ООО «Ромашка» {PHONE}")
    await anna.taps("Завтра")
    await anna.forwards(f"Пришлите счёт, {PHONE}", origin="Кто-то")
    await anna.taps("✅ Обработано")
    card = anna.screen
    undo = next(key for row in card.rows for key in row if "Отменить" in key.label)
    await anna.forwards(f"И договор, {PHONE}", origin="Другой человек")
    await anna.sees("Входящее записано")
    await anna.taps_button(card, undo)
    await anna.sees("↩️ Отменено: итог дела")
    await anna.sees("теперь всё в одном деле")
    assert "Пришлите счёт" in anna.screen.text and "И договор" in anna.screen.text
    assert await office.count("tasks", OPEN) == 1
    # The button of the one that has gone leads to what is so now.
    await anna.taps_button(card, undo)
    await anna.sees("уже отменено")
