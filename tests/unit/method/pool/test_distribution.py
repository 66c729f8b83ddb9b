from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.method.core.policy import Policy
from bot.method.pool.distribution import (
    Distribution,
    PoolClient,
    Skip,
    Taker,
    Unfit,
    distribute,
    why_none,
)
from bot.method.pool.filters import HandOutWay

NOW = datetime(2026, 11, 24, 6, tzinfo=UTC)
POLICY = Policy()
ANNA, BORIS, VERA = 1, 2, 3


def client(
    client_id: int,
    *,
    team: int | None = None,
    barred: frozenset[int] = frozenset(),
    days_ago: int = 10,
    cooldown_until: datetime | None = None,
    attempts: int = 0,
) -> PoolClient:
    entered = NOW - timedelta(days=days_ago)
    return PoolClient(client_id, team, barred, entered, cooldown_until, attempts)


def taker(
    user_id: int,
    *,
    team: int | None = 1,
    portfolio: int = 0,
    open_reactivations: int = 0,
    free: int = 0,
) -> Taker:
    return Taker(user_id, team, portfolio, open_reactivations, free)


def hand_out(
    clients: list[PoolClient],
    people: list[Taker],
    n: int | None = None,
    *,
    automatic: bool = True,
    policy: Policy = POLICY,
    way: HandOutWay = HandOutWay.TURNS,
) -> Distribution:
    return distribute(clients, people, n, policy, NOW, automatic=automatic, way=way)


def test_everybody_gets_as_many_as_the_others() -> None:
    found = hand_out([client(n) for n in range(7)], [taker(ANNA), taker(BORIS), taker(VERA)])
    assert found.per_person() == {ANNA: 3, BORIS: 2, VERA: 2}
    assert found.skipped == ()


def test_the_odd_one_goes_to_who_has_the_least_to_bring_back() -> None:
    people = [taker(ANNA, open_reactivations=2), taker(BORIS, portfolio=10), taker(VERA)]
    assert hand_out([client(1)], people).assignments == ((1, VERA),)
    assert hand_out([client(1)], people[:2]).assignments == ((1, BORIS),)


def test_the_least_tried_and_longest_waiting_go_first() -> None:
    clients = [client(1, attempts=1, days_ago=99), client(2, days_ago=5), client(3, days_ago=50)]
    found = hand_out(clients, [taker(ANNA)], 2)
    assert [client_id for client_id, _ in found.assignments] == [3, 2]
    assert found.skipped == ()


def test_nobody_gets_back_whom_he_let_go() -> None:
    found = hand_out([client(1, barred=frozenset({ANNA, BORIS}))], [taker(ANNA), taker(BORIS)])
    assert found == Distribution((), ((1, Skip.BARRED),))
    both = [client(n, barred=frozenset({ANNA})) for n in range(3)]
    assert hand_out(both, [taker(ANNA), taker(BORIS)]).per_person() == {BORIS: 3}


def test_the_own_team_goes_first_and_others_only_when_it_can_not() -> None:
    people = [taker(ANNA, team=1), taker(BORIS, team=2)]
    found = hand_out([client(n, team=1) for n in range(7)], people)
    assert found.per_person() == {ANNA: 5, BORIS: 2}
    barred = client(1, team=1, barred=frozenset({ANNA}))
    assert hand_out([barred], people).assignments == ((1, BORIS),)


def test_nothing_is_handed_out_above_the_ceiling() -> None:
    people = [taker(ANNA, portfolio=299), taker(BORIS, portfolio=300), taker(VERA, portfolio=301)]
    for automatic in (True, False):
        found = hand_out([client(1), client(2)], people, automatic=automatic)
        assert found == Distribution(((1, ANNA),), ((2, Skip.FULL),))


def test_the_automatic_hand_out_stops_at_five_open_attempts_a_manager() -> None:
    people = [taker(ANNA, open_reactivations=3)]
    clients = [client(n) for n in range(10)]
    assert len(hand_out(clients, people).assignments) == 2
    assert len(hand_out(clients, people, automatic=False).assignments) == 10
    assert len(hand_out(clients, people, 4, automatic=False).assignments) == 4


@pytest.mark.parametrize(("hours", "handed_out"), [(1, False), (0, True), (-1, True)])
def test_a_cooldown_holds_only_the_automatic_hand_out(hours: int, handed_out: bool) -> None:
    resting = client(1, cooldown_until=NOW + timedelta(hours=hours), attempts=1)
    automatic = hand_out([resting], [taker(ANNA)])
    assert bool(automatic.assignments) is handed_out
    assert automatic.skipped == (() if handed_out else ((1, Skip.COOLDOWN),))
    assert hand_out([resting], [taker(ANNA)], automatic=False).assignments == ((1, ANNA),)


def test_out_of_attempts_waits_for_the_head() -> None:
    for automatic in (True, False):
        found = hand_out([client(1, attempts=3)], [taker(ANNA)], automatic=automatic)
        assert found == Distribution((), ((1, Skip.ATTEMPTS),))


