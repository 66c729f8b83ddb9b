"""The same company as in the stories."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from tests.world import World, world


@pytest_asyncio.fixture
async def office(tmp_path: Path) -> AsyncIterator[World]:
    async with world(tmp_path) as office:
        yield office
