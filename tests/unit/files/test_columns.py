"""Columns by their titles, as other programs write them, and by what stands in them."""

from datetime import date, time

import pytest

from bot.files.reading import read_clients
from bot.method.imports.recognition import Surroundings
from bot.method.imports.rows import Field, TaskRow


def table(*rows: str) -> bytes:
    return "\n".join(rows).encode()


@pytest.mark.parametrize(
    ("titles", "cells"),
    [
        (
            "Имя,Фамилия,Организация,Рабочий телефон,Телефон переносной,Адрес эл. почты",
            "Иван,Петров,ООО Ромашка,84952346187,89032365544,ivan@ex.ru",
        ),
        (
            "First Name,Last Name,Company,Business Phone,Mobile Phone,E-mail Address",
            "Иван,Петров,ООО Ромашка,84952346187,89032365544,ivan@ex.ru",
        ),
        (
            "First Name,Last Name,Organization,Work Phone,Mobile Number,Primary Email",
            "Иван,Петров,ООО Ромашка,84952346187,89032365544,ivan@ex.ru",
        ),
        (
            "Контактное лицо;Наименование организации;Раб. тел.;Моб. тел.;Электронный адрес",
            "Иван Петров;ООО Ромашка;84952346187;89032365544;ivan@ex.ru",
        ),
        (
            "Contact Name;Account Name;Office Phone;Cell;Primary Email",
            "Иван Петров;ООО Ромашка;84952346187;89032365544;ivan@ex.ru",
        ),
        (
            "Кто это;Компания;Городской;Сотка;Куда писать",
            "Иван Петров;ООО Ромашка;8 (495) 234-61-87;8-903-236-55-44;ivan@ex.ru",
        ),
    ],
)
def test_titles_of_many_programs_and_of_none(titles: str, cells: str) -> None:
    (row,) = read_clients(table(titles, cells)).rows
    digits = sorted("".join(filter(str.isdigit, phone)) for phone in row.phones)
    assert digits == ["84952346187", "89032365544"]
    assert (row.company, row.emails) == ("ООО Ромашка", ("ivan@ex.ru",))
    assert row.name == "Иван Петров" or row.note == "Кто это: Иван Петров"


@pytest.mark.parametrize(
    ("title", "cells", "field"),
    [
        ("Куда звонить", ("8 916 111-22-33", "+79161112234", ""), Field.PHONE),
        ("Связь", ("a@example.com", "b@example.com", "нет"), Field.NOTE),
        ("Связь", ("a@example.com", "b@example.com", "c@example.com", "-"), Field.EMAIL),
        ("Аккаунт", ("@anna_b", "https://t.me/boris_s"), Field.TELEGRAM),
        ("ИНН", ("79161112233", "79161112234"), Field.NOTE),
        ("Номер счёта (р/с)", ("89161112233", "89161112234"), Field.NOTE),
        ("Код", ("7701234567", "7702345678"), Field.NOTE),
        ("Вчера", ("24.12.2025", "25.12.2025"), Field.NOTE),
        ("Цвет", ("синий", "красный"), Field.NOTE),
    ],
)
def test_a_title_that_nobody_has_seen_is_read_by_its_column(title, cells, field) -> None:
    rows = [f"Имя{n};{cell}" for n, cell in enumerate(cells)]
    read = read_clients(table(f"Имя;{title}", *rows))
    assert read.columns[1].field is field
    chosen = read_clients(table(f"Имя;{title}", *rows), {1: Field.SKIP})
    assert chosen.columns[1].field is Field.SKIP


def test_names_are_found_where_no_column_says_who_it_is() -> None:
    read = read_clients(table("Кто;Связь", "Иванов Пётр;89161112233", "ООО Ромашка;89161112234"))
    assert [row.name for row in read.rows] == ["Иванов Пётр", "ООО Ромашка"]


@pytest.mark.parametrize(
    "rows",
    [
        ("Иван;89161112233;важный", "Пётр;89161112234;"),
        ("Иван,a@example.com,важный", "Пётр,b@example.com,"),
        ("89161112233\tИван\tважный", "89161112234\tПётр\t"),
    ],
)
def test_a_table_without_titles_loses_no_row(rows: tuple[str, ...]) -> None:
    read = read_clients(table(*rows))
    assert [(row.line, row.name) for row in read.rows] == [(1, "Иван"), (2, "Пётр")]
    assert all(row.phones or row.emails for row in read.rows)
    assert read.rows[0].note == "важный"


