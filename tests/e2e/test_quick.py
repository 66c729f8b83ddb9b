"""Quick add: one line is a client, a date and a task."""

from tests.world import World

OPEN = (
    "SELECT c.name, t.title, t.due_on, substr(t.due_at, 12, 5) FROM tasks t"
    " JOIN clients c ON c.id = t.client_id ORDER BY t.id"
)


async def test_three_lines_one_of_them_ambiguous(office: World) -> None:
    anna = office.people.anna
    await anna.writes("/new Иванов Пётр +7 916 123-45-67")
    await anna.presses("➕ Новое")
    await anna.writes("Иванов завтра 15:00 позвонить по КП")
    await anna.sees("Иванов Пётр · завтра, вт 24.11 в 15:00 · позвонить по КП")
    preview = anna.screen
    await anna.taps("✅ Сохранить", preview)
    await anna.sees("завтра, вт 24.11 в 15:00")
    await anna.taps_data("qs:1", preview)
    await anna.sees("уже сохранено")
    assert await office.rows(OPEN) == [("Иванов Пётр", "позвонить по КП", "2026-11-24", "12:00")]

    await anna.writes("/new Иванов Олег +7 916 123-45-68 послезавтра в 6 счёт")
    await anna.sees("Можно понять по-разному")
    await anna.taps("18:00")
    await anna.sees("Иванов Олег · ср 25.11 в 18:00 · счёт")
    await anna.sees("Клиент новый")
    await anna.taps("✅ Сохранить")
    await anna.sees("Иванов Олег: следующий контакт")

    await anna.writes("Иванов в пт отправить договор")
    await anna.sees("О ком речь?")
    await anna.taps("Иванов Олег")
    await anna.taps("✅ Сохранить")
    assert (await office.rows(OPEN))[1:] == [
        ("Иванов Олег", "счёт", "2026-11-25", "15:00"),
        ("Иванов Олег", "отправить договор", "2026-11-27", None),
    ]
    await anna.taps("↩️ Отменить")
    assert await office.count("tasks") == 2


async def test_a_line_beyond_the_horizon_on_a_day_off_and_without_a_date(office: World) -> None:
    anna = office.people.anna
    await anna.writes("/new Сидоров через 3 месяца договор")
    await anna.sees("последняя дата — ср 23.12")
    await anna.taps("ср 23.12")
    await anna.sees("Сидоров · ср 23.12 · договор")
    await anna.writes("/new Сидоров в субботу встреча")
    await anna.sees("выходной")
    await anna.taps("Всё равно")
    await anna.taps("✅ Сохранить")
    assert await office.rows(OPEN) == [("Сидоров", "встреча", "2026-11-28", None)]
    saved = anna.screen
    await anna.writes("/new Лютик +7 916 123-45-69")
    await anna.sees("Клиент добавлен")
    await anna.writes("/cancel")
    await anna.writes("спасибо, понял")
    assert await office.count("tasks") == 1
    await anna.writes("/new Петров 31.02 звонок")
    await anna.sees("Такой даты нет")
    assert await office.count("clients", "name = 'Лютик'") == 1
    assert await office.count("clients", "name LIKE 'Петров%'") == 0
    await anna.taps("↩️ Отменить", saved)
    assert await office.count("clients", "name = 'Сидоров'") == 0
    assert await office.count("tasks") == 0


async def test_what_is_typed_without_a_date_and_what_is_answered_in_words(office: World) -> None:
    anna = office.people.anna
    await anna.writes("Орлов +7 903 123-45-67")
    await anna.sees("+7 903 123-45-67")
    await anna.taps("➕ Новый клиент «Орлов»")
    await anna.sees("Клиент добавлен")
    await anna.writes("думает над кухней")
    await anna.sees("Записать как итог?")
    await anna.taps("📝 Записать как итог")
    await anna.sees("Когда следующий контакт?")
    await anna.writes("завтра в 10 обсудить цену")
    await anna.sees("обсудить цену")
    assert await office.rows(OPEN) == [("Орлов", "обсудить цену", "2026-11-24", "07:00")]
    await anna.writes("8 903 123-45-67")
    await anna.sees("👤 Орлов")
    await anna.sees("думает над кухней")
    await anna.writes("Орлов просит скидку")
    await anna.taps("📅 Дело")
    await anna.sees("просит скидку")
    await anna.taps("📝 Итог")
    await anna.writes("скидка 5 %")
    await anna.sees("Когда следующий контакт?")


async def test_a_line_that_is_not_saved_is_left_by_cancel(office: World) -> None:
    anna = office.people.anna
    await anna.writes("Надежда Май завтра позвонить")
    line = anna.screen
    await anna.writes("/cancel")
    assert "ничего не меняю" in anna.screen.text
    assert line.id not in [post.id for post in anna.messages]
    await anna.writes("Надежда Май завтра позвонить")
    await anna.writes("Надежда Май завтра написать")
    await anna.taps("✅ Сохранить")
    assert "написать" in anna.screen.text
    assert await office.count("tasks") == 1
