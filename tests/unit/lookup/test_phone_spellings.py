"""Phones as hurried people and other programs write them: read alike in a cell and in a text."""

import pytest

from bot.lookup.phones import is_dialled, is_placeholder, phone_of, phones_in, without_phones
from bot.method.core.cards import Phone

MARINA = "+79032365544"
SPELLINGS = {
    "375291234567": "+375291234567",
    "380441234567": "+380441234567",
    "998 90 123-45-67": "+998901234567",
    "+8 903 236-55-44": MARINA,
    "+8(903)236-55-44": MARINA,
    "+8 495 234-61-87": "+74952346187",
    "+89032365544": MARINA,
    "+7 8 903 236 55 44": MARINA,
    "+84952346187": "+84952346187",
    "+7\ufe0d-903-236-55-44": MARINA,
    "\u202d+7 903 236-55-44\u202c": MARINA,
    "8\ufe0f\u20e3 903\u200b 236\u00ad55 44": MARINA,
    "тел. 8-903-236-55-44": MARINA,
    "моб.: +7 903 236 55 44": MARINA,
    "8 903 236 55 44 (раб.)": MARINA,
    "Телефон № 9032365544": MARINA,
    "т8-903-236-55-44": MARINA,
    "88005553535": "+78005553535",
    "+88005553535": "+78005553535",
}
NOBODYS = [
    "234-56-78",
    "тел. 2-34-56",
    "65-43-21",
    "+7 495 556677",
    "0000000000",
    "+7 (000) 000-00-00",
    "+7 999 999-99-99",
    "89999999999",
    "77777777777",
    "1111111",
    "+375 00 000-00-00",
    "1234567890",
    "8 (123) 456-78-90",
    "+7 123 456 78 90",
    "9876543210",
    "тел. 0000000000",
    "8 (925) abc-12-34",
    "ИНН 375291234567",
]


@pytest.mark.parametrize(("typed", "number"), SPELLINGS.items())
def test_a_cell_and_a_text_give_the_same_number(typed: str, number: str) -> None:
    assert phone_of(typed, "RU") == Phone(number)
    assert phones_in(typed, "RU") == [Phone(number)]
    assert phones_in(f"Иванов, {typed}, перезвонить", "RU") == [Phone(number)]


@pytest.mark.parametrize("typed", NOBODYS)
def test_what_is_nobodys_number_is_no_phone_in_a_cell_or_a_text(typed: str) -> None:
    assert phone_of(typed, "RU") is None
    assert phones_in(typed, "RU") == []
    assert without_phones(typed, "RU") == typed


@pytest.mark.parametrize(
    ("text", "phones"),
    [
        ("звоните 10:00-18:00 8 903 236 55 44", [Phone(MARINA)]),
        ("с 10.00 - 18.00 8(903)236-55-44", [Phone(MARINA)]),
        ("пн-пт 9-18 8 903 236 55 44", [Phone(MARINA)]),
        ("10:00-18:00 903 236 55 44", [Phone(MARINA)]),
        ("до 24.12.2026 8 903 236 55 44", [Phone(MARINA)]),
        ("9:00\u201318:00 +7 495 234-61-87 доб. 12", [Phone("+74952346187", "12")]),
        ("9-18 8 495 234 61 87 доб. 12", [Phone("+74952346187", "12")]),
        ("8 903 236 55 44 8 916 123 45 67", [Phone(MARINA), Phone("+79161234567")]),
        ("89032365544 89161234567", [Phone(MARINA), Phone("+79161234567")]),
        ("8 903 236 55 44, 000-00-00", [Phone(MARINA)]),
        ("сумма 8 916 123 456 78 руб", []),
        ("ИНН 770708389312 КПП 770701001", []),
        ("р/с 4070281090000001", []),
        ("карта 4276 3800 1234 5678", []),
        ("29.11.2026 14:00", []),
    ],
)
def test_what_stands_before_a_number_does_not_hide_it(text: str, phones: list[Phone]) -> None:
    assert phones_in(text, "RU") == phones


def test_only_the_phone_goes_out_of_a_text_with_signs_nobody_sees() -> None:
    assert without_phones("Анна 👩\u200d👧 +7\ufe0f 903 236-55-44 до 18:00", "RU").split() == [
        "Анна",
        "👩\u200d👧",
        "до",
        "18:00",
    ]


def test_the_country_of_the_company_says_how_a_number_is_dialled() -> None:
    assert phone_of("8 029 123-45-67", "BY") == Phone("+375291234567")
    assert phone_of("030 1234567", "DE") == Phone("+49301234567")
    assert phone_of("+49 (0)30 1234567", "RU") == Phone("+49301234567")
    assert phone_of("79032365544", "BY") == Phone(MARINA)


@pytest.mark.parametrize(
    "typed", ["0000000000", "+7 (999) 999-99-99", "8 888 888 88 88", "123456", "тел. 1234567890"]
)
def test_what_fills_a_field_is_a_placeholder(typed: str) -> None:
    assert is_placeholder(typed, "RU")


@pytest.mark.parametrize(
    "typed",
    [
        "8 903 236 55 44",
        "8 800 555-35-35",
        "+7 916 123-45-67",
        "+7 495 777-77-77",
        "1111",
        "Дом 11111",
    ],
)
def test_a_number_that_is_easy_to_keep_in_mind_is_none(typed: str) -> None:
    assert not is_placeholder(typed, "RU")


@pytest.mark.parametrize(
    ("stored", "dialled"),
    [
        (MARINA, True),
        ("+375291234567", True),
        ("+70000000000", False),
        ("+72345678", False),
        ("+79999999999", False),
        ("спросить Ивана", False),
        ("+", False),
        ("", False),
    ],
)
def test_only_a_number_that_somebody_may_have_is_dialled(stored: str, dialled: bool) -> None:
    assert is_dialled(stored) is dialled
