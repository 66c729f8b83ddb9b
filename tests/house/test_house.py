"""The house stands: no breach in the bot, and each rule catches what breaks it."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.rules import (
    AIOGRAM,
    BACKGROUND,
    FORMS,
    LENGTH,
    LONGEST,
    QUERIES,
    ROOT,
    TAPS,
    TIME,
    TRANSACTIONS,
    breaches,
    files,
)
from tests.house.words import Asked, referred, unasked

BREAKING = [
    (TIME, "bot/services/a.py", "from datetime import datetime\nx = datetime.now()"),
    (TIME, "bot/services/a.py", "from datetime import date\nx = date.today()"),
    (TIME, "bot/jobs/a.py", "import time\nx = time.time()"),
    (TIME, "bot/models/a.py", "x = func.now()"),
    (TIME, "bot/models/a.py", "x = mapped_column(server_default='1')"),
    (TIME, "bot/models/a.py", "x = text('CURRENT_TIMESTAMP')"),
    (BACKGROUND, "bot/telegram/sender.py", "import asyncio\nasyncio.create_task(x())"),
    (TRANSACTIONS, "bot/services/a.py", "session.commit()"),
    (TRANSACTIONS, "bot/handlers/a.py", "session.rollback()"),
    (QUERIES, "bot/services/a.py", "x = select(User)"),
    (QUERIES, "bot/handlers/a.py", "x = delete(User)"),
    (AIOGRAM, "bot/services/a.py", "from aiogram import Bot"),
    (AIOGRAM, "bot/views/a.py", "import aiogram.types"),
    (TAPS, "bot/views/tasks/a.py", '@tap("a")\nclass A(Tap): ...'),
    (FORMS, "bot/handlers/tasks/a.py", "ctx.act.actor.form = None"),
    (LENGTH, "bot/views/a.py", "x = 1\n" * (LONGEST + 1)),
]

CYRILLIC = re.compile("[\u0400-\u04ff]")


def test_the_house_has_no_breach() -> None:
    found = [
        breach
        for path in files()
        for breach in breaches(path.relative_to(ROOT).as_posix(), path.read_text())
    ]
    assert found == []


@pytest.mark.parametrize(("rule", "path", "source"), BREAKING)
def test_each_rule_catches_its_breach(rule, path, source) -> None:
    assert rule.name in {breach.rule for breach in breaches(path, source)}


def test_an_escape_needs_its_reason_in_the_line() -> None:
    source = "x = select(User)  # house: a reason"
    assert list(breaches("bot/services/a.py", source)) == []


def test_what_people_read_is_in_the_locales() -> None:
    found = [path for path in files() if CYRILLIC.search(path.read_text())]
    assert found == []


def test_every_word_of_the_locales_is_asked_for() -> None:
    assert unasked() == []


def test_no_word_of_the_locales_is_made_of_another() -> None:
    assert referred() == set()


def test_a_word_that_nobody_asks_for_is_found() -> None:
    asked = Asked()
    asked.read('x = words("plain")\ny = words(f"kind-{kind}")\nz = {"call": 1}')
    found = [asked.asks_for(key) for key in ("plain", "kind-call", "kind-visit", "call-plain")]
    assert found == [True, True, False, False]


def lint(tmp_path: Path, room: str, source: str) -> str:
    """What the import contracts say of a copy of the bot with one more module in a room."""
    for folder in ("bot", "sandbox"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / room).write_text(source)
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as run; run()",
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    return done.stdout


CONTRACTS = [
    ("bot/telegram/render/bad.py", "import bot.models.user", "Renderers get plain results"),
    ("bot/method/bad.py", "from bot.models.user import User", "The method knows nobody"),
    ("bot/models/bad.py", "import bot.services.core.work", "The method comes first"),
    ("bot/services/bad.py", "import bot.views.words", "Use cases know no screen"),
    ("bot/services/tasks/bad.py", "import bot.services.deals.deals", "A topic stands on"),
    ("bot/services/people/bad.py", "import bot.services.planning.walk", "A topic stands on"),
    ("bot/services/bad.py", "x = 1", "A topic stands on"),
    ("bot/views/bad.py", "import bot.models.user", "Views show the method's results"),
    ("bot/files/bad.py", "import bot.db", "Files know the method only"),
    ("bot/lookup/bad.py", "import bot.services.core.work", "Lookups know the method only"),
    ("bot/handlers/bad.py", "import bot.transactions", "Transactions are opened at the edges"),
    ("bot/jobs/bad.py", "import bot.views.words", "Jobs, mail and HTTP show nothing"),
    ("bot/handlers/bad.py", "import bot.models.user", "Handlers get plain results"),
    ("bot/handlers/bad.py", "import bot.config", "The settings are read where the parts meet"),
    ("sandbox/bad.py", "import bot.clock", "know nothing of each other"),
]


@pytest.mark.parametrize(("room", "source", "contract"), CONTRACTS)
def test_each_contract_catches_its_breach(tmp_path, room, source, contract) -> None:
    said = " ".join(lint(tmp_path, room, source + "\n").split())
    assert contract in said.partition("Broken contracts")[2]


def test_what_breaks_nothing_is_kept(tmp_path) -> None:
    assert "0 broken" in lint(tmp_path, "bot/views/good.py", "x = 1\n")
