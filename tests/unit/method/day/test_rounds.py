"""The order of the day, and which card comes next."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bot.method.core.cards import TaskLine
from bot.method.core.terms import Direction, TaskKind
from bot.method.core.worth import worth
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


def test_a_task_with_a_time_comes_shortly_before_it() -> None:
    """The call of 17:00 is no card at 10:20; at 16:45 it goes before all but an inbound."""
    agreed, rest = timed(1, 17), [late(3, 4), line(2)]
    early = NOW.replace(hour=10, minute=20)
    assert following([agreed, *rest], (), early) == rest[0]
    assert following([agreed], (), early) is None
    soon = NOW.replace(hour=16, minute=45)
    assert following([agreed, *rest], (), soon - timedelta(minutes=1)) == rest[0]
    assert following([agreed, *rest], (), soon) == agreed
    assert following([agreed, *rest], (), soon.replace(hour=19)) == agreed, "nor does it get lost"
    assert following([agreed, *rest, came(4, 5)], (), soon) == came(4, 5)
    assert following([agreed, *rest], (1,), soon) == rest[0], "skipped, it comes after the rest"


def test_today_is_by_money_then_class_then_who_waits_longest() -> None:
    def of(task_id: int, amount: int | None, letter: str | None, days: int) -> TaskLine:
        return line(task_id, worth=worth(amount, letter, NOW - timedelta(days=days)))

    tasks = [
        of(1, None, None, 5),
        of(2, None, None, 90),
        of(3, None, "B", 1),
        of(4, None, "A", 1),
        of(5, 50_000_00, None, 1),
        of(6, 240_000_00, "C", 1),
    ]
    assert ids(day_order(tasks, TODAY)) == [6, 5, 4, 3, 2, 1]
    assert following(tasks, (), NOW) == tasks[5]


def test_skipping_twice_is_skipping_once() -> None:
    assert put_off((1, 2), 1) == (2, 1)
    assert put_off(put_off((1, 2), 1), 1) == (2, 1)


LINES = st.lists(
    st.builds(
        lambda task_id, what, number, tries, amount: replace(
            [
                came(task_id, number),
                late(task_id, number + 1),
                timed(task_id, number % 24, attempts=tries),
                line(task_id, attempts=tries),
            ][what],
            worth=worth(amount, None, NOW),
        ),
        st.integers(1, 12),
        st.integers(0, 3),
        st.integers(0, 59),
        st.integers(0, 2),
        st.integers(0, 3),
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


@given(LINES, st.randoms(), st.integers(0, 23))
def test_what_comes_next_depends_on_the_tasks_alone(
    lines: list[TaskLine], chance: Random, hour: int
) -> None:
    """However they were read; an inbound before all, and what has come due before the rest."""
    now = NOW.replace(hour=hour)
    first = following(lines, (), now)
    mixed = list(lines)
    chance.shuffle(mixed)
    assert following(mixed, (), now) == first
    assert day_order(mixed, TODAY) == day_order(lines, TODAY)
    if first is None or first.direction is Direction.INBOUND:
        return
    assert all(line.direction is not Direction.INBOUND for line in lines)
    come = [one for one in lines if one.due_time and not waits(one, now)]
    assert first in come or not come
    if first.due_on == TODAY and first.due_time is None:
        others = [one for one in lines if one.due_time is None]
        assert first.worth == min(one.worth for one in others)
