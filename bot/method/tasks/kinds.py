"""Kinds of tasks: how each may end, and how much time each takes (R8)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from bot.method.core.policy import Policy
from bot.method.core.terms import Direction, Outcome, TaskKind

OUTCOMES: Mapping[TaskKind, tuple[Outcome, ...]] = {
    TaskKind.CALL: (Outcome.TALKED, Outcome.NO_ANSWER, Outcome.WROTE),
    TaskKind.MEETING: (Outcome.MET, Outcome.NOT_HELD),
    TaskKind.LETTER: (Outcome.SENT, Outcome.ANSWERED),
    TaskKind.OFFER: (Outcome.SENT, Outcome.ACCEPTED, Outcome.DECLINED),
}
"""How an outbound task of each kind may end, the usual way first.

`NO_ANSWER` ends nothing: the same task is tried again.
"""

_ANY_WAY = frozenset({Outcome.TALKED, Outcome.WROTE})
"""What may have happened whatever was planned: they called before the meeting."""


@dataclass(frozen=True)
class Workload:
    """The outbound tasks of one day, in pieces and in time."""

    tasks: int = 0
    time: timedelta = timedelta(0)


def may_end(direction: Direction, kind: TaskKind, outcome: Outcome) -> bool:
    """Whether a task like this is done with this outcome."""
    if outcome is Outcome.NO_ANSWER:
        return False
    if outcome in _ANY_WAY:
        return True
    if direction is Direction.INBOUND:
        return outcome is Outcome.HANDLED
    return outcome in OUTCOMES[kind]


def lasts(kind: TaskKind, policy: Policy) -> timedelta:
    """How long a task of this kind takes."""
    return {
        TaskKind.CALL: policy.call_lasts,
        TaskKind.MEETING: policy.meeting_lasts,
        TaskKind.LETTER: policy.letter_lasts,
        TaskKind.OFFER: policy.offer_lasts,
    }[kind]


def workload(counts: Mapping[TaskKind, int], policy: Policy) -> Workload:
    """Pieces and time of so many tasks of each kind."""
    time = sum((lasts(kind, policy) * count for kind, count in counts.items()), timedelta(0))
    return Workload(sum(counts.values()), time)
