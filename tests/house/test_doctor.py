"""Every finding of the doctor has its sentence in both languages, and a test that provokes it."""

import ast
import re
from pathlib import Path

import pytest

from bot.locales import LOCALES
from tests.house.rules import ROOT, nodes
from tests.house.words import messages

BEFORE = "doctor-"
MADE = {"well", "notice", "wrong"}
AT_RUN_TIME = {"database", "mail-away", "mail-certificate", "mail-login", "mail-folder"}
"""What is said of an error of no known kind, and by the trouble of the mailbox."""


def findings(source: str) -> set[str]:
    """The codes in the source: what makes a finding is told, and words like codes in its tables."""
    given = {
        node.args[0].value
        for node in nodes(source)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in MADE
        and isinstance(node.args[0], ast.Constant)
    }
    tables = re.findall(r'"((?:database|telegram|port|address)-[a-z-]+)"', source)
    return {*given, *tables}


def looked_at(folder: Path) -> str:
    """What all files of a folder say."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.py")))


def provoked(tests: str, code: str) -> bool:
    """Whether the tests name the code."""
    return f'"{code}"' in tests


@pytest.mark.parametrize("locale", LOCALES)
def test_every_finding_has_its_sentence_and_every_sentence_its_finding(locale: str) -> None:
    said = {message.id.name.removeprefix(BEFORE) for message in messages(locale)
            if message.id.name.startswith(BEFORE)}  # fmt: skip
    assert findings(looked_at(ROOT / "bot/cli/doctor")) | AT_RUN_TIME == said


def test_every_finding_is_provoked() -> None:
    tests = looked_at(ROOT / "tests/service/doctor")
    tests += (ROOT / "tests/unit/cli/test_doctor_machine.py").read_text(encoding="utf-8")
    codes = findings(looked_at(ROOT / "bot/cli/doctor")) | AT_RUN_TIME
    assert {code for code in codes if not provoked(tests, code)} == set()


def test_a_finding_is_found() -> None:
    source = 'yield wrong("no-wal", mode=mode)\nx = {"28": "database-login"}\ny = well(code)'
    assert findings(source) == {"no-wal", "database-login"}
    assert not provoked('assert found == {"no-walk"}', "no-wal")
