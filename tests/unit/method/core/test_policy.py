from dataclasses import fields
from datetime import time, timedelta

import pytest

from bot.method.core.bounds import Flag, Number, Span
from bot.method.core.policy import RULES, Policy, parse_rule
from bot.method.core.refusals import Invalid
from bot.method.core.terms import ClientKind


def test_defaults_are_those_of_the_policy_table() -> None:
    policy = Policy()
    assert (policy.deal_horizon_days, policy.client_horizon_days) == (14, 30)
    assert policy.overdue_grace_days == 2
    assert (policy.nudge_after, policy.escalate_after) == (timedelta(hours=1), timedelta(hours=8))
    assert (policy.pool_automatic, policy.pool_after_days, policy.countdown_days) == (True, 5, 2)
    assert policy.inbound_deadline == timedelta(hours=4)
    assert (policy.offer_wait, policy.offer_refusals) == (timedelta(minutes=15), 2)
    assert (policy.attempts_known, policy.attempts_new, policy.capacity) == (3, 6, 12)
    assert (policy.release_allowed, policy.release_per_day) == (True, 5)
    assert policy.portfolio_ceiling == 300
    assert (policy.self_take_allowed, policy.self_take_per_day) == (False, 3)
    assert policy.self_take_after == timedelta(hours=24)
    assert (policy.digest_at, policy.report_at, policy.evening_at) == (
        time(9),
        time(9, 30),
        time(18),
    )
    assert (policy.day_starts, policy.day_ends) == (time(9), time(18))
    assert (policy.reactivation_per_manager, policy.reactivation_attempts) == (5, 3)
    assert (policy.cooldown_days, policy.not_back_days) == (30, 30)
    assert (policy.first_touch_days, policy.verdict_days) == (2, 14)
    assert policy.undo_window == policy.group_window == timedelta(seconds=60)


def test_every_number_has_its_bounds_and_the_defaults_are_inside_them() -> None:
    policy = Policy()
    assert set(RULES) == {field.name for field in fields(Policy)}
    texts = {name: policy.text_of(name) for name in RULES}
    assert policy.with_overrides(texts) == policy


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("deal_horizon_days", "7", 7),
        ("deal_horizon_days", " 7 ", 7),
        ("class_a_horizon_days", "14", 14),
        ("class_a_horizon_days", "-", None),
        ("pool_automatic", "0", False),
        ("pool_automatic", "1", True),
        ("day_ends", "17:30", time(17, 30)),
        ("nudge_after", "0:30", timedelta(minutes=30)),
        ("inbound_deadline", "12:00", timedelta(hours=12)),
    ],
)
def test_an_override_is_read(name: str, text: str, value: object) -> None:
    changed = Policy().with_overrides({name: text})
    assert changed.value_of(name) == value
    assert changed.with_overrides({name: changed.text_of(name)}) == changed


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("no_such_rule", "1", "rule-unknown"),
        ("__class__", "1", "rule-unknown"),
        ("deal_horizon_days", "0", "rule-bounds"),
        ("deal_horizon_days", "91", "rule-bounds"),
        ("deal_horizon_days", "-1", "rule-unreadable"),
        ("deal_horizon_days", "", "rule-unreadable"),
        ("deal_horizon_days", "-", "rule-unreadable"),
        ("deal_horizon_days", "14.5", "rule-unreadable"),
        ("deal_horizon_days", "\u0661\u0664", "rule-unreadable"),
        ("deal_horizon_days", "9" * 5000, "rule-unreadable"),
        ("pool_automatic", "yes", "rule-unreadable"),
        ("pool_automatic", "2", "rule-unreadable"),
        ("digest_at", "24:00", "rule-unreadable"),
        ("digest_at", "9:60", "rule-unreadable"),
        ("digest_at", "9", "rule-unreadable"),
        ("nudge_after", "4", "rule-unreadable"),
        ("nudge_after", "0:00", "rule-bounds"),
        ("nudge_after", "100:00", "rule-bounds"),
        ("nudge_after", "8:00", "rule-order"),
        ("day_starts", "18:00", "rule-order"),
    ],
)
def test_a_bad_override_is_refused(name: str, text: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        Policy().with_overrides({name: text})
    assert refused.value.code == code


def test_two_numbers_may_change_together() -> None:
    changed = Policy().with_overrides({"nudge_after": "9:00", "escalate_after": "18:00"})
    assert changed.escalate_after == timedelta(hours=18)


def test_the_bounds_can_be_shown() -> None:
    with pytest.raises(Invalid) as refused:
        parse_rule("capacity", "201")
    assert refused.value.facts == {"name": "capacity", "low": 1, "high": 200}
    assert isinstance(RULES["pool_automatic"], Flag)
    assert isinstance(RULES["nudge_after"], Span)
    assert RULES["class_c_horizon_days"] == Number(1, 365, optional=True, offered=60)


@pytest.mark.parametrize(
    ("client_class", "kind", "days"),
    [
        (None, ClientKind.CUSTOMER, 30),
        ("A", ClientKind.CUSTOMER, 10),
        ("B", ClientKind.CUSTOMER, 30),
        ("C", ClientKind.CUSTOMER, 60),
        ("Z", ClientKind.CUSTOMER, 30),
        (None, ClientKind.SUPPLIER, 45),
        ("A", ClientKind.SUPPLIER, 10),
        ("B", ClientKind.SUPPLIER, 45),
    ],
)
def test_a_class_or_a_kind_may_have_its_own_horizon(
    client_class: str | None, kind: ClientKind, days: int
) -> None:
    policy = Policy(class_a_horizon_days=10, class_c_horizon_days=60, supplier_horizon_days=45)
    assert policy.horizon_for(client_class, kind) == days


def test_none_set_means_the_client_horizon() -> None:
    policy = Policy()
    for client_class in (None, "A", "B", "C"):
        for kind in ClientKind:
            assert policy.horizon_for(client_class, kind) == 30
