"""No test goes on for ever: each of its phases has an end, which names it and shows where it was.

The signal raises in the main thread, again and again until the phase is over, for one may be lost
in a task that nobody waits for. Where the thread does not even come to that, the process ends.
"""

import faulthandler
import signal
from collections.abc import Generator
from types import FrameType

import pytest

from sandbox.patience import patient

_PHASE = 240.0
"""Seconds of a machine that has nothing else to do, far above what any test takes there."""
_AGAIN = 5.0
_HARD = 2.0
"""So many times as long until the process ends."""


class Overdue(BaseException):
    """A phase of a test goes on for ever; nothing that expects an error catches it."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, object, object]:
    """Before the test."""
    return (yield from limited(item, "setup"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """The test itself."""
    return (yield from limited(item, "test"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, object, object]:
    """After the test."""
    return (yield from limited(item, "teardown"))


def limited(item: pytest.Item, phase: str) -> Generator[None, object, object]:
    """Around one phase of a test."""
    seconds = patient(_PHASE)

    def end(number: int, frame: FrameType | None) -> None:
        raise Overdue(f"{phase} of {item.nodeid} is not over after {seconds:g} s")

    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    faulthandler.dump_traceback_later(_HARD * seconds, exit=True)
    try:
        return (yield)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        faulthandler.cancel_dump_traceback_later()
