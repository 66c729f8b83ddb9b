"""What the method brought against a slow recount of random histories, and who reads it (R12)."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

import pytest

from bot.method.core.terms import DealStatus, Event, Role
from bot.method.pool.attempts import ReactivationStatus
from bot.method.report.gain_cards import GainLine, GainPage
from bot.method.report.gains import GainCause, GainKind, GainPeriod
from bot.method.report.periods import ReportPeriod
from bot.models import Deal, Gap, Reactivation, TimelineEntry
from bot.services.core.steps import owner_nudged
from bot.services.core.undo import take_back
from bot.services.core.work import Work
from bot.services.deals.deals import close_deal, wants_to_buy
from bot.services.report.gains import gain_page
from bot.services.report.week import week_notes
from bot.services.tasks.tasks import When, plan_task
from tests.builders import Firm, at
from tests.service import seen

MONTH = GainPeriod.MONTH


async def brought(firm: Firm, reader: int, period: GainPeriod = MONTH) -> GainPage:
    """All of it on the reader's first page, whose list is as long as its totals."""
    async with firm.act(reader) as act:
        found = await gain_page(act, period)
        lines = list(found.lines)
        for page in range(1, found.pages):
            lines += (await gain_page(act, period, page)).lines
    assert len(lines) == found.totals.won + found.totals.returned
    return GainPage(**{**vars(found), "lines": tuple(lines)})


async def test_from_a_reminder_to_a_won_deal(firm: Firm) -> None:
    team = await firm.team()
    anna = await firm.person("Анна", Role.MANAGER, team)
    head = await firm.person("Олег", Role.HEAD, team)
    at(firm, 3, 10)
    client = await firm.client(anna, "Ромашка")
    (gap,) = await seen.gaps(firm, client)
    async with firm.act(anna) as act:
        owner_nudged(act, await act.session.get_one(Gap, gap.id), act.actor)
    at(firm, 5, 12)
    async with firm.act(anna) as act:
        await plan_task(act, client, None, When(firm.in_days(2)))
    at(firm, 10, 12)
    async with firm.act(anna) as act:
        when = When(firm.in_days(2))
        await wants_to_buy(act, client, when, amount=12_000_000, currency="RUB")
    (deal,) = await seen.deals(firm, client)
    at(firm, 20, 15)
    async with firm.act(anna) as act:
        await close_deal(act, deal.id, DealStatus.WON)
    own, leading = await brought(firm, anna), await brought(firm, head)
    (line,) = own.lines
    assert (line.cause, line.caused_on.day, line.step_on.day, line.on.day) == (
        GainCause.NUDGE,
        3,
        5,
        20,
    )
    assert (line.person, leading.lines[0].person) == (None, "Анна")
    assert own.totals.sums == leading.totals.sums == {"RUB": 12_000_000}
    at(firm, 23, 9)
    async with firm.act(head) as act:
        assert (await week_notes(act, ReportPeriod.LAST_WEEK)).gains.won == 1
    assert (await brought(firm, head, GainPeriod.LAST_MONTH)).totals.is_empty


async def test_a_deal_taken_back_brought_nothing(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna)
    async with firm.work() as work:
        remember(work, client, Event.ESCALATED, None)
    firm.clock.move(timedelta(hours=1))
    async with firm.act(anna) as act:
        await wants_to_buy(act, client, When(firm.in_days(2)))
    (deal,) = await seen.deals(firm, client)
    firm.clock.move(timedelta(hours=1))
    async with firm.act(anna) as act:
        await close_deal(act, deal.id, DealStatus.WON)
    assert (await brought(firm, anna)).totals.won == 1
    async with firm.act(anna) as act:
        await take_back(act, firm.steps[-1])
    assert (await brought(firm, anna)).totals.is_empty


def remember(
    work: Work, client: int, event: Event, deal: int | None, actor: int | None = None
) -> None:
    """What the timeline has of it."""
    work.session.add(
        TimelineEntry(
            client_id=client, deal_id=deal, actor_id=actor, event=event, at=work.now, data={}
        )
    )


@dataclass
class History:
    """What happened, kept beside the database by who played it."""

    events: list[tuple[datetime, int, int | None, str]] = field(default_factory=list)
    won: list[tuple[datetime, int, int, int, int, str]] = field(default_factory=list)
    back: list[tuple[datetime, int, int]] = field(default_factory=list)


CAUSES = {"nudged": GainCause.NUDGE, "escalated": GainCause.ESCALATION}


async def played(firm: Firm, random: Random, people: list[int]) -> History:
    """Forty days of reminders, tasks, attempts and results, one every few hours."""
    history = History()
    clients = {await firm.client(person, f"Клиент {n}"): person for n, person in enumerate(people)}
    deals: dict[int, list[int]] = {}
    start = datetime(2026, 10, 5, 6, tzinfo=firm.clock.now().tzinfo)
    for hour in range(200):
        firm.clock.set(start + timedelta(hours=6 * hour))
        client = random.choice(list(clients))
        async with firm.work() as work:
            await one(work, random, client, clients[client], deals, history)
    return history


