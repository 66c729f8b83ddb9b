"""Work mode: one task after another until the day is worked off (R10).

What is kept of it is `User.round`: the local date it belongs to and the tasks that were skipped,
`{"on": "2026-11-24", "skipped": [12, 7]}`, with `"for"` where they are those of somebody on
vacation for whom the person stands in. Everything else is read anew at every tap, so a task
that arrives meanwhile, or that somebody else has done, is no surprise.
"""

from datetime import time

from bot.method.core.cards import TaskLine
from bot.method.core.places import TaskAt
from bot.method.core.refusals import Stale
from bot.method.day.rounds import RoundTurn, Score, Worked, day_order, put_off
from bot.models.gap import GapScope, gap_totals
from bot.models.next_task import is_of_day, next_of_day, waiting_of_day
from bot.models.timeline import count_worked
from bot.models.user import User
from bot.services.core.cards import task_line
from bot.services.core.substitutes import is_substitute_of
from bot.services.core.work import Act
from bot.services.day.day import task_card
from bot.services.day.substitutes_day import absent_person
from bot.services.inbound.unanswered import unanswered


def begin(act: Act, *, own: bool = False) -> None:
    """Start working; who is at it already goes on where he was, with `own` at the own tasks."""
    if not act.in_round or (own and _absent_id(act) is not None):
        act.actor.round = None
        _keep(act, ())


async def begin_for(act: Act, person_id: int) -> None:
    """Start working off the day of somebody on vacation; refused as `stand_in_day`."""
    await absent_person(act, person_id)
    if not act.in_round or _absent_id(act) != person_id:
        act.actor.round = {"on": act.today.isoformat(), "skipped": [], "for": person_id}


async def next_turn(act: Act) -> RoundTurn | Score:
    """The next card; where nothing can be done now the mode ends with the day's score."""
    owner = await _whose(act)
    task_id, left = None, 0
    if owner is not None:
        today = act.today_of(owner)
        task_id, left = await next_of_day(act.session, owner.id, act.now, today, _skipped(act))
    if task_id is None:
        return await stop(act)
    return RoundTurn(await task_card(act, task_id), left)


async def skip(act: Act, task_id: int) -> bool:
    """Put the task to the end of this round; whether there is another one to take now.

    Stale("task-gone") where it is not the actor's for today any more: somebody has done it, moved
    it or got the client.
    """
    owner = await _whose(act)
    today = act.today_of(owner or act.actor)
    if owner is None or not await is_of_day(act.session, owner.id, today, task_id):
        raise Stale("task-gone", TaskAt(task_id))
    _keep(act, put_off(_skipped(act), task_id))
    other, _ = await next_of_day(act.session, owner.id, act.now, today, (task_id,))
    return other not in (None, task_id)


async def stop(act: Act) -> Score:
    """Leave the work mode, and see how the day went."""
    left, waiting = await _rest(act)
    act.actor.round = None
    worked = await worked_today(act)
    totals = await gap_totals(act.session, GapScope(owner_id=act.actor.id))
    _, asked = await unanswered(act)
    return Score(
        today=act.today,
        done=worked.done,
        moved=worked.moved,
        tried=worked.tried,
        left=left,
        gaps=sum(count for count, _ in totals.values()),
        waiting=waiting,
        asked=asked,
    )


async def worked_today(act: Act) -> Worked:
    """What the actor has done since the local midnight."""
    midnight = act.time_of(act.actor).at(act.today, time())
    return Worked(*await count_worked(act.session, act.actor.id, midnight))


def _skipped(act: Act) -> tuple[int, ...]:
    kept = act.actor.round
    return tuple(kept["skipped"]) if kept is not None and act.in_round else ()


def _keep(act: Act, skipped: tuple[int, ...]) -> None:
    kept = act.actor.round if act.in_round else None
    act.actor.round = (kept or {}) | {"on": act.today.isoformat(), "skipped": list(skipped)}


def _absent_id(act: Act) -> int | None:
    """For whom the actor works now, where it is not for himself."""
    kept = act.actor.round
    return kept.get("for") if kept is not None and act.in_round else None


async def _rest(act: Act) -> tuple[int, tuple[TaskLine, ...]]:
    """How many tasks of the round are left, and those whose time has not come."""
    owner = await _whose(act)
    if owner is None:
        return 0, ()
    today = act.today_of(owner)
    _, left = await next_of_day(act.session, owner.id, act.now, today)
    rows = await waiting_of_day(act.session, owner.id, act.now, today) if left else ()
    return left, tuple(day_order((task_line(*row, Act.by(owner, act)) for row in rows), today))


async def _whose(act: Act) -> User | None:
    """Whose tasks these are: the actor's, or those of who is on vacation while he is."""
    absent_id = _absent_id(act)
    if absent_id is None:
        return act.actor
    absent = await act.session.get_one(User, absent_id)
    return absent if is_substitute_of(act, absent) else None
