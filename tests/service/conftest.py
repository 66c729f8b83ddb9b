"""A firm on either database, in which no state comes after one that it may not come after."""

from collections.abc import Iterator

import pytest

from bot.clock import MovableClock
from bot.db import Database
from tests.builders import Firm
from tests.service.looking import locks_watched
from tests.service.transitions import watched


@pytest.fixture
def firm(database: Database, clock: MovableClock) -> Firm:
    return Firm(database, clock)


@pytest.fixture(autouse=True)
def states() -> Iterator[list[str]]:
    """What was changed against the tables of states; nothing may be left at the end."""
    with watched() as wrong:
        yield wrong
        assert wrong == []


@pytest.fixture(autouse=True)
def looking() -> Iterator[list[str]]:
    """What was locked in a transaction that only reads; nothing may be left at the end."""
    with locks_watched() as wrong:
        yield wrong
        assert wrong == []
