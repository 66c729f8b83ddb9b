"""The documents name what there is, and what there is stands in the documents."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from bot.__main__ import _parser
from bot.config import Settings
from bot.jobs.table import JOBS
from bot.method.core.states import TABLES
from bot.method.core.terms import GapClose, Role
from bot.views.core.menu import commands_of
from bot.views.words import Words
from tests.house.rules import ROOT
from tests.unit.handlers.test_routers import handled_commands

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
_PATH = re.compile(r"`((?:bot|tests|docs|demo|sandbox|migrations|benchmarks)/[\w./-]+)`")
_LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")

ELSEWHERE = {
    *("docs", "health", "metrics", "ready"),
    *("setinline", "setinlinefeedback", "setjoingroups"),
    "here",
}
"""Pages of the HTTP server, what is said to BotFather, and what is said in groups only."""


def page(name: str) -> str:
    """A document below docs/."""
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def everywhere(pattern: re.Pattern[str]) -> Iterator[tuple[Path, str]]:
    """What the pattern finds in every document."""
    for path in PAGES:
        for found in pattern.findall(path.read_text(encoding="utf-8")):
            yield path, found


def test_every_job_is_named() -> None:
    (row,) = [line for line in page("operator.md").splitlines() if line.startswith("| jobs ")]
    named = set(re.findall(r"`(?:\S+ -m bot job )?([a-z]+)`", row))
    assert named == set(JOBS)


def test_every_setting_is_explained_and_in_the_example() -> None:
    settings = {name.upper() for name in Settings.model_fields}
    assert set(re.findall(r"^\| `([A-Z_]+)`", page("settings.md"), re.M)) == settings
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert set(re.findall(r"^(?:# )?([A-Z_]+)=", example, re.M)) == settings


def test_every_command_is_told_and_there() -> None:
    told = {name for _, name in everywhere(re.compile(r"[`(]/([a-z_]+)\b(?!/)"))}
    assert told - ELSEWHERE <= handled_commands()
    menu = {name for role in Role for name, _ in commands_of(role, Words("ru"))}
    assert menu | handled_commands() <= told


def test_every_command_line_is_told() -> None:
    (choices,) = [one.choices for one in _parser()._actions if one.choices]
    told = {name for _, name in everywhere(re.compile(r"`(?:\S+ -m bot )?([a-z]+)\b[^`]*`"))}
    assert set(choices or ()) <= told


def test_every_path_and_link_leads_somewhere() -> None:
    gone = [
        f"{path.name}: {name}" for path, name in everywhere(_PATH) if not (ROOT / name).exists()
    ]
    gone += [
        f"{path.name}: {name}"
        for path, name in everywhere(_LINK)
        if not (path.parent / name).exists()
    ]
    assert gone == []


def test_every_picture_is_shown_somewhere() -> None:
    pictures = {path.name for path in (ROOT / "docs/images").iterdir()}
    shown = set(re.findall(r"images/([\w.]+)", "".join(page.read_text() for page in PAGES)))
    assert shown == pictures


def test_every_rule_has_its_row() -> None:
    rules = re.findall(r"^(?:\| )?(R\d+)\b", page("method.md"), re.M)
    assert sorted(rules) == sorted(f"R{number}" for number in range(1, 14))


def test_the_states_are_those_of_the_tables() -> None:
    said: dict[str, set[tuple[str, str]]] = {}
    for line in page("states.md").splitlines()[6:]:
        what, before, after, _ = (cell.strip() for cell in line.strip("|").split("|"))
        pairs = product(before.split(", "), after.split(", "))
        said.setdefault(what, set()).update(pairs)
    said["gap"].remove(("any", "closed"))
    for what, table in TABLES.items():
        steps = {(before or "", after) for before, states in table.items() for after in states}
        assert said.pop(what) == steps, what
    assert said.keys() == {"any of these", "vacation"}


def test_a_gap_is_closed_for_the_reasons_that_are_told() -> None:
    (row,) = [line for line in page("states.md").splitlines() if "| closed |" in line]
    told = set(row.strip("| ").rpartition("| ")[2].split(", "))
    assert told == {why.value.replace("_", " ") for why in GapClose}
