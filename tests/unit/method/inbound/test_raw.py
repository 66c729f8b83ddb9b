"""What Telegram sends is read defensively: nothing in it can raise, and no odd value gets on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.method.core.numbers import LARGEST_NUMBER
from bot.method.inbound.raw import raw_number, raw_object, raw_string

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@given(json_values)
def test_whatever_comes_is_an_object_a_number_a_string_or_nothing(value: object) -> None:
    assert raw_object(value) == (value if isinstance(value, dict) else {})
    assert raw_string(value) == (value if isinstance(value, str) else None)
    number = raw_number(value)
    assert number is None or (number == value and abs(number) <= LARGEST_NUMBER)


@pytest.mark.parametrize("value", [True, False, LARGEST_NUMBER + 1, -LARGEST_NUMBER - 1, 1.0, "1"])
def test_what_no_column_takes_as_a_number_is_none(value: object) -> None:
    assert raw_number(value) is None


def test_the_last_number_of_a_column_is_one() -> None:
    assert raw_number(LARGEST_NUMBER) == LARGEST_NUMBER
    assert raw_number(-LARGEST_NUMBER) == -LARGEST_NUMBER
