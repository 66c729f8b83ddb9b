"""Planning everything without a task at once, evenly over the working days (R1, R8)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.method.load import PlanFacts, changes
from bot.method.refusals import Stale
from bot.method.spread import Spread, Spreadable, SubjectId, spread
from bot.method.terms import Deed
from bot.method.walk import Worth, worth
from bot.models.dossier import Dossier, dossiers_of_clients
from bot.models.gap import GapRow, GapScope, open_gaps
from bot.models.task import load_of
from bot.services.coverage import settle
from bot.services.tasks import When, add_many_planned, change_date, horizon_days, lapsed
from bot.services.undo import undoable
from bot.services.work import Act

MOST_AT_ONCE = 2000
"""Clients and deals that one run plans at most; what is left comes with the next."""


@dataclass(frozen=True)
class Spreading:
    """The plan for what the actor has without a task, and what it was made from."""

    plan: Spread
    rows: dict[SubjectId, GapRow]
    load: dict[date, int]


async def preview(act: Act) -> PlanFacts:
    """What spreading would give, day by day; changes nothing."""
    return _facts(act, await _plan(act))


async def carry_out(act: Act, mark: int) -> PlanFacts:
    """Plan exactly what the preview of this mark has shown, all or nothing; what is overdue or
    has no date is moved.

    Stale("spread-changed") where anything is different by now, or where it was done already: a
    second tap plans nothing twice.
    """
    made = await _plan(act)
    if not made.plan.placed or made.plan.mark != mark:
        raise Stale("spread-changed", ("spread",))
    undoable(act, Deed.SPREAD)
    clients = [gap.client_id for gap, *_ in made.rows.values()]
    dossiers = {one.client.id: one for one in await dossiers_of_clients(act.session, clients)}
    wanted = [_wanted(made, dossiers, subject, on) for subject, on in made.plan.placed]
    new = []
    for dossier, deal_id, when in wanted:
        task = lapsed(dossier, deal_id, act.today)
        if task is None:
            new.append((dossier, deal_id, when))
        else:
            await change_date(act, dossier, task, when)
    await add_many_planned(act, new)
    for dossier in dossiers.values():
        await settle(act, dossier)
    return _facts(act, made)


async def _plan(act: Act) -> Spreading:
    owner, today = act.actor, act.today
    found = await open_gaps(act.session, GapScope(owner_id=owner.id), 0, MOST_AT_ONCE)
    subjects = _subjects(act, found)
    farthest = today + timedelta(days=max((one.horizon_days for one in subjects), default=0))
    load = dict(await load_of(act.session, owner.id, today, farthest))
    plan = spread(subjects, load, act.policy.capacity, today, act.calendar_of(owner))
    return Spreading(plan, {_subject(row): row for row in found}, load)


def _subjects(act: Act, found: Sequence[GapRow]) -> list[Spreadable]:
    ranked = sorted(found, key=lambda row: (_worth(row), row[0].id))
    return [
        Spreadable(_subject(row), len(ranked) - place, horizon_days(act, row[1], row[0].deal_id))
        for place, row in enumerate(ranked)
    ]


def _wanted(
    made: Spreading, dossiers: dict[int, Dossier], subject: SubjectId, on: date
) -> tuple[Dossier, int | None, When]:
    """Where the task goes; what was planned since the locks were waited for is no longer open."""
    gap = made.rows[subject][0]
    dossier = dossiers.get(gap.client_id)
    if dossier is None or dossier.gap_of(gap.deal_id) is None:
        raise Stale("spread-changed", ("spread",))
    return dossier, gap.deal_id, When(on)


def _facts(act: Act, made: Spreading) -> PlanFacts:
    after = Counter(made.load)
    after.update(on for _, on in made.plan.placed)
    placed = {subject for subject, _ in made.plan.placed}
    names = [(made.rows[one][1].name, one in placed) for one in made.plan.overfull]
    return PlanFacts(
        today=act.today,
        capacity=act.policy.capacity,
        count=len(made.plan.placed),
        days=changes(made.load, after),
        mark=made.plan.mark,
        overfull=tuple(name for name, stands in names if stands),
        unplaced=tuple(name for name, stands in names if not stands),
    )


def _subject(row: GapRow) -> SubjectId:
    gap = row[0]
    return ("client", gap.client_id) if gap.deal_id is None else ("deal", gap.deal_id)


def _worth(row: GapRow) -> Worth:
    gap, client, deal, _ = row
    return worth(deal.amount if deal else None, client.client_class, gap.opened_at)
