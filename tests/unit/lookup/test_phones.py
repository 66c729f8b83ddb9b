"""Phones as they stand in files and messages."""

import pytest

from bot.lookup.phones import phone_of, phones_in, sort_phones, without_phones
from bot.method.core.cards import Phone

MARINA = "+79032365544"
OFFICE = Phone("+74952346187", "12")


@pytest.mark.parametrize(
    "typed",
    ["8 903 236 55 44", "'+7 (903) 236-55-44", "79032365544", "9032365544", "+7\u00a0903 2365544"],
)
def test_any_spelling_is_one_number(typed: str) -> None:
    assert phone_of(typed, "RU") == Phone(MARINA)


@pytest.mark.parametrize(
    "typed",
    [
        "8 (495) 234-61-87 доб. 12",
        "8 (495) 234-61-87 доб.12",
        "8 (495) 234-61-87, доб 12",
        "8 495 2346187 (доб. 12)",
        "8 495 234 61 87 добавочный 12",
        "84952346187 вн. 12",
        "+7 495 234-61-87 ext. 12",
        "+7 495 234-61-87 #12",
        "+74952346187;ext=12",
    ],
)
def test_an_extension_is_never_glued_to_the_number(typed: str) -> None:
    assert phone_of(typed, "RU") == OFFICE


@pytest.mark.parametrize(
    "typed",
    ["", "12345", "+7 495 556677", "8 (925) abc-12-34", "8 903 236 55 44 Иван", "7" * 70],
)
def test_what_is_no_phone(typed: str) -> None:
    assert phone_of(typed, "RU") is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Перезвоните 8(903)236-55-44 завтра", [MARINA]),
        ("79161234567, 9261234567", ["+79161234567", "+79261234567"]),
        ("пишите на ivan79161234567@mail.ru", []),
        ("цена 1 250 000 руб", []),
        ("итого 9 161 234 567 руб.", []),
        ("1 250 000,50 \u20bd", []),
        ("до 24.12.2025 23:20", []),
        ("счёт 40702810900000012345", []),
        ("счёт 407 028 109 000 000 123 45", []),
        ("Альфа-2 8 916 123-45-67", ["+79161234567"]),
        ("Альфа 2 8 916 123-45-67, 8 926 123-45-67", ["+79161234567", "+79261234567"]),
        ("заказ 12 1 250 000 руб", []),
    ],
)
def test_phones_in_free_text(text: str, numbers: list[str]) -> None:
    assert [phone.number for phone in phones_in(text, "RU")] == numbers


def test_what_is_no_phone_is_kept_as_it_was_and_a_number_counts_once() -> None:
    raw = ["8 903 236 55 44", "+7 495 556677", "+7 (903) 236-55-44", "спросить Ивана"]
    assert sort_phones(raw, "RU") == ((Phone(MARINA),), ("+7 495 556677", "спросить Ивана"))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Школа 57 +7 916 123-45-67", "Школа 57"),
        ("ООО «Вектор 3» 8(916)123-45-67", "ООО «Вектор 3»"),
        ("+79161234567 Иванов", "Иванов"),
        ("Иванов", "Иванов"),
        ("Альфа-2 8 916 123-45-67", "Альфа-2"),
        ("Дом 5 кв 12 8 495 234-61-87", "Дом 5 кв 12"),
        ("Иванов 8 916 123-45-67", "Иванов"),
        ("Иванов 916 123 45 67", "Иванов"),
        ("Студия 24 a.b@c.ru", "Студия 24 a.b@c.ru"),
    ],
)
def test_without_its_phones_a_text_keeps_its_other_numbers(text: str, left: str) -> None:
    assert without_phones(text, "RU").strip() == left
