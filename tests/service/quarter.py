"""A quarter of a whole department: diligent and lazy managers, a head who decides, and the pool
that works by itself. `python -m tests.service.quarter [MANAGERS DAYS]` plays it at full size."""

import asyncio
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median

from sqlalchemy import func, select

from bot.clock import MovableClock
from bot.method.core.journal import JournalKind
from bot.method.core.terms import ClientStatus, PoolReason, Role
from bot.method.people.vacation import Vacation
from bot.method.report.cards import JudgedLine
from bot.method.report.numbers import NumberKind
from bot.method.report.periods import ReportPeriod
from bot.models import Client, Gap, JournalEntry, Reactivation, User
from bot.services.core.work import Act
from bot.services.gaps.decisions import give_day
from bot.services.people.vacations import set_vacation
from bot.services.pool import losing, releasing
from bot.services.report.reading import team_report
from bot.services.tasks import postponing
from tests.builders import Firm
from tests.databases import empty_sqlite, hurry
from tests.service.month import FIRST, Month
from tests.service.pooled import set_rule

HEAD, ADMIN = "Игорь", "Ольга"
EACH, POOLED = 15, 2
"""Clients of each manager, and those of them that begin in the pool."""
LEAVES_ON = 7
"""The working day after which somebody has a vacation, over the weekly hand-out."""
CEILING, AT_MOST_OPEN, TOO_MANY_GAPS = 16, 5, 10
PER_MESSAGE, PER_ROW, PER_DATE = 1, 2, 3
"""Taps of a decision: on the message itself, by the row of a client, and with a date."""


Report = dict[str, JudgedLine]


@dataclass(frozen=True)
class Habit:
    """How somebody works: tasks at a time, at which hours, how many clients get a next task."""

    most: int
    hours: frozenset[int]
    plans: float
    postpones: bool = False


DILIGENT = Habit(8, frozenset({9, 10, 11, 12, 14, 15, 17}), 1.0)
MIDDLING = Habit(3, frozenset({10, 14, 17}), 0.8)
LAZY = Habit(1, frozenset({11, 15}), 0.3, postpones=True)
HABITS = (DILIGENT, LAZY, DILIGENT, MIDDLING)


def staff(count: int) -> dict[str, Habit]:
    """So many managers: half are diligent, a quarter lazy."""
    return {f"М{number:02}": HABITS[number % len(HABITS)] for number in range(count)}


