"""Coverage: is there an open outbound task inside the horizon (R3, R4)?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.method.core.terms import GapReason
from bot.method.core.workdays import WorkCalendar


@dataclass(frozen=True)
class PlannedTask:
    """An open outbound task with its due date, local to the owner."""

    due_on: date | None
    on_deal: bool


@dataclass(frozen=True)
class Coverage:
    """The verdict on a client or a deal.

    `next_due` is the earliest of all dated tasks and does not depend on the day.
    `recheck_on` is the first local date on which time alone changes `covered`; None: never.
    `reason` is why there is a gap; None where there is none, because of a plan or a pause.
    """

    covered: bool
    next_due: date | None
    reason: GapReason | None
    recheck_on: date | None


def cover(
    tasks: Sequence[PlannedTask],
    today: date,
    horizon_days: int,
    grace_days: int,
    calendar: WorkCalendar,
) -> Coverage:
    """The verdict for the tasks that count for one subject, by the owner's local date.

    A task covers from `horizon_days` before its date until it is overdue by more than
    `grace_days` working days. A task with no date is no plan.
    """
    dates = sorted({task.due_on for task in tasks if task.due_on is not None})
    spans = [_covering(due, horizon_days, grace_days, calendar) for due in dates]
    covered = any(start <= today < end for start, end in spans)
    return Coverage(
        covered=covered,
        next_due=dates[0] if dates else None,
        reason=None if covered else _reason(tasks, today),
        recheck_on=_lapses_on(spans, today) if covered else _enters_on(spans, today),
    )


def cover_deal(
    tasks: Sequence[PlannedTask],
    today: date,
    horizon_days: int,
    grace_days: int,
    calendar: WorkCalendar,
) -> Coverage:
    """The verdict for an open deal; `tasks` are its own and those of its contact.

    Only its own count (R2). A deal with none while the contact has one says so: the task wants
    to be moved to the deal.
    """
    own = [task for task in tasks if task.on_deal]
    verdict = cover(own, today, horizon_days, grace_days, calendar)
    if not own and tasks:
        return replace(verdict, reason=GapReason.TASK_ON_CONTACT)
    return verdict


def on_pause(tasks: Sequence[PlannedTask]) -> Coverage:
    """The verdict for a deal or a client that a head lets wait: it counts apart, neither covered
    nor without a task, and time alone does not change that (R5)."""
    dates = [task.due_on for task in tasks if task.due_on is not None]
    return Coverage(
        covered=False,
        next_due=min(dates, default=None),
        reason=None,
        recheck_on=None,
    )


def client_next_due(
    own: date | None, deals: Iterable[date | None], has_open_deal: bool
) -> date | None:
    """`next_due` of a client: of its deals while one is open, else of its own tasks (R2)."""
    if not has_open_deal:
        return own
    return min((due for due in deals if due is not None), default=None)


def _covering(
    due: date, horizon_days: int, grace_days: int, calendar: WorkCalendar
) -> tuple[date, date]:
    """The local dates on which a task covers: from the first, to before the second."""
    return due - timedelta(days=horizon_days), calendar.shift(due, grace_days + 1)


def _lapses_on(spans: Sequence[tuple[date, date]], today: date) -> date:
    """The first date that no task covers; `spans` are in the order of their starts."""
    lapse = today
    for start, end in spans:
        if start <= lapse < end:
            lapse = end
    return lapse


def _enters_on(spans: Sequence[tuple[date, date]], today: date) -> date | None:
    return min((start for start, _ in spans if start > today), default=None)


def _reason(tasks: Sequence[PlannedTask], today: date) -> GapReason:
    """Why nothing covers; the most pressing thing first."""
    if not tasks:
        return GapReason.NO_TASK
    dates = [task.due_on for task in tasks if task.due_on is not None]
    if any(due < today for due in dates):
        return GapReason.OVERDUE
    return GapReason.BEYOND_HORIZON if dates else GapReason.NO_DATE
