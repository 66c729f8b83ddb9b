import pytest

from bot.lookup.names import is_nobodys, similar

NAMES = ["Иванов Пётр", "ООО «Ромашка»", "Сидорова Анна", "Петров Иван", "Артём Львов"]


def test_case_and_signs_do_not_count() -> None:
    assert similar("РОМАШКА ооо", NAMES, 1) == [(1, 100.0)]


def test_the_order_of_words_and_the_two_dots_do_not_count() -> None:
    assert similar("петр иванов", NAMES, 3)[0] == (0, 100.0)


def test_a_slip_of_the_finger_is_found() -> None:
    assert similar("Седорова", NAMES, 1)[0][0] == 2


def test_a_part_of_the_name_is_enough() -> None:
    assert similar("ромашка", NAMES, 1)[0][0] == 1


def test_the_best_stand_first_and_the_limit_holds() -> None:
    found = similar("Петров Иван", NAMES, 2)
    assert len(found) == 2
    assert found[0] == (3, 100.0)


def test_a_stranger_is_like_nobody() -> None:
    assert similar("Кузнецов", NAMES, 5) == []


def test_nothing_is_like_nothing() -> None:
    assert similar(" «» ", NAMES, 5) == []
    assert similar("Анна", [], 5) == []


@pytest.mark.parametrize("name", ["Deleted Account", "DELETED ACCOUNT", "Удаленный аккаунт"])
def test_who_is_not_there_any_more_has_no_name(name: str) -> None:
    assert is_nobodys(name)


@pytest.mark.parametrize("name", ["", "Пётр", "Account", "Deleted Account LLC"])
def test_whoever_is_there_has_one(name: str) -> None:
    assert not is_nobodys(name)
