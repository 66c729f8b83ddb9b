"""The effect that is shown before a change of the rules is what happens after it."""

import asyncio
import tempfile
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select, update

from bot.clock import MovableClock
from bot.method.company.cards import Counted, RuleEffect
from bot.method.company.rehearsal import RestOfDay
from bot.method.core.terms import ClientKind, ClientStatus, Direction, Role
from bot.method.gaps.reprieve import ReprieveKind, ReprieveReason
from bot.models import Client, Gap, OutboxMessage, Task, User
from bot.models.base import Base
from bot.models.dossier import dossiers_of_clients
from bot.services.company import effect, rules
from bot.services.core.coverage import recompute_coverage
from bot.services.deals.deals import open_deal
from bot.services.gaps.reprieves import set_reprieve
from tests.builders import MOSCOW, Firm
from tests.databases import empty_sqlite, hurry
from tests.service.running import run_job

MONDAY = datetime(2026, 11, 23, tzinfo=MOSCOW)
CHANGES = [
    ("deal_horizon_days", ("7", "10", "30")),
    ("client_horizon_days", ("7", "14", "60")),
    ("class_a_horizon_days", ("7",)),
    ("supplier_horizon_days", ("7", "90")),
    ("overdue_grace_days", ("0", "1", "5")),
    ("nudge_after", ("0:30", "4:00")),
    ("escalate_after", ("2:00", "12:00")),
    ("message_every", ("0:15", "4:00")),
    ("pool_after_days", ("1", "3", "15")),
    ("pool_automatic", ("0",)),
    ("day_ends", ("16:00", "20:00")),
    ("day_starts", ("8:00", "10:00")),
    ("capacity", ("20",)),
]


@dataclass(frozen=True)
class Made:
    """One client: whose, in how many days the task is, what for, class and kind, and whether on
    pause or locked."""

    owner: int
    due: int | None
    on_deal: bool
    letter: str | None
    kind: ClientKind
    reprieve: ReprieveKind | None = None


made = st.builds(
    Made,
    st.integers(0, 1),
    st.one_of(st.none(), st.integers(-6, 40)),
    st.booleans(),
    st.sampled_from([None, "A"]),
    st.sampled_from(list(ClientKind)),
    st.sampled_from([None, *ReprieveKind]),
)
bases = st.lists(made, min_size=1, max_size=8)
changes = st.sampled_from([(name, value) for name, values in CHANGES for value in values])
hours = st.integers(0, 120)
"""Since the base was made: the ladder may be anywhere."""

SOME = [
    Made(0, None, False, None, ClientKind.CUSTOMER),
    Made(1, None, True, None, ClientKind.CUSTOMER),
    Made(1, 20, False, None, ClientKind.CUSTOMER),
    Made(0, 12, True, "A", ClientKind.SUPPLIER),
    Made(1, None, False, None, ClientKind.CUSTOMER, ReprieveKind.PAUSE),
    Made(0, None, False, "A", ClientKind.CUSTOMER, ReprieveKind.LOCK),
]
"""A base on which each of the kinds of changes shows."""


async def furnish(firm: Firm, leader: int, owners: list[int], base: list[Made]) -> None:
    for wanted in base:
        async with firm.act(owners[wanted.owner]) as act:
            client = Client(
                name="Клиент",
                owner_id=act.actor.id,
                created_at=act.now,
                client_class=wanted.letter,
                kind=wanted.kind,
            )
            act.session.add(client)
            await act.session.flush()
            (dossier,) = await dossiers_of_clients(act.session, [client.id])
            deal = await open_deal(act, dossier) if wanted.on_deal else None
            if wanted.due is not None:
                task = Task(
                    client_id=client.id,
                    deal_id=deal.id if deal else None,
                    owner_id=act.actor.id,
                    direction=Direction.OUTBOUND,
                    due_on=firm.in_days(wanted.due),
                    created_at=act.now,
                )
                act.session.add(task)
                dossier.tasks.append(task)
            await act.session.flush()
            await recompute_coverage(act, dossier)
        if wanted.reprieve is not None:
            async with firm.act(leader) as act:
                why = ReprieveReason.OTHER
                until = firm.in_days(9)
                await set_reprieve(act, client.id, wanted.reprieve, until, why)


async def tick(firm: Firm) -> None:
    for job in ("rules", "reprieves", "recheck", "nudges"):
        await run_job(firm, job)


