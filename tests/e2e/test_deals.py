"""Deals and kinds of tasks as a manager meets them in the chat."""

from tests.world import World


async def test_a_deal_from_wish_to_win(office: World) -> None:
    anna = office.people.anna
    await anna.writes("/new Ромашка +7 916 123-45-67")
    await anna.taps("🤝")
    await anna.taps("Завтра")
    await anna.sees("встреча")
    await anna.taps("👤 Карточка")
    await anna.taps("💼 Хочет купить")
    await anna.taps("✏️ Название")
    await anna.writes("Новый сайт")
    await anna.sees("Сделка: Новый сайт")
    await anna.taps("💰 Сумма")
    await anna.writes("много")
    await anna.sees("Не понял сумму")
    await anna.writes("1,2 млн")
    await anna.sees("1\u00a0200\u00a0000")
    await anna.taps("Через 3 дня")
    await anna.sees("сделка создана")
    kept = "SELECT title, amount, currency FROM deals"
    assert await office.rows(kept) == [("Новый сайт", 120_000_000, "RUB")]

    await anna.writes("/deals")
    await anna.taps("Новый сайт")
    await anna.taps("🪜 Стадия")
    await anna.taps("Договор")
    await anna.sees("🪜 Договор")
    await anna.taps("← Сделки")
    await anna.taps("🪜 По стадиям")
    await anna.taps("Договор")
    await anna.taps("Новый сайт")
    await anna.taps("❌ Отказ")
    await anna.taps("Дорого")
    await anna.sees("Когда следующий контакт?")
    await anna.writes("/deals")
    await anna.taps("❌ Отказы")
    await anna.taps("Новый сайт")
    await anna.sees("Сделка закрыта. Причина: Дорого")


async def test_a_deal_opened_by_mistake_is_taken_back_whole(office: World) -> None:
    anna = office.people.anna
    await anna.writes("/new Ромашка +7 916 123-45-67")
    await anna.taps("Завтра")
    await anna.taps("👤 Карточка")
    await anna.taps("💼 Хочет купить")
    await anna.taps("💰 Сумма")
    await anna.writes("$3k")
    await anna.taps("Через 3 дня")
    await anna.taps("↩️ Отменить")
    assert await office.count("deals") == 0
    assert await office.rows("SELECT deal_id FROM tasks WHERE status = 'open'") == [(None,)]


async def test_a_deal_by_hand_and_a_task_put_on_it(office: World) -> None:
    anna = office.people.anna
    await anna.writes("/new Ромашка +7 916 123-45-67")
    await anna.taps("Завтра")
    await anna.writes("/deals")
    await anna.taps("➕ Сделка")
    await anna.writes("ромашка")
    await anna.taps("Через 3 дня")
    await anna.taps("👤 Карточка")
    await anna.taps("звонок")
    await anna.taps("➡️ На клиента")
    assert await office.rows("SELECT deal_id FROM tasks WHERE status = 'open'") == [(None,)]
    await anna.taps("➡️ На сделку")
    assert await office.rows("SELECT deal_id FROM tasks WHERE status = 'open'") == [(1,)]


async def test_the_admin_names_the_stages(office: World) -> None:
    boss, anna = office.people.olga, office.people.anna
    await boss.writes("/stages")
    await boss.taps("➕ Добавить")
    await boss.writes("Отгрузка")
    await boss.taps("Потребность")
    await boss.taps("✏️ Переименовать")
    await boss.writes("Бриф")
    await boss.taps("Первый контакт")
    await boss.taps("🗑 Убрать")
    await boss.taps("🗑 Да, убрать")
    names = [name for (name,) in await office.rows("SELECT name FROM stages ORDER BY position, id")]
    assert names == ["Бриф", "Предложение", "Договор", "Оплата", "Отгрузка"]
    await anna.writes("/stages")
    assert "Отгрузка" not in anna.screen.text


async def test_a_task_with_a_time_comes_as_a_file(office: World) -> None:
    anna = office.people.anna
    await anna.writes("/new Ромашка +7 916 123-45-67")
    await anna.taps("Завтра")
    await anna.taps("👤 Карточка")
    await anna.taps("звонок")
    await anna.taps("📵 Недозвон")
    await anna.taps("Через 3 часа")
    await anna.taps("👤 Карточка")
    await anna.taps("звонок")
    await anna.taps("📅 В календарь")
    await anna.sees("появится в календаре")
    assert [post.file_name for post in anna.messages if post.file_name] == ["task-1.ics"]


async def test_what_was_typed_about_a_deal_outlives_the_calendar_and_a_typed_date(
    office: World,
) -> None:
    anna = office.people.anna
    await anna.writes("/new Ромашка +7 916 123-45-67")
    await anna.taps("Завтра")
    await anna.taps("👤 Карточка")
    await anna.taps("💼 Хочет купить")
    await anna.taps("💰 Сумма")
    await anna.writes("$3k")
    await anna.taps("📅 Дата")
    await anna.writes("завтра в 15:00")
    await anna.sees("сделка создана")
    assert await office.rows("SELECT amount, currency FROM deals") == [(300_000, "USD")]
    await anna.taps("👤 Карточка")
    await anna.taps("звонок")
    await anna.taps("📅 В календарь")
    content = next(post.content for post in anna.messages if post.file_name == "task-2.ics")
    assert content is not None
    assert b"DTSTART:20261124T120000Z" in content
