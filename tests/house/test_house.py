"""The house stands: no breach in the bot, and each rule catches what breaks it."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
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


def lint(tmp_path: Path, more: Mapping[str, str]) -> str:
    """What the import contracts say of a copy of the bot with more modules, by their paths."""
    for folder in ("bot", "sandbox"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for path, source in more.items():
        (tmp_path / path).write_text(source + "\n")
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as run; run()",
    ]
    # Wide enough for the names of the contracts to stand in one line.
    wide = os.environ | {"COLUMNS": "200"}
    done = subprocess.run(
        command, cwd=tmp_path, env=wide, capture_output=True, text=True, check=False
    )
    return done.stdout


CONTRACTS = [
    ("bot/telegram/render/bad_1.py", "import bot.models.user", "Renderers get plain results"),
    ("bot/method/bad_2.py", "from bot.models.user import User", "The method knows nobody"),
    ("bot/models/bad_3.py", "import bot.services.core.work", "The method comes first"),
    ("bot/services/bad_4.py", "import bot.views.words", "Use cases know no screen"),
    ("bot/services/tasks/bad_5.py", "import bot.services.deals.deals", "A topic stands on"),
    ("bot/services/people/bad_6.py", "import bot.services.planning.walk", "A topic stands on"),
    ("bot/services/bad_7.py", "x = 1", "A topic stands on"),
    ("bot/views/bad_8.py", "import bot.models.user", "Views show the method's results"),
    ("bot/files/bad_9.py", "import bot.db", "Files know the method only"),
    ("bot/lookup/bad_10.py", "import bot.services.core.work", "Lookups know the method only"),
    ("bot/handlers/bad_11.py", "import bot.transactions", "Transactions are opened at the edges"),
    ("bot/jobs/bad_12.py", "import bot.views.words", "Jobs, mail and HTTP show nothing"),
    ("bot/handlers/bad_13.py", "import bot.models.user", "Handlers get plain results"),
    ("bot/handlers/bad_14.py", "import bot.config", "The settings are read where the parts meet"),
    ("sandbox/bad_15.py", "import bot.clock", "know nothing of each other"),
]


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What is said of each broken contract, by its name: of all the breaches together, each in a
    module of its own that nobody imports."""
    folder = tmp_path_factory.mktemp("broken")
    said = lint(folder, {path: source for path, source, _ in CONTRACTS})
    _, _, below = said.partition("Broken contracts\n")
    parts = iter(re.split(r"^(\S.*)\n-+\n", below, flags=re.M)[1:])
    return dict(zip(parts, parts, strict=True))


@pytest.mark.parametrize(("path", "source", "contract"), CONTRACTS)
def test_each_contract_catches_its_breach(broken, path, source, contract) -> None:
    (said,) = [said for name, said in broken.items() if contract in name]
    module = path.removesuffix(".py").replace("/", ".")
    assert re.search(rf"\b{module}\b(?! ->)|\b{module} ->.* {source.split()[1]}\b", said), said


def test_what_breaks_nothing_is_kept(tmp_path) -> None:
    assert "0 broken" in lint(tmp_path, {"bot/views/good.py": "x = 1"})
