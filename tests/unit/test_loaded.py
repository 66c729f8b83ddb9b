"""A command loads what it uses: the rest of the bot would be half a second of every start."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCREENS = {"aiogram", "apscheduler", "bot.handlers", "bot.jobs.table", "bot.at_work"}
HEAVY = {"alembic", "matplotlib", "openpyxl", "holidays", "phonenumbers", "xlsxwriter"}
SAY = "import sys; print(*sys.modules, file=open(sys.argv[1], 'w'))"


def loaded(script: str, folder: Path, *arguments: str) -> set[str]:
    """The modules of a new process that has run it."""
    env = os.environ | {"DATABASE_URL": f"sqlite+aiosqlite:///{folder}/none.db"}
    command = [sys.executable, "-c", f"{script}\n{SAY}", str(folder / "said"), *arguments]
    subprocess.run(command, env=env, capture_output=True, check=True)
    return set((folder / "said").read_text().split())


def ran(*words: str) -> str:
    """A script that runs this command, whatever becomes of it."""
    return f"from bot.__main__ import main; main({list(words)})"


@pytest.mark.parametrize(
    ("script", "needless"),
    [
        ("import bot.__main__", SCREENS | HEAVY | {"aiohttp", "sqlalchemy", "bot.services"}),
        ("import bot.app", SCREENS | HEAVY | {"bot.views.taps", "bot.web.openapi"}),
        (ran("export", "out"), SCREENS | HEAVY | {"aiohttp", "bot.telegram", "bot.files.reading"}),
        (
            ran("import", "none.csv", "--owner", "1", "--dry-run"),
            SCREENS | {"aiohttp", "matplotlib", "openpyxl", "bot.telegram"},
        ),
        ("import bot.files.__main__", SCREENS | HEAVY | {"asyncio", "pydantic", "sqlalchemy"}),
    ],
    ids=["any command", "until the first poll", "export", "import", "the reading of a file"],
)
def test_what_it_does_not_use_is_not_loaded(
    script: str, needless: set[str], tmp_path: Path
) -> None:
    assert needless & loaded(script, tmp_path) == set()


def test_after_the_first_poll_everything_is_there(tmp_path: Path) -> None:
    """Loaded beside the first poll, not by the first tap or tick."""
    whole = loaded("from bot.app import load_the_rest; load_the_rest()", tmp_path)
    assert {"aiogram", "bot.at_work", "bot.web.vendors", "bot.telegram.render"} <= whole
