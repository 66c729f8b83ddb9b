"""The walk: everything is shown once before anything comes again (R1)."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.method.walk import Uncovered, following, worth

NOW = datetime(2026, 11, 24, 6, tzinfo=UTC)


def gap(number: int, amount: int | None = None, *, asked: bool = False, klass: str | None = None):
    return Uncovered(number, number, None, worth(amount, klass, NOW), asked=asked)


def test_the_largest_sum_then_the_class_then_the_longest_wait() -> None:
    old = Uncovered(5, 5, None, worth(None, None, NOW - timedelta(days=3)))
    base = [gap(1), gap(2, klass="C"), gap(3, klass="A"), gap(4, 100), old]
    seen, after = [], None
    for _ in base:
        stop = following(base, after)
        assert stop is not None
        seen.append(stop.gap_id)
        after = stop.gap_id
    assert seen == [4, 3, 2, 5, 1]


def test_it_begins_where_it_was_left() -> None:
    base = [gap(1, 30, asked=True), gap(2, 20), gap(3, 10)]
    assert following(base, None) == base[1]
    assert following([gap(1, 30, asked=True)], None) == gap(1, 30, asked=True)
    assert following([], None) is None


def test_what_was_skipped_comes_back_at_the_end() -> None:
    base = [gap(1, 30), gap(2, 20), gap(3, 10)]
    assert following(base, 3) == base[0]


def test_a_planned_stop_still_says_where_the_walk_is() -> None:
    closed = Uncovered(2, 2, None, worth(20, None, NOW), is_open=False)
    base = [gap(1, 30), closed, gap(3, 10)]
    assert following(base, 2) == base[2]
    assert following([closed], 2) is None


@given(
    st.lists(st.tuples(st.integers(0, 5), st.booleans()), min_size=1, max_size=30),
    st.data(),
)
def test_everything_is_shown_once_before_anything_comes_again(
    stops: list[tuple[int, bool]], data: st.DataObject
) -> None:
    """Whatever is planned or skipped on the way."""
    base = {n: gap(n, amount, asked=asked) for n, (amount, asked) in enumerate(stops, 1)}
    after: int | None = None
    seen: list[int] = []
    for _ in stops:
        stop = following(list(base.values()), after)
        if stop is None:
            break
        seen.append(stop.gap_id)
        after = stop.gap_id
        if data.draw(st.booleans()):
            one = base[after]
            base[after] = Uncovered(one.gap_id, 1, None, one.worth, is_open=False)
    assert len(set(seen)) == len(seen) == len(stops)
