"""The same company as in the stories, on either database."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.databases import bare_postgres
from tests.world import World, world, world_on


@pytest_asyncio.fixture(params=["sqlite", "postgres"])
async def office(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[World]:
    if request.param == "sqlite":
        async with world(tmp_path) as office:
            yield office
        return
    async with bare_postgres() as database:
        url = database.url.render_as_string(hide_password=False)
        async with world_on(url, tmp_path) as office:
            yield office
