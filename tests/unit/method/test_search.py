"""The words a client is found by."""

import pytest

from bot.method.search import digits_typed, words_of


def test_names_contacts_and_the_ends_of_phones() -> None:
    words = words_of(
        ["ООО «Ёлка-Плюс»", "Пётр Зайцев"],
        phones=["+79161234567"],
        emails=["orlov.v@example.com"],
        handles=["elka_spb"],
    )
    assert words == {
        *("ооо", "елка", "плюс", "петр", "заицев", "elka", "spb", "orlov", "v"),
        *("9161234567", "1234567", "4567"),
    }


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("45-67", ("4567",)),
        ("8 (916) 12", ("891612", "91612")),
        ("+7 916", ("7916",)),
        ("123", ()),
        ("дом 1234", ()),
        ("", ()),
    ],
)
def test_a_part_of_a_phone(typed: str, expected: tuple[str, ...]) -> None:
    assert digits_typed(typed) == expected
