"""The rest of today's ladder gone through in mind: what it would bring, were nobody to act (R5).

Every step comes at its hour and is delivered at once; so what is counted here is what the ticks
of the day do then.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

from bot.method.core.policy import Policy
from bot.method.core.workdays import WorkTime
from bot.method.gaps.ladder import GapFacts, LadderStep, Step, next_step


@dataclass(frozen=True)
class Hearer:
    """Who is reminded, when that was last, and until when his today lasts (UTC)."""

    person_id: int
    told_at: datetime | None
    worktime: WorkTime
    until: datetime
    reachable: bool = True


@dataclass(frozen=True)
class WaitingGap:
    """One open gap; the pool takes its client when all of the `subjects` are out of time."""

    client_id: int
    subjects: int
    held: bool
    facts: GapFacts
    worktime: WorkTime
    hearer: Hearer


@dataclass(frozen=True)
class RestOfDay:
    """What is left of the day: messages to owners, gaps that heads hear of, clients pooled."""

    reminders: int = 0
    escalated: int = 0
    pooled: int = 0

    def __add__(self, other: "RestOfDay") -> "RestOfDay":
        return RestOfDay(
            self.reminders + other.reminders,
            self.escalated + other.escalated,
            self.pooled + other.pooled,
        )


def rehearsed(gaps: Iterable[WaitingGap], policy: Policy, now: datetime) -> RestOfDay:
    """What the ladder does with these gaps from now to the end of each hearer's day."""
    by_hearer: dict[int, list[WaitingGap]] = defaultdict(list)
    for gap in gaps:
        by_hearer[gap.hearer.person_id].append(gap)
    days = (_Day(heard, policy, now).gone_through() for heard in by_hearer.values())
    return sum(days, RestOfDay())


class _Day:
    """The rest of the day of one hearer."""

    def __init__(self, gaps: list[WaitingGap], policy: Policy, now: datetime) -> None:
        self._gaps, self._policy, self._now = dict(enumerate(gaps)), policy, now
        self._hearer = gaps[0].hearer
        self._told_at = self._hearer.told_at
        self._subjects = {gap.client_id: gap.subjects for gap in gaps}
        self._out_of_time: dict[int, int] = defaultdict(int)
        self._reminders = self._escalated = 0
        self._steps: dict[int, Step] = {}
        for number, gap in enumerate(gaps):
            self._schedule(number, gap.facts)

    def gone_through(self) -> RestOfDay:
        """Take every step of the day in its order."""
        while self._steps:
            at = min(step.at for step in self._steps.values())
            if at >= self._hearer.until:
                break
            ready = {number: step for number, step in self._steps.items() if step.at == at}
            self._remind([n for n, step in ready.items() if self._is_reminder(step)], at)
            for number, step in ready.items():
                if not self._is_reminder(step):
                    self._go_up(number, step)
        pooled = sum(
            count >= self._subjects[client_id] for client_id, count in self._out_of_time.items()
        )
        return RestOfDay(self._reminders, self._escalated, pooled)

    def _is_reminder(self, step: Step) -> bool:
        return step.kind is LadderStep.NUDGE and self._hearer.reachable

    def _remind(self, numbers: list[int], at: datetime) -> None:
        """One message of all of them, unless the last one was within the hour."""
        every, told_at = self._policy.message_every, self._told_at
        if numbers and told_at is not None and at - told_at < every:
            later = self._hearer.worktime.next_start(told_at + every)
            for number in numbers:
                self._steps[number] = Step(LadderStep.NUDGE, later)
        elif numbers:
            self._reminders, self._told_at = self._reminders + 1, at
            for number in numbers:
                facts = self._gaps[number].facts
                asked_at = facts.asked_at or at
                told = replace(facts, nudged_at=at, decided_at=at, asked_at=asked_at)
                self._schedule(number, told)

    def _go_up(self, number: int, step: Step) -> None:
        match step.kind:
            case LadderStep.NUDGE | LadderStep.ESCALATE:
                self._escalated += 1
                facts = self._gaps[number].facts
                self._schedule(number, replace(facts, escalated_at=step.at, decided_at=step.at))
            case LadderStep.POOL:
                gap = self._gaps[number]
                self._out_of_time[gap.client_id] += not gap.held
                del self._steps[number]
            case unknown:
                assert_never(unknown)

    def _schedule(self, number: int, facts: GapFacts) -> None:
        """Ask the ladder for the next step, after what was told."""
        gap = self._gaps[number] = replace(self._gaps[number], facts=facts)
        step = next_step(facts, self._policy, gap.worktime)
        self._steps.pop(number, None)
        if step is not None:
            self._steps[number] = Step(step.kind, max(step.at, self._now))
