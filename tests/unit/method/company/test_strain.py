"""Numbers that can not be kept together are said, with ways out that are enough."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.method.company.strain import (
    CountdownTooLong,
    TooManyClients,
    VerdictTooEarly,
    strains,
    strains_of,
    touches,
)
from bot.method.core.policy import Policy

EASY = Policy(portfolio_ceiling=100)


def test_twelve_a_day_three_hundred_clients_and_thirty_days() -> None:
    policy = Policy(capacity=12, portfolio_ceiling=300, client_horizon_days=30)
    assert strains(policy, 5) == (
        TooManyClients(
            capacity=12,
            clients=300,
            horizon=30,
            short=34,
            short_week=8,
            enough_capacity=14,
            enough_horizon=34,
            enough_clients=266,
        ),
    )
    assert strains_of("nudge_after", policy, 5) == ()
    assert strains_of("capacity", policy, 5) == strains(policy, 5)


def test_where_all_fits_nothing_is_said() -> None:
    assert strains(EASY, 5) == ()


def test_the_countdown_begins_after_the_question() -> None:
    policy = replace(EASY, countdown_days=6)
    assert strains(policy, 5) == (CountdownTooLong(6, 5),)
    assert strains(replace(policy, pool_automatic=False), 5) == ()
    assert strains(replace(policy, countdown_days=5), 5) == ()


def test_the_first_touch_comes_before_the_verdict() -> None:
    assert strains(replace(EASY, first_touch_days=5, verdict_days=6), 5) == (VerdictTooEarly(5, 6),)
    assert strains(replace(EASY, first_touch_days=5, verdict_days=7), 5) == ()


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 200), st.integers(1, 365), st.integers(1, 2000), st.integers(1, 7))
def test_each_way_out_is_enough_by_itself(
    capacity: int, horizon: int, clients: int, workdays: int
) -> None:
    policy = Policy(capacity=capacity, client_horizon_days=horizon, portfolio_ceiling=clients)
    many = [one for one in strains(policy, workdays) if isinstance(one, TooManyClients)]
    assert bool(many) == (touches(capacity, horizon, workdays) < clients)
    for strain in many:
        ways = {
            "capacity": strain.enough_capacity,
            "client_horizon_days": strain.enough_horizon,
            "portfolio_ceiling": strain.enough_clients,
        }
        for name, enough in ways.items():
            if enough is not None:
                eased = policy.with_overrides({name: str(enough)})
                assert not any(isinstance(one, TooManyClients) for one in strains(eased, workdays))