@dataclass
class Quarter(Month):
    """The department, and what was seen of the pool and of the head's day."""

    team: dict[str, Habit] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    taps: Counter[date] = field(default_factory=Counter)
    decided: set[tuple[int, datetime]] = field(default_factory=set)
    handed_out: int = 0

    async def report(self) -> Report:
        """What the head reads of the last month, the worst first."""
        async with self.firm.act(self.people[HEAD]) as act:
            found = await team_report(act, ReportPeriod.MONTH, size=len(self.team) + 1)
        return {line.name: line for line in found.people if line.name in self.team}

    async def _set_up(self) -> None:
        self._at(FIRST - timedelta(days=3), 12)
        team = await self.firm.team()
        for name in (HEAD, ADMIN, *self.team):
            role = {HEAD: Role.HEAD, ADMIN: Role.ADMIN}.get(name, Role.MANAGER)
            of = None if role is Role.ADMIN else team
            self.people[name] = await self.firm.person(name, role, of)
        await set_rule(self.firm, "portfolio_ceiling", str(CEILING))
        self.count = len(self.team) * EACH
        for number in range(1, self.count + 1):
            owner = list(self.team)[number % len(self.team)]
            planned = self.team[owner] is not LAZY or self.dice.random() < 0.7
            due = self.firm.in_days(self.dice.choice((3, 4, 5, 6, 7, 10, 11, 12, 13, 14)))
            client = await self.firm.client(
                self.people[owner], f"Клиент-{number:03}", due=due if planned else None
            )
            if number > self.count - POOLED * len(self.team):
                async with self.firm.act(self.people[HEAD]) as act:
                    await releasing.release(act, client, PoolReason.HEAD_DECIDED)

    async def _tick(self) -> None:
        """With a look at whom the bot gives clients."""
        gaps, last = await self._gaps(), await self._last_attempt()
        await super()._tick()
        async with self.firm.database.reading() as session:
            new = list(await session.scalars(select(Reactivation).where(Reactivation.id > last)))
            for attempt in new:
                person = await session.get_one(User, attempt.user_id)
                here = attempt.started_at.date()
                if person.away_on(here) or person.role is not Role.MANAGER:
                    self.wrong.append(f"{person.name} is away, or no manager")
                if gaps[person.id] > TOO_MANY_GAPS:
                    self.wrong.append(f"{person.name} has {gaps[person.id]} gaps")
            for number in {attempt.user_id for attempt in new}:
                owned = select(func.count(Client.id)).where(Client.owner_id == number)
                if (await session.scalar(owned) or 0) > CEILING:
                    self.wrong.append(f"{number} is above the ceiling")
                tried = select(func.count(Reactivation.id)).where(
                    Reactivation.user_id == number, Reactivation.status == "open"
                )
                if (await session.scalar(tried) or 0) > AT_MOST_OPEN:
                    self.wrong.append(f"{number} has too many attempts")
        self.handed_out += len(new)

    async def _gaps(self) -> Counter[int]:
        async with self.firm.database.reading() as session:
            owners = await session.scalars(select(Gap.owner_id).where(Gap.closed_at.is_(None)))
            return Counter(owners)

    async def _last_attempt(self) -> int:
        async with self.firm.database.reading() as session:
            return await session.scalar(select(func.max(Reactivation.id))) or 0

    async def _an_hour(self, day: date, hour: int) -> None:
        if (len(self.days), hour) == (LEAVES_ON, 15):
            await self._somebody_leaves(day)
        for name, habit in self.team.items():
            if hour in habit.hours:
                await self._works(name, most=habit.most, plans=habit.plans)
        for _ in self.team:
            if self.dice.random() < 0.15:
                await self._writes()
        if hour in (11, 15):
            await self._head_decides()
        if (day.weekday(), hour) == (4, 17):
            await self._head_gives_one_up()

    async def _somebody_leaves(self, day: date) -> None:
        """On a vacation over the weekly hand-out, with somebody in her place."""
        instead, _, away, *_ = self.team
        self.unusual.update(day + timedelta(days=number) for number in range(8))
        wanted = Vacation(day + timedelta(days=1), day + timedelta(days=5))

        async def goes(act: Act) -> None:
            await set_vacation(act, act.actor.id, wanted, self.people[instead])

        await self._does(away, goes)

    async def _head_decides(self) -> None:
        """About everything that was escalated and not yet decided: a day, or a task of her own."""
        async with self.firm.work() as work:
            query = select(Gap).where(Gap.closed_at.is_(None), Gap.escalated_at.is_not(None))
            gaps = [
                (gap.client_id, gap.deal_id, gap.escalated_at or gap.opened_at)
                for gap in await work.session.scalars(query.order_by(Gap.id))
            ]
        new = [(client, deal, at) for client, deal, at in gaps if (client, at) not in self.decided]
        for client_id, deal_id, at in new:
            self.decided.add((client_id, at))
            own = self.dice.random() < 0.5

            async def gives(act: Act, client_id: int = client_id) -> None:
                await give_day(act, client_id)

            await self._does(HEAD, self._plan(client_id, deal_id) if own else gives)
            row = PER_MESSAGE if len(new) == 1 else PER_ROW
            self.taps[self.firm.clock.now().date()] += PER_DATE if own else row

    async def _head_gives_one_up(self) -> None:
        """The client that has been longest in the pool is lost for good."""
        async with self.firm.work() as work:
            query = select(Client.id).where(Client.status == ClientStatus.POOL)
            oldest = await work.session.scalar(query.order_by(Client.pooled_at).limit(1))
        if oldest is not None:

            async def loses(act: Act) -> None:
                await losing.lose(act, oldest)

            await self._does(HEAD, loses)

    async def _evening(self) -> None:
        async def postpones(act: Act) -> None:
            await postponing.postpone(act, act.today)

        for name, habit in self.team.items():
            if habit.postpones:
                await self._does(name, postpones)


