"""The stories over HTTP wait more than they work: spread among the other tests, they leave the
machine to those meanwhile, and where several processes test none of them has only stories."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import pytest

_STORIES = Path(__file__).parent / "e2e"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """In the same order in every process, for one shares the tests out to all."""
    items[:] = mixed(items)


def mixed(items: Sequence[pytest.Item]) -> Iterator[pytest.Item]:
    """The stories as evenly as can be between the other files, which stay whole: what a file has
    made for its tests is kept for no longer than they come one after the other."""
    stories = [item for item in items if item.path.is_relative_to(_STORIES)]
    others = [item for item in items if not item.path.is_relative_to(_STORIES)]
    told = passed = 0
    for _, file in groupby(others, key=lambda item: item.path):
        whole = list(file)
        yield from whole
        passed += len(whole)
        due = len(stories) * passed // len(others)
        yield from stories[told:due]
        told = due
    yield from stories[told:]
