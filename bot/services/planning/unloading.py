"""Moving tasks off the actor's overfull days (R8), and what is left of today over the days to come
(R10)."""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.method.core.places import MyDay, UnloadPreview
from bot.method.core.refusals import Stale
from bot.method.core.terms import UndoableAction
from bot.method.core.worth import worth
from bot.method.planning.load import PlanFacts, changes
from bot.method.planning.unload import Movable, Move, Unloading, spread_left, unload
from bot.models.dossier import Dossier, dossiers_of_clients
from bot.models.task import Task, load_of
from bot.models.untimed import Untimed, untimed_on
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
    return await _carry_out(act, await _plan(act), mark, UnloadPreview())


async def preview_left(act: Act) -> PlanFacts:
    """What spreading over days what is left of today would give (R10); changes nothing."""
    return _facts(act, await _plan_left(act))


async def carry_out_left(act: Act, mark: int) -> PlanFacts:
    """The same as `carry_out`, of what is left of today."""
    return await _carry_out(act, await _plan_left(act), mark, MyDay())


async def _carry_out(act: Act, made: _Moves, mark: int, back: UnloadPreview | MyDay) -> PlanFacts:
    if not made.plan.moves or made.plan.mark != mark:
        raise Stale("unload-changed", back)
    undoable(act, UndoableAction.UNLOAD, back)
    clients = [made.clients[move.task_id] for move in made.plan.moves]
    dossiers = {
        dossier.client.id: dossier for dossier in await dossiers_of_clients(act.session, clients)
    }
    for move in made.plan.moves:
        dossier, task = _still(made, dossiers, move, back)
        await change_date(act, dossier, task, When(move.after))
    for dossier in dossiers.values():
        await recompute_coverage(act, dossier)
    return _facts(act, made)


async def _plan(act: Act) -> _Moves:
    load = await _load(act, act.today)
    crowded = [day for day, count in load.items() if count > act.policy.capacity]
    return await _planned(act, unload, crowded, load)


async def _plan_left(act: Act) -> _Moves:
    load = await _load(act, date.min)
    due = [day for day in load if day <= act.today]
    return await _planned(act, spread_left, due, load)


async def _load(act: Act, since: date) -> dict[date, int]:
    return dict(await load_of(act.session, act.actor.id, since, act.today + _LOOKED_AT))


async def _planned(
    act: Act, rule: Callable[..., Unloading], days: Sequence[date], load: dict[date, int]
) -> _Moves:
    """What the rule makes of the tasks on these days."""
    owner = act.actor
    clients: dict[int, int] = {}
    tasks: list[Movable] = []
    async for portion in untimed_on(act.session, owner.id, days):
        clients.update((subject.id, subject.client_id) for subject in portion)
        tasks += [_movable(act, subject) for subject in portion]
    capacity, calendar = act.policy.capacity, act.calendar_of(owner)
    # In a thread: many thousand tasks would stop the loop for a while.
    plan = await asyncio.to_thread(rule, tasks, load, capacity, act.today, calendar)
    return _Moves(plan, clients, {day: n for day, n in load.items() if day >= act.today})


def _still(
    made: _Moves, dossiers: dict[int, Dossier], move: Move, back: UnloadPreview | MyDay
) -> tuple[Dossier, Task]:
    """The task as it was planned for; it may have been worked off or moved while the locks were
    waited for."""
    dossier = dossiers[made.clients[move.task_id]]
    task = dossier.task(move.task_id)
    if task is None or (task.due_on, task.due_at) != (move.before, None):
        raise Stale("unload-changed", back)
    return dossier, task


def _movable(act: Act, task: Untimed) -> Movable:
    last = act.today + timedelta(days=horizon_days(act, task, task.deal_id))
    value = worth(task.amount, task.client_class, task.created_at)
    return Movable(task.id, task.due_on, last, (task.deal_id is None, value))


def _facts(act: Act, made: _Moves) -> PlanFacts:
    after = Counter(made.load)
    for move in made.plan.moves:
        if move.before >= act.today:
            after[move.before] -= 1
        after[move.after] += 1
    return PlanFacts(
        today=act.today,
        capacity=act.policy.capacity,
        count=len(made.plan.moves),
        days=changes(made.load, after),
        mark=made.plan.mark,
        overfull_days=made.plan.overfull,
        staying=len(made.clients) - len(made.plan.moves),
    )
