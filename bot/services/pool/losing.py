"""Lost for good, and back: decided by a head or an admin only (R7)."""

from dataclasses import dataclass

from bot.method.core.journal import LOST, JournalKind, owner_word
from bot.method.core.places import ClientAt
from bot.method.core.refusals import Invalid, Stale
from bot.method.core.terms import ClientStatus, Event, PoolReason, UndoableAction
from bot.method.core.texts import clean
from bot.method.pool.again import WhyAgain
from bot.method.pool.leave import LeaveReason
from bot.models.client import Client
from bot.models.dossier import Dossier
from bot.models.pool import PoolEntry
from bot.services.core.coverage import recompute_coverage
from bot.services.core.journal.recording import record
from bot.services.core.outbox import enqueue
from bot.services.core.rights import require_client, require_leader, require_receiver
from bot.services.core.timeline import note
from bot.services.core.undo import undoable
from bot.services.core.work import Act
from bot.services.pool.again import due_reason, keep_reason
from bot.services.pool.leaving import to_lost
from bot.services.pool.messages import ClientLostMessage, HandedOverMessage
from bot.services.pool.words import bring_words

LONGEST_REASON = 300


@dataclass(frozen=True)
class Restored:
    """Who is back, and with whom; None is the pool."""

    client_id: int
    client_name: str
    person_name: str | None


async def to_be_lost(act: Act, client_id: int) -> Dossier:
    """A client that the leader may call lost for good."""
    require_leader(act)
    dossier = await require_client(act, client_id)
    if dossier.client.status is ClientStatus.LOST:
        raise Stale("client-lost", ClientAt(client_id))
    return dossier


async def to_be_restored(act: Act, client_id: int) -> Dossier:
    """A lost client that the leader may bring back."""
    require_leader(act)
    dossier = await require_client(act, client_id)
    if dossier.client.status is not ClientStatus.LOST:
        raise Stale("client-not-lost", ClientAt(client_id))
    return dossier


async def lose(
    act: Act, client_id: int, why: str | None = None, reason: LeaveReason | None = None
) -> Client:
    """Close the client for reactivation; never offered again until restored.

    `why` is the leader's own words, `reason` one of those that are offered; whoever had the
    client until now is told.
    """
    dossier = await to_be_lost(act, client_id)
    if reason is not None and reason not in LeaveReason.for_good():
        raise Invalid("button")
    owner = dossier.owner
    undoable(act, UndoableAction.LOSE, ClientAt(client_id))
    await to_lost(act, dossier, clean(why or "", LONGEST_REASON) or None, reason)
    if owner is not None and owner.id != act.actor.id:
        await enqueue(act, owner, ClientLostMessage(client_id, act.actor.id))
    return dossier.client


async def restore(
    act: Act, client_id: int, person_id: int | None = None, again: WhyAgain | None = None
) -> Restored:
    """Back to the pool, or straight to a person, who is told and needs a task for it.

    To somebody who let it go lately only with a reason: NotNow("let-go-recently").
    """
    dossier = await to_be_restored(act, client_id)
    person = None if person_id is None else await require_receiver(act, person_id)
    due = None if person is None else await due_reason(act, client_id, person, again)
    undoable(act, UndoableAction.RESTORE, ClientAt(client_id))
    client = dossier.client
    client.attempts, client.cooldown_until = 0, None
    keep_reason(note(act, Event.RESTORED, client_id, to=person_id), due)
    to, why = owner_word(person_id), None if due is None else due.reason
    record(act, JournalKind.RESTORED, LOST, to, client_id=client_id, subject=why)
    if person is None:
        client.status, client.pooled_at = ClientStatus.POOL, act.now
        act.session.add(
            PoolEntry(client_id=client_id, reason=PoolReason.RESTORED, entered_at=act.now)
        )
    else:
        client.status = ClientStatus.ACTIVE
        dossier.give_to(person)
        await bring_words(act, dossier)
    await recompute_coverage(act, dossier)
    if person is not None and person.id != act.actor.id:
        await enqueue(act, person, HandedOverMessage(client_id, act.actor.id))
    return Restored(client.id, client.name, person.name if person else None)
