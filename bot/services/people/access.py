"""Closing somebody's access, and opening it again: an admin's to do (R7)."""

from dataclasses import dataclass
from datetime import timedelta

from bot.method.core.journal import CLOSED, OPEN, JournalKind
from bot.method.core.places import PersonAt
from bot.method.core.refusals import NotFound, NotNow, Stale
from bot.method.core.terms import Role
from bot.method.people.cards import PersonLine
from bot.method.people.parting import PartingKind
from bot.models.base import JsonDict
from bot.models.claim import off_duty, on_duty, put_on_duty
from bot.models.client import active_of_owner
from bot.models.holding import close_invites_of, reopen_invites_of
from bot.models.user import User, person_locked
from bot.services.core.heads import heads_of
from bot.services.core.journal.recording import record
from bot.services.core.outbox import enqueue
from bot.services.core.own_messages import MenuMessage
from bot.services.core.plain_json import typed
from bot.services.core.rights import require_admin
from bot.services.core.work import Act
from bot.services.inbound.handing_on import hand_back_questions, hand_on_questions
from bot.services.people.anew import begin_anew
from bot.services.people.left_alone import stand_in_again, substitute_left
from bot.services.people.messages import PartedMessage, PlaceMessage
from bot.services.people.people import INVITE_HOURS, person
from bot.services.people.roles import (
    keep_people_of_only_head,
    require_other_admin,
    tell_unled,
    unled,
)


async def deactivate(act: Act, person_id: int) -> PersonLine:
    """The access of somebody who has nothing ends at once; NotNow("parting-first") where something
    has to be handed over first."""
    user = await _person(act, person_id)
    require_closable(act, user)
    if await active_of_owner(act.session, user.id):
        raise NotNow("parting-first", name=user.name)
    await tell_heads(act, user, PartingKind.CLOSE, 0, 0)
    await close(act, user)
    return await person(act, person_id)


async def activate(act: Act, person_id: int) -> PersonLine:
    """Let a deactivated person in again, with the same role; he is told, and begins anew."""
    user = await _person(act, person_id)
    if user.active:
        return await person(act, person_id)
    await _open(act, user)
    begin_anew(act, user)
    await enqueue(act, user, PlaceMessage(user.id, again=True))
    return await person(act, person_id)


@dataclass(frozen=True)
class LeftBehind:
    """What a closed access has taken from others, to be given back when it was a mistake: those
    for whom the person was to stand in, and the duty."""

    stood_in: tuple[int, ...] = ()
    on_duty: bool = False


async def open_again(act: Act, person_id: int, left: JsonDict | None) -> None:
    """The access was closed by mistake, a minute ago: as if nothing had been. `left` is the
    `LeftBehind` of then."""
    user = await _person(act, person_id)
    if user.active:
        return
    before = typed(LeftBehind, left or {})
    if user.deactivated_at is not None:
        lasting = timedelta(hours=INVITE_HOURS)
        await reopen_invites_of(act.session, user.id, user.deactivated_at, lasting)
    await _open(act, user)
    if before.on_duty and await on_duty(act.session) is None:
        await put_on_duty(act.session, user.id, act.now)
    await stand_in_again(act, user, before.stood_in)


def require_closable(act: Act, user: User) -> None:
    """Admins close accesses: NotNow("own-access") for the own one, Stale("person-inactive") for one
    that is closed already."""
    require_admin(act)
    if user.id == act.actor.id:
        raise NotNow("own-access")
    if not user.active:
        raise Stale("person-inactive", PersonAt(user.id))


async def close(act: Act, user: User) -> LeftBehind:
    """The access ends, and the person's invites with it; what was asked of him goes to others."""
    await require_other_admin(act, user)
    before = await unled(act)
    user.active, user.deactivated_at, user.form, user.round = False, act.now, None, None
    record(act, JournalKind.ACCESS, OPEN, CLOSED, person_id=user.id)
    await close_invites_of(act.session, user.id, act.now)
    was_on_duty = await off_duty(act.session, user.id)
    await act.session.flush()
    await tell_unled(act, before)
    stood_in = await substitute_left(act, user)
    await hand_on_questions(act, user)
    return LeftBehind(stood_in, was_on_duty)


async def tell_heads(act: Act, user: User, kind: PartingKind, handed: int, pooled: int) -> None:
    """Who leads the person hears that everything is somebody else's by now, or that the access is
    closed."""
    for head in await heads_of(act, user):
        if head.id not in (user.id, act.actor.id):
            await enqueue(act, head, PartedMessage(user.id, act.actor.id, kind, handed, pooled))


async def _open(act: Act, user: User) -> None:
    if user.role is Role.HEAD:
        await keep_people_of_only_head(act, user.team_id)
    user.active, user.deactivated_at = True, None
    record(act, JournalKind.ACCESS, CLOSED, OPEN, person_id=user.id)
    await hand_back_questions(act, user)
    await enqueue(act, user, MenuMessage())


async def _person(act: Act, person_id: int) -> User:
    require_admin(act)
    user = await person_locked(act.session, person_id)
    if user is None:
        raise NotFound("person")
    return user
