"""The numbers against a slow recount of random days, kept beside by who played them (R12)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from statistics import median
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bot.method.core.terms import Direction, Outcome, Role, TaskStatus
from bot.method.report.numbers import NumberKind, Numbers, Share
from bot.method.report.periods import DaySpan, ReportPeriod, span_of
from bot.models import Client, Task, User
from bot.models.day_record import DayRecord
from bot.models.gap import Gap
from bot.services.core.undo import take_back
from bot.services.core.work import Act
from bot.services.pool.handover import hand_over
from bot.services.report import reading
from bot.services.report.counting import worked
from bot.services.report.lists import number_list
from bot.services.tasks.tasks import When, finish_task, move_task, no_answer
from tests.builders import MOSCOW, Firm
from tests.service.report.test_reading import arrived
from tests.service.running import run_job

SEEDS = range(5)
ZONES = tuple(
    ZoneInfo(name)
    for name in ("Europe/Kaliningrad", "Asia/Kolkata", "Asia/Vladivostok", "America/New_York")
)
DAYS = tuple(date(2026, 11, 24) + timedelta(days=number) for number in range(5))
Deed = tuple[str, date, int]
"""What was done, on which local date, and the working minutes of a reaction."""


@dataclass
class Ledger:
    """What the player has done, person by person, and what each day looked like at its end."""

    deeds: dict[int, list[Deed]] = field(default_factory=dict)
    answered: set[int] = field(default_factory=set)
    ends: dict[tuple[int, date], tuple[int, int, int]] = field(default_factory=dict)
    shown: dict[tuple[int, date], Numbers] = field(default_factory=dict)


@pytest.mark.parametrize("seed", SEEDS)
async def test_the_report_is_what_was_played(firm: Firm, seed: int) -> None:
    random, ledger = Random(seed), Ledger()
    admin, people = await hired(firm, random)
    ledger.deeds |= {person: [] for person in (admin, *people)}
    for moment, person in moments(random, people):
        firm.clock.set(moment)
        if person is None:
            await run_job(firm, "recheck")
            await run_job(firm, "evening")
            await note_ends(firm, people, ledger)
        elif random.random() < 0.08:
            await given_away(firm, random, admin, people)
        else:
            actor = admin if random.random() < 0.15 else person
            await act_at_random(firm, random, (actor, person), people | {admin: MOSCOW}, ledger)
    for person, zone in {**people, admin: MOSCOW}.items():
        for reader in {admin, person}:
            async with firm.act(reader) as act:
                for period in (ReportPeriod.TODAY, ReportPeriod.LAST_DAY, ReportPeriod.WEEK):
                    await compare(act, person, zone, period, ledger)
    await compare_ends(firm, ledger)
    await compare_days(firm, ledger)


async def hired(firm: Firm, random: Random) -> tuple[int, dict[int, ZoneInfo]]:
    """An admin in Moscow, and two managers somewhere else with three clients each."""
    admin = await firm.person("Игорь", Role.ADMIN)
    names = ("Анна", "Борис")
    zones = random.sample(ZONES, len(names))
    people = {await firm.person(name): zone for name, zone in zip(names, zones, strict=True)}
    for person, zone in people.items():
        async with firm.act(person) as act:
            act.actor.zone = zone.key
        for _ in range(3):
            await firm.client(person, due=DAYS[random.randrange(3)])
    return admin, people


async def given_away(firm: Firm, random: Random, admin: int, people: dict[int, ZoneInfo]) -> None:
    """A client goes to the other manager with all that is planned; the past stays where it was."""
    async with firm.act(admin) as act:
        clients = list(await act.session.scalars(select(Client).order_by(Client.id)))
        client = random.choice(clients)
        (other,) = people.keys() - {client.owner_id}
        await hand_over(act, client.id, other)


def moments(random: Random, people: dict[int, ZoneInfo]) -> Iterator[tuple[datetime, int | None]]:
    """Evenings and midnights of both zones, and taps of people at any time of the day."""
    found: list[tuple[datetime, int | None]] = [
        (datetime.combine(day, time(hour), zone) + timedelta(days=over), None)
        for day in DAYS
        for zone in people.values()
        for hour, over in ((18, 0), (0, 1))
    ]
    first = datetime.combine(DAYS[0], time(9), MOSCOW)
    for _ in range(36):
        minutes = random.randrange(len(DAYS) * 24 * 60)
        found.append((first + timedelta(minutes=minutes, seconds=7), random.choice([*people])))
    return iter(sorted(found, key=lambda pair: (pair[0], pair[1] or 0)))


async def act_at_random(
    firm: Firm,
    random: Random,
    who: tuple[int, int],
    zones: dict[int, ZoneInfo],
    ledger: Ledger,
) -> None:
    """One tap of the first with a task of the second, now and then taken back at once."""
    actor, person = who
    async with firm.work() as work:
        mine = (Task.owner_id == person, Task.status == TaskStatus.OPEN)
        tasks = list(await work.session.scalars(select(Task).where(*mine).order_by(Task.id)))
        clients = list(
            await work.session.scalars(select(Client.id).where(Client.owner_id == person))
        )
    if not tasks or random.random() < 0.3:
        await arrived(firm, person, random.choice(clients))
        return
    task, now = random.choice(tasks), firm.clock.now()
    today, own_today = (now.astimezone(zones[one]).date() for one in (person, actor))
    on = today + timedelta(days=random.randrange(1, 5))
    inbound = task.direction is Direction.INBOUND
    what = random.choice(["done", "tried" if inbound and task.attempts < 2 else "done"])
    if not inbound:
        what = random.choice(["done", "moved"])
    async with firm.act(actor) as act:
        match what:
            case "done":
                await finish_task(act, task.id, Outcome.TALKED)
            case "tried":
                await no_answer(act, task.id, When(on))
            case "moved" if task.due_on == on or task.moves >= 3:
                return
            case "moved":
                await move_task(act, task.id, When(on))
    if random.random() < 0.25 and firm.last_step is not None:
        async with firm.act(actor) as act:
            await take_back(act, firm.last_step)
        return
    if not inbound:
        ledger.deeds[actor].append((what, own_today, 0))
    elif task.id not in ledger.answered and task.arrived_at is not None:
        ledger.answered.add(task.id)
        minutes = slow_minutes(task.arrived_at, now, zones[person])
        ledger.deeds[actor].append(("answered", own_today, minutes))


def slow_minutes(since: datetime, until: datetime, zone: ZoneInfo) -> int:
    """Working seconds one day after the other, as whole minutes."""
    total, day = timedelta(), since.astimezone(zone).date()
    while day <= until.astimezone(zone).date():
        starts = max(since, datetime.combine(day, time(9), zone).astimezone(UTC))
        ends = min(until, datetime.combine(day, time(18), zone).astimezone(UTC))
        if day.weekday() < 5 and ends > starts:
            total += ends - starts
        day += timedelta(days=1)
    return int(total.total_seconds() // 60)


async def note_ends(firm: Firm, people: dict[int, ZoneInfo], ledger: Ledger) -> None:
    """How the day of whoever has midnight now has ended: clients, those without a plan, overdue."""
    for person, zone in people.items():
        local = firm.clock.now().astimezone(zone)
        if local.time() != time():
            continue
        day = local.date() - timedelta(days=1)
        async with firm.work() as work:
            mine = (Task.owner_id == person, Task.status == TaskStatus.OPEN)
            tasks = list(await work.session.scalars(select(Task).where(*mine)))
            owned = select(Client.id).where(Client.owner_id == person)
            clients = list(await work.session.scalars(owned))
            user = await work.session.get_one(User, person)
            seen = await worked(work, [user], {person: DaySpan(day, day)})
        outbound = [task for task in tasks if task.direction is Direction.OUTBOUND]
        bare = [client for client in clients if not has_plan(client, outbound, day)]
        overdue = sum(task.due_on is not None and task.due_on <= day for task in outbound)
        ledger.ends[person, day] = len(clients), len(bare), overdue
        ledger.shown[person, day] = seen[person]


def has_plan(client: int, outbound: list[Task], day: date) -> bool:
    """Whether one of the client's tasks is no more than the grace overdue."""
    dates = [task.due_on for task in outbound if task.client_id == client]
    return any(due is not None and late_by(due, day) <= 2 for due in dates)


