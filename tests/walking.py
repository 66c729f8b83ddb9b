"""Walking a package of the bot to its bottom."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType


def modules_of(package: ModuleType) -> Iterator[ModuleType]:
    """Every module below the package, folders of topics included."""
    for found in walk_packages(package.__path__, f"{package.__name__}."):
        if not found.ispkg:
            yield import_module(found.name)
