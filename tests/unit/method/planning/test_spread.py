from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.method.core.workdays import WorkCalendar
from bot.method.planning.spread import Spread, Spreadable, SubjectId, spread
from tests.calendars import working_days

PLAIN = WorkCalendar()
TUE = date(2026, 11, 24)
WED, THU, FRI, MON = (date(2026, 11, day) for day in (25, 26, 27, 30))


def deal(number: int, *, priority: int = 0, horizon: int = 14) -> Spreadable:
    return Spreadable(("deal", number), priority, horizon)


def contact(number: int, *, priority: int = 0, horizon: int = 30) -> Spreadable:
    return Spreadable(("client", number), priority, horizon)


def by_day(found: Spread) -> dict[date, list[SubjectId]]:
    days: dict[date, list[SubjectId]] = {}
    for subject, on in found.placed:
        days.setdefault(on, []).append(subject)
    return days


def test_evenly_over_the_working_days_deals_first_then_priority() -> None:
    subjects = [contact(1, horizon=6), contact(2, priority=5, horizon=6), deal(1, horizon=6)]
    subjects += [deal(2, priority=9, horizon=6), contact(3, horizon=6)]
    found = spread(subjects, {}, 12, TUE, PLAIN)
    assert by_day(found) == {
        WED: [("deal", 2), ("deal", 1)],
        THU: [("client", 2)],
        FRI: [("client", 1)],
        MON: [("client", 3)],
    }
    assert found.overfull == ()


def test_what_stands_there_already_counts() -> None:
    found = spread([contact(n, horizon=3) for n in range(3)], {WED: 5, THU: 1}, 12, TUE, PLAIN)
    assert {day: len(ids) for day, ids in by_day(found).items()} == {THU: 1, FRI: 2}


def test_a_short_horizon_is_not_pushed_out_by_a_long_one_of_higher_rank() -> None:
    subjects = [deal(n, priority=9, horizon=6) for n in range(2)]
    subjects += [contact(n, horizon=2) for n in range(2)]
    found = spread(subjects, {}, 1, TUE, PLAIN)
    assert by_day(found) == {
        WED: [("client", 0)],
        THU: [("client", 1)],
        FRI: [("deal", 0)],
        MON: [("deal", 1)],
    }


def test_beyond_the_capacity_is_planned_and_named() -> None:
    found = spread([contact(n, horizon=2) for n in range(5)], {WED: 1}, 2, TUE, PLAIN)
    assert {day: len(ids) for day, ids in by_day(found).items()} == {WED: 2, THU: 3}
    assert found.overfull == (("client", 1), ("client", 4))


def test_a_horizon_without_a_working_day_is_named_and_not_placed() -> None:
    saturday = date(2026, 11, 28)
    found = spread([contact(1, horizon=1), contact(2, horizon=2)], {}, 12, saturday, PLAIN)
    assert found == Spread(((("client", 2), MON),), (("client", 1),))
    assert spread([], {}, 12, TUE, PLAIN) == Spread((), ())


def test_a_large_base_is_spread_at_once() -> None:
    subjects = [contact(n, priority=n % 3, horizon=14 + n % 40) for n in range(100_000)]
    found = spread(subjects, {}, 12, TUE, PLAIN)
    assert len(found.placed) == 100_000


calendars = st.builds(
    WorkCalendar,
    week=st.frozensets(st.integers(0, 6), min_size=1),
    days_off=st.frozensets(st.dates(TUE, TUE + timedelta(days=40)), max_size=20),
)
subject_lists = st.lists(
    st.builds(
        Spreadable,
        st.tuples(st.sampled_from(["deal", "client"]), st.integers(1, 1000)),
        st.integers(0, 3),
        st.integers(1, 30),
    ),
    max_size=60,
    unique_by=lambda one: one.id,
)
loads = st.dictionaries(st.dates(TUE, TUE + timedelta(days=30)), st.integers(0, 15), max_size=15)


@given(subject_lists, loads, st.integers(1, 12), calendars)
def test_everybody_stands_once_on_a_working_day_within_his_horizon(
    subjects: list[Spreadable], load: dict[date, int], capacity: int, calendar: WorkCalendar
) -> None:
    found = spread(subjects, load, capacity, TUE, calendar)
    placed = dict(found.placed)
    assert len(placed) == len(found.placed)
    for one in subjects:
        last = TUE + timedelta(days=one.horizon_days)
        on = placed.get(one.id)
        if on is None:
            assert one.id in found.overfull
            assert working_days(calendar, TUE, last) == 0
        else:
            assert TUE < on <= last
            assert calendar.is_working(on)
    beyond = Counter(placed[name] for name in found.overfull if name in placed)
    for day, number in Counter(placed.values()).items():
        assert beyond[day] == min(number, max(0, load.get(day, 0) + number - capacity))


@given(subject_lists, loads, calendars)
def test_nobody_could_move_to_a_much_emptier_day(
    subjects: list[Spreadable], load: dict[date, int], calendar: WorkCalendar
) -> None:
    """Even: no task stands on a day that is fuller by two than another day in its horizon."""
    found = spread(subjects, load, 12, TUE, calendar)
    total = Counter(load)
    total.update(on for _, on in found.placed)
    horizons = {one.id: one.horizon_days for one in subjects}
    for name, on in found.placed:
        for n in range(1, horizons[name] + 1):
            day = TUE + timedelta(days=n)
            if calendar.is_working(day):
                assert total[on] <= total[day] + 1


@given(st.integers(0, 200), st.integers(1, 30), calendars)
def test_empty_days_of_one_horizon_differ_by_at_most_one(
    number: int, horizon: int, calendar: WorkCalendar
) -> None:
    found = spread([contact(n, horizon=horizon) for n in range(number)], {}, 12, TUE, calendar)
    days = [TUE + timedelta(days=n) for n in range(1, horizon + 1)]
    taken = Counter(on for _, on in found.placed)
    numbers = [taken[day] for day in days if calendar.is_working(day)]
    assert not numbers or max(numbers) - min(numbers) <= 1


@given(subject_lists, loads, calendars)
def test_the_order_given_means_nothing(
    subjects: list[Spreadable], load: dict[date, int], calendar: WorkCalendar
) -> None:
    there = spread(subjects, load, 5, TUE, calendar)
    assert spread(subjects[::-1], load, 5, TUE, calendar) == there


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 3)), max_size=40), calendars)
def test_within_one_horizon_a_higher_rank_never_stands_later(
    kinds: list[tuple[bool, int]], calendar: WorkCalendar
) -> None:
    subjects = [
        Spreadable(("deal" if is_deal else "client", number), priority, 20)
        for number, (is_deal, priority) in enumerate(kinds)
    ]
    placed = dict(spread(subjects, {}, 12, TUE, calendar).placed)
    ranks = {one.id: (one.id[0] != "deal", -one.priority) for one in subjects}
    for one, on in placed.items():
        for other, other_on in placed.items():
            if ranks[one] < ranks[other]:
                assert on <= other_on
