"""A sign is said of many cases only, and counts what docs/report.md says (R12)."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.method.core.terms import Event, Outcome
from bot.method.report.numbers import Share
from bot.method.report.signs import FAST, SignKind, Trace, WorkSign, signs_of, tried_much

START = datetime(2026, 11, 2, 9)
FRIDAY = date(2026, 11, 20)


def found(traces: list[Trace], kind: SignKind, unreached: frozenset[int] = frozenset()) -> WorkSign:
    """The sign of this kind, which is there."""
    return next(sign for sign in signs_of(traces, unreached) if sign.kind is kind)


def kinds(traces: list[Trace], unreached: frozenset[int] = frozenset()) -> set[SignKind]:
    return {sign.kind for sign in signs_of(traces, unreached)}


def outcomes(count: int, apart: timedelta, start: datetime = START) -> list[Trace]:
    """One talk after the other, each with another client."""
    return [
        Trace(number, start + number * apart, Event.TASK_DONE, Outcome.TALKED)
        for number in range(count)
    ]


def test_three_tasks_are_no_sign() -> None:
    assert not signs_of(outcomes(3, timedelta(seconds=1)))
    assert not signs_of([])


def test_outcomes_seconds_apart() -> None:
    traces = outcomes(20, timedelta(seconds=3))
    sign = found(traces, SignKind.FAST)
    assert sign.share == Share(19, 20)
    assert {case.count for case in sign.cases} == {3}
    assert sign.cases[0].client_id == 19
    assert SignKind.FAST not in kinds(outcomes(20, FAST + timedelta(seconds=1)))


def test_what_is_written_on_the_same_card_starts_no_clock() -> None:
    """Ten minutes with a client, the comment, and at once the outcome."""
    traces = []
    for trace in outcomes(20, timedelta(minutes=10)):
        written = trace.at - timedelta(seconds=2)
        traces += [Trace(trace.client_id, written, Event.COMMENT, text=f"{trace.at}"), trace]
    assert not signs_of(traces)


def test_one_tap_that_ends_two_tasks_is_one_outcome() -> None:
    traces = [trace for trace in outcomes(20, timedelta(seconds=3)) for _ in range(2)]
    assert found(traces, SignKind.FAST).share == Share(19, 20)


def test_the_same_comment_by_its_letters() -> None:
    said = ["Перезвонить!", "перезвонить", "ПЕРЕЗВОНИТЬ ."] * 3 + ["Ждёт счёт", "Хочет скидку"]
    traces = [
        Trace(number, START + timedelta(hours=number), Event.COMMENT, text=text)
        for number, text in enumerate(said)
    ]
    assert found(traces, SignKind.SAME_COMMENTS).share == Share(9, 11)
    voices = [Trace(1, trace.at, Event.COMMENT) for trace in traces]
    assert not signs_of(voices)


@pytest.mark.parametrize(
    "said",
    [
        Trace(0, START, Event.COMMENT, text="Ждёт счёт"),
        Trace(0, START, Event.COMMENT),
        Trace(0, START, Event.STAGE_CHANGED),
        Trace(0, START, Event.TASK_PLANNED, titled=True),
    ],
)
def test_a_talk_is_noted_by_whatever_is_written_that_day(said: Trace) -> None:
    talks = outcomes(20, timedelta(minutes=20))
    assert found(talks, SignKind.NO_COMMENTS).share == Share(20, 20)
    noted = [
        Trace(t.client_id, t.at, said.event, text=said.text, titled=said.titled) for t in talks[:10]
    ]
    assert SignKind.NO_COMMENTS not in kinds(talks + noted)
    late = [Trace(t.client_id, t.at + timedelta(days=1), said.event) for t in talks]
    assert SignKind.NO_COMMENTS in kinds(talks + late)


def moves(days: int, a_day: int, to: date | None = None) -> list[Trace]:
    return [
        Trace(n, START + timedelta(days=day, minutes=n), Event.TASK_MOVED, on=to or FRIDAY)
        for day in range(days)
        for n in range(a_day)
    ]


def test_moves_of_a_day_to_one_date_are_a_pile_from_five_on() -> None:
    assert found(moves(3, 5), SignKind.ONE_DAY).share == Share(15, 15)
    assert SignKind.ONE_DAY not in kinds(moves(4, 4))
    spread = [
        Trace(n, START, Event.TASK_MOVED, on=FRIDAY + timedelta(days=n % 5)) for n in range(20)
    ]
    assert SignKind.ONE_DAY not in kinds(spread)


def test_plans_on_the_last_day() -> None:
    chosen = [
        Trace(n, START + timedelta(hours=n), Event.TASK_PLANNED, on=on, last=FRIDAY)
        for n, on in enumerate([FRIDAY] * 10 + [FRIDAY - timedelta(days=3)] * 6)
    ]
    assert found(chosen, SignKind.HORIZON).share == Share(10, 16)
    at_once = [
        Trace(t.client_id, START, Event.TASK_PLANNED, on=FRIDAY, last=FRIDAY) for t in chosen
    ]
    assert SignKind.HORIZON not in kinds(at_once)


def test_clients_never_reached_are_those_that_nobody_spoke_to() -> None:
    traces = [
        Trace(client, START + timedelta(hours=n), Event.NO_ANSWER)
        for client in range(5)
        for n in range(6)
    ]
    assert tried_much(traces, 6) == {0, 1, 2, 3, 4}
    assert not tried_much(traces, 7)
    sign = found(traces, SignKind.UNREACHED, frozenset({0, 1, 2}))
    assert sign.share == Share(3, 5)
    assert {case.count for case in sign.cases} == {6}
    assert SignKind.UNREACHED not in kinds(traces, frozenset({0, 1}))


@st.composite
def histories(draw: st.DrawFn) -> list[Trace]:
    """Anything anybody may do, in the order of time."""
    at, traces = START, []
    for _ in range(draw(st.integers(0, 60))):
        at += timedelta(seconds=draw(st.sampled_from([0, 1, 9, 10, 11, 4000, 90000])))
        event = draw(st.sampled_from([Event.TASK_DONE, Event.NO_ANSWER, Event.COMMENT]))
        outcome = Outcome.TALKED if event is Event.TASK_DONE else None
        traces.append(Trace(draw(st.integers(1, 4)), at, event, outcome, text="да"))
    return traces


def slow_fast(traces: list[Trace]) -> Iterator[bool]:
    """For each outcome, whether anything with another client came just before it."""
    known: set[tuple[int, datetime]] = set()
    for number, trace in enumerate(traces):
        if trace.event is Event.COMMENT or (trace.client_id, trace.at) in known:
            continue
        known.add((trace.client_id, trace.at))
        others = [one.at for one in traces[:number] if one.client_id != trace.client_id]
        yield bool(others) and trace.at - max(others) <= timedelta(seconds=10)


@given(histories())
def test_fast_outcomes_are_those_of_a_slow_recount(traces: list[Trace]) -> None:
    counted = list(slow_fast(traces))
    enough = sum(counted) >= 8 and len(counted) >= 15 and sum(counted) * 2 >= len(counted)
    signs = [sign for sign in signs_of(traces) if sign.kind is SignKind.FAST]
    assert bool(signs) == enough
    assert all(sign.share == Share(sum(counted), len(counted)) for sign in signs)


@given(histories())
def test_a_sign_has_as_many_cases_as_it_says(traces: list[Trace]) -> None:
    for sign in signs_of(traces, tried_much(traces, 3)):
        assert len(sign.cases) == sign.share.part <= sign.share.whole
        assert [case.at for case in sign.cases] == sorted(
            (case.at for case in sign.cases), reverse=True
        )
