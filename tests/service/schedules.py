"""Any course of trouble: Telegram is ill for some times, the sender dies at some moments."""

from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import get_args

from sandbox.faults import FaultKind
from tests.service.mornings import HOUR, MINUTE, NINE, Morning, afterwards
from tests.service.sending import STEPS, Step

ABANDONED = timedelta(minutes=3)
"""Another instance on PostgreSQL leaves a message alone for as long as its sender may live."""
_ANSWERS = frozenset({"400", "403", "404"})
"""What is refused so was not sent, and never will be."""
KINDS: tuple[FaultKind, ...] = tuple(kind for kind in get_args(FaultKind) if kind not in _ANSWERS)
"""Each of these leaves it open, or says later."""
_LENGTHS = (5, MINUTE, 10 * MINUTE, HOUR, 2 * HOUR)
_PAUSES = (1, 5, 30, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE, 40 * MINUTE)
_LATEST = 4 * HOUR


@dataclass(frozen=True)
class Illness:
    """From when, in seconds after nine, to when Telegram fails in which way."""

    kind: FaultKind
    begins: int
    ends: int


@dataclass(frozen=True)
class Death:
    """When, in seconds after nine, the sender is killed, and at which step the next life dies."""

    at: int
    step: Step | None


@dataclass(frozen=True)
class Schedule:
    """Everything that happens from nine on; printed where somebody has not heard of something."""

    illnesses: tuple[Illness, ...]
    deaths: tuple[Death, ...]
    looks: tuple[int, ...]

    @property
    def is_well_before_noon(self) -> bool:
        """Whether a digest has its time: the pauses between two tries grow to 15 minutes."""
        last = [illness.ends for illness in self.illnesses] + [death.at for death in self.deaths]
        return max(last, default=0) <= 2 * HOUR


def schedule(seed: int) -> Schedule:
    """The course of this number."""
    random = Random(seed)
    illnesses = []
    for _ in range(random.randint(0, 4)):
        begins = random.choice((0, 0, random.randrange(_LATEST)))
        length = random.choice(_LENGTHS)
        illnesses.append(Illness(random.choice(KINDS), begins, begins + length))
    deaths = [
        Death(random.choice((0, 1, random.randrange(_LATEST))), random.choice((None, *STEPS)))
        for _ in range(random.randint(0, 4))
    ]
    looks, moment = [], 0
    while moment < _LATEST:
        moment += random.choice(_PAUSES)
        looks.append(moment)
    deaths.sort(key=lambda death: death.at)
    return Schedule(tuple(illnesses), tuple(deaths), tuple(looks))


async def happens(story: Morning, plan: Schedule) -> None:
    """All of it; then Telegram is well and the sender lives until the next noon."""
    made = story.office
    nine = made.box.clock.now() + timedelta(minutes=1)
    for illness in plan.illnesses:
        since, until = (nine + timedelta(seconds=end) for end in (illness.begins, illness.ends))
        wait = min(illness.ends - illness.begins, HOUR)
        made.box.faults.fail_between(
            since, until, illness.kind, method="sendMessage", retry_after=wait
        )
    await made.at(NINE)
    deaths = list(plan.deaths)
    for look in plan.looks:
        await made.later(nine + timedelta(seconds=look) - made.box.clock.now())
        while deaths and deaths[0].at <= look:
            await made.restarts(deaths.pop(0).step)
    await made.later(ABANDONED)
    await made.restarts()
    await afterwards(made)
