"""Exports of amoCRM, Google Contacts and our own."""

from datetime import date, datetime, time

import pytest

from bot.files.reading import read_clients
from bot.method.core.terms import ClientKind, DealStatus
from tests.exports import (
    AMO_CONTACT,
    AMO_DEAL,
    AMO_SAMPLE,
    GOOGLE_NEW,
    GOOGLE_OLD,
    lined,
    plain_csv,
    xlsx,
)
from tests.unit.files.reads import one, read

ROUBLE = "\u20bd"


AMO_PERSON = {
    "ID": "100",
    "Тип": "контакт",
    "Наименование": "Пётр Иванов",
    "Имя": "Пётр",
    "Фамилия": "Иванов",
    "Дата создания": datetime(2025, 12, 24, 23, 20, 1),
    "Ближайшая задача": "Отправить договор, 26.11.2026 15:30",
    "Ответственный": "Анна Петрова",
    "Должность (контакт)": "Директор",
    "Рабочий email": "one@example.com, two@example.com",
    "Рабочий телефон": "'+7916111-22-33",
    "Примечание 1": "",
    "Примечание 3": "Важный",
}


AMO_FIRM = {
    "ID": "101",
    "Тип": "компания",
    "Наименование": "Ромашка",
    "Дата создания": "24.12.2025 23:20:01",
}


def test_contacts_of_amo_in_a_workbook() -> None:
    file = read_clients(xlsx(lined(AMO_CONTACT, AMO_PERSON, AMO_FIRM)))
    person, firm = file.rows
    assert file.profile == "amo_contacts"
    assert (person.name, person.position) == ("Пётр Иванов", "Директор")
    assert person.phones == ("+7916111-22-33",)
    assert person.emails == ("one@example.com", "two@example.com")
    assert person.task is not None
    assert (person.task.day, person.task.at) == (date(2026, 11, 26), time(15, 30))
    assert (person.task.text, person.note) == ("Отправить договор", "Важный")
    assert (firm.name, firm.company) == ("", "Ромашка")
    assert person.created == firm.created == datetime(2025, 12, 24, 23, 20, 1)


@pytest.mark.parametrize("said", ["", "нет задач", "Нет", "-"])
def test_no_next_task(said: str) -> None:
    row = one(AMO_CONTACT, Имя="Пётр", Ближайшая_задача=said)
    assert (row.task, row.note, row.problems) == (None, "", ())


def test_a_task_without_a_date_is_no_plan() -> None:
    row = one(AMO_CONTACT, Имя="Пётр", Ближайшая_задача="Перезвонить")
    assert (row.task, row.note) == (None, "Ближайшая задача: Перезвонить")


def test_older_titles_of_amo_with_whose_they_are() -> None:
    file = read(
        "Основной контакт;Полное имя (контакт);Название (компания);Дата создания (сделка);"
        "Другой телефон 1 (контакт)",
        {
            "Полное имя (контакт)": "Пётр",
            "Название (компания)": "Ромашка",
            "Другой телефон 1 (контакт)": "5",
        },
    )
    (row,) = file.rows
    assert (file.profile, row.name, row.company) == ("amo_contacts", "Пётр", "Ромашка")
    assert row.phones == ("5",)


def test_deals_of_amo_with_repeated_titles_by_position() -> None:
    rows = lined(
        AMO_DEAL,
        {
            "ID": "5",
            "Название сделки": "Поставка",
            f"Бюджет {ROUBLE}": "350\u00a0000",
            "Дата закрытия": "не закрыта",
            "Этап сделки": "Переговоры",
            "Полное имя контакта": "Пётр Иванов",
            "Компания контакта": "Ромашка",
        },
        {"ID": "6", "Название сделки": "Другая", "Дата закрытия": "24.12.2025 23:20:01"},
    )
    rows[1][9], rows[1][18], rows[1][19] = "Третье", "Стол", "Сайт"
    file = read_clients(plain_csv(rows))
    first, second = file.rows
    assert file.profile == "amo_deals" and first.deal is not None and second.deal is not None
    assert (first.name, first.company) == ("Пётр Иванов", "Ромашка")
    assert (first.deal.amount, first.deal.currency) == (35_000_000, "RUB")
    assert (first.deal.closed, first.deal.status) == (False, DealStatus.OPEN)
    assert first.note == "Третье\nТовар (2): Стол\nИсточник (2): Сайт"
    assert (second.deal.closed, second.deal.closed_on) == (True, date(2025, 12, 24))
    assert second.deal.status is None


def test_the_sample_of_amo_itself() -> None:
    file = read(
        AMO_SAMPLE,
        {
            "Название сделки": "А",
            "Бюджет сделки": "10",
            "Ответственный за сделку": "Анна",
            "Ответственный за контакт": "Борис",
            "Статус сделки": "Закрыто и не реализовано",
            "Название компании": "Б",
            "Полное имя контакта": "В",
        },
    )
    (row,) = file.rows
    assert (file.profile, row.responsible, row.company, row.name) == ("amo_deals", "Анна", "Б", "В")
    assert row.deal is not None
    assert (row.deal.status, row.deal.amount) == (DealStatus.LOST, 1000)


def test_google_of_both_ages() -> None:
    new = plain_csv(
        lined(
            GOOGLE_NEW,
            {
                "First Name": "Пётр",
                "Last Name": "Иванов",
                "Organization Name": "Ромашка",
                "Organization Title": "Директор",
                "Notes": "раз\nдва",
                "Labels": "* myContacts",
                "Phone 1 - Label": "Mobile",
                "Phone 1 - Value": "+79161112233 ::: +79032365544",
                "Phone 2 - Value": "5",
                "E-mail 1 - Value": "a@example.com ::: b@example.com",
            },
        ),
        ",",
    )
    (row,) = read_clients(new).rows
    assert (row.name, row.company, row.position) == ("Пётр Иванов", "Ромашка", "Директор")
    assert row.phones == ("+79161112233", "+79032365544", "5")
    assert row.emails == ("a@example.com", "b@example.com")
    assert row.note == "раз\nдва"
    old = plain_csv(
        lined(
            GOOGLE_OLD,
            {
                "Name": "Пётр Иванов",
                "Given Name": "Пётр",
                "Family Name": "Иванов",
                "Phone 1 - Type": "Mobile",
                "Phone 1 - Value": "5",
                "Organization 1 - Name": "Ромашка",
                "Organization 1 - Title": "Директор",
            },
        ),
        ",",
    )
    file = read_clients(old)
    (row,) = file.rows
    assert (file.profile, row.name, row.phones) == ("google", "Пётр Иванов", ("5",))
    assert (row.company, row.position, row.note) == ("Ромашка", "Директор", "")


def test_our_own_export() -> None:
    file = read(
        "id;kind;status;name;company;phones;emails;telegram;owner_telegram_id;next_due;gap_since;last_touch",
        {
            "id": "4",
            "kind": "supplier",
            "status": "active",
            "name": "'=Ромашка",
            "phones": "+79161112233, +74951234567",
            "telegram": "1234567",
            "owner_telegram_id": "1003",
            "next_due": "2026-11-27",
            "last_touch": "2026-11-24T06:00:00+00:00",
        },
    )
    (row,) = file.rows
    assert (file.profile, row.name, row.kind) == ("own_export", "=Ромашка", ClientKind.SUPPLIER)
    assert (row.phones, row.telegram_id) == (("+79161112233", "+74951234567"), 1234567)
    assert row.task is not None
    assert (row.responsible, row.task.day, row.note) == ("1003", date(2026, 11, 27), "")
