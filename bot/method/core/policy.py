"""The policy: every number that a company will want to change, in one place."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import time, timedelta
from enum import StrEnum
from typing import Any, assert_never

from bot.method.core.bounds import Bounds, Choice, Flag, Number, RuleName, Span, TimeOfDay
from bot.method.core.choices import OfferTo
from bot.method.core.refusals import Invalid
from bot.method.core.terms import ClientKind

PolicyValue = int | bool | time | timedelta | StrEnum | None

_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)
_NONE = "-"


@dataclass(frozen=True)
class Policy:
    """Days are calendar days where nothing else is said; times of day are the person's local."""

    deal_horizon_days: int = 14
    client_horizon_days: int = 30
    class_a_horizon_days: int | None = None
    class_b_horizon_days: int | None = None
    class_c_horizon_days: int | None = None
    supplier_horizon_days: int | None = None
    overdue_grace_days: int = 2
    """Working days."""
    pause_max_days: int = 365

    nudge_after: timedelta = _HOUR
    """Working time, as is `escalate_after`."""
    escalate_after: timedelta = 8 * _HOUR
    message_every: timedelta = _HOUR
    """At most one nudging message a manager, and one escalation a team, in this time."""
    pool_automatic: bool = True
    pool_after_days: int = 5
    """Working days after the owner was asked, as is `countdown_days`."""
    countdown_days: int = 2
    import_quiet_days: int = 5
    """Working days."""

    inbound_deadline: timedelta = 4 * _HOUR
    """Working time, as is `offer_wait`."""
    offer_to: OfferTo = OfferTo.PRESENT
    offer_wait: timedelta = 15 * _MINUTE
    offer_refusals: int = 2
    group_window: timedelta = _MINUTE
    """Messages of one sender within this time are one inbound task."""
    business_excerpt: int = 200
    """Letters that are kept of a message in a chat of Telegram Business; 0 keeps none."""

    attempts_known: int = 3
    attempts_new: int = 6
    capacity: int = 12
    call_lasts: timedelta = 15 * _MINUTE
    """Working time that a task of the kind takes."""
    meeting_lasts: timedelta = _HOUR
    letter_lasts: timedelta = 10 * _MINUTE
    offer_lasts: timedelta = 30 * _MINUTE
    deal_stale_days: int = 14
    """Days without a touch on a deal."""
    moved_often: int = 3
    undo_window: timedelta = _MINUTE
    remind_before: timedelta = 15 * _MINUTE
    remind_at_time: bool = False

    release_allowed: bool = True
    release_per_day: int = 5
    portfolio_ceiling: int = 300
    hand_out_gaps: int = 10
    self_take_allowed: bool = False
    self_take_per_day: int = 3
    self_take_after: timedelta = 24 * _HOUR
    """Real time since the client came to the pool."""

    day_starts: time = time(9)
    day_ends: time = time(18)
    digest_at: time = time(9)
    report_at: time = time(9, 30)
    evening_at: time = time(18)

    reactivation_weekly: bool = True
    reactivation_weekday: int = 0
    """Monday is 0."""
    reactivation_per_manager: int = 5
    reactivation_attempts: int = 3
    cooldown_days: int = 30
    not_back_days: int = 30
    first_touch_days: int = 2
    """Working days."""
    verdict_days: int = 14

    coverage_norm: int = 95
    """Per cent, as is `clean_day_norm`."""
    clean_day_norm: int = 80

    @property
    def class_horizons(self) -> Mapping[str, int | None]:
        """The horizon in days of each class of clients; None: the class sets none."""
        return {
            "A": self.class_a_horizon_days,
            "B": self.class_b_horizon_days,
            "C": self.class_c_horizon_days,
        }

    def horizon_for(self, client_class: str | None, kind: ClientKind) -> int:
        """The horizon in days of a client without an open deal (R4).

        The class is the closer word and goes before the kind; none set -> the client horizon.
        """
        by_class = self.class_horizons.get(client_class or "")
        by_kind = self.supplier_horizon_days if kind is ClientKind.SUPPLIER else None
        return by_class or by_kind or self.client_horizon_days

    def with_overrides(self, stored: Mapping[str, str]) -> "Policy":
        """The policy with the company's own numbers.

        Raises Invalid: rule-unknown, rule-unreadable, rule-bounds (with `low` and `high`), and
        rule-order where two numbers contradict each other.
        """
        values: dict[str, Any] = {name: parse_rule(name, text) for name, text in stored.items()}
        changed = replace(self, **values)
        for earlier, later in _ORDERED:
            if not getattr(changed, earlier) < getattr(changed, later):
                raise Invalid("rule-order", earlier=RuleName(earlier), later=RuleName(later))
        return changed

    def value_of(self, name: str) -> PolicyValue:
        """The value of a rule by its name; Invalid("rule-unknown") if there is none."""
        bounds_of(name)
        value: PolicyValue = getattr(self, name)
        return value

    def text_of(self, name: str) -> str:
        """The value as it is stored and typed; `with_overrides` reads it back."""
        value = self.value_of(name)
        if value is None:
            return _NONE
        if isinstance(value, bool):
            return str(int(value))
        if isinstance(value, time):
            return f"{value:%H:%M}"
        if isinstance(value, timedelta):
            hours, rest = divmod(value, _HOUR)
            return f"{hours}:{rest // _MINUTE:02}"
        return str(value)


_SHORT = Span(_MINUTE, 2 * _HOUR)
_LASTS = Span(_MINUTE, 9 * _HOUR)
_WORKING = Span(5 * _MINUTE, 90 * _HOUR)

