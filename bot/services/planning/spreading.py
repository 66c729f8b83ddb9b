"""Planning everything without a task at once, evenly over the working days (R1, R8)."""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.method.core.places import SpreadPreview
from bot.method.core.refusals import Stale
from bot.method.core.terms import UndoableAction
from bot.method.core.workdays import WorkCalendar
from bot.method.planning.load import PlanFacts, changes
from bot.method.planning.spread import Spread, Spreadable, SubjectId, spread
from bot.method.planning.walk import Uncovered
from bot.models.base import flush_many
from bot.models.dossier import Dossier, dossiers_of_clients
from bot.models.task import load_of
from bot.models.walk import uncovered_of
from bot.services.core.coverage import recompute_coverage
from bot.services.core.undo import undoable
from bot.services.core.work import Act
from bot.services.tasks.tasks import When, add_many_planned, change_date, horizon_days, lapsed

PORTION = 30
"""Clients and deals that one transaction plans: a tap of somebody else waits for one at most."""


@dataclass(frozen=True)
class Spreading:
    """The plan for what the actor has without a task, and what it comes to; `so_far` were planned
    before, where the act goes on after the process was ended in the middle of it."""

    facts: PlanFacts
    placed: Sequence[tuple[Uncovered, date]]
    so_far: int = 0

    @property
    def total(self) -> int:
        """How many the whole act plans."""
        return self.so_far + len(self.placed)


async def preview(act: Act) -> PlanFacts:
    """What spreading would give, day by day; changes nothing."""
    return (await planned(act)).facts


async def planned(act: Act) -> Spreading:
    """The plan as of now; a look that holds nobody up, for a base may have twenty thousand."""
    owner, today = act.actor, act.today
    horizons: dict[SubjectId, int] = {}
    found: dict[SubjectId, Uncovered] = {}
    async for portion in uncovered_of(act.session, owner.id):
        for subject in portion:
            found[_subject(subject)] = subject
            horizons[_subject(subject)] = horizon_days(act, subject, subject.deal_id)
    farthest = today + timedelta(days=max(horizons.values(), default=0))
    load = dict(await load_of(act.session, owner.id, today, farthest))
    capacity, calendar = act.policy.capacity, act.calendar_of(owner)
    # In a thread: a base of twenty thousand would stop the loop for half a second.
    return await asyncio.to_thread(_planned, found, horizons, load, capacity, today, calendar)


def confirm(made: Spreading, mark: int) -> None:
    """The plan is to be carried out, as the preview of this mark has shown it.

    Stale("spread-changed") where anything is different by now, or where it was done already:
    nothing is planned twice.
    """
    if not made.placed or made.facts.mark != mark:
        raise Stale("spread-changed", SpreadPreview())


async def carry_out(act: Act, made: Spreading, start: int = 0) -> int:
    """Plan the portion that begins at `start`; how many were planned. What is overdue or has no
    date is moved.

    Stale("spread-changed") where something of the first portion of all has got its task meanwhile:
    nothing is done then. In a later one it is left as it is.
    """
    undoable(act, UndoableAction.SPREAD, SpreadPreview())
    portion = made.placed[start : start + PORTION]
    clients = [subject.client_id for subject, _ in portion]
    dossiers = {
        dossier.client.id: dossier for dossier in await dossiers_of_clients(act.session, clients)
    }
    wanted = [
        (dossiers[subject.client_id], subject.deal_id, When(on))
        for subject, on in portion
        if _waits(dossiers, subject)
    ]
    if start == 0 and not made.so_far and len(wanted) < len(portion):
        raise Stale("spread-changed", SpreadPreview())
    new = []
    for dossier, deal_id, when in wanted:
        task = lapsed(dossier, deal_id, act.today)
        if task is None:
            new.append((dossier, deal_id, when))
        else:
            await change_date(act, dossier, task, when)
    await add_many_planned(act, new)
    for dossier in dossiers.values():
        await recompute_coverage(act, dossier)
    await flush_many(act.session)
    return len(wanted)


def _waits(dossiers: Mapping[int, Dossier], subject: Uncovered) -> bool:
    """Whether it still has no task; it may have got one while the locks were waited for."""
    dossier = dossiers.get(subject.client_id)
    return dossier is not None and dossier.gap_of(subject.deal_id) is not None


def _planned(
    found: Mapping[SubjectId, Uncovered],
    horizons: Mapping[SubjectId, int],
    load: Mapping[date, int],
    capacity: int,
    today: date,
    calendar: WorkCalendar,
) -> Spreading:
    ranked = sorted(found, key=lambda subject: (found[subject].worth, subject))
    subjects = [
        Spreadable(subject, len(ranked) - place, horizons[subject])
        for place, subject in enumerate(ranked)
    ]
    plan = spread(subjects, load, capacity, today, calendar)
    placed = [(found[subject], on) for subject, on in plan.placed]
    return Spreading(_facts(found, load, capacity, today, plan), placed)


def _facts(
    found: Mapping[SubjectId, Uncovered],
    load: Mapping[date, int],
    capacity: int,
    today: date,
    plan: Spread,
) -> PlanFacts:
    after = Counter(load)
    after.update(on for _, on in plan.placed)
    placed = {subject for subject, _ in plan.placed}
    names = [(found[subject].name, subject in placed) for subject in plan.overfull]
    return PlanFacts(
        today=today,
        capacity=capacity,
        count=len(plan.placed),
        days=changes(load, after),
        mark=plan.mark,
        overfull=tuple(name for name, stands in names if stands),
        unplaced=tuple(name for name, stands in names if not stands),
    )


def _subject(subject: Uncovered) -> SubjectId:
    return ("client", subject.client_id) if subject.deal_id is None else ("deal", subject.deal_id)
