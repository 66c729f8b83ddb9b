"""A head's reprieve: a pause lets a client wait beyond the horizon, a lock keeps it out of the
automatic pool (R5)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.method.core.refusals import Invalid, NotNow
from bot.method.core.workdays import WorkCalendar

_WEEK = timedelta(days=7)
_MONTHS_OFFERED = 6


class ReprieveKind(StrEnum):
    """A paused client counts apart; a locked one stays without a task, and with its owner."""

    PAUSE = "pause"
    LOCK = "lock"


class ReprieveState(StrEnum):
    """A pause may be asked for; what a head decides runs at once."""

    ASKED = "asked"
    REFUSED = "refused"
    RUNNING = "running"
    OVER = "over"


class ReprieveReason(StrEnum):
    """Why the client waits, or stays."""

    CALL_LATER = "later"
    SEASON = "season"
    BUDGET = "budget"
    AWAY = "away"
    KEY_CLIENT = "key"
    TALKS = "talks"
    AGREED = "agreed"
    OTHER = "other"

    @classmethod
    def of(cls, kind: ReprieveKind) -> tuple["ReprieveReason", ...]:
        """The reasons that are offered."""
        if kind is ReprieveKind.PAUSE:
            return cls.CALL_LATER, cls.SEASON, cls.BUDGET, cls.AWAY, cls.OTHER
        return cls.KEY_CLIENT, cls.TALKS, cls.AGREED, cls.OTHER


class ReprieveEnd(StrEnum):
    """Why it is over, or why nothing came of the request."""

    ITS_DATE = "date"
    BY_HAND = "hand"
    INBOUND = "inbound"
    REASSIGNED = "owner"
    DEAL_OPENED = "deal"
    LEFT = "left"
    """To the pool, lost, or merged into another client."""
    REPLACED = "replaced"
    """Another request or decision has taken its place."""

    @classmethod
    def told(cls) -> frozenset["ReprieveEnd"]:
        """What people are told of; the others are said by what has ended it."""
        return frozenset({cls.ITS_DATE, cls.BY_HAND, cls.INBOUND})


@dataclass(frozen=True)
class ReprieveFacts:
    """What a running reprieve was given for, beside what is so now."""

    kind: ReprieveKind
    owner_then: int
    owner_now: int | None
    has_inbound: bool
    deal_opened_since: bool


def ends_early(facts: ReprieveFacts) -> ReprieveEnd | None:
    """Whether something has ended it before its date; None: it runs on.

    A client that nobody owns any more has neither. A pause is of what stood still: whoever has
    the client next, an inbound or a new deal moves it again. A lock stays with the client, whoever
    works it.
    """
    if facts.owner_now is None:
        return ReprieveEnd.LEFT
    if facts.kind is ReprieveKind.LOCK:
        return None
    if facts.owner_now != facts.owner_then:
        return ReprieveEnd.REASSIGNED
    if facts.has_inbound:
        return ReprieveEnd.INBOUND
    return ReprieveEnd.DEAL_OPENED if facts.deal_opened_since else None


@dataclass(frozen=True)
class ReprieveDates:
    """The dates that are offered: so many days or months ahead, and beginnings of months."""

    ahead: tuple[tuple[str, date], ...]
    months: tuple[date, ...]


def offered_dates(
    kind: ReprieveKind, today: date, longest_days: int, calendar: WorkCalendar
) -> ReprieveDates:
    """Working days only, none beyond the longest; «in March» is the first working day of March."""
    steps = [("week", _WEEK), ("fortnight", 2 * _WEEK), ("month", timedelta(days=30))]
    if kind is ReprieveKind.PAUSE:
        steps = [*steps[1:], ("quarter", timedelta(days=91)), ("half", timedelta(days=182))]
    last = today + timedelta(days=longest_days)
    ahead = [(name, calendar.next_working(today + step)) for name, step in steps]
    firsts = [_month_after(today, number) for number in range(1, _MONTHS_OFFERED + 1)]
    months = [calendar.next_working(first) for first in firsts]
    return ReprieveDates(
        tuple((name, on) for name, on in ahead if on <= last),
        tuple(on for on in months if today < on <= last),
    )


def checked_until(until: date, today: date, longest_days: int, calendar: WorkCalendar) -> date:
    """The working day on which it ends; a day off gives way to the next working day.

    Invalid("reprieve-past") for today and before; NotNow("reprieve-too-far", with `last` and
    `days`) beyond the longest.
    """
    if until <= today:
        raise Invalid("reprieve-past")
    last = today + timedelta(days=longest_days)
    if until > last:
        raise NotNow("reprieve-too-far", days=longest_days, last=last)
    working = calendar.next_working(until)
    if working <= last:
        return working
    earlier = calendar.previous_working(until)
    return earlier if earlier > today else until


def _month_after(today: date, number: int) -> date:
    index = today.year * 12 + today.month - 1 + number
    return date(index // 12, index % 12 + 1, 1)


@dataclass(frozen=True)
class ReprieveLine:
    """A reprieve as screens show it; `whose` is the owner of the client, `by` who has asked for it
    while it is asked, else who has decided. `since` is the reader's local date of that."""

    reprieve_id: int
    kind: ReprieveKind
    state: ReprieveState
    client_id: int
    client_name: str
    until: date
    reason: ReprieveReason
    comment: str | None
    whose: str
    by: str
    since: date
    ended: ReprieveEnd | None = None


@dataclass(frozen=True)
class ReprievePage:
    """One page of the reprieves of a kind that run or are asked for; `team`: of those whom the
    reader leads."""

    kind: ReprieveKind
    lines: tuple[ReprieveLine, ...]
    total: int
    page: int
    pages: int
    today: date
    team: bool


@dataclass(frozen=True)
class ReprieveAsk:
    """What a reprieve is asked for: the client, and the dates that are offered."""

    kind: ReprieveKind
    client_id: int
    client_name: str
    dates: ReprieveDates
    today: date
    longest_days: int
    by_head: bool
    """The reader decides himself; else a head is asked."""


@dataclass(frozen=True)
class ReprieveSet:
    """What has become of it: it is asked for, or runs; `cancelled` tasks fell into the pause."""

    line: ReprieveLine
    today: date
    cancelled: int = 0
