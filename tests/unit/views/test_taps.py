"""Buttons outlive the version that made them, and nothing else gets through."""

from dataclasses import dataclass
from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.method.core.refusals import Invalid
from bot.method.tasks.date_question import Purpose
from bot.views import taps
from bot.views.taps.base import LONGEST, Tap, all_taps, pack, tap, unpack
from bot.views.taps.tasks import OpenMonth
from bot.views.taps.vacation import AskVacationDay
from tests.service.buttons import fields_of, members
from tests.walking import modules_of

_MODULES = list(modules_of(taps))


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
        "zztest:-1:20261124",
        "zztest:9223372036854775808:20261124",
        "zztest:7:18991231",
        "zztest:7:99991231",
    ],
)
def test_what_was_never_packed_is_refused(data: str) -> None:
    with pytest.raises(Invalid):
        unpack(data)


ANY = (0, 2**63 - 1)
BOUNDS = {
    "page": (0, 1_000_000),
    "year": (1900, 2999),
    "month": (1, 12),
    "length": (0, 366),
    "why": (0, 4),
}
NUMBERS = [-1, 0, 1, 12, 13, 1899, 1900, 2026, 2999, 3000, 9999, 10_000, 2**31, 2**63 - 1, 2**63]
PARTS = st.one_of(
    st.sampled_from(["~", "", "1", "0", "00", "²", "١", "%3A", "00010101", "99991231", "2400"]),
    st.sampled_from(NUMBERS).map(str),
    st.integers().map(str),
    st.dates().map(lambda on: on.strftime("%Y%m%d")),
    st.times().map(lambda at: at.strftime("%H%M")),
    st.text(max_size=8),
)
FORGED = st.one_of(
    st.text(max_size=LONGEST),
    st.tuples(st.sampled_from(sorted(all_taps())), st.lists(PARTS, max_size=7)).map(
        lambda whole: ":".join((whole[0], *whole[1]))
    ),
)


@given(FORGED)
@settings(max_examples=3000, deadline=None)
def test_what_is_forged_is_an_old_button_or_a_tap_within_its_bounds(data: str) -> None:
    try:
        made = unpack(data)
    except Invalid:
        return
    assert unpack(pack(made)) == made
    assert pack(made).startswith(data)
    for value in vars(made).values():
        if isinstance(value, int):
            assert 0 <= value < 2**63
        if isinstance(value, date):
            assert value - timedelta(days=366 * 10) < value < value + timedelta(days=366 * 10)


def ordinary(name: str, kind: type) -> str:
    """Something that a field of this type may hold, as it is packed."""
    if kind is int:
        return str(BOUNDS.get(name, ANY)[0])
    plain = {bool: "1", date: "20261124", time: "0900", str: "A"}
    return str(plain[kind] if kind in plain else members(kind)[0])


@pytest.mark.parametrize("code", sorted(all_taps()))
def test_each_number_of_a_tap_has_its_bounds(code: str) -> None:
    """On the edge it is a button, beyond it an old one; a year, a month and a page are narrower."""
    asked = [(name, kind) for name, kind, _ in fields_of(all_taps()[code])]
    for place, (name, kind) in enumerate(asked):
        if kind is not int:
            continue
        least, largest = BOUNDS.get(name, ANY)
        for number in (least - 1, least, largest, largest + 1):
            parts = [ordinary(*field) for field in asked]
            parts[place] = str(number)
            data = ":".join((code, *parts))
            if least <= number <= largest:
                assert pack(unpack(data)) == data
            else:
                with pytest.raises(Invalid):
                    unpack(data)


@pytest.mark.parametrize(
    "tail", ["0:1", "10000:1", "9999:12", "1899:12", "3000:1", "2026:0", "2026:13", "2026:-1"]
)
def test_a_month_that_no_calendar_shows_is_an_old_button(tail: str) -> None:
    for month in (
        AskVacationDay(7, 2026, 5),
        OpenMonth(next(iter(Purpose)), 7, None, 2026, 5),
    ):
        assert unpack(pack(month)) == month
        with pytest.raises(Invalid):
            unpack(pack(month).replace("2026:5", tail))
