"""A page is always one that there is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.method.core.paging import page_of


@pytest.mark.parametrize(
    ("page", "total", "found"),
    [
        (0, 0, (0, 1)),
        (3, 0, (0, 1)),
        (0, 8, (0, 1)),
        (1, 8, (0, 1)),
        (1, 9, (1, 2)),
        (-1, 9, (0, 2)),
        (99, 17, (2, 3)),
    ],
)
def test_the_nearest_page_that_there_is(page: int, total: int, found: tuple[int, int]) -> None:
    assert page_of(page, total, 8) == found


@given(st.integers(-5, 500), st.integers(0, 3000), st.integers(1, 20))
def test_no_page_but_the_only_one_is_empty_and_none_is_missing(
    page: int, total: int, size: int
) -> None:
    shown, pages = page_of(page, total, size)
    assert 0 <= shown < pages
    assert shown * size < max(total, 1) <= pages * size or pages == 1
