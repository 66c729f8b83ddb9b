"""What every test may ask for: a database of either kind, and a clock that stands still."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import bot.telegram.lazy_aiogram  # noqa: F401  as the bot itself has it, before all else of aiogram

# isort: split
import pytest
import pytest_asyncio
import structlog
from hypothesis import HealthCheck, settings

from bot.clock import MovableClock
from bot.db import Database
from tests.databases import empty_postgres, empty_sqlite

pytest_plugins = ("tests.limits", "tests.mixed")

# To draw all that the frames of an error hold, as it is done by itself, takes seconds.
_plain = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
structlog.configure([*structlog.get_config()["processors"][:-1], _plain])

# How long an example takes says more of the machine than of the test.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

TUESDAY_9 = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
"""Tuesday, nine in the morning in Moscow."""


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(TUESDAY_9)


@pytest_asyncio.fixture(params=["sqlite", "postgres"])
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """A migrated, empty database: every test that asks for it runs on both kinds."""
    make = empty_sqlite(tmp_path) if request.param == "sqlite" else empty_postgres()
    async with make as database:
        yield database
