"""The ladder of a gap: nudge, then the head, then the pool (R5)."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from bot.method.core.policy import Policy
from bot.method.core.workdays import WorkTime

_AFTERNOON = time(14)


class LadderStep(StrEnum):
    """What the ladder may do to a gap."""

    NUDGE = "nudge"
    ESCALATE = "escalate"
    POOL = "pool"


@dataclass(frozen=True)
class GapFacts:
    """What the ladder knows of one open gap; all instants are aware UTC.

    `clock_held_until` is the end of what holds the ladder back: the client's inbound done, or
    its deadline. `asked_at` is when the owner was first shown the client with date buttons,
    `named_at` when a morning last named it before the reminder,
    `nudged_at` and `escalated_at` when the owner and the head were told: delivered, not decided.
    `decided_at` is when the last of these two was decided, `on_its_way` the one whose message has
    neither been delivered nor ended otherwise.
    `day_given_until` is the head's delay of the ladder, `locked_until` only of the pool.
    """

    opened_at: datetime
    clock_held_until: datetime | None = None
    asked_at: datetime | None = None
    named_at: datetime | None = None
    nudged_at: datetime | None = None
    escalated_at: datetime | None = None
    decided_at: datetime | None = None
    on_its_way: LadderStep | None = None
    day_given_until: datetime | None = None
    locked_until: datetime | None = None


@dataclass(frozen=True)
class Step:
    """What happens to the gap next, and when (UTC)."""

    kind: LadderStep
    at: datetime


def inbound_deadline(arrived_at: datetime, policy: Policy, worktime: WorkTime) -> datetime:
    """By when an inbound is to be handled (R9), in the owner's working time."""
    return worktime.add(arrived_at, policy.inbound_deadline)


def said_again_at(named_at: datetime, worktime: WorkTime) -> datetime:
    """What a morning's digest has named is not said again before 14:00 local of that day."""
    return worktime.at(worktime.local_date(named_at), _AFTERNOON)


def clock_start(facts: GapFacts, worktime: WorkTime) -> datetime:
    """From when the working hours of the ladder are counted."""
    return worktime.next_start(_latest(facts.opened_at, facts.clock_held_until))


def nudge_at(facts: GapFacts, policy: Policy, worktime: WorkTime) -> datetime:
    """When the owner is reminded; always inside the owner's working time, and not at once of what
    the morning has named."""
    due = worktime.add(clock_start(facts, worktime), policy.nudge_after)
    afternoon = None
    if facts.named_at is not None:
        afternoon = said_again_at(facts.named_at, worktime)
    return worktime.next_start(_latest(due, facts.day_given_until, afternoon))


def escalate_at(facts: GapFacts, policy: Policy, worktime: WorkTime) -> datetime:
    """When the head is told; always inside the owner's working time.

    The owner has the hours between the reminder and the escalation from the delivery of the
    reminder, however late that came, or of the morning that stood for it. An owner whom no
    reminder has reached has none.
    """
    if _owner_not_reached(facts):
        due = _latest(clock_start(facts, worktime), facts.decided_at)
    else:
        due = worktime.add(clock_start(facts, worktime), policy.escalate_after)
        if facts.nudged_at is not None and facts.escalated_at is None:
            hours = policy.escalate_after - policy.nudge_after
            told_at = min(facts.nudged_at, facts.named_at or facts.nudged_at)
            due = _latest(due, worktime.add(told_at, hours))
    return worktime.next_start(_latest(due, facts.day_given_until))


def pool_at(asked_at: datetime, policy: Policy, worktime: WorkTime) -> datetime:
    """The end of the working day `pool_after_days` working days after the owner was asked."""
    asked_on = worktime.local_date(asked_at)
    return worktime.end_of_day(worktime.calendar.shift(asked_on, policy.pool_after_days))


def pool_due(facts: GapFacts, policy: Policy, worktime: WorkTime) -> datetime | None:
    """When the automatic pool comes, with the head's delays; None: it does not.

    It counts from the question, never from the last touch: who was not asked is not punished.
    """
    if not policy.pool_automatic or facts.asked_at is None:
        return None
    due = pool_at(facts.asked_at, policy, worktime)
    return _latest(due, facts.clock_held_until, facts.day_given_until, facts.locked_until)


def next_step(facts: GapFacts, policy: Policy, worktime: WorkTime) -> Step | None:
    """The next step of an open gap; None: it waits for the owner to be asked, for the head, or for
    the delivery of what is on its way.

    A reminder that is on its way for so long that nobody knows whether it ever arrives goes up.
    The pool comes only after the head was told. A day that the head gave brings the question
    back to the head at its end.
    """
    if facts.on_its_way is LadderStep.NUDGE and facts.decided_at is not None:
        return Step(LadderStep.ESCALATE, _given_up_at(facts.decided_at, policy, worktime))
    if facts.on_its_way is not None:
        return None
    if facts.nudged_at is None and facts.escalated_at is None and not _owner_not_reached(facts):
        return Step(LadderStep.NUDGE, nudge_at(facts, policy, worktime))
    if facts.escalated_at is None or _day_given_again(facts):
        return Step(LadderStep.ESCALATE, escalate_at(facts, policy, worktime))
    due = pool_due(facts, policy, worktime)
    return None if due is None else Step(LadderStep.POOL, due)


def countdown(
    pool_at: datetime | None, today: date, policy: Policy, worktime: WorkTime
) -> date | None:
    """The local date of the pool for the owner's eyes, from `countdown_days` before it. One that is
    past has waited for the head to be told: when it comes now nobody knows."""
    if pool_at is None:
        return None
    on = worktime.local_date(pool_at)
    begins = worktime.calendar.shift(on, -policy.countdown_days)
    return on if begins <= today <= on else None


def _day_given_again(facts: GapFacts) -> bool:
    if facts.escalated_at is None or facts.day_given_until is None:
        return False
    return facts.escalated_at < facts.day_given_until


def _owner_not_reached(facts: GapFacts) -> bool:
    """Whether the reminder was decided, and has ended without reaching the owner."""
    decided = facts.decided_at is not None and facts.on_its_way is None
    return decided and facts.nudged_at is None and facts.escalated_at is None


def _given_up_at(decided_at: datetime, policy: Policy, worktime: WorkTime) -> datetime:
    """Twice the hours in which the head is told: an outage of a working day is sat out."""
    return worktime.next_start(worktime.add(decided_at, 2 * policy.escalate_after))


def _latest(first: datetime, *others: datetime | None) -> datetime:
    return max([first, *(other for other in others if other is not None)])
