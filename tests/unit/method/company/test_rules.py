"""The table of the rules is whole, and takes what people type."""

import pytest

from bot.method.company.rules import (
    SPECS,
    RuleGroup,
    changes_gaps,
    is_kept_beside,
    names_in,
    shown_groups,
    stored,
    usual_of,
)
from bot.method.core.policy import RULES, Policy
from bot.method.core.refusals import Invalid


def test_every_number_of_the_policy_has_its_place() -> None:
    assert set(SPECS) == set(RULES)
    shown = [name for group in RuleGroup for name in names_in(group)]
    assert sorted(shown) == sorted(RULES)
    assert all(names_in(group) for group in shown_groups())


@pytest.mark.parametrize("name", sorted(RULES))
def test_the_usual_values_may_be_stored_and_hold_the_default(name: str) -> None:
    usual = usual_of(name)
    assert len(set(usual)) == len(usual) > 1
    assert Policy().text_of(name) in usual
    for text in usual:
        assert stored(name, text) == text


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("deal_horizon_days", "10", "10"),
        ("deal_horizon_days", " 010 дней ", "10"),
        ("coverage_norm", "90%", "90"),
        ("capacity", "по 15 в день", "15"),
        ("digest_at", "9", "09:00"),
        ("digest_at", "9.30", "09:30"),
        ("nudge_after", "1.30", "1:30"),
        ("nudge_after", "01:30", "1:30"),
        ("class_a_horizon_days", "-", "-"),
        ("self_take_allowed", "1", "1"),
    ],
)
def test_what_people_type_is_kept_in_one_way(name: str, typed: str, kept: str) -> None:
    assert stored(name, typed) == kept


@pytest.mark.parametrize(
    ("name", "typed", "code"),
    [
        ("deal_horizon_days", "0", "rule-bounds"),
        ("deal_horizon_days", "400 дней", "rule-bounds"),
        ("deal_horizon_days", "-5", "rule-unreadable"),
        ("deal_horizon_days", "1,5", "rule-unreadable"),
        ("deal_horizon_days", "10-14", "rule-unreadable"),
        ("deal_horizon_days", "-", "rule-unreadable"),
        ("deal_horizon_days", "", "rule-unreadable"),
        ("deal_horizon_days", "десять", "rule-unreadable"),
        ("nudge_after", "2", "rule-unreadable"),
        ("nudge_after", "0:01", "rule-bounds"),
        ("digest_at", "25", "rule-unreadable"),
        ("digest_at", "9:75", "rule-unreadable"),
        ("pool_automatic", "да", "rule-unreadable"),
        ("no_such_rule", "1", "rule-unknown"),
    ],
)
def test_what_can_not_be_is_refused(name: str, typed: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        stored(name, typed)
    assert refused.value.code == code


def test_what_gaps_depend_on_is_worked_out_anew() -> None:
    assert changes_gaps("deal_horizon_days")
    assert is_kept_beside("remind_before")
    assert not changes_gaps("remind_before")
    assert not is_kept_beside("capacity")
