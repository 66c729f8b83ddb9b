"""Buttons outlive the version that made them, and nothing else gets through."""

from dataclasses import dataclass
from datetime import date

import pytest

from bot.method.core.refusals import Invalid
from bot.views.taps.base import Tap, pack, tap, unpack


@tap("zztest")
@dataclass(frozen=True)
class Sample(Tap):
    """Two fields from the first version, two that came later."""

    number: int
    on: date
    sure: bool = False
    later: int | None = None


WHOLE = Sample(7, date(2026, 11, 24), True, 3)


def test_what_is_packed_is_read_back() -> None:
    assert pack(WHOLE) == "zztest:7:20261124:1:3"
    assert unpack(pack(WHOLE)) == WHOLE


def test_a_button_of_an_older_version_gets_the_defaults() -> None:
    assert unpack("zztest:7:20261124") == Sample(7, date(2026, 11, 24))
    assert unpack("zztest:7:20261124:1") == Sample(7, date(2026, 11, 24), True)


@pytest.mark.parametrize(
    "data",
    [
        "zztest",
        "zztest:7",
        "zztest:7:",
        "zztest:7:20261124:",
        "zztest:7:20261124:2",
        "zztest:07:20261124",
        "zztest:+7:20261124",
        "zztest:7:2026-11-24",
        "zztest:7:20261124:1:3:4",
        "zztest:~:20261124",
        "zztest:7:20261124:1:03",
    ],
)
def test_what_was_never_packed_is_refused(data: str) -> None:
    with pytest.raises(Invalid):
        unpack(data)
