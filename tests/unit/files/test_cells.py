"""Titles and cells of any table: phones, sums, dates, and what nobody knows."""

from datetime import date, time

import pytest

from bot.files.reading import read_clients
from bot.method.imports.rows import CellProblem, Column, Field, TaskRow
from tests.exports import (
    BITRIX_DEAL,
)
from tests.unit.files.reads import one, read


def test_columns_tell_what_they_were_taken_for() -> None:
    file = read("Имя;Источник;Товар;Источник", {"Имя": "Пётр", "Источник": "Сайт"})
    assert file.columns == (
        Column(0, "Имя", Field.GIVEN, True, "Пётр"),
        Column(1, "Источник", Field.NOTE, False, "Сайт"),
        Column(2, "Товар", Field.NOTE, False, ""),
        Column(3, "Источник (2)", Field.NOTE, False, "Сайт"),
    )
    assert file.rows[0].note == "Источник: Сайт\nИсточник (2): Сайт"


@pytest.mark.parametrize(
    ("cell", "phones"),
    [
        ("8 903 236 55 44", ("8 903 236 55 44",)),
        ("79032365544.0", ("79032365544",)),
        ("79032365544,0", ("79032365544",)),
        ('="+79032365544"', ("+79032365544",)),
        ("'+7 (903) 236-55-44", ("+7 (903) 236-55-44",)),
        (
            "111-22-33, 222-33-44;333-44-55/444-55-66\n555",
            ("111-22-33", "222-33-44", "333-44-55", "444-55-66", "555"),
        ),
        ("8 495 234-61-87, доб. 12; 5", ("8 495 234-61-87 доб. 12", "5")),
        ("8 (925) abc-12-34", ("8 (925) abc-12-34",)),
        ("+79032365544, +79032365544", ("+79032365544",)),
    ],
)
def test_phones_in_a_cell(cell: str, phones: tuple[str, ...]) -> None:
    assert one("Имя;Телефон", Имя="Пётр", Телефон=cell).phones == phones


@pytest.mark.parametrize("cell", ["7.90324E+10", "7,90324e10", "8 903 236 55 44; 7.90324E+10"])
def test_a_rounded_phone_makes_an_error_row(cell: str) -> None:
    row = one("Имя;Телефон", Имя="Пётр", Телефон=cell)
    assert (row.error, row.name) == ("row-phone", "Пётр")


def test_an_impossible_date_keeps_the_person_and_reports_the_cell() -> None:
    row = one(
        "Имя;Дата создания;Ближайшая задача",
        Имя="Пётр",
        Дата_создания="31.02.2019",
        Ближайшая_задача="24.12.2025 25:00",
    )
    assert (row.name, row.created, row.task, row.error) == ("Пётр", None, None, None)
    assert row.problems == (
        CellProblem("cell-date", "Ближайшая задача", "24.12.2025 25:00"),
        CellProblem("cell-date", "Дата создания", "31.02.2019"),
    )


@pytest.mark.parametrize(
    ("cell", "task"),
    [
        ("46357", TaskRow(date(2026, 12, 1))),
        ("46357.4375", TaskRow(date(2026, 12, 1), time(10, 30))),
        ("46357,9999999", TaskRow(date(2026, 12, 2))),
        ("46357 звонок", None),
        ("39999", None),
        ("4635700", None),
    ],
)
def test_a_day_as_a_spreadsheet_keeps_it(cell: str, task: TaskRow | None) -> None:
    row = one("Имя;Ближайшая задача", Имя="Пётр", Ближайшая_задача=cell)
    assert row.task == task
    assert row.note == ("" if task else f"Ближайшая задача: {cell}")


@pytest.mark.parametrize(
    ("title", "cell", "amount"),
    [
        ("Бюджет", "350 000", (35_000_000, None)),
        ("Бюджет", "1 250 000,50", (125_000_050, None)),
        ("Бюджет", "1,250,000.5", (125_000_050, None)),
        ("Бюджет", "1.250.000", (125_000_000, None)),
        ("Бюджет", "1,250", (125_000, None)),
        ("Бюджет", "12500.0000", (1_250_000, None)),
        ("Бюджет", "1500|RUB", (150_000, "RUB")),
        ("Бюджет", "1500 руб.", (150_000, "RUB")),
        ("Бюджет", "5 \u20ac", (500, "EUR")),
        ("Бюджет", "$5,000", (500_000, "USD")),
        ("Бюджет", "\u20bd 1 500,50", (150_050, "RUB")),
        ("Бюджет, $", "5", (500, "USD")),
        ("Бюджет \u20b8", "5", (500, "KZT")),
        ("Сумма (руб.)", "5", (500, "RUB")),
        ("Бюджет", "0", (None, None)),
        ("Бюджет", "", (None, None)),
    ],
)
def test_sums_as_people_type_them(title: str, cell: str, amount: tuple[object, ...]) -> None:
    (row,) = read(f"Имя;Сделка;{title}", {"Имя": "Пётр", "Сделка": "Стол", title: cell}).rows
    assert row.deal is not None
    assert (row.deal.amount, row.deal.currency) == amount


