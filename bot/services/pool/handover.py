"""Another owner for a client, by a head's decision (R5)."""

from dataclasses import dataclass

from bot.method.core.journal import JournalKind, owner_word
from bot.method.core.places import ClientAt
from bot.method.core.refusals import NotNow, Stale
from bot.method.core.terms import ClientStatus, Event, UndoableAction
from bot.method.people.cards import PeoplePage
from bot.method.pool.again import WhyAgain
from bot.models.dossier import Dossier
from bot.models.pool import open_reactivation
from bot.models.user import User
from bot.services.core.coverage import recompute_coverage
from bot.services.core.journal.recording import record
from bot.services.core.outbox import enqueue
from bot.services.core.receivers import receivers_page
from bot.services.core.rights import (
    people_of,
    require_client,
    require_leader,
    require_receiver,
)
from bot.services.core.timeline import note
from bot.services.core.undo import undoable
from bot.services.core.work import Act
from bot.services.pool.again import due_reason, keep_reason
from bot.services.pool.messages import ClientTakenMessage, HandedOverMessage
from bot.services.tasks.reminders import keep_reminder


@dataclass(frozen=True)
class HandedOver:
    """Which client is whose now."""

    client_name: str
    person_name: str


async def candidates(act: Act, client_id: int, page: int) -> PeoplePage:
    """Who may get the client: the active people whom the leader answers for, by name."""
    require_leader(act)
    owner_id = (await require_client(act, client_id)).client.owner_id
    return await receivers_page(act, await people_of(act), owner_id, page)


async def hand_over(
    act: Act, client_id: int, person_id: int, again: WhyAgain | None = None
) -> HandedOver:
    """Give the client with its open tasks to somebody else; he and who had it are told.

    To somebody who let it go lately only with a reason: NotNow("let-go-recently").
    """
    person = await require_receiver(act, person_id)
    dossier = await require_client(act, client_id)
    if dossier.client.status is not ClientStatus.ACTIVE:
        raise Stale("client-not-active", ClientAt(client_id))
    if dossier.client.owner_id == person.id:
        raise NotNow("own-already", name=person.name)
    due = await due_reason(act, client_id, person, again)
    undoable(act, UndoableAction.HAND_OVER, ClientAt(client_id))
    giver = dossier.owner
    await move_client(act, dossier, person, due)
    if giver is not None and giver.id != act.actor.id:
        await enqueue(act, giver, ClientTakenMessage(client_id, act.actor.id, person.id))
    if person.id != act.actor.id:
        await enqueue(act, person, HandedOverMessage(client_id, act.actor.id))
    return HandedOver(dossier.client.name, person.name)


async def move_client(
    act: Act, dossier: Dossier, person: User, again: WhyAgain | None = None
) -> None:
    """The client, its open tasks and an open attempt go over; coverage is recomputed. `again`: why
    to somebody who let it go lately."""
    before = dossier.client.owner_id
    dossier.give_to(person)
    for task in dossier.tasks:
        task.owner_id = person.id
        keep_reminder(act, task, person)
    attempt = await open_reactivation(act.session, dossier.client.id)
    if attempt is not None:
        attempt.user_id = person.id
    client_id = dossier.client.id
    entry = note(act, Event.OWNER_CHANGED, client_id, before=before, after=person.id)
    keep_reason(entry, again)
    was, is_ = owner_word(before), owner_word(person.id)
    why = None if again is None else again.reason
    record(act, JournalKind.OWNER, was, is_, client_id=client_id, subject=why)
    await recompute_coverage(act, dossier)