RULES: Mapping[str, Bounds] = {
    "deal_horizon_days": Number(1, 90),
    "client_horizon_days": Number(1, 365),
    "class_a_horizon_days": Number(1, 365, optional=True, offered=14),
    "class_b_horizon_days": Number(1, 365, optional=True, offered=30),
    "class_c_horizon_days": Number(1, 365, optional=True, offered=60),
    "supplier_horizon_days": Number(1, 365, optional=True),
    "overdue_grace_days": Number(0, 30),
    "pause_max_days": Number(1, 366),
    "nudge_after": _WORKING,
    "escalate_after": _WORKING,
    "message_every": Span(5 * _MINUTE, 9 * _HOUR),
    "pool_automatic": Flag(),
    "pool_after_days": Number(1, 60),
    "countdown_days": Number(0, 30),
    "import_quiet_days": Number(0, 60),
    "inbound_deadline": _WORKING,
    "offer_to": Choice(OfferTo),
    "offer_wait": _SHORT,
    "offer_refusals": Number(1, 20),
    "group_window": _SHORT,
    "business_excerpt": Number(0, 4096),
    "attempts_known": Number(1, 30),
    "attempts_new": Number(1, 30),
    "capacity": Number(1, 200),
    "call_lasts": _LASTS,
    "meeting_lasts": _LASTS,
    "letter_lasts": _LASTS,
    "offer_lasts": _LASTS,
    "deal_stale_days": Number(1, 365),
    "moved_often": Number(1, 50),
    "undo_window": Span(_MINUTE, _HOUR),
    "remind_before": _SHORT,
    "remind_at_time": Flag(),
    "release_allowed": Flag(),
    "release_per_day": Number(0, 1000),
    "portfolio_ceiling": Number(1, 100_000),
    "hand_out_gaps": Number(0, 10_000),
    "self_take_allowed": Flag(),
    "self_take_per_day": Number(1, 1000),
    "self_take_after": Span(timedelta(0), 30 * 24 * _HOUR),
    "day_starts": TimeOfDay(),
    "day_ends": TimeOfDay(),
    "digest_at": TimeOfDay(),
    "report_at": TimeOfDay(),
    "evening_at": TimeOfDay(),
    "reactivation_weekly": Flag(),
    "reactivation_weekday": Number(0, 6),
    "reactivation_per_manager": Number(0, 1000),
    "reactivation_attempts": Number(1, 30),
    "cooldown_days": Number(0, 365),
    "not_back_days": Number(0, 365),
    "first_touch_days": Number(1, 60),
    "verdict_days": Number(1, 365),
    "coverage_norm": Number(1, 100),
    "clean_day_norm": Number(1, 100),
}
"""What each number may be, in the order of the policy table."""

_ORDERED = (("nudge_after", "escalate_after"), ("day_starts", "day_ends"))


def rule_at_fault(refusal: Invalid) -> str:
    """The name of the number that `with_overrides` can not take."""
    return str(refusal.facts.get("name") or refusal.facts["earlier"])


def bounds_of(name: str) -> Bounds:
    """The bounds of a rule; Invalid("rule-unknown") if there is no such rule."""
    if name not in RULES:
        raise Invalid("rule-unknown", name=name)
    return RULES[name]


def parse_rule(name: str, text: str) -> PolicyValue:
    """One number as people type it and the database stores it; Invalid as in `with_overrides`."""
    bounds, typed, name = bounds_of(name), text.strip(), RuleName(name)
    match bounds:
        case Flag():
            return _flag(name, typed)
        case TimeOfDay():
            return _clock(name, typed)
        case Span():
            return _span(name, typed, bounds)
        case Choice(words):
            return _word(name, typed, words)
        case Number():
            return None if bounds.optional and typed == _NONE else _number(name, typed, bounds)
    assert_never(bounds)


def _flag(name: str, typed: str) -> bool:
    if typed not in {"0", "1"}:
        raise Invalid("rule-unreadable", name=name, text=typed)
    return typed == "1"


def _word(name: str, typed: str, words: type[StrEnum]) -> StrEnum:
    if typed not in {word.value for word in words}:
        raise Invalid("rule-unreadable", name=name, text=typed)
    return words(typed)


def _number(name: str, typed: str, bounds: Number) -> int:
    if not (typed.isascii() and typed.isdigit() and len(typed) <= 9):
        raise Invalid("rule-unreadable", name=name, text=typed)
    number = int(typed)
    if not bounds.low <= number <= bounds.high:
        raise Invalid("rule-bounds", name=name, low=bounds.low, high=bounds.high)
    return number


def _clock(name: str, typed: str) -> time:
    hours, minutes = _hours_minutes(name, typed)
    if hours > 23:
        raise Invalid("rule-unreadable", name=name, text=typed)
    return time(hours, minutes)


def _span(name: str, typed: str, bounds: Span) -> timedelta:
    hours, minutes = _hours_minutes(name, typed)
    span = timedelta(hours=hours, minutes=minutes)
    if not bounds.low <= span <= bounds.high:
        raise Invalid("rule-bounds", name=name, low=bounds.low, high=bounds.high)
    return span


def _hours_minutes(name: str, typed: str) -> tuple[int, int]:
    hours, colon, minutes = typed.partition(":")
    plain = typed.isascii() and hours.isdigit() and minutes.isdigit()
    if not colon or not plain or len(hours) > 3 or len(minutes) != 2 or int(minutes) > 59:
        raise Invalid("rule-unreadable", name=name, text=typed)
    return int(hours), int(minutes)
