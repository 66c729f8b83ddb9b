"""The numbers of the policy as people read them: group, unit, the values that are usual."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from bot.method.core.bounds import Flag, Number, Span, TimeOfDay
from bot.method.core.policy import RULES, Policy, bounds_of, parse_rule


class RuleGroup(StrEnum):
    """What the numbers are about, in the order of the screen."""

    PLAN = "plan"
    GAPS = "gaps"
    INBOUND = "inbound"
    TASKS = "tasks"
    POOL = "pool"
    REACTIVATION = "reactivation"
    DAY = "day"
    REPORT = "report"


class RuleUnit(StrEnum):
    """What a number counts; switches, times of day and durations say it themselves."""

    DAYS = "days"
    WORKDAYS = "workdays"
    TIMES = "times"
    TASKS = "tasks"
    CLIENTS = "clients"
    PEOPLE = "people"
    LETTERS = "letters"
    PERCENT = "percent"
    WEEKDAY = "weekday"
    ITSELF = "itself"


@dataclass(frozen=True)
class RuleSpec:
    """Where a number stands, what it counts, and what is usual, as it is typed."""

    group: RuleGroup
    unit: RuleUnit
    usual: tuple[str, ...] = ()


def _spec(group: RuleGroup, unit: RuleUnit, usual: str = "") -> RuleSpec:
    return RuleSpec(group, unit, tuple(usual.split()))


_G, _U = RuleGroup, RuleUnit

SPECS: Mapping[str, RuleSpec] = {
    "deal_horizon_days": _spec(_G.PLAN, _U.DAYS, "7 10 14 21 30"),
    "client_horizon_days": _spec(_G.PLAN, _U.DAYS, "14 21 30 45 60 90"),
    "class_a_horizon_days": _spec(_G.PLAN, _U.DAYS, "7 14 21 30 -"),
    "class_b_horizon_days": _spec(_G.PLAN, _U.DAYS, "14 30 45 60 -"),
    "class_c_horizon_days": _spec(_G.PLAN, _U.DAYS, "30 60 90 180 -"),
    "supplier_horizon_days": _spec(_G.PLAN, _U.DAYS, "30 60 90 180 -"),
    "overdue_grace_days": _spec(_G.PLAN, _U.WORKDAYS, "0 1 2 3 5"),
    "pause_max_days": _spec(_G.PLAN, _U.DAYS, "90 180 365"),
    "nudge_after": _spec(_G.GAPS, _U.ITSELF, "0:30 1:00 2:00 4:00"),
    "escalate_after": _spec(_G.GAPS, _U.ITSELF, "4:00 8:00 9:00 18:00"),
    "message_every": _spec(_G.GAPS, _U.ITSELF, "0:30 1:00 2:00 4:00"),
    "pool_automatic": _spec(_G.GAPS, _U.ITSELF),
    "pool_after_days": _spec(_G.GAPS, _U.WORKDAYS, "3 5 7 10 15"),
    "countdown_days": _spec(_G.GAPS, _U.WORKDAYS, "0 1 2 3 5"),
    "import_quiet_days": _spec(_G.GAPS, _U.WORKDAYS, "0 3 5 10 20"),
    "inbound_deadline": _spec(_G.INBOUND, _U.ITSELF, "1:00 2:00 4:00 9:00"),
    "offer_to": _spec(_G.INBOUND, _U.ITSELF, "present turn duty head"),
    "offer_wait": _spec(_G.INBOUND, _U.ITSELF, "0:05 0:15 0:30 1:00"),
    "offer_refusals": _spec(_G.INBOUND, _U.PEOPLE, "1 2 3 5"),
    "group_window": _spec(_G.INBOUND, _U.ITSELF, "0:01 0:05 0:15 1:00"),
    "business_excerpt": _spec(_G.INBOUND, _U.LETTERS, "0 200 4096"),
    "attempts_known": _spec(_G.TASKS, _U.TIMES, "2 3 5 6"),
    "attempts_new": _spec(_G.TASKS, _U.TIMES, "3 6 8 10"),
    "capacity": _spec(_G.TASKS, _U.TASKS, "8 10 12 15 20 30"),
    "call_lasts": _spec(_G.TASKS, _U.ITSELF, "0:05 0:10 0:15 0:30"),
    "meeting_lasts": _spec(_G.TASKS, _U.ITSELF, "0:30 1:00 1:30 2:00"),
    "letter_lasts": _spec(_G.TASKS, _U.ITSELF, "0:05 0:10 0:15 0:30"),
    "offer_lasts": _spec(_G.TASKS, _U.ITSELF, "0:15 0:30 1:00 2:00"),
    "deal_stale_days": _spec(_G.TASKS, _U.DAYS, "7 14 21 30"),
    "moved_often": _spec(_G.TASKS, _U.TIMES, "2 3 5"),
    "undo_window": _spec(_G.TASKS, _U.ITSELF, "0:01 0:02 0:05 0:10"),
    "remind_before": _spec(_G.TASKS, _U.ITSELF, "0:05 0:15 0:30 1:00"),
    "remind_at_time": _spec(_G.TASKS, _U.ITSELF),
    "release_allowed": _spec(_G.POOL, _U.ITSELF),
    "release_per_day": _spec(_G.POOL, _U.CLIENTS, "1 3 5 10 20"),
    "portfolio_ceiling": _spec(_G.POOL, _U.CLIENTS, "100 150 200 300 500"),
    "hand_out_gaps": _spec(_G.POOL, _U.CLIENTS, "0 5 10 20 50"),
    "self_take_allowed": _spec(_G.POOL, _U.ITSELF),
    "self_take_per_day": _spec(_G.POOL, _U.CLIENTS, "1 3 5 10"),
    "self_take_after": _spec(_G.POOL, _U.ITSELF, "0:00 4:00 24:00 48:00"),
    "not_back_days": _spec(_G.POOL, _U.DAYS, "0 14 30 60 90"),
    "reactivation_weekly": _spec(_G.REACTIVATION, _U.ITSELF),
    "reactivation_weekday": _spec(_G.REACTIVATION, _U.WEEKDAY, "0 1 2 3 4"),
    "reactivation_per_manager": _spec(_G.REACTIVATION, _U.CLIENTS, "0 3 5 10 20"),
    "reactivation_attempts": _spec(_G.REACTIVATION, _U.TIMES, "1 2 3 5"),
    "cooldown_days": _spec(_G.REACTIVATION, _U.DAYS, "0 14 30 60 90"),
    "first_touch_days": _spec(_G.REACTIVATION, _U.WORKDAYS, "1 2 3 5"),
    "verdict_days": _spec(_G.REACTIVATION, _U.DAYS, "7 14 21 30"),
    "day_starts": _spec(_G.DAY, _U.ITSELF, "8:00 9:00 10:00"),
    "day_ends": _spec(_G.DAY, _U.ITSELF, "17:00 18:00 19:00 20:00"),
    "digest_at": _spec(_G.DAY, _U.ITSELF, "8:00 8:30 9:00 9:30 10:00"),
    "report_at": _spec(_G.DAY, _U.ITSELF, "9:00 9:30 10:00"),
    "evening_at": _spec(_G.DAY, _U.ITSELF, "17:00 17:30 18:00 19:00"),
    "coverage_norm": _spec(_G.REPORT, _U.PERCENT, "80 90 95 100"),
    "clean_day_norm": _spec(_G.REPORT, _U.PERCENT, "60 70 80 90 100"),
}
"""Every number of the policy, in the order of the screen."""

_BASE_WIDE = frozenset(
    {
        "deal_horizon_days",
        "client_horizon_days",
        "class_a_horizon_days",
        "class_b_horizon_days",
        "class_c_horizon_days",
        "supplier_horizon_days",
        "overdue_grace_days",
        "nudge_after",
        "escalate_after",
        "message_every",
        "pool_automatic",
        "pool_after_days",
        "day_starts",
        "day_ends",
    }
)
_REMINDERS = frozenset({"remind_before", "remind_at_time"})

_CLOCK = re.compile(r"(\d{1,3})(?:[:.](\d{2}))?")
_NUMBER = re.compile(r"([^\d.,:+-]*)(\d+)([^\d.,:+-]*)")


def changes_gaps(name: str) -> bool:
    """Whether who is without a task, or when that is told, depends on the number (R3-R5)."""
    return name in _BASE_WIDE


def is_kept_beside(name: str) -> bool:
    """Whether something is kept that was worked out of the number, to be worked out anew."""
    return name in _BASE_WIDE or name in _REMINDERS


def names_in(group: RuleGroup) -> tuple[str, ...]:
    """The numbers of the group, in their order."""
    return tuple(name for name, spec in SPECS.items() if spec.group is group)


def shown_groups() -> tuple[RuleGroup, ...]:
    """The groups that hold anything."""
    return tuple(group for group in RuleGroup if names_in(group))


def usual_of(name: str) -> tuple[str, ...]:
    """The values that are offered, as they are stored: a switch has its two."""
    bounds = bounds_of(name)
    offered = ("1", "0") if isinstance(bounds, Flag) else SPECS[name].usual
    return tuple(stored(name, text) for text in offered)


def stored(name: str, typed: str) -> str:
    """The number as it is stored, from what people type: "10 days", "9.30", "9" for an hour.

    Invalid as in `parse_rule`.
    """
    text = typed.strip()
    match bounds_of(name):
        case TimeOfDay() if found := _CLOCK.fullmatch(text):
            text = f"{found[1]}:{found[2] or '00'}"
        case Span() if (found := _CLOCK.fullmatch(text)) and found[2]:
            text = f"{found[1]}:{found[2]}"
        case Number() if found := _NUMBER.fullmatch(text):
            text = found[2]
    value: dict[str, Any] = {name: parse_rule(name, text)}
    return replace(Policy(), **value).text_of(name)


def is_known(name: str) -> bool:
    """Whether there is a number of this name."""
    return name in RULES
