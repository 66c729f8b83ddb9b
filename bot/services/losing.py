"""Lost for good, and back: decided by a head or an admin only (R7)."""

from bot.method.refusals import NotFound, Stale
from bot.method.terms import ClientStatus, Event, PoolReason
from bot.models.dossier import Dossier
from bot.models.pool import PoolEntry
from bot.models.user import User
from bot.services.coverage import settle
from bot.services.leaving import to_lost
from bot.services.rights import require_client, require_leader
from bot.services.timeline import note
from bot.services.work import Act


async def lose(act: Act, client_id: int, comment: str | None = None) -> Dossier:
    """Close the client for reactivation; never offered again until restored."""
    require_leader(act)
    dossier = await require_client(act, client_id)
    if dossier.client.status is ClientStatus.LOST:
        raise Stale("client-lost", ("client", client_id))
    await to_lost(act, dossier, comment)
    return dossier


async def restore(act: Act, client_id: int, person_id: int | None = None) -> Dossier:
    """Back to the pool, or straight to a person, who is then asked for a task."""
    require_leader(act)
    dossier = await require_client(act, client_id)
    client = dossier.client
    if client.status is not ClientStatus.LOST:
        raise Stale("client-not-lost", ("client", client_id))
    client.attempts, client.cooldown_until = 0, None
    if person_id is None:
        client.status, client.pooled_at = ClientStatus.POOL, act.now
        act.session.add(
            PoolEntry(client_id=client_id, reason=PoolReason.RESTORED, entered_at=act.now)
        )
    else:
        person = await act.session.get(User, person_id)
        if person is None or not person.active:
            raise NotFound("person")
        client.status, client.owner_id = ClientStatus.ACTIVE, person.id
    note(act, Event.RESTORED, client_id, to=person_id)
    await settle(act, dossier)
    return dossier
