"""The words a client is found by."""

import pytest

from bot.lookup.phrases import case_endings
from bot.method.clients.search import digits_typed, named_part, stems_of, words_of
from bot.method.inbound.matching import fold_name


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


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("kotov@mail", "kotov"),
        (" kotov@ ", "kotov"),
        ("@kotov", "@kotov"),
        ("kotov", "kotov"),
        ("Котов kotov@mail", "Котов kotov@mail"),
    ],
)
def test_an_email_that_was_begun(typed: str, expected: str) -> None:
    assert named_part(typed) == expected


@pytest.mark.parametrize(
    ("said", "name", "same"),
    [
        ("иванову", "Иванов", True),
        ("ивановым", "Иванов", True),
        ("ромашке", "Ромашка", True),
        ("ромашкой", "Ромашка", True),
        ("сергеем", "Сергей", True),
        ("марией", "Мария", True),
        ("игорю", "Игорь", True),
        ("достоевскому", "Достоевский", True),
        ("белову", "Беляев", False),
        ("ивану", "Иванов", False),
        ("ан", "Анна", False),
    ],
)
def test_a_name_in_another_case_has_the_same_stem(said: str, name: str, same: bool) -> None:
    endings = case_endings()
    stems = stems_of(fold_name(said), endings) & stems_of(fold_name(name), endings)
    assert bool(stems) is same