def late_by(due: date, today: date) -> int:
    """Working days by which it is overdue."""
    days = (due + timedelta(days=number) for number in range(1, (today - due).days + 1))
    return sum(day.weekday() < 5 for day in days)


async def compare(
    act: Act, person: int, zone: ZoneInfo, period: ReportPeriod, ledger: Ledger
) -> None:
    """Every number of the period with the player's, and the length of its list with it."""
    today = act.now.astimezone(zone).date()
    span = span_of(period, today, act.calendar)
    inside = [deed for deed in ledger.deeds[person] if span.since <= deed[1] <= span.until]
    counts = {what: sum(deed[0] == what for deed in inside) for what in ("done", "moved")}
    minutes = [deed[2] for deed in inside if deed[0] == "answered"]
    found = (await reading.person_report(act, period, person)).judged.numbers
    assert found.moves == Share(counts["moved"], counts["moved"] + counts["done"])
    assert sorted(found.reactions) == sorted(minutes)
    assert found.reaction == (int(median(minutes)) if minutes else None)
    for kind in NumberKind:
        listed: list[object] = []
        page = 0
        while True:
            portion = await number_list(act, person, kind, period, page)
            listed += portion.lines
            page += 1
            if page >= portion.pages:
                break
        assert len(listed) == portion.total == found.length(kind), kind


async def compare_ends(firm: Firm, ledger: Ledger) -> None:
    """Each recorded day with what was seen at its midnight, and with the gaps of then."""
    async with firm.work() as work:
        records = list(await work.session.scalars(select(DayRecord)))
        assert len(records) >= 6
        for record in records:
            zone = ZoneInfo((await work.session.get_one(User, record.user_id)).zone)
            midnight = datetime.combine(record.on + timedelta(days=1), time(), zone)
            assert record.measured_at == midnight
            expected = ledger.ends[record.user_id, record.on]
            assert (record.subjects, record.uncovered, record.overdue) == expected, record.on
            gaps = await work.session.scalars(select(Gap).where(Gap.owner_id == record.user_id))
            open_then = [
                gap
                for gap in gaps
                if gap.opened_at < midnight and (gap.closed_at is None or gap.closed_at >= midnight)
            ]
            assert len(open_then) == record.uncovered


async def compare_days(firm: Firm, ledger: Ledger) -> None:
    """Every past day says today what it said when it was over, and what was done on it."""
    assert len(ledger.shown) >= 8
    async with firm.work() as work:
        for (person, day), shown in ledger.shown.items():
            user = await work.session.get_one(User, person)
            found = (await worked(work, [user], {person: DaySpan(day, day)}))[person]
            assert found == shown, (person, day)
            deeds = [what for what, on, _ in ledger.deeds[person] if on == day]
            moved, done = deeds.count("moved"), deeds.count("done")
            assert found.moves == Share(moved, moved + done), (person, day)
