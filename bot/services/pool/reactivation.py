"""The attempts to bring clients of the pool back (R6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.method.core.journal import POOL, JournalKind, owner_word
from bot.method.core.places import ClientAt
from bot.method.core.refusals import Stale
from bot.method.core.terms import (
    ClientStatus,
    DealStatus,
    Direction,
    Event,
    Outcome,
    PoolReason,
    UndoableAction,
)
from bot.method.pool.again import WhyAgain
from bot.method.pool.attempts import ReactivationStatus, attempts_spent
from bot.models.client import Client
from bot.models.deal import last_lost_to_pool
from bot.models.dossier import Dossier, dossier_of_client
from bot.models.due import overdue_attempts
from bot.models.pool import (
    PoolEntry,
    Reactivation,
    open_reactivation,
    open_stay,
)
from bot.models.task import Task
from bot.models.user import User
from bot.services.core.coverage import end_pause_by_deal, recompute_coverage
from bot.services.core.heads import heads_of
from bot.services.core.journal.recording import record
from bot.services.core.outbox import enqueue
from bot.services.core.rights import require_client
from bot.services.core.substitutes import may_answer_for
from bot.services.core.timeline import note
from bot.services.core.undo import undoable
from bot.services.core.work import Act, Work
from bot.services.pool.again import keep_reason
from bot.services.pool.leaving import end_attempt, to_pool
from bot.services.pool.messages import AttemptMessage, ExhaustedMessage, PooledMessage
from bot.services.pool.words import bring_words
from bot.services.tasks.ending import close_task
from bot.services.tasks.tasks import owner_of

_BATCH = 500


@dataclass(frozen=True)
class Deadlines:
    """By when an attempt is to be begun and decided (UTC); `touch_on` is the local date of its
    task."""

    touch_on: date
    first_touch_by: datetime
    verdict_by: datetime


def deadlines(work: Work, person: User) -> Deadlines:
    """Those of an attempt of which the person hears today."""
    time, today = work.time_of(person), work.today_of(person)
    touch_on = time.calendar.shift(today, work.policy.first_touch_days)
    verdict_on = today + timedelta(days=work.policy.verdict_days)
    return Deadlines(touch_on, time.end_of_day(touch_on), time.end_of_day(verdict_on))


async def give(
    work: Work, dossier: Dossier, person: User, *, tell: bool = True, again: WhyAgain | None = None
) -> Reactivation:
    """Start an attempt: the client is the person's, with a task of its own and two deadlines, and
    with what it has written meanwhile. `tell`: the person does not know yet; `again`: why to
    somebody who let the client go lately."""
    client = dossier.client
    stay = await open_stay(work.session, client.id)
    if stay is not None:
        stay.left_at = work.now
    client.status, client.pooled_at = ClientStatus.ACTIVE, None
    dossier.give_to(person)
    client.attempts += 1
    attempt, task = await _begin(work, client, person)
    dossier.tasks.append(task)
    begun = Event.REACTIVATION
    entry = note(work, begun, client.id, task=task, to=person.id, attempt=attempt.attempt)
    keep_reason(entry, again)
    to, why = owner_word(person.id), None if again is None else again.reason
    record(work, JournalKind.OWNER, POOL, to, client_id=client.id, subject=why)
    await bring_words(work, dossier)
    await recompute_coverage(work, dossier)
    if tell:
        await enqueue(work, person, AttemptMessage(client.id, attempt.id))
    return attempt


async def _begin(work: Work, client: Client, person: User) -> tuple[Reactivation, Task]:
    """The attempt and the task for its first touch, both with their ids."""
    due = deadlines(work, person)
    attempt = Reactivation(
        client_id=client.id,
        user_id=person.id,
        attempt=client.attempts,
        started_at=work.now,
        first_touch_by=due.first_touch_by,
        verdict_by=due.verdict_by,
    )
    work.session.add(attempt)
    await work.session.flush()
    task = Task(
        client_id=client.id,
        owner_id=person.id,
        reactivation_id=attempt.id,
        direction=Direction.OUTBOUND,
        due_on=due.touch_on,
        created_at=work.now,
        created_by=work.actor_id,
    )
    work.session.add(task)
    await work.session.flush()
    return attempt, task


async def returned(act: Act, client_id: int) -> Dossier:
    """The attempt succeeded: the client stays, and deals lost to the pool are open again."""
    dossier = await require_client(act, client_id)
    attempt = await _open_attempt(act, dossier)
    undoable(act, UndoableAction.RETURNED, ClientAt(client_id))
    await end_attempt(act, dossier, ReactivationStatus.RETURNED)
    dossier.client.attempts = 0
    dossier.client.cooldown_until = None
    reopened = await last_lost_to_pool(act.session, client_id)
    for deal in reopened:
        deal.status, deal.closed_at, deal.loss_reason = DealStatus.OPEN, None, None
        dossier.deals.append(deal)
        note(act, Event.DEAL_OPENED, client_id, deal_id=deal.id)
    if reopened:
        await end_pause_by_deal(act, dossier)
    for task in _of_attempt(dossier, attempt):
        close_task(act, dossier, task, Outcome.RETURNED)
    await recompute_coverage(act, dossier, asked=await may_answer_for(act, dossier.client.owner_id))
    return dossier


async def failed(act: Act, client_id: int) -> bool:
    """The attempt failed: back to the pool; True when there are no attempts left."""
    dossier = await require_client(act, client_id)
    attempt = await _open_attempt(act, dossier)
    undoable(act, UndoableAction.FAILED, ClientAt(client_id))
    for task in _of_attempt(dossier, attempt):
        close_task(act, dossier, task, Outcome.FAILED)
    return await _back(act, dossier, ReactivationStatus.FAILED, PoolReason.REACTIVATION_FAILED)


async def attempts_to_expire(work: Work) -> Sequence[int]:
    """Clients whose attempt has had no verdict in time; each in a transaction of its own."""
    return await overdue_attempts(work.session, work.now, _BATCH)


async def expire(work: Work, client_id: int) -> bool:
    """No verdict in time: back to the pool, the person who had it is told. A pause puts the verdict
    off by its usual days, a lock until its end."""
    dossier = await dossier_of_client(work.session, client_id)
    attempt = await open_reactivation(work.session, client_id)
    if dossier is None or attempt is None or attempt.verdict_by > work.now:
        return False
    held_until = _held_until(work, dossier)
    if held_until is not None:
        attempt.verdict_by = held_until
        return False
    await _back(work, dossier, ReactivationStatus.EXPIRED, PoolReason.REACTIVATION_EXPIRED)
    return True


def _held_until(work: Work, dossier: Dossier) -> datetime | None:
    client, time = dossier.client, work.ladder_time_of(owner_of(dossier))
    if client.paused_until is not None:
        return time.end_of_day(client.paused_until + timedelta(days=work.policy.verdict_days))
    locked = client.locked_until
    return locked if locked is not None and locked > work.now else None


async def tell_pooled(work: Work, person: User, entry: PoolEntry) -> None:
    """Queue the notice that the person's client is in the pool now."""
    await enqueue(work, person, PooledMessage(entry.client_id, entry.id))


async def ask_if_spent(work: Work, client: Client, person: User, entry: PoolEntry) -> bool:
    """Ask the heads whether a client without attempts left is lost for good (R7)."""
    if not attempts_spent(client.attempts, work.policy):
        return False
    for head in await heads_of(work, person):
        await enqueue(work, head, ExhaustedMessage(client.id, entry.id))
    return True


async def _open_attempt(act: Act, dossier: Dossier) -> Reactivation:
    attempt = await open_reactivation(act.session, dossier.client.id)
    if attempt is None:
        raise Stale("attempt-ended", ClientAt(dossier.client.id))
    return attempt


def _of_attempt(dossier: Dossier, attempt: Reactivation) -> list[Task]:
    return [task for task in dossier.tasks if task.reactivation_id == attempt.id]


async def _back(
    work: Work, dossier: Dossier, status: ReactivationStatus, reason: PoolReason
) -> bool:
    client, person = dossier.client, owner_of(dossier)
    await end_attempt(work, dossier, status)
    entry = await to_pool(work, dossier, reason)
    await work.session.flush()
    if status is ReactivationStatus.EXPIRED:
        await tell_pooled(work, person, entry)
    return await ask_if_spent(work, client, person, entry)
