"""`make seed` gives a developer a database that the bot takes as its own."""

import asyncio
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from demo.stage import ROOT
from sandbox.patience import patient
from tests.e2e.test_operating import command


async def seed(file: Path) -> int:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "demo.seed", str(file)), cwd=ROOT
    )
    async with asyncio.timeout(patient(120)):
        return await process.wait()


async def test_a_sample_company_that_the_bot_can_go_on_with(tmp_path: Path) -> None:
    file = tmp_path / "data" / "dev.db"
    assert await seed(file) == 0
    with closing(sqlite3.connect(file)) as made:
        roles = made.execute("SELECT role FROM users ORDER BY id").fetchall()
        assert [role for (role,) in roles] == ["admin", "head", "manager", "manager"]
        assert made.execute("SELECT count(*) FROM clients").fetchone() == (3,)
    url = f"sqlite+aiosqlite:///{file}"
    code, said = await command(tmp_path, "job", "digest", DATABASE_URL=url)
    assert code == 0, said
    content = file.read_bytes()
    assert await seed(file) == 1
    assert file.read_bytes() == content