def test_a_contact_of_several_people_is_told_with_the_most_people_first() -> None:
    read = read_clients(
        table(
            "Имя;Телефон;Почта",
            "Анна Белова;8 (495) 234-61-87;info@ex.ru",
            "Белова А.;+7 495 234 61 87;anna@ex.ru",
            "Борис Серов;84952346187;INFO@ex.ru",
            "Вера Лис;84952346187 доб. 5;info@ex.ru",
            "Глеб Ёж;0000000000;",
            "Дина Яр;0000000000;",
        )
    )
    told = [(one.value, one.people) for one in read.shared]
    assert told == [("info@ex.ru", 3), ("8 (495) 234-61-87", 2)]
    assert [row.shared for row in read.rows[:4]] == [
        ("8 (495) 234-61-87", "info@ex.ru"),
        ("+7 495 234 61 87",),
        ("84952346187", "info@ex.ru"),
        ("info@ex.ru",),
    ]


@pytest.mark.parametrize(
    "title",
    [
        *("Следующее дело", "Дата следующего контакта", "След. звонок", "Дата след. касания"),
        *("Ближайшее дело", "Дата и время следующего действия", "Когда перезвонить", "Напоминание"),
        *("Next step", "Next activity date", "Follow-up date", "Date of next call", "Task"),
    ],
)
def test_what_is_planned_next_is_a_task_in_anybodys_words(title: str) -> None:
    (row,) = read_clients(table(f"Имя;{title}", "Пётр;25.12.2026 10:30 отправить смету")).rows
    assert row.task == TaskRow(date(2026, 12, 25), time(10, 30), "отправить смету")
    assert not row.note


@pytest.mark.parametrize(
    "title",
    [
        *("Следующий платёж", "Дата следующей поставки", "Последний контакт", "Следующий 5 шаг"),
        *("Next payment date", "Next of kin", "След", "Планируемая дата закрытия"),
    ],
)
def test_other_days_and_words_are_no_task(title: str) -> None:
    (row,) = read_clients(table(f"Имя;{title}", "Пётр;25.12.2026")).rows
    assert (row.task, row.note) == (None, f"{title}: 25.12.2026")


def test_day_hour_and_words_of_a_task_may_stand_apart_in_any_order() -> None:
    columns = [
        "Следующий шаг;Отправить смету",
        "Время следующего шага;9:05",
        "Позвонить;25.12.2026",
    ]
    for turn in range(3):
        titles, cells = zip(
            *(one.split(";") for one in columns[turn:] + columns[:turn]), strict=True
        )
        (row,) = read_clients(table(";".join(("Имя", *titles)), ";".join(("Пётр", *cells)))).rows
        assert row.task == TaskRow(date(2026, 12, 25), time(9, 5), "Отправить смету")
        assert not row.note


def test_words_without_a_day_stay_a_note() -> None:
    (row,) = read_clients(table("Имя;Следующий шаг;Перезвонить", "Пётр;Смета;31.02.2026")).rows
    assert (row.task, row.note) == (None, "Перезвонить: 31.02.2026\nСледующий шаг: Смета")
    assert [problem.code for problem in row.problems] == ["cell-date"]


AROUND = Surroundings(date(2026, 11, 23), frozenset({"Анна Петрова", "Борис Серов"}))


@pytest.mark.parametrize(
    ("title", "cells", "field"),
    [
        ("Ведёт", ("Петрова Анна", "борис серов", "Анна Петрова"), Field.RESPONSIBLE),
        ("Ведёт", ("Петрова Анна", "Иван Лис", "Анна Петрова"), Field.NOTE),
        ("Дальше", ("25.12.2026 10:00", "24.11.2026", "2026-12-01"), Field.TASK),
        ("Дальше", ("25.12.2025", "24.11.2025", "2026-12-01"), Field.NOTE),
        ("Договор", ("25.12.2026", "24.11.2026", "2026-12-01"), Field.NOTE),
        ("Дальше", ("25.12.2029", "24.11.2030", "2031-12-01"), Field.NOTE),
        ("Клиенты", ("a@example.com", "b@example.com", "c@example.com"), Field.EMAIL),
        ("Контакты", ("8 916 111-22-33", "+79161112234", "89161112235"), Field.PHONE),
        ("Комментарий", ("8 916 111-22-33", "+79161112234", "89161112235"), Field.NOTE),
    ],
)
def test_colleagues_and_coming_days_are_seen_where_they_are_known(title, cells, field) -> None:
    rows = [f"Имя{n};{cell}" for n, cell in enumerate(cells)]
    assert read_clients(table(f"Имя;{title}", *rows), None, AROUND).columns[1].field is field


def test_a_table_of_one_column_of_addresses_is_a_table() -> None:
    for titles in ((), ("Клиенты",), ("Primary Email",), ("Рассылка осень",)):
        read = read_clients(table(*titles, "a@example.com", "b@example.com"), None, AROUND)
        assert [row.emails for row in read.rows[-2:]] == [("a@example.com",), ("b@example.com",)]
        assert read.mapped
