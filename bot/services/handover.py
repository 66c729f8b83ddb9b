"""Another owner for a client: by a head's decision, or because the old one has left (R5)."""

from collections.abc import Sequence

from bot.method.people_cards import PersonLine
from bot.method.refusals import NotFound, NotNow, Stale
from bot.method.terms import ClientStatus, Event
from bot.models.client import active_of_owner, portfolios_of_all
from bot.models.dossier import Dossier
from bot.models.user import User, active_people
from bot.services.coverage import settle
from bot.services.outbox import enqueue
from bot.services.rights import leads, require_client, require_leader
from bot.services.timeline import note
from bot.services.work import Act


async def candidates(act: Act, client_id: int | None = None) -> Sequence[PersonLine]:
    """Who may get a client: the active people whom the actor answers for, the actor as well."""
    require_leader(act)
    owner_id = None
    if client_id is not None:
        owner_id = (await require_client(act, client_id)).client.owner_id
    owned = await portfolios_of_all(act.session)
    return [
        PersonLine(user.id, user.name, user.role, None, True, owned.get(user.id, 0))
        for user in await active_people(act.session)
        if user.id != owner_id and (leads(act.actor, user) or user.id == act.actor.id)
    ]


async def hand_over(act: Act, client_id: int, person_id: int) -> Dossier:
    """Give the client with its open tasks to somebody else, who is told."""
    require_leader(act)
    dossier = await require_client(act, client_id)
    person = await _receiver(act, person_id)
    if dossier.client.status is not ClientStatus.ACTIVE:
        raise Stale("client-not-active", ("client", client_id))
    if dossier.client.owner_id == person.id:
        raise NotNow("own-already", name=person.name)
    await _move(act, dossier, person)
    payload = {"client": client_id, "by": act.actor.id}
    await enqueue(act, "handed_over", person, client_id, act.now, payload=payload)
    return dossier


async def hand_over_all(act: Act, from_id: int, to_id: int) -> int:
    """Everything that somebody has goes to one other person; returns how many clients."""
    require_leader(act)
    giver = await act.session.get(User, from_id)
    if giver is None or not leads(act.actor, giver):
        raise NotFound("person")
    person = await _receiver(act, to_id)
    clients = await active_of_owner(act.session, giver.id)
    for client_id in clients:
        await _move(act, await require_client(act, client_id), person)
    if clients:
        payload = {"count": len(clients), "by": act.actor.id, "from": giver.id}
        await enqueue(act, "handed_over", person, "all", giver.id, act.now, payload=payload)
    return len(clients)


async def _receiver(act: Act, person_id: int) -> User:
    person = await act.session.get(User, person_id)
    if person is None or not person.active:
        raise NotFound("person")
    if person.id != act.actor.id and not leads(act.actor, person):
        raise NotFound("person")
    return person


async def _move(act: Act, dossier: Dossier, person: User) -> None:
    before = dossier.client.owner_id
    dossier.client.owner_id = person.id
    for task in dossier.tasks:
        task.owner_id = person.id
    note(act, Event.OWNER_CHANGED, dossier.client.id, before=before, after=person.id)
    await settle(act, dossier)
