"""A newcomer finds the way: rooms that can be looked over, and one name for one thing."""

import ast
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tests.house.rules import ROOT, files, nodes

MOST = 20
"""Python files in one folder."""
FLAT = {"bot/models"}
"""A noun a file, side by side."""


def crowded(paths: Iterable[str]) -> set[str]:
    """The folders that hold more files than a reader takes in."""
    counts = Counter(path.rpartition("/")[0] for path in paths)
    return {folder for folder, count in counts.items() if count > MOST} - FLAT


def public_classes(source: str) -> list[str]:
    """The names of the classes at the top of a file that others may import."""
    found = [node.name for node in nodes(source)[0].body if isinstance(node, ast.ClassDef)]
    return [name for name in found if not name.startswith("_")]


def met_twice(sources: Iterable[str]) -> set[str]:
    """The class names that mean more than one thing."""
    counts = Counter(name for source in sources for name in public_classes(source))
    return {name for name, count in counts.items() if count > 1}


def _path(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_no_room_is_crowded() -> None:
    assert crowded(map(_path, files())) == set()


def test_a_crowded_room_is_found() -> None:
    assert crowded([f"bot/views/{number}.py" for number in range(MOST + 1)]) == {"bot/views"}


def test_a_class_name_means_one_thing() -> None:
    assert met_twice(path.read_text(encoding="utf-8") for path in files()) == set()


def test_a_class_name_of_two_things_is_found() -> None:
    assert met_twice(["class Card: ...\nclass _Row: ...", "class _Row: ...\nclass Card: ..."]) == {
        "Card"
    }
