"""Circles of imports among the modules of a package, late and type-only imports included."""

import ast
from collections.abc import Set
from graphlib import CycleError, TopologicalSorter
from pathlib import Path


def circle_in(folder: Path) -> list[str]:
    """The modules of one circle in their order, the first one again at the end; [] without one."""
    modules = {_name(path, folder): path for path in folder.rglob("*.py")}
    graph = {name: _imported(path, modules.keys()) for name, path in modules.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found
    return []


def _name(path: Path, folder: Path) -> str:
    return ".".join(path.relative_to(folder.parent).with_suffix("").parts).removesuffix(".__init__")


def _imported(path: Path, known: Set[str]) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                found.update(alias.name for alias in names)
            case ast.ImportFrom(module=str(module), names=names):
                # A module out of a package is no use of what the package itself gathers.
                inside = (f"{module}.{alias.name}" for alias in names)
                found.update(name if name in known else module for name in inside)
    return found & known
