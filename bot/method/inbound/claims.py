"""Nobody's inbound: who is asked next, and when the head decides (R9).

The company says who is asked first (`OfferTo`). Whoever was asked has so much working time; then it
is the next one's turn, and after so many rounds without a taker the head's. Nobody is asked who is
not there, and where nobody is the head has it within a working minute.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from bot.method.core.choices import OfferTo
from bot.method.core.policy import Policy

_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class ClaimCandidate:
    """A manager as the rule sees him.

    `reach_at` (UTC) is when a message may reach him, now or earlier where he is there.
    `may_get`: he takes part in hand-outs at all, his portfolio has room and the client was not his
    lately. `had_turn`: he has refused this one, or was asked alone already. `last_turn` is when he
    was last asked alone or took something.
    """

    person_id: int
    reach_at: datetime
    may_get: bool = True
    team_id: int | None = None
    last_turn: datetime | None = None
    had_turn: bool = False
    on_duty: bool = False


@dataclass(frozen=True)
class ClaimFacts:
    """How far the claim has come: so many `rounds` have ended without a taker, the running one
    ends at `round_ends_at` unless all have refused (`all_refused`). `head_at` (UTC) is when a
    working minute has passed since it came; `at_head`: the head has been told."""

    head_at: datetime
    rounds: int = 0
    round_ends_at: datetime | None = None
    all_refused: bool = False
    at_head: bool = False


class WhyHead(StrEnum):
    """Why it is the head's to decide."""

    RULE = "rule"
    UNTAKEN = "untaken"
    NOBODY = "nobody"


@dataclass(frozen=True)
class Ask:
    """These people are asked now; `in_turn`: it is the turn of the only one."""

    people: tuple[int, ...]
    in_turn: bool


@dataclass(frozen=True)
class GoToHead:
    """The head is told."""

    why: WhyHead


@dataclass(frozen=True)
class WaitUntil:
    """Nothing is to be done before then (UTC); None: nothing any more."""

    at: datetime | None


ClaimStep = Ask | GoToHead | WaitUntil


def round_is_over(facts: ClaimFacts, now: datetime) -> bool:
    """Whether somebody was asked, and the time of those is up or all have refused."""
    ends_at = facts.round_ends_at
    return ends_at is not None and (facts.all_refused or ends_at <= now)


def next_step(
    facts: ClaimFacts, candidates: Sequence[ClaimCandidate], policy: Policy, now: datetime
) -> ClaimStep:
    """What is to be done with a claim that nobody has taken."""
    if facts.round_ends_at is not None and not round_is_over(facts, now):
        return WaitUntil(facts.round_ends_at)
    rounds = facts.rounds + (facts.round_ends_at is not None)
    if policy.offer_to is OfferTo.HEAD:
        return _head(facts, WhyHead.RULE)
    if rounds >= policy.offer_refusals:
        return _head(facts, WhyHead.UNTAKEN)
    left = [person for person in candidates if person.may_get and not person.had_turn]
    there = [person for person in left if person.reach_at <= now]
    if there:
        return _asked(there, policy.offer_to, first=rounds == 0)
    comes_at = min((person.reach_at for person in left), default=None)
    if facts.at_head:
        return WaitUntil(comes_at)
    if now >= facts.head_at:
        return GoToHead(WhyHead.NOBODY)
    return WaitUntil(facts.head_at if comes_at is None else min(comes_at, facts.head_at))


def _head(facts: ClaimFacts, why: WhyHead) -> ClaimStep:
    return WaitUntil(None) if facts.at_head else GoToHead(why)


def _asked(there: Sequence[ClaimCandidate], rule: OfferTo, *, first: bool) -> Ask:
    """Those who are asked of the people who are there; whoever had no turn for longest is next."""
    following = min(there, key=lambda person: (person.last_turn or _NEVER, person.person_id))
    if first and rule is OfferTo.PRESENT:
        team = [person for person in there if person.team_id == following.team_id]
        return Ask(tuple(person.person_id for person in team), in_turn=len(team) == 1)
    if first and rule is OfferTo.DUTY:
        following = next((person for person in there if person.on_duty), following)
    return Ask((following.person_id,), in_turn=True)
