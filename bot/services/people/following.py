"""An invite that somebody follows who is here already: role and team change after a question."""

from bot.method.core.refusals import Invalid, NotNow, Stale
from bot.method.core.terms import Role
from bot.method.people.cards import RoleMove
from bot.models.user import Invite, Team, User, invite_by_hash
from bot.services.core.outbox import enqueue
from bot.services.core.work import Act
from bot.services.people.codes import hash_of
from bot.services.people.companions import bring, companions
from bot.services.people.messages import JoinedMessage
from bot.services.people.roles import named_place, place, require_other_admin


async def invited_to(act: Act, code: str) -> RoleMove | None:
    """Where an invite would move somebody who is here already, and who comes along; None for a
    code of none.

    Raises NotNow: own-invite to who has made it, last-admin; Stale("place-same").
    """
    invite = await _open_invite(act, code)
    if invite is None:
        return None
    to_role, to_team = await _wanted(act, invite)
    coming = await companions(act, invite)
    names = tuple(person.name for person in coming.people if person.id != act.actor.id)
    return RoleMove(code, *await named_place(act, act.actor), to_role, to_team, names)


async def follow_invite(act: Act, code: str) -> None:
    """Move the actor to where the invite says; Invalid("invite") where it does not open."""
    invite = await _open_invite(act, code)
    if invite is None:
        raise Invalid("invite")
    await _wanted(act, invite)
    invite.used_by, invite.used_at = act.actor.id, act.now
    coming = await companions(act, invite)
    await place(act, act.actor, invite.role, _team(act.actor, invite))
    if invite.people:
        await bring(act, act.actor, coming)
        inviter = await act.session.get_one(User, invite.created_by)
        about = JoinedMessage(act.actor.id, coming.ids_besides(act.actor), coming.left, member=True)
        await enqueue(act, inviter, about)


async def _open_invite(act: Act, code: str) -> Invite | None:
    invite = await invite_by_hash(act.session, hash_of(code))
    if invite is None or invite.used_by is not None or invite.expires_at <= act.now:
        return None
    return invite


async def _wanted(act: Act, invite: Invite) -> tuple[Role, str | None]:
    if invite.created_by == act.actor.id:
        raise NotNow("own-invite")
    team_id = _team(act.actor, invite)
    if (act.actor.role, act.actor.team_id) == (invite.role, team_id) and not invite.people:
        raise Stale("place-same")
    if invite.role is not Role.ADMIN:
        await require_other_admin(act, act.actor)
    team = None if team_id is None else await act.session.get_one(Team, team_id)
    return invite.role, team.name if team else None


def _team(person: User, invite: Invite) -> int | None:
    """The team of the invite; a head whom single people come to keeps the own one where it names
    none."""
    if invite.team_id is None and invite.people and person.role is Role.HEAD:
        return person.team_id
    return invite.team_id
