"""Each kind of task ends in its own ways and takes its own time."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.method.core.policy import Policy
from bot.method.core.terms import Direction, Outcome, TaskKind
from bot.method.tasks.kinds import OUTCOMES, Workload, lasts, may_end, workload

OUT, IN = Direction.OUTBOUND, Direction.INBOUND
CALL, MEETING, LETTER, OFFER = TaskKind


def test_every_kind_has_its_outcomes_and_starts_with_the_usual_one() -> None:
    assert set(OUTCOMES) == set(TaskKind)
    usual = [OUTCOMES[kind][0] for kind in TaskKind]
    assert usual == [Outcome.TALKED, Outcome.MET, Outcome.SENT, Outcome.SENT]


@pytest.mark.parametrize(
    ("direction", "kind", "outcome", "may"),
    [
        (OUT, CALL, Outcome.TALKED, True),
        (OUT, CALL, Outcome.WROTE, True),
        (OUT, CALL, Outcome.NO_ANSWER, False),
        (OUT, CALL, Outcome.MET, False),
        (OUT, CALL, Outcome.WON, False),
        (OUT, CALL, Outcome.RETURNED, False),
        (OUT, MEETING, Outcome.MET, True),
        (OUT, MEETING, Outcome.NOT_HELD, True),
        (OUT, MEETING, Outcome.TALKED, True),
        (OUT, MEETING, Outcome.ACCEPTED, False),
        (OUT, LETTER, Outcome.ANSWERED, True),
        (OUT, LETTER, Outcome.DECLINED, False),
        (OUT, OFFER, Outcome.DECLINED, True),
        (OUT, OFFER, Outcome.HANDLED, False),
        (IN, LETTER, Outcome.HANDLED, True),
        (IN, CALL, Outcome.TALKED, True),
        (IN, LETTER, Outcome.SENT, False),
    ],
)
def test_how_a_task_may_end(
    direction: Direction, kind: TaskKind, outcome: Outcome, may: bool
) -> None:
    assert may_end(direction, kind, outcome) is may


def test_a_day_is_counted_in_pieces_and_in_time() -> None:
    policy = Policy()
    counts = {CALL: 6, MEETING: 1, LETTER: 3, OFFER: 1}
    assert workload(counts, policy) == Workload(11, timedelta(hours=3, minutes=30))
    assert workload({}, policy) == Workload()
    longer = replace(policy, meeting_lasts=timedelta(hours=2))
    assert workload({MEETING: 2}, longer).time == timedelta(hours=4)
    assert [lasts(kind, policy) // timedelta(minutes=1) for kind in TaskKind] == [15, 60, 10, 30]
