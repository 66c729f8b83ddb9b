"""A client base comes in through the chat: sent as a file, looked at, imported, taken back."""

from sandbox import Person, Post
from tests.exports import (
    AMO_CONTACT,
    BITRIX_CONTACT,
    BITRIX_PERSON,
    GOOGLE_NEW,
    bitrix_csv,
    bitrix_xls,
    bomb,
    four_bases,
    lined,
    plain_csv,
    xlsx,
    zipped,
)
from tests.world import World

PEOPLE = [
    BITRIX_PERSON,
    {
        "ID": "18",
        "Имя": "Мария",
        "Мобильный телефон": "+79261112233",
        "Дата создания": "31.02.2019",
    },
    {"ID": "19", "Имя": "Олег", "Рабочий e-mail": "oleg@example.com"},
    {"ID": "20", "Рабочий телефон": "7.90324E+10"},
]

WITHOUT_PLAN = """
    status = 'active' AND (gap_since IS NOT NULL OR NOT EXISTS (
        SELECT 1 FROM tasks WHERE client_id = clients.id AND status = 'open'
        AND direction = 'outbound' AND due_on BETWEEN '2026-11-24' AND '2026-12-23'
    ))
"""
"""Of a client without a deal, on the Monday of the stories."""


async def checked(person: Person, name: str, content: bytes) -> None:
    """The file sent, and gone on with to the figures of the dry run."""
    await person.sends_file(name, content)
    await person.sees(f"📄 {name}\n")
    await person.taps("▶️ Дальше")
    await person.sees(f"{name}: вот что получится")


async def imported(person: Person, name: str, content: bytes) -> Post:
    """The same, and imported; the message that says so."""
    await checked(person, name, content)
    await person.taps("✅ Импортировать")
    return await person.sees(f"{name}: импорт закончен")


async def test_a_base_is_sent_checked_imported_and_listed(office: World) -> None:
    anna = office.people.anna
    await anna.writes("/import")
    assert "Битрикс24" in anna.screen.text
    await anna.sends_file("contacts.csv", bitrix_csv(lined(BITRIX_CONTACT, *PEOPLE), "cp1251"))
    shown = await anna.sees("Контакты Битрикс24 · 4 строки")
    assert "1251" not in shown.text
    assert "Иванов" in shown.text
    assert "Все клиенты из файла будут вашими" in shown.text
    await anna.taps("▶️ Дальше")
    shown = await anna.sees("новые 3 · дополнятся 0 · дубли 0 · ошибки 1")
    assert await office.count("clients") == 0
    await anna.taps("✅ Импортировать")
    shown = await anna.sees("Строк 4: новые 3")
    assert await office.count("clients", "owner_id = 3") == 3
    await office.stage.rest()
    text = anna.screen.content.decode("utf-8-sig")
    assert "6;Строка не загружена;телефон округлён" in text
    assert "4;Ячейка не понята, остальное загружено;«Дата создания»: такой даты нет" in text
    await anna.taps("🚀 Расставить дела", shown)
    await anna.sees("осталось 3 из 3")


async def test_the_pages_that_bitrix_calls_workbooks_amo_and_google(office: World) -> None:
    anna = office.people.anna
    await imported(anna, "contacts.xls", bitrix_xls(lined(BITRIX_CONTACT, *PEOPLE[:3])))
    amo = {"ID": "7", "Тип": "контакт", "Наименование": "Пётр", "Рабочий телефон": "'+79037654321"}
    await imported(anna, "amo.xlsx", xlsx(lined(AMO_CONTACT, amo)))
    google = {"First Name": "Ольга", "Phone 1 - Value": "+79037654321 ::: +79030000001"}
    await checked(anna, "google.csv", plain_csv(lined(GOOGLE_NEW, google), ","))
    await anna.sees("новые 0 · дополнятся 1 · дубли 0 · ошибки 0")
    await anna.taps("Пропустить")
    assert "останется как есть" in anna.screen.text
    await anna.taps("Дополнить пустое")
    await anna.taps("✅ Импортировать")
    await anna.sees("дополнены 1")
    assert await office.count("clients") == 4
    assert await office.count("contact_points", "value = '+79030000001'") == 1


async def test_four_exports_come_in_and_everybody_gets_a_task(office: World) -> None:
    """By the walk and the automatic plan, from the day of the import to the last client (R1)."""
    anna, rows = office.people.anna, 60
    for name, content in four_bases(rows).items():
        shown = await imported(anna, name, content)
        assert f"новые {rows} · дополнены 0 · дубли 0 · ошибки 0" in shown.text
    await anna.taps("🚀 Расставить дела")
    for left in (240, 239, 238):
        assert f"осталось {left} из 240" in anna.screen.text
        await anna.taps("Через 3 дня")
    await anna.taps("Разложить автоматически")
    assert "237 дел" in anna.screen.text
    await anna.taps("✅ Разложить 237")
    assert "Разложено: 237" in anna.screen.text
    assert await office.count("clients", WITHOUT_PLAN) == 0
    assert await office.count("clients", "status = 'active'") == 4 * rows

    await anna.taps("↩️ Отменить")
    assert "Отменено: раскладка по дням" in anna.screen.text
    assert await office.count("clients", WITHOUT_PLAN) == 237
    await anna.taps("✅ Разложить 237")
    assert await office.count("clients", WITHOUT_PLAN) == 0


