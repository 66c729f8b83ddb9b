"""A table that begins like something else is a table."""

import pytest

from bot.files.reading import read_clients


@pytest.mark.parametrize("first", ["[VIP] Анна", "{1} Анна"])
def test_a_bracket_makes_no_json_of_a_table(first: str) -> None:
    read = read_clients(f"{first};+79161112233\nИван;+79161112244\n".encode())
    assert read.count == 2