async def broken_rules(quarter: Quarter) -> list[str]:
    """What the journal has against the pool, counted anew from who had whom when."""
    async with quarter.firm.database.reading() as session:
        entries = list(await session.scalars(select(JournalEntry).order_by(JournalEntry.id)))
    wrong, let_go, lost = list(quarter.wrong), dict[tuple[int, str], datetime](), set[int]()
    for entry in entries:
        client, before, after = entry.client_id or 0, entry.before or "", entry.after or ""
        if entry.kind is JournalKind.LOST:
            lost.add(client)
        if entry.kind is JournalKind.RESTORED:
            lost.discard(client)
        if entry.kind is not JournalKind.OWNER:
            continue
        if after == "pool":
            let_go[client, before] = entry.at
        elif before == "pool":
            if client in lost:
                wrong.append(f"{client} is lost and was handed out")
            gone = let_go.get((client, after))
            if gone is not None and entry.at - gone < timedelta(days=30):
                wrong.append(f"{client} goes back to {after} after {entry.at - gone}")
    return wrong


def loudest(quarter: Quarter) -> dict[str, int]:
    """The most messages of a usual day to managers, the head and the admin, without the reminders
    of tasks with a time."""
    counts = Counter(
        (told.to, told.at.date())
        for told in quarter.told
        if not told.timed and told.at.date() not in quarter.unusual
    )
    found: dict[str, int] = {}
    for (name, _), count in counts.items():
        who = name if name in (HEAD, ADMIN) else "managers"
        found[who] = max(found.get(who, 0), count)
    return found


def ordinary_taps(quarter: Quarter) -> int:
    """The taps of the head on the day in the middle, every working day counted."""
    return int(median(quarter.taps[day] for day in quarter.days))


async def played(folder: Path, managers: int, days: int) -> tuple[Quarter, list[str], Report]:
    """The quarter with so many people and days, what was wrong in it, and the report at its end."""
    async with empty_sqlite(folder) as database:
        hurry(database)
        firm = Firm(database, MovableClock(datetime(2026, 10, 1, tzinfo=UTC)))
        quarter = Quarter(firm, Random(17), team=staff(managers), length=days)
        await quarter.plays()
        return quarter, await broken_rules(quarter), await quarter.report()


def described(quarter: Quarter, report: Report) -> Sequence[str]:
    """The figures, line by line."""
    lines = []
    for name, line in report.items():
        habit, now = quarter.team[name], line.judged.numbers
        lights = " ".join(f"{kind.name.lower()}={line.judged.light(kind)}" for kind in NumberKind)
        kind = {DILIGENT: "diligent", MIDDLING: "middling", LAZY: "lazy"}[habit]
        figures = f"{now.coverage and now.coverage.percent} {now.clean.percent} {now.overdue}"
        lines.append(f"{name} {kind}: {lights} ({figures} {now.reaction} {now.moves.percent})")
    taps = sorted(quarter.taps[day] for day in quarter.days)
    return [
        *lines,
        f"messages {loudest(quarter)}",
        f"handed out {quarter.handed_out}",
        f"taps {taps}",
    ]


async def _main(managers: int, days: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        quarter, wrong, report = await played(Path(folder), managers, days)
    print("\n".join([*described(quarter, report), f"broken rules: {wrong}"]))


if __name__ == "__main__":
    asyncio.run(_main(*(map(int, sys.argv[1:3]) if len(sys.argv) > 2 else (12, 60))))
