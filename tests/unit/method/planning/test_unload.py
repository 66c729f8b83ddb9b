"""Taking tasks off overfull days (R8)."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.method.core.workdays import WorkCalendar
from bot.method.core.worth import worth
from bot.method.planning.unload import Movable, Move, Unloading, spread_left, unload

PLAIN = WorkCalendar()
NOW = datetime(2026, 11, 24, 6, tzinfo=UTC)
TUE = date(2026, 11, 24)
WED, THU, FRI, MON = (date(2026, 11, day) for day in (25, 26, 27, 30))


def task(number: int, on: date, *, amount: int | None = None, horizon: int = 14) -> Movable:
    last = TUE + timedelta(days=horizon)
    return Movable(number, on, last, (amount is None, worth(amount, None, NOW)))


def test_the_least_go_to_the_nearest_day_with_room_the_later_one_of_two() -> None:
    tasks = [task(1, THU, amount=100), task(2, THU), task(3, THU, amount=5), task(4, THU)]
    found = unload(tasks, {THU: 4, FRI: 1}, 2, TUE, PLAIN)
    assert found == Unloading((Move(4, THU, FRI), Move(2, THU, WED)), ())


def test_today_gives_and_takes_nothing() -> None:
    tasks = [task(1, TUE), task(2, TUE), task(3, WED), task(4, WED)]
    found = unload(tasks, {TUE: 2, WED: 2}, 1, TUE, PLAIN)
    assert found.moves == (Move(2, TUE, THU), Move(4, WED, FRI))


def test_what_may_not_be_moved_counts_and_stays() -> None:
    found = unload([task(1, THU)], {THU: 5}, 3, TUE, PLAIN)
    assert found == Unloading((Move(1, THU, FRI),), (THU,))
    assert unload([], {THU: 5}, 3, TUE, PLAIN) == Unloading((), (THU,))


def test_what_is_left_goes_over_the_days_with_room_the_largest_first() -> None:
    monday = TUE - timedelta(days=1)
    left = [task(1, TUE), task(2, TUE, amount=900), task(3, monday), task(4, TUE, amount=5)]
    found = spread_left(left, {monday: 1, TUE: 3, WED: 1}, 2, TUE, PLAIN)
    assert found.moves == (
        Move(2, TUE, WED),
        Move(4, TUE, THU),
        Move(1, TUE, THU),
        Move(3, monday, FRI),
    )


def test_what_is_left_and_finds_no_room_within_its_horizon_stays() -> None:
    left = [task(1, TUE, horizon=2), task(2, TUE, horizon=6)]
    found = spread_left(left, {TUE: 2, WED: 3, THU: 2, FRI: 2}, 2, TUE, PLAIN)
    assert found.moves == (Move(2, TUE, MON),)


def test_nothing_goes_beyond_its_horizon_or_to_a_day_off() -> None:
    tasks = [task(1, FRI, horizon=5), task(2, FRI, horizon=5)]
    found = unload(tasks, {FRI: 2, THU: 1, WED: 1}, 1, TUE, PLAIN)
    assert found == Unloading((), (FRI,))


days = st.dates(TUE, TUE + timedelta(days=20))
calendars = st.builds(
    WorkCalendar,
    week=st.frozensets(st.integers(0, 6), min_size=1),
    days_off=st.frozensets(days, max_size=10),
)
task_lists = st.lists(
    st.builds(
        lambda on, amount, horizon: (on, amount, horizon),
        days,
        st.none() | st.integers(1, 3),
        st.integers(1, 20),
    ),
    max_size=60,
)


@given(task_lists, st.dictionaries(days, st.integers(0, 6)), st.integers(1, 5), calendars)
def test_days_only_get_better(
    wanted: list[tuple[date, int | None, int]],
    fixed: dict[date, int],
    capacity: int,
    calendar: WorkCalendar,
) -> None:
    tasks = {
        number: task(number, on, amount=amount, horizon=horizon)
        for number, (on, amount, horizon) in enumerate(wanted, 1)
    }
    before = Counter(fixed)
    before.update(one.on for one in tasks.values())
    found = unload(list(tasks.values()), before, capacity, TUE, calendar)
    after = Counter(before)
    for move in found.moves:
        one = tasks[move.task_id]
        assert move.before == one.on and before[move.before] > capacity, "moved without need"
        assert TUE < move.after <= one.last, "beyond its horizon"
        assert calendar.is_working(move.after)
        after[move.before] -= 1
        after[move.after] += 1
    assert len({move.task_id for move in found.moves}) == len(found.moves)
    for day in {*before, *after}:
        if before[day] > capacity:
            assert capacity <= after[day] <= before[day]
        else:
            assert after[day] <= capacity, "another day became overfull"
    moved = {move.task_id for move in found.moves}
    for one in tasks.values():
        if one.task_id in moved or after[one.on] <= capacity:
            continue
        room = [
            TUE + timedelta(days=n)
            for n in range(1, (one.last - TUE).days + 1)
            if calendar.is_working(TUE + timedelta(days=n))
            and after[TUE + timedelta(days=n)] < capacity
        ]
        assert room == [], "an overfull day could still give"
    assert found.overfull == tuple(sorted(day for day in after if after[day] > capacity))


@given(task_lists, st.integers(1, 5), calendars)
def test_twice_is_once(
    wanted: list[tuple[date, int | None, int]], capacity: int, calendar: WorkCalendar
) -> None:
    tasks = [
        task(number, on, amount=amount, horizon=horizon)
        for number, (on, amount, horizon) in enumerate(wanted, 1)
    ]
    load = Counter(one.on for one in tasks)
    moves = {m.task_id: m.after for m in unload(tasks, load, capacity, TUE, calendar).moves}
    there = [
        Movable(one.task_id, moves.get(one.task_id, one.on), one.last, one.place) for one in tasks
    ]
    again = unload(there, Counter(one.on for one in there), capacity, TUE, calendar)
    assert again.moves == ()


@given(task_lists, st.dictionaries(days, st.integers(0, 6)), st.integers(1, 4), calendars)
def test_spreading_what_is_left_fills_no_day_beyond_the_norm(
    rows: list[tuple[date, int | None, int]],
    load: dict[date, int],
    capacity: int,
    calendar: WorkCalendar,
) -> None:
    """Nor puts anything on a day off, on today or beyond a horizon, nor moves anything twice."""
    left = [
        task(number, TUE - timedelta(days=number % 3), amount=amount, horizon=horizon)
        for number, (_, amount, horizon) in enumerate(rows)
    ]
    found = spread_left(left, load, capacity, TUE, calendar)
    by_id = {one.task_id: one for one in left}
    assert len({move.task_id for move in found.moves}) == len(found.moves)
    taken = Counter(load)
    for move in found.moves:
        assert TUE < move.after <= by_id[move.task_id].last
        assert calendar.is_working(move.after)
        taken[move.after] += 1
        assert taken[move.after] <= capacity
