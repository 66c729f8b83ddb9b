"""Exports of Bitrix24: contacts, companies, deals and leads."""

from datetime import datetime

import pytest

from bot.files.reading import read_clients
from bot.method.core.terms import ClientKind, DealStatus
from tests.exports import (
    BITRIX_COMPANY,
    BITRIX_CONTACT,
    BITRIX_DEAL,
    BITRIX_LEAD,
    BITRIX_PERSON,
    bitrix_csv,
    bitrix_xls,
    lined,
    plain_csv,
    xlsx,
)
from tests.unit.files.reads import one, read


@pytest.mark.parametrize(
    "content",
    [
        bitrix_csv(lined(BITRIX_CONTACT, BITRIX_PERSON)),
        bitrix_csv(lined(BITRIX_CONTACT, BITRIX_PERSON), "cp1251"),
        bitrix_xls(lined(BITRIX_CONTACT, BITRIX_PERSON)),
        xlsx(lined(BITRIX_CONTACT, BITRIX_PERSON)),
        plain_csv(lined(";".join(reversed(BITRIX_CONTACT.split(";"))), BITRIX_PERSON), ","),
    ],
)
def test_a_contact_of_bitrix(content: bytes) -> None:
    file = read_clients(content)
    (row,) = file.rows
    assert (file.profile, file.count, file.responsibles) == (
        "bitrix_contacts",
        1,
        ("Анна Петрова",),
    )
    assert row.name == "Пётр Ильич Иванов"
    assert (row.company, row.position) == ('ООО "Ромашка"', "Директор")
    assert set(row.phones) == {"8 (495) 234-61-87 доб. 12", "+79032365544", "8 916 111-22-33"}
    assert (row.emails, row.handle) == (("ivanov@example.com",), "petr_ivanov")
    assert (row.kind, row.source_id) == (ClientKind.SUPPLIER, "17")
    assert row.created == datetime(2025, 12, 24, 23, 20, 1)
    assert set(row.note.split("\n")) == {"Звонить утром;", "после 10", "Источник: Сайт"}
    assert (row.deal, row.task, row.problems, row.error) == (None, None, (), None)
    titles = [column.title for column in file.columns]
    assert "" not in titles and len(titles) == len(BITRIX_CONTACT.split(";"))


def test_a_company_of_bitrix() -> None:
    file = read(
        BITRIX_COMPANY,
        {"Название компании": "Ромашка", "Тип компании": "Партнёр", "Валюта": "RUB"},
    )
    (row,) = file.rows
    assert (file.profile, row.name, row.company) == ("bitrix_companies", "", "Ромашка")
    assert (row.kind, row.note) == (ClientKind.CUSTOMER, "Тип компании: Партнёр")
    assert row.deal is None


DEAL = {
    "ID": "31",
    "Название сделки": "Поставка",
    "Стадия сделки": "Переговоры",
    "Сумма": "1250000.50",
    "Валюта": "RUB",
    "Контакт": "Пётр Иванов",
    "Контакт: ID": "17",
    "Контакт: Имя": "Пётр",
    "Контакт: Фамилия": "Иванов",
    "Контакт: Рабочий телефон": "+79032365544",
    "Ответственный": "Анна Петрова",
    "Сделка закрыта": "нет",
    "Предполагаемая дата закрытия": "01.12.2026",
    "Товар": "Стол",
}


def test_a_deal_of_bitrix_with_several_products_is_one() -> None:
    other = {"ID": "32", "Название сделки": "Ещё", "Контакт": "Мария Лис", "Сделка закрыта": "да"}
    file = read(BITRIX_DEAL, DEAL, other, DEAL | {"Товар": "Стул"}, {"ID": "31", "Товар": "Шкаф"})
    first, second = file.rows
    assert (file.profile, file.count) == ("bitrix_deals", 4)
    assert first.deal is not None and second.deal is not None
    assert (first.line, first.further) == (2, (4, 5))
    assert (first.name, first.source_id, first.phones) == ("Пётр Иванов", "17", ("+79032365544",))
    assert (first.deal.source_id, first.deal.title) == ("31", "Поставка")
    assert (first.deal.amount, first.deal.currency) == (125_000_050, "RUB")
    assert (first.deal.closed, first.deal.status) == (False, DealStatus.OPEN)
    assert first.note.split("\n")[-2:] == ["Товар: Стул", "Товар: Шкаф"]
    assert (second.deal.closed, second.deal.status, second.further) == (True, None, ())