async def one(
    work: Work,
    random: Random,
    client: int,
    person: int,
    deals: dict[int, list[int]],
    history: History,
) -> None:
    """One thing that happens to the client."""
    what = random.choice(["cause", "task", "task", "deal", "won", "back"])
    mine = deals.setdefault(client, [])
    about = random.choice([None, *mine])
    if what == "cause":
        event = random.choice([Event.NUDGED, Event.ESCALATED])
        remember(work, client, event, about)
        history.events.append((work.now, client, about, event.value))
    elif what == "task":
        remember(work, client, Event.TASK_PLANNED, about, person)
        history.events.append((work.now, client, about, "task"))
    elif what == "deal":
        amount, currency = random.randrange(1, 99), random.choice(["RUB", "USD"])
        deal = Deal(
            client_id=client,
            created_at=work.now,
            status=DealStatus.OPEN,
            amount=amount,
            currency=currency,
        )
        work.session.add(deal)
        await work.session.flush()
        mine.append(deal.id)
    elif what == "won" and mine:
        deal = await work.session.get_one(Deal, mine.pop())
        deal.status, deal.closed_at = DealStatus.WON, work.now
        remember(work, client, Event.DEAL_CLOSED, deal.id, person)
        assert deal.amount and deal.currency
        history.won.append((work.now, client, deal.id, person, deal.amount, deal.currency))
    elif what == "back":
        began = work.now - timedelta(days=random.randrange(1, 40))
        work.session.add(
            Reactivation(
                client_id=client,
                user_id=person,
                attempt=1,
                status=ReactivationStatus.RETURNED,
                started_at=began,
                first_touch_by=began,
                verdict_by=work.now,
                ended_at=work.now,
            )
        )
        history.events.append((began, client, None, "attempt"))
        history.back.append((work.now, client, person))


def slow(history: History, people: set[int], month: int) -> Counter[tuple[str, object]]:
    """Looking back from each result, one event after the other."""
    found: Counter[tuple[str, object]] = Counter()
    backwards = sorted(history.events, reverse=True, key=lambda event: event[0])
    for at_, client, deal, person, amount, currency in history.won:
        if person not in people or at_.month != month:
            continue
        stepped = False
        for when, whose, about, what in backwards:
            if whose != client or when > at_ or about not in (None, deal):
                continue
            if what == "task":
                stepped = True
                continue
            if at_ - when <= timedelta(days=30) and stepped:
                found["won", CAUSES.get(what, GainCause.REACTIVATION)] += 1
                found["sum", currency] += amount
            break
    for at_, client, person in history.back:
        if person not in people or at_.month != month:
            continue
        starts = [e[0] for e in backwards if e[1] == client and e[3] == "attempt" and e[0] <= at_]
        latest = max(starts)
        tasks = [e for e in backwards if e[1] == client and e[3] == "task"]
        if at_ - latest <= timedelta(days=30) and any(latest <= e[0] <= at_ for e in tasks):
            found["returned", GainCause.REACTIVATION] += 1
    return found


def counted(lines: tuple[GainLine, ...]) -> Counter[tuple[str, object]]:
    found: Counter[tuple[str, object]] = Counter()
    for line in lines:
        found[line.kind.value, line.cause] += 1
        if line.kind is GainKind.WON:
            found["sum", line.currency] += line.amount or 0
    return found


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_the_figures_are_those_of_a_slow_recount(firm: Firm, seed: int) -> None:
    ours, theirs = await firm.team("Продажи"), await firm.team("Закупки")
    at(firm, 1, 9, month=10)
    anna = await firm.person("Анна", Role.MANAGER, ours)
    boris = await firm.person("Борис", Role.MANAGER, theirs)
    head = await firm.person("Олег", Role.HEAD, ours)
    await firm.person("Инна", Role.HEAD, theirs)
    admin = await firm.person("Игорь", Role.ADMIN)
    history = await played(firm, Random(seed), [anna, boris, anna, boris])
    at(firm, 24, 12)
    for reader, people in (
        (anna, {anna}),
        (boris, {boris}),
        (head, {anna, head}),
        (admin, {anna, boris}),
    ):
        for period, month in ((MONTH, 11), (GainPeriod.LAST_MONTH, 10)):
            page = await brought(firm, reader, period)
            expected = slow(history, people, month)
            assert counted(page.lines) == expected
            sums = {key: total for (what, key), total in expected.items() if what == "sum"}
            assert page.totals.sums == sums
    whole = slow(history, {anna, boris}, 11) + slow(history, {anna, boris}, 10)
    assert sum(whole.values()) > 10
