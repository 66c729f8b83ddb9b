"""Every word of a row is somewhere, and nobody becomes somebody else: files in, the base out."""

import csv
import io
import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import Workbook

from bot.cli.exporting import run_export
from bot.cli.importing import run_import
from tests.builders import Firm


@dataclass(frozen=True)
class Brought:
    """What an import says, and the clients as the export has them."""

    report: dict[str, object]
    said: str
    clients: list[dict[str, str]]

    @property
    def counts(self) -> tuple[object, ...]:
        return tuple(self.report[name] for name in ("rows", "imported", "merged", "rejected"))

    def of(self, name: str) -> dict[str, str]:
        return next(client for client in self.clients if client["name"] == name)


@pytest.fixture
def bring(firm: Firm, tmp_path: Path, capsys):
    """Import a file for Anna, after a dry run that has to say the same."""

    async def bring(content: str | bytes, name: str = "base.csv") -> Brought:
        if "Анна" not in firm.ids:
            await firm.person("Анна")
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        reports = []
        for dry in (True, False):
            args = (firm.transactions, path, firm.ids["Анна"])
            assert await run_import(*args, dry_run=dry, as_json=True) == 0
            *said, last = capsys.readouterr().out.splitlines()
            reports.append(json.loads(last) | {"batch": ""})
        assert reports[0] == reports[1]
        folder = tmp_path / "out"
        await run_export(firm.transactions, folder)
        text = (folder / "clients.csv").read_text(encoding="utf-8-sig")
        clients = list(csv.DictReader(io.StringIO(text), delimiter=";"))
        return Brought(reports[1], "\n".join(said), clients)

    return bring


OFFICE = "+7 495 234-61-87"
BITRIX = (
    '"ID";"Имя";"Фамилия";"Компания";"Должность";"Рабочий телефон";"Мобильный телефон"\r\n'
    '"1";"Анна";"Белова";"ООО Ромашка";"Директор";"+7 495 234-61-87";""\r\n'
    '"2";"Борис";"Серов";"ООО Ромашка";"Бухгалтер";"+7 495 234-61-87";"+7 903 236-55-44"\r\n'
)


async def test_two_contacts_of_one_company_with_the_office_phone(bring) -> None:
    came = await bring(BITRIX)
    assert came.counts == (2, 2, 0, 0)
    first, second = came.of("Анна Белова"), came.of("Борис Серов")
    assert (first["phones"], first["note"]) == ("+74952346187", "Директор")
    assert second["phones"] == "+74952346187, +79032365544"
    assert (second["company"], second["note"]) == ("ООО Ромашка", "Бухгалтер")
    assert "Один телефон у 2 человек: +7 495 234-61-87" in came.said
    again = await bring(BITRIX)
    assert again.counts == (2, 0, 2, 0)
    assert again.clients == came.clients


async def test_without_numbers_they_are_people_inside_the_company(bring) -> None:
    rows = (
        f"Анна Белова;ООО Ромашка;{OFFICE};Директор",
        f"Борис Серов;ООО Ромашка;{OFFICE}, 89032365544;Бухгалтер",
        f"Вера Чужая;АО Лютик;{OFFICE};Юрист",
        f"Глеб Ничей;;{OFFICE};",
    )
    file = "\n".join(["ФИО;Компания;Телефон;Должность", *rows])
    came = await bring(file)
    assert came.counts == (4, 3, 1, 0)
    assert [client["name"] for client in came.clients] == [
        "Анна Белова",
        "Вера Чужая",
        "Глеб Ничей",
    ]
    assert came.clients[0]["people"] == "Борис Серов |  | Бухгалтер | +79032365544"
    assert came.clients[0]["note"] == "Директор"
    assert "Один телефон у 4 человек" in came.said
    again = await bring(file)
    assert again.counts == (4, 0, 4, 0)
    assert again.clients == came.clients


