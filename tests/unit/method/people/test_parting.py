"""Where everything goes that somebody has: fair by room, never above the ceiling (R6)."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.method.core.policy import Policy
from bot.method.people.parting import Heir, HeldClient, Holding, all_to, spread_out

POLICY = replace(Policy(), portfolio_ceiling=10, capacity=2)
DAYS = 10

PEOPLE = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 30), st.booleans()), max_size=5).map(
    lambda all_: [Heir(number, *one) for number, one in enumerate(all_, 1)]
)
CLIENTS = st.lists(
    st.tuples(st.integers(0, 1), st.integers(0, 4), st.frozensets(st.integers(1, 5))), max_size=30
).map(
    lambda all_: [
        HeldClient(100 + number, Holding(1, customers, tasks=soon, soon=soon), barred)
        for number, (customers, soon, barred) in enumerate(all_)
    ]
)


def held(count: int, soon: int = 0) -> list[HeldClient]:
    return [HeldClient(number, Holding(1, 1, soon=soon)) for number in range(1, count + 1)]


@given(CLIENTS, PEOPLE)
def test_everything_goes_somewhere_and_nobody_above_the_ceiling(
    clients: list[HeldClient], people: list[Heir]
) -> None:
    shares = spread_out(clients, people, POLICY, DAYS)
    assert [client_id for client_id, _ in shares.places] == [one.client_id for one in clients]
    to, given_to = dict(shares.places), shares.holdings(clients)
    assert not [one for one in clients if to[one.client_id] in one.barred]
    for person in people:
        got = given_to.get(person.person_id, Holding())
        assert not got.customers or person.customers + got.customers <= 10
    for client in clients:
        if to[client.client_id] is None and client.holding.customers:
            free = [
                one
                for one in people
                if one.customers + given_to.get(one.person_id, Holding()).customers < 10
            ]
            assert all(one.person_id in client.barred for one in free)


@given(CLIENTS, PEOPLE)
def test_nothing_is_lost_and_the_mark_is_that_of_the_shares(
    clients: list[HeldClient], people: list[Heir]
) -> None:
    shares = spread_out(clients, people, POLICY, DAYS)
    assert sum(shares.holdings(clients).values(), Holding()) == sum(
        (one.holding for one in clients), Holding()
    )
    assert shares.mark == spread_out(clients, people, POLICY, DAYS).mark


def test_the_least_full_gets_more() -> None:
    shares = spread_out(held(6), [Heir(1, 8, 0), Heir(2, 2, 0)], POLICY, DAYS)
    assert shares.per_person() == {2: 6}
    shares = spread_out(held(6), [Heir(1, 0, 0), Heir(2, 0, 0)], POLICY, DAYS)
    assert shares.per_person() == {1: 3, 2: 3}


def test_full_is_who_has_many_tasks_as_well() -> None:
    shares = spread_out(held(2, soon=1), [Heir(1, 0, 18), Heir(2, 5, 0)], POLICY, DAYS)
    assert shares.per_person() == {2: 2}


def test_the_own_team_goes_first_and_the_rest_to_the_others() -> None:
    people = [Heir(1, 8, 0), Heir(2, 0, 0, near=False)]
    shares = spread_out(held(14), people, POLICY, DAYS)
    assert shares.per_person() == {1: 2, 2: 10}
    assert [to for _, to in shares.places].count(None) == 2


def test_all_to_one_is_all() -> None:
    assert all_to(held(2), None).places == ((1, None), (2, None))
