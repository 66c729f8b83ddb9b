"""What the commands make is for their account alone, whatever the shell of the operator allows."""

import asyncio
import sys
from asyncio.subprocess import PIPE
from pathlib import Path

import pytest

from demo.stage import environment, free_port
from sandbox.patience import patient
from tests.e2e.test_operating import NOWHERE, command

BASE = "Имя;Телефон;Следующее дело\nИван;+79161112233;\n"
EVERYBODY = 0o777


def below(folder: Path) -> set[Path]:
    """Every file and folder in it."""
    return set(folder.rglob("*"))


def open_to_others(folder: Path) -> dict[str, str]:
    """Files and folders below that another account gets something of, with their rights."""
    found = {path: path.stat().st_mode & EVERYBODY for path in below(folder)}
    return {path.name: f"{mode:o}" for path, mode in found.items() if mode & 0o077}


@pytest.mark.parametrize("words", [
    ("migrate",),
    ("job", "prune"),
    ("import", "base.csv", "--owner", "1"),
    ("export", "out/tables"),
    ("backup", "copies/one"),
    ("restore", "copy"),
    ("audit", "base.csv", "--xlsx", "a.xlsx", "--png", "a.png"),
], ids=lambda words: words[0])  # fmt: skip
async def test_what_a_command_makes_is_for_its_owner(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    (tmp_path / "base.csv").write_text(BASE, encoding="utf-8")
    url = f"sqlite+aiosqlite:///{tmp_path / 'data' / 'bot.db'}"
    if words[0] in ("export", "backup", "restore"):
        await command(tmp_path, "migrate", DATABASE_URL=url)
    if words[0] == "restore":
        await command(tmp_path, "backup", "copy", DATABASE_URL=url)
        (tmp_path / "data" / "bot.db").chmod(0o644)
    before = below(tmp_path)
    code, said = await command(tmp_path, *words, DATABASE_URL=url)
    assert code == (1 if words[0] == "import" else 0), said
    assert below(tmp_path) - before, "it makes something"
    assert open_to_others(tmp_path) == {"base.csv": "644"}, "but for what we made ourselves"


async def test_what_the_running_bot_writes_is_for_its_owner(tmp_path: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        env=environment(tmp_path, NOWHERE, free_port(), CLOCK_FILE=""),
        cwd=tmp_path,
        stderr=PIPE,
    )
    async with asyncio.timeout(patient(60)):
        while b"Telegram does not answer" not in (line := await process.stderr.readline()):
            assert line, "it has ended"
        made = {path.name for path in below(tmp_path)}
        shown = open_to_others(tmp_path)
        process.terminate()
        await process.communicate()
    assert made >= {"bot.db", "bot.db-wal", "bot.db-shm", "bot.lock"}
    assert shown == {}