@pytest.mark.parametrize(
    ("column", "first", "second"),
    [
        ("Телефон", "+7 495 234-61-87 доб. 12", "+7 495 234-61-87 доб. 15"),
        ("Телефон", "8(495)2346187 вн. 12", "84952346187"),
        ("Телефон", "0000000000", "0000000000"),
        ("Телефон", "+7 (999) 999-99-99", "89999999999"),
        ("Телефон", "123456", "123456"),
        ("Телефон", "8 903 236-55-44", "+79032365544"),
        ("Телефон", "8 800 555-35-35", "8 800 555-35-35"),
        ("Почта", "info@romashka.ru", "info@romashka.ru"),
        ("Почта", "petr@romashka.ru", "PETR@romashka.ru"),
        ("Почта", "no@mail.ru", "no@mail.ru"),
    ],
)
async def test_a_contact_in_common_makes_nobody_somebody_else(
    bring, column: str, first: str, second: str
) -> None:
    came = await bring(
        f"Имя;{column};Комментарий\nПётр Котов;{first};раз\nОльга Лисина;{second};два\n"
    )
    assert came.counts == (2, 2, 0, 0)
    assert [client["name"] for client in came.clients] == ["Пётр Котов", "Ольга Лисина"]
    for client, word, cell in zip(came.clients, ("раз", "два"), (first, second), strict=True):
        assert word in client["note"]
        known = "".join(client.values()).lower().replace(" ", "").replace("-", "")
        assert cell.lower()[-2:] in known


async def test_two_extensions_of_one_name_are_both_kept(bring) -> None:
    came = await bring(
        f"Имя;Телефон\nКотов;{OFFICE} доб. 12\nКотов;{OFFICE} доб. 15\nКотов;{OFFICE} доб. 12\n"
    )
    assert came.of("Котов")["phones"].lstrip("'") == "+74952346187 ext. 12"
    assert sorted(client["phones"][-2:] for client in came.clients) == ["12", "15"]


async def test_the_same_name_in_other_dress_is_the_same(bring) -> None:
    came = await bring(
        f"Имя;Телефон;Комментарий\nПётр Котов;{OFFICE};раз\nКОТОВ П.;{OFFICE};два\nпетр;{OFFICE};\n"
    )
    assert came.counts == (3, 1, 2, 0)
    note = came.of("Пётр Котов")["note"].splitlines()
    assert note[:2] == ["раз", "два"]
    assert "Один телефон" not in came.said


async def test_a_row_that_goes_to_a_client_leaves_every_word_there(bring) -> None:
    await bring("Имя;Телефон\nРомашка;89032365544\n")
    inside = "8 916 123-45-68 (Олег, склад)"
    came = await bring(
        "ID;Клиент;Телефон;Мобильный;Компания;Должность;Класс;Город;Дата создания\n"
        f"5;Ольга Лисина;89032365544;{inside};АО Лютик;Директор;A;Тверь;24.12.2019\n"
    )
    assert came.counts == (1, 0, 1, 0)
    (client,) = came.clients
    assert (client["name"], client["company"], client["source"]) == (
        "Ромашка",
        "АО Лютик",
        "table:5",
    )
    assert client["people"].splitlines() == [
        "Ольга Лисина |  | Директор | ",
        "Олег |  | склад | +79161234568",
    ]
    assert set(client["note"].splitlines()) == {
        "Класс: A",
        "Город: Тверь",
        "Дата создания: 24.12.2019",
    }


