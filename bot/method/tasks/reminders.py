"""Reminders before a task with a time, and who hears of a late inbound (R9, R10)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.method.core.workdays import WorkTime

STALE_AFTER = timedelta(minutes=15)
"""So long after the task's own time a reminder of it says nothing new any more."""

Awake = Callable[[datetime], datetime]
"""The first instant, not before the given one, at which the person may be written to (UTC)."""


class RemindStep(StrEnum):
    """Which of the two reminders it is."""

    BEFORE = "before"
    AT_TIME = "at_time"


@dataclass(frozen=True)
class Reminding:
    """What a person wants: so long `before` (nothing: none), and once more at the time itself."""

    before: timedelta
    at_time: bool

    @property
    def wanted(self) -> bool:
        """Whether there are to be any."""
        return self.at_time or self.before > timedelta(0)


@dataclass(frozen=True)
class Reminder:
    """One reminder and its UTC instant."""

    step: RemindStep
    at: datetime


def reminders(due_at: datetime, wanted: Reminding, awake: Awake) -> tuple[Reminder, ...]:
    """The reminders of a task due at this UTC instant, in order, never two at once.

    One that would come before the person's day begins comes at its beginning, unless the task's
    time has passed by then: a task at 09:00 is reminded of at 09:00, one at 20:00 not at all.
    """
    found = []
    if wanted.before > timedelta(0):
        found.append(Reminder(RemindStep.BEFORE, awake(due_at - wanted.before)))
    if wanted.at_time and all(reminder.at != due_at for reminder in found):
        found.append(Reminder(RemindStep.AT_TIME, awake(due_at)))
    return tuple(reminder for reminder in found if reminder.at <= due_at)


def next_reminder(
    due_at: datetime, wanted: Reminding, now: datetime, awake: Awake
) -> datetime | None:
    """When the next reminder comes, strictly after now; None: there is none any more."""
    return next(
        (reminder.at for reminder in reminders(due_at, wanted, awake) if reminder.at > now), None
    )


def first_reminder(
    due_at: datetime, wanted: Reminding, now: datetime, awake: Awake
) -> datetime | None:
    """When the first reminder of a time that is new comes: where it is too near for the one
    before, at the time itself. None: the person wants none, or may not be written to then."""
    found = next_reminder(due_at, wanted, now, awake)
    if found is not None or not wanted.wanted or due_at <= now:
        return found
    return due_at if awake(due_at) == due_at else None


def reminder_due(
    due_at: datetime, wanted: Reminding, now: datetime, awake: Awake
) -> RemindStep | None:
    """The latest reminder that has fallen due, unless it is stale or the person's day is over."""
    if is_stale(due_at, now) or awake(now) != now:
        return None
    passed = [reminder.step for reminder in reminders(due_at, wanted, awake) if reminder.at <= now]
    return passed[-1] if passed else None


def is_stale(due_at: datetime, now: datetime) -> bool:
    """Whether the task's time has passed by more than a reminder makes sense for."""
    return now - due_at > STALE_AFTER


@dataclass(frozen=True)
class LateSteps:
    """Who hears of an inbound that waits too long, and when (UTC)."""

    nudge_at: datetime
    """Its owner, at its deadline."""
    escalate_at: datetime
    """The head, at the end of the working day in which the owner was told."""


def late_steps(deadline_at: datetime, worktime: WorkTime) -> LateSteps:
    """The two steps of an inbound open after its deadline, in its owner's working time (R9)."""
    nudge_at = worktime.next_start(deadline_at)
    return LateSteps(nudge_at, worktime.end_of_day(worktime.local_date(nudge_at)))
