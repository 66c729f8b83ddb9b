"""After any sequence of actions every active client and open deal is covered or has exactly one
open gap, and what is kept equals what a recomputation gives."""

import asyncio
import random
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.clock import MovableClock
from bot.method.core.refusals import Refusal
from bot.method.core.terms import DealStatus, LossReason, Outcome, PoolReason, Role
from bot.method.gaps.reprieve import ReprieveKind, ReprieveReason
from bot.models.dossier import dossier_of_client
from bot.models.reprieve import living_of_client
from bot.services.core.undo import take_back
from bot.services.core.work import Act, Work
from bot.services.deals import deals
from bot.services.gaps.reconcile import reconcile as drifted
from bot.services.gaps.reprieve_endings import lift
from bot.services.gaps.reprieves import set_reprieve
from bot.services.pool import handing_out, losing, releasing
from bot.services.pool import reactivation as attempts
from bot.services.pool.handover import hand_over
from bot.services.tasks.tasks import When, finish_task, move_task, no_answer, plan_task
from tests.builders import COMPANY, Firm
from tests.calendars import working_days
from tests.conftest import TUESDAY_9
from tests.databases import empty_sqlite, hurry
from tests.service.pooled import AGAIN
from tests.service.running import run_job


@dataclass(frozen=True)
class Step:
    """What an action works on; `task` and `deal` are the first open ones, or none."""

    act: Act
    client_id: int
    task: int
    deal: int | None
    when: When
    person: int
    undo: int
    """One of the last three acts that could be taken back."""


DO: dict[str, Callable[[Step], Awaitable[object]]] = {
    "plan": lambda s: plan_task(s.act, s.client_id, s.deal, s.when),
    "finish": lambda s: finish_task(s.act, s.task, Outcome.TALKED),
    "move": lambda s: move_task(s.act, s.task, s.when),
    "again": lambda s: no_answer(s.act, s.task, s.when),
    "buy": lambda s: deals.wants_to_buy(s.act, s.client_id, s.when),
    "won": lambda s: deals.close_deal(s.act, s.deal or 0, DealStatus.WON),
    "refuse": lambda s: deals.close_deal(s.act, s.deal or 0, DealStatus.LOST, LossReason.TIMING),
    "release": lambda s: releasing.release(s.act, s.client_id, PoolReason.HEAD_DECIDED),
    "assign": lambda s: handing_out.assign(s.act, s.client_id, s.person, AGAIN),
    "returned": lambda s: attempts.returned(s.act, s.client_id),
    "failed": lambda s: attempts.failed(s.act, s.client_id),
    "lose": lambda s: losing.lose(s.act, s.client_id),
    "restore": lambda s: losing.restore(s.act, s.client_id, s.person),
    "hand_over": lambda s: hand_over(s.act, s.client_id, s.person),
    "pause": lambda s: set_reprieve(s.act, s.client_id, PAUSE, s.when.on, LATER),
    "lock": lambda s: set_reprieve(s.act, s.client_id, LOCK, s.when.on, KEY),
    "lift": lambda s: lifted(s.act, s.client_id),
    "undo": lambda s: take_back(s.act, s.undo),
}
PAUSE, LOCK = ReprieveKind.PAUSE, ReprieveKind.LOCK
LATER, KEY = ReprieveReason.CALL_LATER, ReprieveReason.KEY_CLIENT


async def lifted(act: Act, client_id: int) -> None:
    for reprieve in await living_of_client(act.session, client_id):
        await lift(act, reprieve.id)


PASSING = {"hour": 1, "day": 24, "week": 168}
ACTIONS = (*DO, *PASSING)
sequences = st.lists(
    st.tuples(st.sampled_from(ACTIONS), st.integers(0, 3), st.integers(-1, 40)), max_size=25
)


async def act_out(firm: Firm, people: list[int], action: str, client_id: int, days: int) -> None:
    """One action of the head, who may do everything; refusals change nothing."""
    if action in PASSING:
        firm.moved(hours=PASSING[action])
        for job in ("reprieves", "recheck", "nudges", "reactivation"):
            await run_job(firm, job)
        return
    try:
        async with firm.act(people[0]) as act:
            dossier = await dossier_of_client(act.session, client_id)
            assert dossier is not None
            task = dossier.tasks[0].id if dossier.tasks else 0
            deal = dossier.deals[0].id if dossier.deals else None
            when, person = When(firm.in_days(days)), people[1 + days % 2]
            undo = [0, *firm.steps][-min(1 + days % 3, len(firm.steps) + 1)]
            await DO[action](Step(act, client_id, task, deal, when, person, undo))
    except Refusal:
        return


async def check(firm: Firm, clients: list[int]) -> None:
    """The promise, and that a recomputation changes nothing."""
    for client_id in clients:
        async with firm.work() as work:
            assert not await drifted(work, client_id)
        async with firm.work() as work:
            dossier = await dossier_of_client(work.session, client_id)
            assert dossier is not None
            subjects = [deal.id for deal in dossier.deals] or [None]
            gaps = [gap.deal_id for gap in dossier.gaps]
            assert len(gaps) == len(set(gaps))
            if dossier.client.owner_id is None:
                assert not gaps
                assert not dossier.tasks
                assert not dossier.deals
                assert dossier.client.paused_until is None
                assert dossier.client.locked_until is None
                continue
            assert set(gaps) <= set(subjects)
            living = await living_of_client(work.session, client_id)
            on_pause = any(reprieve.kind is PAUSE for reprieve in living)
            assert on_pause == (dossier.client.paused_until is not None)
            assert not (on_pause and gaps)
            for subject in subjects:
                due = dossier.deal(subject).next_due if subject else dossier.client.next_due
                dates = [task.due_on for task in dossier.planned(subject) if task.due_on]
                assert due == min(dates, default=None)
                covered = on_pause or any(covers(work, date, subject) for date in dates)
                assert (dossier.gap_of(subject) is None) == covered, subject


def covers(work: Work, due: date, deal_id: int | None) -> bool:
    """The rule said once more, by counting days: near enough, and not overdue past the grace."""
    today = work.now.astimezone(ZoneInfo(COMPANY.zone)).date()
    horizon = work.policy.client_horizon_days
    if deal_id is not None:
        horizon = work.policy.deal_horizon_days
    late = working_days(work.calendar, due, today)
    return due <= today + timedelta(days=horizon) and late <= work.policy.overdue_grace_days


async def play(steps: list[tuple[str, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with empty_sqlite(Path(folder)) as database:
            hurry(database)
            firm = Firm(database, MovableClock(TUESDAY_9))
            team = await firm.team()
            people = [await firm.person("Игорь", Role.HEAD, team)]
            people += [await firm.person(name, Role.MANAGER, team) for name in ("Анна", "Борис")]
            clients = [await firm.client(people[1], f"Клиент {n}") for n in range(4)]
            for action, which, days in steps:
                await act_out(firm, people, action, clients[which], days)
            await check(firm, clients)
            assert (await run_job(firm, "reconcile"))["drifted"] == 0


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(sequences)
def test_every_client_is_covered_or_has_exactly_one_gap(
    steps: list[tuple[str, int, int]],
) -> None:
    asyncio.run(play(steps))


def test_a_long_random_life() -> None:
    chance = random.Random(5)
    steps = [
        (chance.choice(ACTIONS), chance.randrange(4), chance.randrange(-1, 40)) for _ in range(120)
    ]
    asyncio.run(play(steps))
