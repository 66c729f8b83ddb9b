"""The tests come to an end, whatever they wait for."""

import asyncio
import os

import pytest

from sandbox import patience
from tests import limits


async def forever() -> None:
    await asyncio.Event().wait()


def test_one_that_waits_for_ever_is_ended_and_named(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "_PHASE", 0.01)
    phase = limits.limited(request.node, "test")
    next(phase)
    try:
        with pytest.raises(limits.Overdue, match=request.node.name):
            asyncio.run(forever())
    finally:
        phase.close()


@pytest.mark.parametrize(("load", "expected"), [(0.5, 10), (2, 10), (5, 25), (90, 40)])
def test_a_busy_machine_is_given_more_time(
    monkeypatch: pytest.MonkeyPatch, load: float, expected: float
) -> None:
    monkeypatch.setattr(os, "getloadavg", lambda: (load, 0.0, 0.0))
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert patience.patient(10) == expected
