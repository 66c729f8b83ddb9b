"""Who is asked next about nobody's inbound, and when the head decides (R9)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.method.core.choices import OfferTo
from bot.method.core.policy import Policy
from bot.method.inbound.claims import (
    Ask,
    ClaimCandidate,
    ClaimFacts,
    GoToHead,
    WaitUntil,
    WhyHead,
    next_step,
)

NOW = datetime(2026, 11, 24, 7, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
WAIT = 15 * MINUTE
NEW = ClaimFacts(head_at=NOW + MINUTE)
ANNA, BORIS, VERA = (ClaimCandidate(number, NOW) for number in (1, 2, 3))
PEOPLE = (ANNA, BORIS, VERA)


def ruled(rule: OfferTo, **changed: int) -> Policy:
    return replace(Policy(), offer_to=rule, **changed)  # type: ignore[arg-type]


def test_the_rule_says_who_is_asked_first() -> None:
    duty = (ANNA, BORIS, replace(VERA, on_duty=True))
    for rule, asked in (
        (OfferTo.PRESENT, Ask((1, 2, 3), in_turn=False)),
        (OfferTo.TURN, Ask((1,), in_turn=True)),
        (OfferTo.DUTY, Ask((3,), in_turn=True)),
        (OfferTo.HEAD, GoToHead(WhyHead.RULE)),
    ):
        assert next_step(NEW, duty, ruled(rule), NOW) == asked


def test_without_anybody_on_duty_it_is_the_next_ones_turn() -> None:
    away = (ANNA, BORIS, replace(VERA, on_duty=True, reach_at=NOW + MINUTE))
    for people in (PEOPLE, away):
        assert next_step(NEW, people, ruled(OfferTo.DUTY), NOW) == Ask((1,), in_turn=True)


def test_whoever_had_no_turn_for_longest_is_next() -> None:
    people = (
        replace(ANNA, last_turn=NOW - MINUTE),
        replace(BORIS, last_turn=NOW - 9 * MINUTE),
        replace(VERA, last_turn=NOW - 5 * MINUTE),
    )
    assert next_step(NEW, people, ruled(OfferTo.TURN), NOW) == Ask((2,), in_turn=True)


def test_all_who_are_there_are_those_of_one_team() -> None:
    people = (
        replace(ANNA, team_id=1, last_turn=NOW),
        replace(BORIS, team_id=2),
        replace(VERA, team_id=2),
    )
    assert next_step(NEW, people, Policy(), NOW) == Ask((2, 3), in_turn=False)


@pytest.mark.parametrize(
    "changed",
    [{"may_get": False}, {"had_turn": True}, {"reach_at": NOW + MINUTE}],
    ids=["full", "refused", "away"],
)
def test_who_can_not_get_it_is_not_asked(changed: dict[str, object]) -> None:
    people = (replace(ANNA, **changed), BORIS)  # type: ignore[arg-type]
    for rule in (OfferTo.PRESENT, OfferTo.TURN, OfferTo.DUTY):
        assert next_step(NEW, people, ruled(rule), NOW) == Ask((2,), in_turn=True), (
            "the only one who is there is asked alone"
        )


def test_a_round_waits_until_its_time_is_up_or_all_have_refused() -> None:
    running = replace(NEW, round_ends_at=NOW + WAIT)
    assert next_step(running, PEOPLE, Policy(), NOW) == WaitUntil(NOW + WAIT)
    assert next_step(running, PEOPLE, Policy(), NOW + WAIT) == Ask((1,), in_turn=True)
    refused = replace(running, all_refused=True)
    assert next_step(refused, PEOPLE, Policy(), NOW) == Ask((1,), in_turn=True)


def test_after_two_rounds_the_head_decides_and_is_told_once() -> None:
    second = replace(NEW, rounds=1, round_ends_at=NOW)
    assert next_step(second, PEOPLE, Policy(), NOW) == GoToHead(WhyHead.UNTAKEN)
    told = replace(NEW, rounds=2, at_head=True)
    assert next_step(told, PEOPLE, Policy(), NOW) == WaitUntil(None)
    more = ruled(OfferTo.TURN, offer_refusals=3)
    assert next_step(second, PEOPLE, more, NOW) == Ask((1,), in_turn=True)


def test_with_nobody_there_the_head_has_it_after_a_working_minute() -> None:
    away = tuple(replace(person, reach_at=NOW + 60 * MINUTE) for person in PEOPLE)
    for people in ((), away):
        assert next_step(NEW, people, Policy(), NOW) == WaitUntil(NOW + MINUTE)
        assert next_step(NEW, people, Policy(), NOW + MINUTE) == GoToHead(WhyHead.NOBODY)


def test_at_night_whoever_comes_first_is_asked() -> None:
    head_at = NOW + 600 * MINUTE
    early = (ANNA, replace(BORIS, reach_at=NOW + 300 * MINUTE))
    night = (replace(ANNA, reach_at=NOW + 599 * MINUTE), early[1])
    facts = ClaimFacts(head_at)
    assert next_step(facts, night, Policy(), NOW) == WaitUntil(NOW + 300 * MINUTE)
    assert next_step(facts, night, Policy(), NOW + 300 * MINUTE) == Ask((2,), in_turn=True)


def test_who_comes_back_is_asked_although_the_head_has_it() -> None:
    told = replace(NEW, at_head=True)
    back = (replace(ANNA, reach_at=NOW + 60 * MINUTE),)
    assert next_step(told, back, Policy(), NOW + 5 * MINUTE) == WaitUntil(NOW + 60 * MINUTE)
    assert next_step(told, back, Policy(), NOW + 60 * MINUTE) == Ask((1,), in_turn=True)
    assert next_step(told, (), Policy(), NOW + 5 * MINUTE) == WaitUntil(None)


moments = st.integers(0, 90).map(lambda minutes: NOW + minutes * MINUTE)
candidates = st.builds(
    ClaimCandidate,
    person_id=st.just(0),
    reach_at=moments,
    may_get=st.booleans(),
    team_id=st.sampled_from([None, 1, 2]),
    last_turn=st.none() | moments,
    on_duty=st.booleans(),
)
policies = st.builds(ruled, st.sampled_from(OfferTo), offer_refusals=st.integers(1, 4))


@given(st.lists(candidates, max_size=6), policies, st.data())
def test_it_ends_at_a_taker_or_the_head_and_nobody_is_asked_who_may_not(
    made: list[ClaimCandidate], policy: Policy, data: st.DataObject
) -> None:
    """Play it through: everybody refuses, takes or is silent, and may come at his time."""
    people = {number: replace(person, person_id=number) for number, person in enumerate(made)}
    facts, now = NEW, NOW
    for _ in range(100):
        match next_step(facts, list(people.values()), policy, now):
            case GoToHead():
                return
            case WaitUntil(at):
                assert at is not None and at > now, "before the head was told it never rests"
                now = at
            case Ask(asked, in_turn):
                assert asked and in_turn == (len(asked) == 1)
                for number in asked:
                    person = people[number]
                    assert person.may_get and not person.had_turn and person.reach_at <= now
                if data.draw(st.booleans()):
                    return
                over = facts.round_ends_at is not None
                refusals = [data.draw(st.booleans()) for _ in asked]
                for number, refused in zip(asked, refusals, strict=True):
                    people[number] = replace(
                        people[number], had_turn=in_turn or refused, last_turn=now
                    )
                facts = replace(
                    facts,
                    rounds=facts.rounds + over,
                    round_ends_at=now + WAIT,
                    all_refused=all(refusals),
                )
    raise AssertionError("it went on for ever")