@pytest.mark.parametrize(
    ("titles", "cells", "kept"),
    [
        (
            "Клиент;Контактное лицо;Телефон",
            "ООО Ромашка;Петров Иван;8-903-236-55-44",
            {"name": "ООО Ромашка", "people": "Петров Иван |  |  | ", "phones": "+79032365544"},
        ),
        (
            "Контактное лицо;Должность;Заказчик",
            "Петров Иван;Снабженец;Ромашка",
            {"name": "Ромашка", "people": "Петров Иван |  | Снабженец | ", "note": ""},
        ),
        (
            "ФИО;Заказчик;Телефон",
            "Петров Иван;ООО Ромашка;8-903-236-55-44",
            {"name": "Петров Иван", "company": "ООО Ромашка"},
        ),
        (
            "ФИО;Заказчик;Компания",
            "Петров Иван;Мария Лис;Ромашка",
            {"name": "Петров Иван", "company": "Ромашка", "note": "Заказчик: Мария Лис"},
        ),
        (
            "ФИО;Фамилия;Имя",
            "ИП Котова;Петров;Иван",
            {"name": "Иван Петров", "company": "ИП Котова"},
        ),
        (
            "ФИО;Фамилия;Имя",
            "Петров Иван Ильич;Петров;Иван",
            {"name": "Иван Петров", "note": "ФИО: Петров Иван Ильич"},
        ),
        (
            "Имя;Компания;Организация;Должность;Должность",
            "Иван;Ромашка;Лютик;Директор;Учредитель",
            {
                "company": "Ромашка",
                "note": "Директор\nОрганизация: Лютик\nДолжность (2): Учредитель",
            },
        ),
        (
            "Имя;Ответственный;Менеджер;Почта",
            "Иван;Сидоров;Козлов;ivan@ex.ru (бухгалтерия)",
            {
                "emails": "ivan@ex.ru",
                "note": "Менеджер: Козлов\nПочта: ivan@ex.ru (бухгалтерия)\nОтветственный: Сидоров",
            },
        ),
        (
            "Имя;Название сделки;Бюджет;Этап сделки;Дата закрытия",
            "Иван;Столы;5 000;Успешно реализовано;24.12.2025",
            {
                "note": "Название сделки: Столы\nБюджет: 5 000\nЭтап сделки: Успешно реализовано\n"
                "Дата закрытия: 24.12.2025"
            },
        ),
    ],
)
async def test_what_has_no_place_of_its_own_finds_one(bring, titles, cells, kept) -> None:
    came = await bring(f"{titles}\n{cells}\n")
    assert came.counts == (1, 1, 0, 0)
    (client,) = came.clients
    assert {name: client[name] for name in kept} == kept


@pytest.mark.parametrize(
    ("cell", "phones", "people", "note"),
    [
        ("89032365544 89161234567", "+79032365544, +79161234567", "", ""),
        ("тел. 8-916-123-45-68", "+79161234568", "", ""),
        (
            "8 903 236-55-45 (Олег, склад)",
            "+79032365545",
            "Олег |  | склад | +79032365545",
            "",
        ),
        (
            "моб. 8 903 236-55-45, бухгалтер 8 495 234-61-87",
            "+79032365545, +74952346187",
            "бухгалтер |  |  | +74952346187",
            "",
        ),
        ("8 903 236-55-45 не звонить", "+79032365545", "", "8 903 236-55-45 не звонить"),
        ("8 (495) 234-61-87 (доб. 101)", "'+74952346187 ext. 101", "", ""),
        ("звонить Олегу", "", "", "звонить Олегу"),
    ],
)
async def test_a_cell_with_phones_and_words(bring, cell, phones, people, note) -> None:
    (client,) = (await bring(f"Имя;Телефон\nИван Ильич;{cell}\n")).clients
    assert (client["phones"], client["people"], client["note"]) == (phones, people, note)


def book(**sheets: list[list[object]]) -> bytes:
    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


async def test_every_sheet_is_taken_or_named(bring) -> None:
    came = await bring(
        book(
            Москва=[["Имя", "Телефон"], ["Иван Первый", 89031110001]],
            Казань=[
                ["Имя", "Телефон"],
                ["Вера Третья", 89031110003],
                ["", ""],
                ["Олег", "7.9E+10"],
            ],
            Тверь=[["Телефон", "Имя"], ["89031110004", "Анна Пятая"]],
            Пустой=[],
            Прайс=[["Товар", "Цена"], ["Стол", 5], ["Стул", 3]],
        ),
        "base.xlsx",
    )
    assert came.counts == (4, 3, 0, 1)
    assert [(client["name"], client["phones"]) for client in came.clients] == [
        ("Иван Первый", "+79031110001"),
        ("Вера Третья", "+79031110003"),
        ("Анна Пятая", "+79031110004"),
    ]
    assert "Прайс: строк 2, не загружаю" in came.said
    assert "Казань: строк 2, в списке ошибок они идут с 4-й" in came.said
    assert "Строка 6: телефон округлён" in came.said
