"""Who may do what, in one place. "Not yours" and "no such thing" are the same answer."""

from typing import assert_never

from bot.method.core.refusals import NotFound
from bot.method.core.terms import ClientStatus, Role
from bot.models.client import Client, ClientScope
from bot.models.dossier import Dossier, dossier_of_client, dossier_of_deal, dossier_of_task
from bot.models.user import PeopleScope, User, active_managers
from bot.services.core.heads import is_only_head
from bot.services.core.substitutes import absent_of, is_substitute_of
from bot.services.core.work import Act


async def people_of(act: Act) -> PeopleScope:
    """Whom the actor answers for, himself included: an admin for all, a head for the own team,
    the only head of the company for every manager."""
    actor = act.actor
    match actor.role:
        case Role.ADMIN:
            return PeopleScope(actor.id, everybody=True)
        case Role.HEAD:
            only = await is_only_head(act, actor)
            return PeopleScope(actor.id, team_id=actor.team_id, managers=only)
        case Role.MANAGER:
            return PeopleScope(actor.id)
    assert_never(actor.role)


async def led_count(act: Act) -> int:
    """How many active managers the actor answers for besides himself."""
    scope, managers = await people_of(act), await active_managers(act.session)
    return sum(scope.holds(manager) and manager.id != act.actor.id for manager in managers)


async def leads(act: Act, person: User) -> bool:
    """Whether the actor answers for the person; everybody does for himself."""
    actor = act.actor
    # The head of the team need not be the only one there is: that is asked where it matters.
    if actor.role is Role.HEAD and PeopleScope(actor.id, actor.team_id).holds(person):
        return True
    return (await people_of(act)).holds(person)


async def _works_for(act: Act, owner: User) -> bool:
    """Whether the actor may work with the owner's clients: answers for the owner, or stands in
    for the owner's vacation."""
    return is_substitute_of(act, owner) or await leads(act, owner)


async def works_with(act: Act, client: Client) -> bool:
    """Whether the client is active and of somebody whose clients the actor may work with."""
    if client.status is not ClientStatus.ACTIVE or client.owner_id is None:
        return False
    owner = await act.session.get_one(User, client.owner_id)
    return await _works_for(act, owner)


async def scope_of(act: Act) -> ClientScope:
    """The clients that the actor may look through: own, those of the led people, or all; and
    those of people on vacation for whom the actor stands in."""
    if act.actor.role is Role.ADMIN:
        return ClientScope()
    absent = frozenset(colleague.id for colleague in await absent_of(act, act.actor))
    if act.actor.role is Role.HEAD:
        return ClientScope(people=await people_of(act), absent=absent)
    return ClientScope(owner_id=act.actor.id, absent=absent)


async def require_receiver(act: Act, person_id: int) -> User:
    """The active person to whom the leader may give a client."""
    require_leader(act)
    person = await act.session.get(User, person_id)
    if person is None or not person.active or not await leads(act, person):
        raise NotFound("person")
    return person


def require_leader(act: Act) -> None:
    """Head and admin only (R7); to others the command does not exist."""
    if act.actor.role not in Role.leaders():
        raise NotFound("command")


def require_admin(act: Act) -> None:
    """Admin only; to others the command does not exist."""
    if act.actor.role is not Role.ADMIN:
        raise NotFound("command")


async def require_client(act: Act, client_id: int) -> Dossier:
    """The dossier of a client that the actor may work with."""
    return await _permitted(act, await dossier_of_client(act.session, client_id))


async def require_task(act: Act, task_id: int) -> Dossier:
    """The dossier around a task, open or not, that the actor may work with."""
    return await _permitted(act, await dossier_of_task(act.session, task_id))


async def require_deal(act: Act, deal_id: int) -> Dossier:
    """The dossier around a deal, open or not, that the actor may work with."""
    return await _permitted(act, await dossier_of_deal(act.session, deal_id))


async def _permitted(act: Act, dossier: Dossier | None) -> Dossier:
    if dossier is None or dossier.client.status is ClientStatus.ERASED:
        raise NotFound("client")
    owner = dossier.owner
    if owner is not None and owner.id == act.actor.id:
        return dossier
    if owner is None or dossier.client.status is not ClientStatus.ACTIVE:
        # Pool and lost clients have no owner: they are the leaders' business.
        if act.actor.role in Role.leaders():
            return dossier
        raise NotFound("client")
    if not await _works_for(act, owner):
        raise NotFound("client")
    return dossier