@pytest.mark.parametrize(
    ("currency", "amount"),
    [("Российский рубль", (12_300, "RUB")), ("JPY", (123, "JPY")), ("фунты", (None, None))],
)
def test_a_column_for_the_currency(currency: str, amount: tuple[object, ...]) -> None:
    row = one(BITRIX_DEAL, ID="1", Сумма="123", Валюта=currency)
    assert row.deal is not None
    assert (row.deal.amount, row.deal.currency) == amount
    unknown = currency == "фунты"
    assert [one.value for one in row.problems] == (["фунты"] if unknown else [])
    assert row.note == ("Валюта: фунты\nСумма: 123" if unknown else "")


@pytest.mark.parametrize("cell", ["по договорённости", "-5", "1" * 20])
def test_what_is_no_sum_is_reported(cell: str) -> None:
    row = one("Имя;Сделка;Бюджет", Имя="Пётр", Сделка="Стол", Бюджет=cell)
    assert [problem.code for problem in row.problems] == ["cell-amount"]
    assert row.note == f"Бюджет: {cell}"


def test_what_is_no_email_and_too_much_text_are_kept_and_told() -> None:
    row = one("Имя;Почта;Цвет", Имя="Пётр", Почта="нет", Цвет="x" * 5000)
    assert [problem.code for problem in row.problems] == ["cell-long", "cell-email"]
    assert row.note == "Цвет: " + "x" * 4096 + "\nПочта: нет"


@pytest.mark.parametrize(
    "title",
    [
        "Рабочий телефон",
        " рабочий\u00a0Телефон: ",
        "«Рабочий телефон»",
        "Контакт: Рабочий телефон",
        "Рабочий телефон (контакт)",
        "РАБОЧИЙ ТЕЛЕФОН 2",
        "Компания: Рабочий телефон",
    ],
)
def test_titles_are_known_in_any_dress(title: str) -> None:
    assert read(f"Имя;{title}", {"Имя": "Пётр", title: "5"}).rows[0].phones == ("5",)


def test_cells_beyond_the_titles_are_not_lost() -> None:
    (row,) = read_clients("Имя;Телефон\nПётр;5;важно;=1\n".encode()).rows
    assert row.note == "важно\n=1"


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("@Petr_Ivanov", ("petr_ivanov", None, ())),
        ("petr_ivanov", ("petr_ivanov", None, ())),
        ("https://t.me/petr_ivanov", ("petr_ivanov", None, ())),
        ("1234567", ("", 1234567, ())),
        ("+79032365544", ("", None, ("+79032365544",))),
        ("Пётр", ("", None, ())),
    ],
)
def test_what_stands_for_telegram(cell: str, found: tuple[object, ...]) -> None:
    row = one("Имя;Telegram", Имя="Пётр", Telegram=cell)
    assert (row.handle, row.telegram_id, row.phones) == found
    assert row.note == ("Telegram: Пётр" if cell == "Пётр" else "")


def test_a_row_of_delimiters_is_a_row_and_a_blank_line_is_none() -> None:
    file = read_clients("Имя;Телефон\n;\n\nПётр;5\n".encode())
    assert [row.error for row in file.rows] == ["row-empty", None]


def test_what_a_broken_formula_shows_is_nobodys_name_and_no_phone() -> None:
    row = one("Имя;Телефон;Комментарий", Имя="Пётр", Телефон="#ССЫЛКА!", Комментарий="#N/A")
    assert (row.name, row.phones, row.note, row.error) == ("Пётр", (), "", None)
    assert [problem.code for problem in row.problems] == ["cell-formula", "cell-formula"]
    lost = one("Имя;Телефон", Имя="#ИМЯ?", Телефон="#ref!")
    assert (lost.name, lost.error) == ("", "row-nameless")


def test_a_row_of_nothing_but_a_date_is_not_called_empty() -> None:
    file = read_clients("Имя;Телефон;Следующее дело\n;;05.12.2026\n ; ;\n".encode())
    assert [row.error for row in file.rows] == ["row-nameless", "row-empty"]


def test_more_phones_than_a_client_may_have_go_to_the_note() -> None:
    row = one("Имя;Телефон", Имя="Пётр", Телефон=", ".join(map(str, range(1000, 1012))))
    assert (row.phones[-1], len(row.phones), row.note) == ("1009", 10, "1010\n1011")
