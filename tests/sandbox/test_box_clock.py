"""The movable clock."""

from datetime import UTC, datetime, timedelta

import pytest

from sandbox import MovableClock

MONDAY_9 = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "local"),
    [
        ("Mon 09:00", "2026-11-30 09:00"),
        ("mon 09:01", "2026-11-23 09:01"),
        ("Пт 18:00", "2026-11-27 18:00"),
        ("Sunday 0:30", "2026-11-29 00:30"),
        ("08:59", "2026-11-24 08:59"),
        ("09:00", "2026-11-24 09:00"),
        ("2026-12-31 23:59", "2026-12-31 23:59"),
    ],
)
def test_the_next_such_moment(moment, local):
    clock = MovableClock(MONDAY_9)
    clock.at(moment)
    assert f"{clock.local():%Y-%m-%d %H:%M}" == local


def test_it_does_not_go_back_unless_forced():
    clock = MovableClock(MONDAY_9)
    with pytest.raises(ValueError, match="does not go back"):
        clock.at("2026-11-22 09:00")
    with pytest.raises(ValueError, match="does not go back"):
        clock.move(timedelta(seconds=-1))
    assert clock.now() == MONDAY_9
    clock.at("2026-11-22 09:00", force=True)
    assert clock.now() == MONDAY_9 - timedelta(days=1)


@pytest.mark.parametrize("moment", ["", "soon", "Xyz 09:00", "25:00", "2026-13-01 09:00"])
def test_what_it_cannot_read(moment):
    with pytest.raises(ValueError):
        MovableClock(MONDAY_9).at(moment)


def test_local_time_over_a_change_of_the_clocks():
    clock = MovableClock(datetime(2026, 3, 28, 8, 0, tzinfo=UTC), "Europe/Berlin")
    clock.at("09:00")
    assert clock.now() == datetime(2026, 3, 29, 7, 0, tzinfo=UTC)


def test_every_move_is_written_and_heard(tmp_path):
    path = tmp_path / "clock"
    clock = MovableClock(MONDAY_9, path=path)
    heard = []
    clock.on_move.append(heard.append)
    assert datetime.fromisoformat(path.read_text()) == MONDAY_9
    clock.move(timedelta(hours=1))
    assert datetime.fromisoformat(path.read_text()) == clock.now() == heard[0]
    assert list(tmp_path.iterdir()) == [path]


def test_it_wants_an_aware_instant():
    with pytest.raises(ValueError, match="aware"):
        MovableClock(datetime(2026, 11, 23))
