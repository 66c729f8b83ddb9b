"""The order of the day, and which card comes next."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.method.core.cards import TaskLine
from bot.method.core.terms import Direction, TaskKind
from bot.method.day.rounds import day_order, following, put_off, waits

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def line(task_id: int, **facts: object) -> TaskLine:
    plain = TaskLine(task_id, task_id, "Ромашка", Direction.OUTBOUND, TaskKind.CALL, TODAY)
    return replace(plain, **facts)  # type: ignore[arg-type]


def came(task_id: int, minute: int) -> TaskLine:
    arrived = datetime(2026, 11, 24, 9, minute, tzinfo=UTC)
    return line(task_id, direction=Direction.INBOUND, due_on=None, arrived=arrived)


def late(task_id: int, days: int) -> TaskLine:
    return line(task_id, due_on=TODAY - timedelta(days=days))


def timed(task_id: int, hour: int, **facts: object) -> TaskLine:
    return line(task_id, due_time=time(hour), **facts)


def ids(lines: list[TaskLine]) -> list[int]:
    return [one.task_id for one in lines]


def test_inbound_then_overdue_then_timed_then_the_rest() -> None:
    """Inside each: who came first, what is late longest, what is due first, what is older."""
    mixed = [line(9), line(8), timed(7, 15), timed(6, 10), late(5, 1), late(4, 9), came(2, 5)]
    assert ids(day_order([*mixed, came(1, 30)], TODAY)) == [2, 1, 4, 5, 6, 7, 8, 9]


def test_what_arrives_meanwhile_comes_first() -> None:
    tasks = [late(1, 2), line(2)]
    assert following(tasks, (), NOW) == tasks[0]
    assert following([*tasks, came(3, 31)], (1,), NOW) == came(3, 31)


def test_what_was_skipped_comes_back_in_the_order_of_skipping() -> None:
    tasks = [late(1, 2), line(2), line(3)]
    assert following(tasks, (1,), NOW) == line(2)
    assert following(tasks, (1, 2), NOW) == line(3)
    assert following([late(1, 2), line(2)], (2, 1), NOW) == line(2)


def test_a_task_that_is_gone_is_not_waited_for() -> None:
    assert following([line(2)], (1, 2), NOW) == line(2)
    assert following([], (1, 2), NOW) is None


def test_who_did_not_answer_is_left_alone_until_the_chosen_time() -> None:
    again = timed(1, 11, attempts=1)
    assert waits(again, NOW)
    assert following([again], (), NOW) is None
    assert following([again, line(2)], (), NOW) == line(2)
    assert following([again, line(2)], (), NOW.replace(hour=11)) == again
    assert not waits(timed(1, 11), NOW), "a time that nobody was tried at is only an order"


def test_skipping_twice_is_skipping_once() -> None:
    assert put_off((1, 2), 1) == (2, 1)
    assert put_off(put_off((1, 2), 1), 1) == (2, 1)


LINES = st.lists(
    st.builds(
        lambda task_id, what, number, tries: [
            came(task_id, number),
            late(task_id, number + 1),
            timed(task_id, number % 24, attempts=tries),
            line(task_id, attempts=tries),
        ][what],
        st.integers(1, 12),
        st.integers(0, 3),
        st.integers(0, 59),
        st.integers(0, 2),
    ),
    unique_by=lambda one: one.task_id,
)


@given(LINES, st.lists(st.integers(1, 12), unique=True))
def test_a_round_ends_with_everything_that_does_not_wait(
    lines: list[TaskLine], skipped: list[int]
) -> None:
    """Whoever does what comes next, and sometimes skips, meets every task and none twice."""
    left, put, met = list(lines), tuple(skipped), []
    while (one := following(left, put, NOW)) is not None:
        if one.task_id not in put and one.task_id % 3 == 0:
            put = put_off(put, one.task_id)
            continue
        met.append(one)
        left.remove(one)
    assert all(waits(one, NOW) for one in left)
    assert sorted(ids(met + left)) == sorted(ids(lines))
