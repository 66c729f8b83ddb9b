"""Who is the same: what people share proves nothing."""

import pytest

from bot.method.core.terms import ContactKind
from bot.method.imports.sameness import (
    Contact,
    Face,
    Relation,
    is_nobodys_phone,
    is_same_name,
    relation,
)
from bot.method.inbound.matching import fold_name

OFFICE = Contact(ContactKind.PHONE, "+74952346187")
MOBILE = Contact(ContactKind.PHONE, "+79032365544")


def face(name: str, *contacts: Contact, company: str = "", source: str | None = None) -> Face:
    """A mobile phone and an extension are one's own."""
    own = frozenset(one for one in contacts if one == MOBILE or one.extension)
    return Face(fold_name(name), fold_name(company), source, contacts, own)


@pytest.mark.parametrize(
    ("row", "client", "what"),
    [
        (face("Анна", OFFICE), face("Борис", OFFICE), Relation.OTHER),
        (face("Анна", MOBILE), face("Борис", MOBILE), Relation.SAME),
        (face("Анна", OFFICE), face("Белова Анна", OFFICE), Relation.SAME),
        (face("Анна", OFFICE), face("", OFFICE), Relation.SAME),
        (face("Анна", OFFICE, company="А"), face("Анна", OFFICE, company="Б"), Relation.OTHER),
        (face("Анна", OFFICE, company="Р"), face("Борис", OFFICE, company="Р"), Relation.INSIDE),
        (face("Анна", OFFICE, company="Ромашка"), face("Ромашка", OFFICE), Relation.INSIDE),
        (face("Анна", OFFICE._replace(extension="1")), face("Анна", OFFICE), Relation.SAME),
        (face("Анна", OFFICE._replace(extension="1")), face("Борис", OFFICE), Relation.OTHER),
        (
            face("Анна", OFFICE._replace(extension="1")),
            face("Борис", OFFICE._replace(extension="1")),
            Relation.SAME,
        ),
        (
            face("Анна", OFFICE._replace(extension="1")),
            face("Анна", OFFICE._replace(extension="2")),
            Relation.OTHER,
        ),
        (face("Анна", MOBILE, source="b:1"), face("Анна", MOBILE, source="b:2"), Relation.OTHER),
        (face("Анна", MOBILE, source="b:1"), face("Анна", MOBILE, source="a:2"), Relation.SAME),
        (face("Анна", OFFICE, source="b:1"), face("Борис", source="b:1"), Relation.SAME),
        (face("Анна"), face("Анна", MOBILE), Relation.SAME),
        (face("Анна", company="А"), face("Анна", company="Б"), Relation.OTHER),
        (face("Анна"), face("Анна Белова"), Relation.OTHER),
    ],
)
def test_what_a_row_is_to_a_client(row: Face, client: Face, what: Relation) -> None:
    assert relation(row, client) is what


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Иванов", "Иванов П.", True),
        ("Петров И.И.", "Иван Иванович Петров", True),
        ("ООО Ромашка", "Ромашка", True),
        ("", "Анна", True),
        ("Анна Белова", "Анна Серова", False),
        ("Клиент 1", "Клиент 120", False),
        ("И.", "Иван", False),
        ("Иванов П.", "Иванов Сергей", False),
    ],
)
def test_names_that_can_be_one_persons(one: str, other: str, same: bool) -> None:
    assert is_same_name(fold_name(one), fold_name(other)) is same
    assert is_same_name(fold_name(other), fold_name(one)) is same


@pytest.mark.parametrize(
    "raw", ["0000000000", "+7 (999) 999-99-99", "123456", "8 123 456 78 90", "11111"]
)
def test_a_number_that_only_fills_the_cell(raw: str) -> None:
    assert is_nobodys_phone(raw)


@pytest.mark.parametrize(
    "raw", ["+79160000000", "8 800 555-35-35", "89032365544", "112", "", "доб. 5"]
)
def test_a_number_that_may_be_somebodys(raw: str) -> None:
    assert not is_nobodys_phone(raw)
