"""The commands that the documents tell are there, with the options that they are told with."""

import os
import re
import shlex
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from bot.__main__ import _parser
from tests.house.rules import ROOT
from tests.house.test_docs import PAGES

_FENCED = re.compile(r"^```sh\n(.*?)^```", re.M | re.S)
_INLINE = re.compile(r"`((?:\S+ -m |make )[^`\n]+)`")
_ASKED = re.compile(r"\$\([^)]*\)")
_FOLDED = re.compile(r"\\\n\s*")
_TARGET = re.compile(r"^([a-z]+):", re.M)
_VARIABLE = re.compile(r"^([A-Z_]+) (?:\?|:)?= ?", re.M)
_PLACEHOLDER = {"TELEGRAM_ID": "1", "ID": "1", "ISO": "2026-11-23T09:00:00+03:00"}
_OF_THE_SYSTEM = {
    *("cp", "chmod", "chown", "crontab", "curl", "grep", "install", "useradd"),
    *("docker", "journalctl", "openssl", "sqlite3", "systemctl"),
}
"""Programs that are not ours: what they are told was run by hand where they are to be had."""
_MODULES = {"bot", "venv", "pip", "pytest"}


def commands(page: str) -> Iterator[list[str]]:
    """Each command of the page, in words: of the blocks for a shell, and those beside the text that
    begin as ours do."""
    blocks = _ASKED.sub("X", _FOLDED.sub(" ", "\n".join(_FENCED.findall(page))))
    for line in (*_joined(blocks), *_INLINE.findall(page)):
        words = shlex.split(line, comments=True)
        command: list[str] = []
        for word in [*words, "&&"]:
            if word not in ("&&", "|", ";"):
                command.append(word)
                continue
            while command and re.fullmatch(r"\w+=.*", command[0]):
                del command[0]
            if command:
                yield command
            command = []


def _joined(block: str) -> Iterator[str]:
    """Its lines, those as one that a quotation spans."""
    open_ = ""
    for line in block.splitlines():
        open_ += f" {line}" if open_ else line
        if open_.count("'") % 2 == 0:
            yield open_
            open_ = ""


def fault(words: list[str]) -> str | None:
    """What is wrong with the command; None where nothing is."""
    program, *rest = words
    if program == "make":
        return _of_make(rest)
    if program.rpartition("/")[2].startswith("python") and rest[:1] == ["-m"]:
        return _of_ours(rest[2:]) if rest[1] == "bot" else _of_module(rest[1])
    if program in ("docker", "runuser") and "python" in " ".join(rest):
        at = next(number for number, word in enumerate(rest) if word.endswith("python"))
        return fault(rest[at:])
    return None if program in _OF_THE_SYSTEM or program.startswith(".venv/") else "no such program"


def _of_ours(words: list[str]) -> str | None:
    told = [_PLACEHOLDER.get(word, word) for word in (each.strip("[]") for each in words)]
    try:
        _parser().parse_args(told)
    except SystemExit:
        return "no such command or option"
    return None


def _of_module(name: str) -> str | None:
    return None if name in _MODULES or find_spec(name) else "no such module"


def _of_make(words: list[str]) -> str | None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    known = {"target": set(_TARGET.findall(makefile)), "setting": set(_VARIABLE.findall(makefile))}
    for word in words:
        name, is_set, _ = word.partition("=")
        kind = "setting" if is_set else "target"
        if not name.startswith("-") and name not in known[kind]:
            return f"no such {kind}"
    return None


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_command_is_there_with_its_options(path: Path) -> None:
    found = list(commands(path.read_text(encoding="utf-8")))
    assert {" ".join(words): why for words in found if (why := fault(words))} == {}


def test_the_workflow_runs_what_there_is() -> None:
    """And the browser that it asks for is the one that the tests of the page ask for."""
    workflow = (ROOT / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8")
    lines = [line.replace("||", "&&") for line in re.findall(r"^ +run: (.+)$", workflow, re.M)]
    *asked, last = [line.replace("sudo ", "") for line in lines]
    assert asked and [fault(words) for words in commands(_shell(asked))] == [None] * 3
    assert os.access(ROOT / last, os.X_OK)
    assert 'REQUIRE_BROWSER: "1"' in workflow


def _shell(lines: list[str]) -> str:
    return "\n".join(["```sh", *lines, "```", ""])


def test_the_pages_tell_commands_at_all() -> None:
    told = [words for path in PAGES for words in commands(path.read_text(encoding="utf-8"))]
    assert len(told) > 20


@pytest.mark.parametrize(
    "line",
    [
        "make nothing",
        "make demo ARGUMENTS=--once",
        ".venv/bin/python -m bot sing",
        ".venv/bin/python -m bot doctor --loud",
        ".venv/bin/python -m bot import FILE",
        "docker compose exec bot .venv/bin/python -m bot sing",
        "runuser -u moidela -- .venv/bin/python -m bot sing",
        "python -m demo.nothing",
        "frobnicate --now",
    ],
)
def test_what_is_not_there_is_seen(line: str) -> None:
    ((words),) = commands(f"```sh\nX=1 {line}  # so\n```\n")
    assert fault(words)
