"""Moving tasks off the actor's overfull days (R8)."""

import asyncio
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from bot.method.core.places import UnloadPreview
from bot.method.core.refusals import Stale
from bot.method.core.terms import UndoableAction
from bot.method.core.worth import worth
from bot.method.planning.load import PlanFacts, changes
from bot.method.planning.unload import Movable, Move, Unloading, unload
from bot.models.dossier import Dossier, dossiers_of_clients
from bot.models.task import Task, Untimed, load_of, untimed_on
from bot.services.core.coverage import recompute_coverage
from bot.services.core.undo import undoable
from bot.services.core.work import Act
from bot.services.tasks.tasks import When, change_date, horizon_days

_LOOKED_AT = timedelta(days=400)
"""A horizon is a year at most."""


@dataclass(frozen=True)
class _Moves:
    """The plan, and whose task each is."""

    plan: Unloading
    clients: dict[int, int]
    load: dict[date, int]


async def preview(act: Act) -> PlanFacts:
    """What unloading would give, day by day; changes nothing."""
    return _facts(act, await _plan(act))


async def carry_out(act: Act, mark: int) -> PlanFacts:
    """Make exactly the moves that the preview of this mark has shown, all or nothing.

    Each counts as a move of its task. Stale("unload-changed") where anything is different by now,
    or where it was done already.
    """
    made = await _plan(act)
    if not made.plan.moves or made.plan.mark != mark:
        raise Stale("unload-changed", UnloadPreview())
    undoable(act, UndoableAction.UNLOAD, UnloadPreview())
    clients = [made.clients[move.task_id] for move in made.plan.moves]
    dossiers = {
        dossier.client.id: dossier for dossier in await dossiers_of_clients(act.session, clients)
    }
    for move in made.plan.moves:
        dossier, task = _still(made, dossiers, move)
        await change_date(act, dossier, task, When(move.after))
    for dossier in dossiers.values():
        await recompute_coverage(act, dossier)
    return _facts(act, made)


async def _plan(act: Act) -> _Moves:
    today, owner = act.today, act.actor
    load = dict(await load_of(act.session, owner.id, today, today + _LOOKED_AT))
    crowded = [day for day, count in load.items() if count > act.policy.capacity]
    clients: dict[int, int] = {}
    tasks: list[Movable] = []
    async for portion in untimed_on(act.session, owner.id, crowded):
        clients.update((subject.id, subject.client_id) for subject in portion)
        tasks += [_movable(act, subject) for subject in portion]
    capacity, calendar = act.policy.capacity, act.calendar_of(owner)
    # In a thread: many thousand tasks would stop the loop for a while.
    plan = await asyncio.to_thread(unload, tasks, load, capacity, today, calendar)
    return _Moves(plan, clients, load)


def _still(made: _Moves, dossiers: dict[int, Dossier], move: Move) -> tuple[Dossier, Task]:
    """The task as it was planned for; it may have been worked off or moved while the locks were
    waited for."""
    dossier = dossiers[made.clients[move.task_id]]
    task = dossier.task(move.task_id)
    if task is None or (task.due_on, task.due_at) != (move.before, None):
        raise Stale("unload-changed", UnloadPreview())
    return dossier, task


def _movable(act: Act, task: Untimed) -> Movable:
    last = act.today + timedelta(days=horizon_days(act, task, task.deal_id))
    value = worth(task.amount, task.client_class, task.created_at)
    return Movable(task.id, task.due_on, last, (task.deal_id is None, value))


def _facts(act: Act, made: _Moves) -> PlanFacts:
    after = Counter(made.load)
    for move in made.plan.moves:
        after[move.before] -= 1
        after[move.after] += 1
    return PlanFacts(
        today=act.today,
        capacity=act.policy.capacity,
        count=len(made.plan.moves),
        days=changes(made.load, after),
        mark=made.plan.mark,
        overfull_days=made.plan.overfull,
    )