async def test_a_leader_says_whose_the_names_of_the_file_are(office: World) -> None:
    igor = office.people.igor
    people = [
        {"ID": "1", "Имя": "Раз", "Ответственный": "Петрова Анна"},
        {"ID": "2", "Имя": "Два", "Ответственный": "Бывший Сотрудник"},
        {"ID": "3", "Имя": "Три", "Ответственный": "Ещё Один"},
    ]
    await igor.sends_file("base.csv", bitrix_csv(lined(BITRIX_CONTACT, *people)))
    shown = await igor.sees("Ответственные:")
    assert "Петрова Анна → Анна Петрова" in shown.text
    await igor.taps("▶️ Дальше")
    assert "Бывший Сотрудник" in igor.screen.text
    await igor.taps("Борис Сидоров · 0")
    assert "Ещё Один" in igor.screen.text
    await igor.taps("Мои")
    await igor.sees("новые 3")
    await igor.taps("✅ Импортировать")
    await igor.sees("импорт закончен")
    owners = await office.rows("SELECT name, owner_id FROM clients ORDER BY id")
    assert owners == [("Раз", 3), ("Два", 4), ("Три", 2)]


async def test_columns_and_kind_are_chosen_by_hand(office: World) -> None:
    anna = office.people.anna
    table = [["Кто", "Куда звонить"], ["Ромашка", "111-22-33"]]
    await anna.sends_file("table.csv", plain_csv(table))
    await anna.sees("Не нашёл ни имени")
    await anna.taps("🧩 Столбцы")
    await anna.taps("Кто → в комментарий")
    await anna.taps("имя целиком")
    await anna.taps("Куда звонить → в комментарий")
    await anna.taps("телефон")
    await anna.taps("✅ Столбцы верны")
    await anna.sees("· Куда звонить → телефон")
    await anna.taps("Поставщики")
    await anna.taps("▶️ Дальше")
    await anna.sees("новые 1")
    await anna.taps("✅ Импортировать")
    await anna.sees("импорт закончен")
    rows = await office.rows("SELECT name, kind FROM clients")
    assert rows == [("Ромашка", "supplier")]


async def test_the_same_file_twice_is_told_and_an_import_is_taken_back(office: World) -> None:
    anna, boris = office.people.anna, office.people.boris
    file = bitrix_csv(lined(BITRIX_CONTACT, *PEOPLE))
    await imported(anna, "contacts.csv", file)
    await office.at("2026-11-23 10:00")
    await anna.writes("/find Мария")
    await anna.taps("📅 Запланировать")
    await anna.taps("Через 3 дня")
    await anna.sends_file("again.csv", file)
    await anna.sees("уже загружали: сегодня в 08:00")
    await anna.taps("✋ Не надо")
    await anna.sees("ничего не загружаю")
    result = next(post for post in anna.messages if "импорт закончен" in post.text)
    await anna.taps("↩️ Отменить импорт", result)
    sure = await anna.sees("Новые клиенты уйдут")
    await anna.taps("↩️ Да, отменить", sure)
    shown = await anna.sees("импорт отменён")
    assert "Убрано 2." in shown.text
    assert "Осталось 1: с ними уже работали." in shown.text
    assert await office.rows("SELECT name FROM clients") == [("Мария",)]
    undo = next(b for row in sure.rows for b in row if "отменить" in b.label)
    await boris.taps_data(undo.data)
    assert "Такого импорта у вас нет" in boris.alert
    await anna.taps_button(sure, undo)
    assert await office.count("imports", "state = 'undone'") == 1


async def test_what_is_no_table_is_refused_with_one_sentence(office: World) -> None:
    anna = office.people.anna
    files = {
        "bomb.xlsx": (bomb(), "слишком большой"),
        "setup.csv": (b"MZ\x90\x00\x03" + bytes(range(256)) * 40, "Не понял, что это за файл"),
        "empty.csv": (b"", "Файл пустой"),
        "cut.xlsx": (xlsx([["Имя"], ["Пётр"]])[:900], "Файл повреждён"),
        "other.xlsx": (zipped(readme_dot_txt=b"hello"), "Не понял"),
    }
    for name, (content, said) in files.items():
        await anna.sends_file(name, content)
        shown = await anna.sees(f"{name}\n")
        assert said in shown.text, name
    await anna.sends_file("large.csv", b"x" * (20 * 1024 * 1024 + 1))
    await anna.sees("Файл больше 20 МБ")
    await anna.sends_photo()
    await anna.sees("Это картинка")
    assert await office.count("clients") == 0
    assert await office.count("imports", "state != 'refused'") == 0


async def test_a_kill_in_the_middle_goes_on_after_the_restart(office: World) -> None:
    anna, boris, bot = office.people.anna, office.people.boris, office.stage.bot
    box = office.stage.box
    people = [
        {"ID": str(n), "Имя": f"Клиент {n}", "Мобильный телефон": f"+7916{n:07}"}
        for n in range(1, 1201)
    ]
    await checked(anna, "base.csv", bitrix_csv(lined(BITRIX_CONTACT, *people)))
    # The answer to the tap, and how far it is, which is said after the first portion.
    box.faults.fail_next("editMessageText", 2, "hang", chat_id=anna.id)
    await anna.taps("✅ Импортировать", wait=False)
    await box.wait(lambda: box.faults.hanging == 2)
    await boris.writes("/today", wait=False)
    await boris.sees("📋 Мои дела")
    await bot.kill()
    box.faults.clear()
    assert 0 < await office.count("clients") < 1200
    await bot.start()
    await anna.sees("новые 1\u00a0200", timeout=60)
    assert await office.count("clients") == 1200
    assert await office.count("import_rows") == 1200
    assert await office.count("outbox", "kind = 'import'") == 3
