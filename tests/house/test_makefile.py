"""The environment of the commands is made in its own tree, and left alone where it is another's."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.rules import ROOT


def told(folder: Path, target: str) -> str:
    """What the target would run in a folder with nothing but the environment."""
    for name in ("Makefile", "pyproject.toml", "requirements/dev.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    command = ["make", "--dry-run", "-C", str(folder), target]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "tree").mkdir()
    return tmp_path / "tree"


@pytest.mark.parametrize("target", ["setup", "test", "check", "run"])
def test_what_is_missing_is_installed_with_hashes(tree: Path, target: str) -> None:
    found = told(tree, target)
    assert "--require-hashes -r requirements/dev.txt" in found
    assert "--no-deps --no-build-isolation -e ." in found


@pytest.mark.parametrize("target", ["setup", "test", "check", "run"])
def test_nothing_is_installed_into_the_environment_of_another_tree(tree: Path, target: str) -> None:
    (tree.parent / "another").mkdir()
    (tree / ".venv").symlink_to(tree.parent / "another")
    assert "pip install" not in told(tree, target)
