"""A person's data go on his demand, for good: an admin only (R7)."""

from collections.abc import Sequence

from bot.method.clients.erasing import ErasureFacts, nameless, traces
from bot.method.core.journal import JournalKind
from bot.method.core.refusals import NotFound, NotNow
from bot.method.core.terms import ClientStatus
from bot.method.gaps.reprieve import ReprieveEnd
from bot.method.pool.leave import LeaveState
from bot.models.arrival import Arrival
from bot.models.claim import open_claim_of
from bot.models.client import Client
from bot.models.client_erasure import (
    acts_since,
    forget_copies,
    forget_words,
    hanging_on,
    import_is_busy,
    updates_with,
)
from bot.models.contact_point import ContactPoint, points_of_client
from bot.models.deal import Deal
from bot.models.dossier import Dossier
from bot.models.leave_request import waiting_request
from bot.models.person import Person, persons_of_client
from bot.models.reprieve import living_of_client
from bot.models.task import Task
from bot.models.timeline import TimelineEntry
from bot.services.core.coverage import end_reprieve
from bot.services.core.journal.recording import record
from bot.services.core.outbox import enqueue
from bot.services.core.rights import require_admin, require_client
from bot.services.core.work import Act
from bot.services.pool.leaving import to_nobody
from bot.services.pool.messages import ClientErasedMessage

BY_DEMAND = "demand"
"""In the journal, beside a client who was added by mistake."""


async def preview(act: Act, client_id: int) -> ErasureFacts:
    """What would be gone; the client may be anybody's, of the pool or lost."""
    require_admin(act)
    client = (await require_client(act, client_id)).client
    counts = await hanging_on(act.session, client_id)
    return ErasureFacts(
        client_id,
        client.name,
        contacts=counts[ContactPoint],
        persons=counts[Person],
        deals=counts[Deal],
        tasks=counts[Task],
        messages=counts[Arrival],
        entries=counts[TimelineEntry],
    )


async def copies(act: Act, client_id: int) -> Sequence[int]:
    """The raw updates in which the client is named: looked for while nobody waits to write."""
    require_admin(act)
    client = await act.session.get(Client, client_id)
    if client is None or client.status is ClientStatus.ERASED:
        raise NotFound("client")
    return await updates_with(act.session, await _traces(act, client))


async def erase(act: Act, client_id: int, updates: Sequence[int]) -> None:
    """Nothing is left by which the client could be known; what can be counted stays under the
    number, by which the owner hears of it. `updates` are the `copies`. It can not be taken back.

    NotNow("erase-busy") while something that was done with the client may still be taken back, or
    goes on; NotNow("erase-import") while an import is writing.
    """
    require_admin(act)
    dossier = await require_client(act, client_id)
    if await acts_since(act.session, client_id, act.now - act.policy.undo_window):
        raise NotNow("erase-busy")
    if await import_is_busy(act.session):
        raise NotNow("erase-import")
    client, owner = dossier.client, dossier.owner
    named = await _traces(act, client)
    await _end_all(act, dossier)
    await act.session.flush()
    await forget_words(act.session, client_id)
    await forget_copies(act.session, client_id, named, updates)
    client.name, client.company, client.note = nameless(client_id), None, None
    client.source_key = client.import_id = client.last_touch_at = None
    record(act, JournalKind.ERASED, client_id=client_id, subject=BY_DEMAND)
    if owner is not None and owner.id != act.actor.id:
        await enqueue(act, owner, ClientErasedMessage(client_id, act.actor.id))


async def _end_all(act: Act, dossier: Dossier) -> None:
    """Whatever runs of the client is over."""
    client_id = dossier.client.id
    for reprieve in await living_of_client(act.session, client_id):
        end_reprieve(act, dossier, reprieve, ReprieveEnd.LEFT)
    request = await waiting_request(act.session, client_id)
    if request is not None:
        request.state = LeaveState.OVER
    claim = await open_claim_of(act.session, client_id)
    if claim is not None:
        claim.end(act.now)
    await to_nobody(act, dossier)


async def _traces(act: Act, client: Client) -> Sequence[str]:
    persons = await persons_of_client(act.session, client.id)
    points = await points_of_client(act.session, client.id)
    names = (client.name, client.company, *(person.name for person in persons))
    return traces(names, [(point.kind, point.value) for point in points])
