"""The house is read once and kept: the collector of garbage need not look through its trees."""

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="package", autouse=True)
def _no_collecting() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()
