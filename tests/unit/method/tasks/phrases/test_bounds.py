"""Reading never raises anything but a refusal, and takes steps in proportion to the text."""

import sys
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.lookup.phrases import vocabulary
from bot.method.core.refusals import Invalid
from bot.method.tasks.phrases.reading import cut, read, understand
from tests.unit.method.tasks.phrases.clock import TODAY
from tests.unit.method.tasks.phrases.corpus import HURRIED, ORDINARY

MOST_STEPS = 4000
"""Calls for each character of the line, of all readers together."""

SCRAPS = [
    *ORDINARY,
    *HURRIED,
    "через",
    "с",
    "до",
    "после",
    "не",
    "25",
    "-",
    ".",
    ":",
    "+",
    "№",
    "1/",
]
SEEDS = [
    "+",
    "в ",
    "до ",
    "через ",
    "после завтра ",
    "пн-",
    "10-12-",
    "1.",
    "25, ",
    "не ",
    "двадцать ",
]


def calls(text: str) -> int:
    count = 0

    def counted(frame: FrameType, event: str, arg: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    # What is built once, at the first reading, is not counted.
    understand("завтра", vocabulary(), TODAY)
    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        understand(text, vocabulary(), TODAY)
    except Invalid:
        pass
    finally:
        sys.setprofile(before)
    return count


@given(
    st.one_of(st.text(max_size=4096), st.lists(st.sampled_from(SCRAPS), max_size=12).map(" ".join))
)
def test_any_text_is_read_or_refused(text: str) -> None:
    for reader in (read, cut, understand):
        try:
            reader(text, vocabulary(), TODAY)
        except Invalid as refusal:
            assert refusal.code.startswith(("date-", "time-"))  # noqa: PT017


@pytest.mark.parametrize("seed", SEEDS)
def test_twice_the_text_is_about_twice_the_steps(seed: str) -> None:
    short, long = (calls((seed * 500)[:length]) for length in (240, 480))
    assert long <= 2.5 * short
    assert long <= MOST_STEPS * 480


@pytest.mark.parametrize("seed", SEEDS)
def test_a_letter_is_not_looked_through(seed: str) -> None:
    assert calls((seed * 4096)[:4096]) < 100
    assert cut((seed * 4096)[:4096], vocabulary(), TODAY) is None