@pytest.mark.parametrize(
    ("stage", "closed", "said"),
    [
        ("Сделка успешна", "да", (True, DealStatus.WON)),
        ("Сделка провалена", "да", (True, DealStatus.LOST)),
        ("Успешно реализовано", "", (True, DealStatus.WON)),
        ("Закрыто и не реализовано", "", (True, DealStatus.LOST)),
        ("Переговоры", "да", (True, None)),
        ("Переговоры", "", (None, None)),
    ],
)
def test_how_a_deal_has_ended(stage: str, closed: str, said: tuple[object, ...]) -> None:
    deal = one(BITRIX_DEAL, ID="1", Стадия_сделки=stage, Сделка_закрыта=closed).deal
    assert deal is not None
    assert (deal.closed, deal.status) == said


def test_a_deal_of_nobody_is_called_by_its_title() -> None:
    assert one(BITRIX_DEAL, ID="1", Название_сделки="Поставка столов").name == "Поставка столов"


def test_a_lead_of_bitrix() -> None:
    file = read(
        BITRIX_LEAD,
        {
            "ID": "9",
            "Название лида": "С сайта",
            "Имя": "Пётр",
            "Возможная сумма": "0",
            "Стадия": "Новый",
        },
    )
    (row,) = file.rows
    assert (file.profile, row.name) == ("bitrix_leads", "Пётр")
    assert row.deal is not None
    assert (row.deal.title, row.deal.stage, row.deal.amount) == ("С сайта", "Новый", None)


def test_an_english_lead_holds_the_person_in_its_name() -> None:
    file = read(
        "ID;Lead Name;Lead Companies;Work Phone;Status",
        {"Lead Name": "Ann", "Lead Companies": "ACME"},
    )
    (row,) = file.rows
    assert (file.profile, row.name, row.company) == ("bitrix_leads", "Ann", "ACME")


def test_english_contacts_and_deals_and_field_codes() -> None:
    contacts = read(
        "ID;Salutation;First Name;Last Name;Company;Responsible person;Work Phone;Mobile;"
        "Work E-mail;Created on",
        {
            "First Name": "Ann",
            "Last Name": "Lee",
            "Responsible person": "Bob",
            "Mobile": "5",
            "Created on": "12/24/2025 11:20 pm",
        },
    )
    (ann,) = contacts.rows
    assert (contacts.profile, ann.name, ann.responsible) == ("bitrix_contacts", "Ann Lee", "Bob")
    assert ann.created == datetime(2025, 12, 24, 23, 20)
    deals = read(
        "ID;Deal Name;Stage;Pipeline;Income;Currency;Company;Contact;Responsible;Closed",
        {
            "ID": "3",
            "Deal Name": "Chairs",
            "Stage": "Deal won",
            "Income": "1,250.5",
            "Currency": "USD",
            "Contact": "Ann Lee",
        },
    )
    (deal,) = deals.rows
    assert deals.profile == "bitrix_deals" and deal.deal is not None
    assert (deal.deal.amount, deal.deal.currency) == (125_050, "USD")
    assert deal.deal.status is DealStatus.WON
    codes = read(
        "NAME;LAST_NAME;SECOND_NAME;PHONE_WORK;EMAIL_HOME;POST;COMMENTS;TYPE_ID",
        {
            "NAME": "Пётр",
            "LAST_NAME": "Иванов",
            "PHONE_WORK": "5",
            "POST": "Директор",
            "TYPE_ID": "SUPPLIER",
            "COMMENTS": "да",
        },
    )
    (row,) = codes.rows
    assert (codes.profile, row.name, row.position) == ("bitrix_contacts", "Пётр Иванов", "Директор")
    assert (row.phones, row.kind, row.note) == (("5",), ClientKind.SUPPLIER, "да")


def test_what_the_first_row_of_a_deal_lacks_comes_from_the_further_ones() -> None:
    full = {"ID": "31", "Сумма": "5", "Контакт": "Пётр", "Контакт: Рабочий телефон": "1111111"}
    (row,) = read(BITRIX_DEAL, {"ID": "31"}, full).rows
    assert row.deal is not None
    assert (row.name, row.phones, row.deal.amount, row.error) == ("Пётр", ("1111111",), 500, None)
    rounded = {"ID": "31", "Контакт: Рабочий телефон": "7.90324E+10"}
    assert [row.error for row in read(BITRIX_DEAL, full, rounded).rows] == ["row-phone"]
    assert [row.error for row in read(BITRIX_DEAL, {"ID": "31"}, {"ID": "31"}).rows] == [
        "row-nameless"
    ]