def test_no_people_no_clients_and_none_asked_for() -> None:
    assert hand_out([client(1)], []) == Distribution((), ((1, Skip.NOBODY),))
    assert hand_out([], [taker(ANNA)]) == Distribution((), ())
    assert hand_out([client(1)], [taker(ANNA)], 0) == Distribution((), ())


user_ids = st.integers(1, 6)
clients_drawn = st.lists(
    st.builds(
        client,
        st.integers(1, 1000),
        team=st.none() | st.integers(1, 3),
        barred=st.frozensets(user_ids, max_size=4),
        days_ago=st.integers(0, 90),
        cooldown_until=st.none() | st.sampled_from([NOW - timedelta(1), NOW + timedelta(1)]),
        attempts=st.integers(0, 4),
    ),
    max_size=40,
    unique_by=lambda one: one.client_id,
)
people_drawn = st.lists(
    st.builds(
        taker,
        user_ids,
        team=st.none() | st.integers(1, 3),
        portfolio=st.integers(290, 305),
        open_reactivations=st.integers(0, 7),
    ),
    unique_by=lambda one: one.user_id,
)


@given(clients_drawn, people_drawn, st.none() | st.integers(0, 30), st.booleans())
def test_no_rule_is_broken_and_nobody_is_forgotten(
    clients: list[PoolClient], people: list[Taker], n: int | None, automatic: bool
) -> None:
    found = hand_out(clients, people, n, automatic=automatic)
    by_id = {one.client_id: one for one in clients}
    given_to = Counter(user_id for _, user_id in found.assignments)
    for client_id, user_id in found.assignments:
        assert user_id not in by_id[client_id].barred
        assert by_id[client_id].attempts < POLICY.reactivation_attempts
    for person in people:
        got = given_to[person.user_id]
        assert got == 0 or person.portfolio + got <= POLICY.portfolio_ceiling
        if automatic and got:
            assert person.open_reactivations + got <= POLICY.reactivation_per_manager
    named = [client_id for client_id, _ in (*found.assignments, *found.skipped)]
    assert len(named) == len(set(named))
    assert set(named) <= set(by_id)
    if n is None:
        assert set(named) == set(by_id)
    else:
        assert len(found.assignments) <= n
    full = {one.user_id for one in people if _is_full(one, given_to, automatic)}
    for client_id, why in found.skipped:
        if why in {Skip.BARRED, Skip.FULL}:
            may = {one.user_id for one in people} - by_id[client_id].barred
            assert may <= full


def _is_full(person: Taker, given_to: Counter[int], automatic: bool) -> bool:
    got = given_to[person.user_id]
    if person.portfolio + got >= POLICY.portfolio_ceiling:
        return True
    return automatic and person.open_reactivations + got >= POLICY.reactivation_per_manager


@given(clients_drawn, people_drawn, st.none() | st.integers(0, 30))
def test_the_order_of_the_lists_means_nothing(
    clients: list[PoolClient], people: list[Taker], n: int | None
) -> None:
    assert hand_out(clients, people, n) == hand_out(clients[::-1], people[::-1], n)


@given(st.integers(0, 30), st.integers(1, 6), st.none() | st.integers(0, 30))
def test_shares_differ_by_at_most_one(clients: int, people: int, n: int | None) -> None:
    found = hand_out(
        [client(number) for number in range(clients)],
        [taker(number, portfolio=number) for number in range(people)],
        n,
        policy=replace(POLICY, reactivation_per_manager=100),
    )
    wanted = clients if n is None else min(n, clients)
    shares = [found.per_person().get(number, 0) for number in range(people)]
    assert sum(shares) == wanted
    assert max(shares) - min(shares) <= 1


def test_by_free_places_who_has_more_of_them_gets_more() -> None:
    people = [taker(ANNA, free=5), taker(BORIS, free=2), taker(VERA)]
    clients = [client(n) for n in range(9)]
    way = HandOutWay.CAPACITY
    found = hand_out(clients, people, automatic=False, way=way)
    assert found.per_person() == {ANNA: 5, BORIS: 2}
    assert [why for _, why in found.skipped] == [Skip.FULL, Skip.FULL]
    none = why_none(found, people, POLICY, automatic=False, way=way)
    assert none == {VERA: Unfit.LOADED}


places = st.lists(st.integers(0, 40), min_size=1, max_size=6)


@given(st.integers(0, 60), places, st.none() | st.integers(0, 60))
def test_by_free_places_nobody_gets_while_somebody_else_has_more_left(
    clients: int, free: list[int], n: int | None
) -> None:
    found = hand_out(
        [client(number) for number in range(clients)],
        [taker(number, free=places, portfolio=number) for number, places in enumerate(free)],
        n,
        automatic=False,
        way=HandOutWay.CAPACITY,
    )
    got = found.per_person()
    wanted = clients if n is None else min(n, clients)
    assert sum(got.values()) == min(wanted, sum(free))
    left = [places - got.get(number, 0) for number, places in enumerate(free)]
    assert min(left) >= 0
    for number in got:
        # One place more was free when the last client came.
        assert left[number] + 1 >= max(left)
