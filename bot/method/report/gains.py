"""What the method brought: results with the reminder, escalation or reactivation before them (R12).

docs/report.md says what counts.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from bot.method.report.periods import DaySpan

WITHIN = timedelta(days=30)
"""So long before a result a cause may lie."""


class GainKind(StrEnum):
    """A deal was won, or a client of the pool came back."""

    WON = "won"
    RETURNED = "returned"


class GainCause(StrEnum):
    """What the method did before."""

    NUDGE = "nudge"
    ESCALATION = "escalation"
    REACTIVATION = "reactivation"


class GainPeriod(StrEnum):
    """Calendar months and quarters, by the letters of the buttons."""

    MONTH = "m"
    LAST_MONTH = "l"
    QUARTER = "q"
    LAST_QUARTER = "p"


class CausePoint(NamedTuple):
    """A cause of a client at that instant; of one deal, or of the client where that is None."""

    cause: GainCause
    at: datetime
    deal_id: int | None


class StepPoint(NamedTuple):
    """A task was set, moved or done at that instant; on a deal, or on the client itself."""

    at: datetime
    deal_id: int | None


@dataclass(frozen=True)
class GainResult:
    """A deal won, or a client returned (`deal_id` is None), at that instant by that person.

    `amount` is in minor units of `currency`; both may be unknown.
    """

    kind: GainKind
    row_id: int
    client_id: int
    deal_id: int | None
    person_id: int
    at: datetime
    amount: int | None = None
    currency: str | None = None


@dataclass(frozen=True)
class Gain:
    """A result that the method brought, with its chain: the cause, the first task after it."""

    result: GainResult
    cause: GainCause
    caused_at: datetime
    step_at: datetime


def gain_of(
    result: GainResult, causes: Iterable[CausePoint], steps: Iterable[StepPoint]
) -> Gain | None:
    """The result with the latest cause within 30 days before it and the first task from then on;
    None where there is no such cause, or nothing was done in between.

    A client that returned has a reactivation for its cause and no other; a deal is not brought by
    what was about another deal.
    """
    fitting = [cause for cause in causes if _is_cause(cause, result)]
    if not fitting:
        return None
    latest = max(fitting, key=lambda cause: cause.at)
    later = [
        step.at
        for step in steps
        if latest.at <= step.at <= result.at and _is_about(step.deal_id, result)
    ]
    return Gain(result, latest.cause, latest.at, min(later)) if later else None


def sums_of(gains: Iterable[Gain]) -> Mapping[str, int]:
    """What the deals won are worth together, by currency, which are never added up."""
    sums: Counter[str] = Counter()
    for gain in gains:
        if gain.result.amount and gain.result.currency:
            sums[gain.result.currency] += gain.result.amount
    return dict(sorted(sums.items(), key=lambda pair: (-pair[1], pair[0])))


def count_of(gains: Sequence[Gain], kind: GainKind) -> int:
    """How many of them are of this kind."""
    return sum(gain.result.kind is kind for gain in gains)


def gain_span(period: GainPeriod, today: date) -> DaySpan:
    """The local dates of the calendar month or quarter, up to today where it is the present one."""
    length = 3 if period in {GainPeriod.QUARTER, GainPeriod.LAST_QUARTER} else 1
    first = today.replace(day=1, month=(today.month - 1) // length * length + 1)
    if period in {GainPeriod.MONTH, GainPeriod.QUARTER}:
        return DaySpan(first, today)
    until = first - timedelta(days=1)
    since = until.replace(day=1, month=(until.month - 1) // length * length + 1)
    return DaySpan(since, until)


def _is_cause(cause: CausePoint, result: GainResult) -> bool:
    if not result.at - WITHIN <= cause.at <= result.at:
        return False
    if result.kind is GainKind.RETURNED:
        return cause.cause is GainCause.REACTIVATION
    return _is_about(cause.deal_id, result)


def _is_about(deal_id: int | None, result: GainResult) -> bool:
    return result.deal_id is None or deal_id in {None, result.deal_id}
