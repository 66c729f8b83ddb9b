"""What the end of a hand-out's message means for the attempt (R6): its days count from delivery,
and what nobody was told of goes back."""

from bot.method.core.terms import PoolReason
from bot.method.pool.attempts import ReactivationStatus
from bot.models.dossier import Dossier, dossier_of_client
from bot.models.pool import Reactivation, open_reactivation
from bot.models.task import Task
from bot.services.core.coverage import recompute_coverage
from bot.services.core.heads import heads_of
from bot.services.core.messages import End, Ending
from bot.services.core.work import Work
from bot.services.pool.leaving import end_attempt, to_pool
from bot.services.pool.messages import AttemptMessage
from bot.services.pool.reactivation import deadlines, tell_pooled


async def attempt_ended(work: Work, about: AttemptMessage, end: End) -> None:
    """Delivered on a later day than it was decided, it gives the days that it would have had;
    where the person has blocked the bot and has not begun, the client goes back to the pool."""
    dossier = await dossier_of_client(work.session, about.client)
    attempt = await open_reactivation(work.session, about.client)
    if dossier is None or attempt is None or attempt.id != about.attempt:
        return
    tasks = [task for task in dossier.tasks if task.reactivation_id == attempt.id]
    if end.ending is Ending.DELIVERED:
        await _count_from_now(work, end, dossier, attempt, tasks)
    elif not end.person.reachable and any(task.attempts == 0 for task in tasks):
        await _take_back(work, end, dossier)


async def _count_from_now(
    work: Work, end: End, dossier: Dossier, attempt: Reactivation, tasks: list[Task]
) -> None:
    before = work.time_of(end.person).local_date(attempt.first_touch_by)
    due = deadlines(work, end.person)
    if due.first_touch_by <= attempt.first_touch_by:
        return
    attempt.first_touch_by, attempt.verdict_by = due.first_touch_by, due.verdict_by
    for task in tasks:
        if task.due_on == before:
            task.due_on = due.touch_on
    await recompute_coverage(work, dossier)


async def _take_back(work: Work, end: End, dossier: Dossier) -> None:
    """It was no attempt: it does not count, and the next hand-out need not wait."""
    client = dossier.client
    await end_attempt(work, dossier, ReactivationStatus.EXPIRED)
    entry = await to_pool(work, dossier, PoolReason.REACTIVATION_EXPIRED)
    client.attempts, client.cooldown_until = max(0, client.attempts - 1), None
    await work.session.flush()
    for head in await heads_of(work, end.person):
        await tell_pooled(work, head, entry)