async def next_step(firm: Firm) -> datetime | None:
    async with firm.work() as work:
        query = select(func.min(Gap.next_step_at)).where(Gap.closed_at.is_(None))
        return await work.session.scalar(query)


async def pass_until(firm: Firm, until: datetime) -> None:
    """Let the ladder take every step at its time; its messages arrive at once."""
    for _ in range(100):
        at = await next_step(firm)
        if at is None or at >= until:
            firm.clock.set(until)
            return
        firm.clock.set(max(at, firm.clock.now()))
        await tick(firm)
    raise AssertionError("the ladder does not come to an end")


async def counted(firm: Firm) -> tuple[int, int, int, int]:
    """Clients without a task; messages to owners, gaps told to heads, pooled clients so far."""
    async with firm.work() as work:
        uncovered = select(func.count(Client.id)).where(Client.gap_since.is_not(None))
        nudges = select(func.count(OutboxMessage.id)).where(OutboxMessage.kind == "nudge")
        told = select(func.count(Gap.id)).where(Gap.escalated_at.is_not(None))
        pooled = select(func.count(Client.id)).where(Client.status == ClientStatus.POOL)
        queries = (uncovered, nudges, told, pooled)
        a, b, c, d = [await work.session.scalar(query) or 0 for query in queries]
        return a, b, c, d


async def looked(firm: Firm, admin: int, name: str, value: str) -> RuleEffect:
    async with firm.act(admin) as act:
        look = effect.EffectSoFar(rules.proposed(act, name, value))
        while await effect.look_on(act, look):
            pass
        return effect.effect(act, look)


async def play(base: list[Made], passed: int, change: tuple[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with empty_sqlite(Path(folder)) as database:
            hurry(database)
            firm = Firm(database, MovableClock(MONDAY + timedelta(hours=9)))
            team = await firm.team()
            head = await firm.person("Игорь", Role.HEAD, team)
            owners = [await firm.person(name, Role.MANAGER, team) for name in ("Анна", "Борис")]
            admin = await firm.person("Ольга", Role.ADMIN)
            await furnish(firm, head, owners, base)
            await pass_until(firm, MONDAY + timedelta(hours=9 + passed))
            await tick(firm)
            before = await counted(firm)
            shown = await looked(firm, admin, *change)
            assert await counted(firm) == before
            assert (await run_job(firm, "reconcile"))["drifted"] == 0
            async with firm.act(admin) as act:
                await rules.change_rule(act, shown.change)
            # The heads hear at once: how often they do is another matter.
            async with firm.work() as work:
                (await work.session.get_one(User, head)).escalated_at = None
            await tick(firm)
            now = await counted(firm)
            if shown.uncovered is None or shown.today is None:
                assert now == before
                return
            assert shown.uncovered == Counted(before[0], now[0] + now[3] - before[3])
            local = firm.clock.now().astimezone(MOSCOW)
            await pass_until(firm, local.replace(hour=0, minute=0) + timedelta(days=1))
            after = await counted(firm)
            happened = [then - was for then, was in zip(after[1:], before[1:], strict=True)]
            assert shown.today[1] == RestOfDay(*happened)


@settings(
    max_examples=3,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)
@example(SOME, 1, ("escalate_after", "12:00"))
@example(SOME, 49, ("pool_after_days", "1"))
@example(SOME, 5, ("client_horizon_days", "14"))
@given(bases, hours, changes)
def test_what_is_shown_is_what_happens(
    base: list[Made], passed: int, change: tuple[str, str]
) -> None:
    asyncio.run(play(base, passed, change))


async def test_a_look_at_what_has_drifted_changes_nothing(firm: Firm) -> None:
    team = await firm.team()
    head = await firm.person("Игорь", Role.HEAD, team)
    owners = [await firm.person(name, Role.MANAGER, team) for name in ("Анна", "Борис")]
    admin = await firm.person("Ольга", Role.ADMIN)
    await furnish(firm, head, owners, SOME)
    async with firm.work() as work:
        # Everybody is somebody else's by now, so that no pause would run on.
        await work.session.execute(update(Client).values(owner_id=owners[1]))
        await work.session.execute(update(Client).values(next_due=None, gap_since=None))
    before = await everything(firm)
    for change in (("client_horizon_days", "14"), ("pool_after_days", "1")):
        await looked(firm, admin, *change)
    assert await everything(firm) == before


async def everything(firm: Firm) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables."""
    async with firm.work() as work:
        tables = Base.metadata.sorted_tables
        return {
            table.name: [tuple(row) for row in await work.session.execute(select(table))]
            for table in tables
        }
