"""A firm on either database."""

import pytest

from bot.clock import MovableClock
from bot.db import Database
from tests.builders import Firm


@pytest.fixture
def firm(database: Database, clock: MovableClock) -> Firm:
    return Firm(database, clock)
