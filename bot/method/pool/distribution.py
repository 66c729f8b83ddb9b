"""Hand-outs from the pool: fair, and never straight back (R6)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from heapq import heapify, heappop, heappush
from zlib import crc32

from bot.method.core.policy import Policy
from bot.method.pool.attempts import attempts_spent
from bot.method.pool.filters import HandOutWay


class Skip(StrEnum):
    """Why a client of the pool is not handed out."""

    COOLDOWN = "cooldown"
    ATTEMPTS = "attempts"
    BARRED = "barred"
    FULL = "full"
    NOBODY = "nobody"


class Unfit(StrEnum):
    """Why a person is given nobody."""

    BLOCKED = "blocked"
    AWAY = "away"
    SPARED = "spared"
    GAPS = "gaps"
    FULL = "full"
    BUSY = "busy"
    BARRED = "barred"
    LOADED = "loaded"
    ENOUGH = "enough"
    """Others have got all that there were: the fewest and the least loaded go first."""


@dataclass(frozen=True)
class PoolClient:
    """A client in the pool; `barred` are all who let it go within `not_back_days`.

    `team_id` is the team it came from; the instants are UTC.
    """

    client_id: int
    team_id: int | None
    barred: frozenset[int]
    entered_at: datetime
    cooldown_until: datetime | None
    attempts: int


@dataclass(frozen=True)
class Taker:
    """A person who may be given clients: active clients now, open reactivations, and how many more
    tasks fit into the days to come."""

    user_id: int
    team_id: int | None
    portfolio: int
    open_reactivations: int
    free: int = 0


@dataclass(frozen=True)
class Distribution:
    """Who gets whom as (client_id, user_id), and who stays in the pool and why.

    Clients that were not needed for the asked number are in neither.
    """

    assignments: tuple[tuple[int, int], ...]
    skipped: tuple[tuple[int, Skip], ...]

    @property
    def mark(self) -> int:
        """The same for the same assignments: what was shown is what is carried out."""
        return crc32(repr(sorted(self.assignments)).encode())

    def per_person(self) -> dict[int, int]:
        """How many clients each person gets, the most first."""
        return dict(Counter(user_id for _, user_id in self.assignments).most_common())


def distribute(
    clients: Sequence[PoolClient],
    people: Sequence[Taker],
    n: int | None,
    policy: Policy,
    now: datetime,
    *,
    automatic: bool,
    way: HandOutWay = HandOutWay.TURNS,
) -> Distribution:
    """At most `n` clients (None: as many as fit) to those who have got the fewest in this run, or
    who have the most free places left; by capacity nobody gets more than fit.

    The least tried and longest waiting clients go first, each to the own team where somebody
    there can take it. Nobody gets a client that he let go, or one above the portfolio ceiling.
    Only the automatic hand-out waits for the cooldown and stops at `reactivation_per_manager`
    open reactivations a person: a head who asks for a number has decided that himself.
    """
    takers = _Takers(people, policy, automatic, way)
    assignments: list[tuple[int, int]] = []
    skipped: list[tuple[int, Skip]] = []
    for client in sorted(
        clients,
        key=lambda candidate: (candidate.attempts, candidate.entered_at, candidate.client_id),
    ):
        if n is not None and len(assignments) >= n:
            break
        skip = _not_now(client, policy, now, automatic)
        taker = None if skip else takers.next_for(client)
        if taker is not None:
            assignments.append((client.client_id, taker.user_id))
        else:
            skipped.append((client.client_id, skip or takers.refusal()))
    return Distribution(tuple(assignments), tuple(skipped))


def why_none(
    plan: Distribution,
    people: Sequence[Taker],
    policy: Policy,
    *,
    automatic: bool,
    way: HandOutWay = HandOutWay.TURNS,
) -> Mapping[int, Unfit]:
    """Why each of the people who took part has got nobody."""
    given, reasons = plan.per_person(), {reason for _, reason in plan.skipped}
    return {
        person.user_id: _why(person, reasons, policy, automatic, way)
        for person in people
        if person.user_id not in given
    }


def _why(
    person: Taker, reasons: set[Skip], policy: Policy, automatic: bool, way: HandOutWay
) -> Unfit:
    if person.portfolio >= policy.portfolio_ceiling:
        return Unfit.FULL
    if way is HandOutWay.CAPACITY and person.free <= 0:
        return Unfit.LOADED
    if _room(person, policy, automatic, way) <= 0:
        return Unfit.BUSY
    return Unfit.BARRED if Skip.BARRED in reasons else Unfit.ENOUGH


def _not_now(client: PoolClient, policy: Policy, now: datetime, automatic: bool) -> Skip | None:
    if attempts_spent(client.attempts, policy):
        return Skip.ATTEMPTS
    if automatic and client.cooldown_until is not None and now < client.cooldown_until:
        return Skip.COOLDOWN
    return None


_Turn = tuple[int, int, int, int, int]
"""Rank, open reactivations, portfolio, person, and how many the person had got by then."""


class _Takers:
    """Whose turn it is: a queue for everybody and one a team, with outdated turns left in."""

    def __init__(
        self, people: Sequence[Taker], policy: Policy, automatic: bool, way: HandOutWay
    ) -> None:
        self._way = way
        self._room = {person.user_id: _room(person, policy, automatic, way) for person in people}
        self._people = {person.user_id: person for person in people}
        self._given: Counter[int] = Counter()
        self._free = sum(room > 0 for room in self._room.values())
        self._all = [self._turn(person) for person in people]
        self._teams: dict[int | None, list[_Turn]] = {}
        for person in people:
            self._teams.setdefault(person.team_id, []).append(self._turn(person))
        for queue in (self._all, *self._teams.values()):
            heapify(queue)

    def next_for(self, client: PoolClient) -> Taker | None:
        """The next person for this client, who is counted as having got it."""
        own_team = self._teams.get(client.team_id, []) if client.team_id is not None else []
        taker = self._first(own_team, client.barred) or self._first(self._all, client.barred)
        if taker is not None:
            self._given[taker.user_id] += 1
            self._free -= not self._has_room(taker.user_id)
            heappush(self._all, self._turn(taker))
            heappush(self._teams[taker.team_id], self._turn(taker))
        return taker

    def refusal(self) -> Skip:
        """Why nobody took the client: all are full, or those who are not let it go."""
        if not self._people:
            return Skip.NOBODY
        return Skip.BARRED if self._free else Skip.FULL

    def _first(self, queue: list[_Turn], barred: frozenset[int]) -> Taker | None:
        passed = []
        found = None
        while queue and found is None:
            turn = heappop(queue)
            user_id, given = turn[-2:]
            if given != self._given[user_id] or not self._has_room(user_id):
                continue
            if user_id in barred:
                passed.append(turn)
            else:
                found = self._people[user_id]
        for turn in passed:
            heappush(queue, turn)
        return found

    def _turn(self, person: Taker) -> _Turn:
        given = self._given[person.user_id]
        rank = given if self._way is HandOutWay.TURNS else given - person.free
        return (rank, person.open_reactivations, person.portfolio, person.user_id, given)

    def _has_room(self, user_id: int) -> bool:
        return self._given[user_id] < self._room[user_id]


def _room(person: Taker, policy: Policy, automatic: bool, way: HandOutWay) -> int:
    room = policy.portfolio_ceiling - person.portfolio
    if way is HandOutWay.CAPACITY:
        room = min(room, person.free)
    if automatic:
        room = min(room, policy.reactivation_per_manager - person.open_reactivations)
    return room
