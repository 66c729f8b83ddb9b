"""What the policy says of its numbers is so."""

import ast
from dataclasses import fields
from pathlib import Path

from bot.method.core.policy import Policy
from tests.house.rules import ROOT, nodes


def read_names(root: Path) -> set[str]:
    """Every attribute that the code reads."""
    sources = (path.read_text(encoding="utf-8") for path in root.rglob("*.py"))
    return {
        node.attr for source in sources for node in nodes(source) if isinstance(node, ast.Attribute)
    }


def test_every_number_changes_something() -> None:
    names = {field.name for field in fields(Policy)}
    assert names - read_names(ROOT / "bot") == set()


def test_a_number_that_is_read_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("limit = act.policy.report_at\n", encoding="utf-8")
    assert read_names(tmp_path) == {"policy", "report_at"}
