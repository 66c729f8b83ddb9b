"""Letting people in, and out: admins of the settings, invites, deactivation."""

from dataclasses import dataclass, replace
from datetime import timedelta
from secrets import token_urlsafe

from bot.method.core.journal import JournalKind, place_word
from bot.method.core.paging import PAGE, page_of
from bot.method.core.refusals import Invalid, NotFound, NotNow
from bot.method.core.terms import Role
from bot.method.core.texts import clean
from bot.method.people.cards import InviteFacts, Joined, PeoplePage, PersonLine, Welcome
from bot.models.client import clients_by_owner
from bot.models.leaders import active_admin_ids
from bot.models.user import (
    Invite,
    Stranger,
    Team,
    User,
    count_people,
    invite_by_hash,
    names_of_people,
    people_page,
    user_by_telegram_id,
    users_by_id,
)
from bot.services.core.journal.recording import record
from bot.services.core.outbox import enqueue
from bot.services.core.own_messages import MenuMessage
from bot.services.core.rights import leads, led_count, people_of, require_admin, require_leader
from bot.services.core.substitutes import is_away, is_spared
from bot.services.core.work import Act, Work
from bot.services.course.course import course_of
from bot.services.inbound.handing_on import hand_back_questions
from bot.services.people.anew import begin_anew
from bot.services.people.codes import hash_of
from bot.services.people.companions import bring, chosen_for, companions, names_of, why_left
from bot.services.people.messages import JoinedMessage
from bot.services.people.roles import keep_people_of_only_head, tell_unled, unled

INVITE_HOURS = 72
_CODE_BYTES = 16
_MOST_ATTEMPTS = 5
_ATTEMPTS_IN = timedelta(hours=1)
_LONGEST_NAME = 128
_LONGEST_TEAM = 60


@dataclass(frozen=True)
class Newcomer:
    """Who writes, as Telegram says."""

    telegram_id: int
    name: str
    username: str | None
    locale: str


async def admit_admin(work: Work, newcomer: Newcomer) -> User | None:
    """An admin of the settings is let in at the first `/start`; None for everybody else."""
    if newcomer.telegram_id not in work.company.admin_ids:
        return None
    known = await user_by_telegram_id(work.session, newcomer.telegram_id)
    if known is not None:
        return None
    return await _admit(work, newcomer, Role.ADMIN, None)


async def is_unclaimed(work: Work) -> bool:
    """Whether nobody is an admin yet: neither by the settings and a `/start`, nor by an invite."""
    return not await active_admin_ids(work.session)


async def has_left(work: Work, telegram_id: int) -> bool:
    """Whether the account is of somebody whose access was closed."""
    known = await user_by_telegram_id(work.session, telegram_id)
    return known is not None and not known.active


async def accept_invite(work: Work, newcomer: Newcomer, code: str) -> User:
    """Let the person in by a single-use code; Invalid("invite") for one that does not open.

    After five wrong codes within an hour the account has to wait: NotNow("invite-wait").
    """
    stranger = await _counted(work, newcomer.telegram_id)
    if stranger.attempts >= _MOST_ATTEMPTS:
        raise NotNow("invite-wait")
    invite = await invite_by_hash(work.session, hash_of(code))
    if invite is None or invite.used_by is not None or invite.expires_at <= work.now:
        raise Invalid("invite")
    before = await unled(work)
    coming = await companions(work, invite)
    if invite.role is Role.HEAD:
        await keep_people_of_only_head(work, invite.team_id)
    user = await _admit(work, newcomer, invite.role, invite.team_id)
    invite.used_by, invite.used_at = user.id, work.now
    await work.session.delete(stranger)
    await bring(work, user, coming)
    inviter = await work.session.get_one(User, invite.created_by)
    if inviter.active:
        await enqueue(work, inviter, JoinedMessage(user.id, coming.ids_besides(user), coming.left))
    await tell_unled(work, before)
    return user


async def remember_attempt(work: Work, telegram_id: int) -> None:
    """Count a wrong code in the transaction that follows the refusal."""
    stranger = await _counted(work, telegram_id)
    stranger.attempts += 1


async def make_invite(
    act: Act, role: Role, team_id: int | None, draft_id: int | None = None
) -> InviteFacts:
    """A link for one person; a head invites managers of the own team only.

    `draft_id`: the list of the single managers who come along to an invited head.
    """
    require_leader(act)
    if act.actor.role is Role.HEAD:
        if role is not Role.MANAGER:
            raise NotFound("command")
        team_id = act.actor.team_id
    team = None if team_id is None else await act.session.get(Team, team_id)
    if team_id is not None and team is None:
        raise NotFound("team")
    with_them = None if draft_id is None else await chosen_for(act, draft_id, team_id)
    code = token_urlsafe(_CODE_BYTES)
    act.session.add(
        Invite(
            code_hash=hash_of(code),
            role=role,
            team_id=team_id,
            people=with_them or None,
            created_by=act.actor.id,
            created_at=act.now,
            expires_at=act.now + timedelta(hours=INVITE_HOURS),
        )
    )
    record(act, JournalKind.INVITED, after=place_word(role, team_id))
    names = await names_of(act, with_them)
    return InviteFacts(code, role, team.name if team else None, INVITE_HOURS, names)


async def create_team(act: Act, name: str) -> int:
    """A new team; Invalid("team-name") where nothing is left of the name."""
    require_admin(act)
    shown = clean(name, _LONGEST_TEAM)
    if not shown:
        raise Invalid("team-name")
    team = Team(name=shown)
    act.session.add(team)
    await act.session.flush()
    record(act, JournalKind.TEAM, subject=str(team.id))
    return team.id


async def people(act: Act, page: int) -> PeoplePage:
    """One page of people: a head sees the own team, an admin everybody."""
    require_leader(act)
    scope = await people_of(act)
    total = await count_people(act.session, scope)
    page, pages = page_of(page, total, PAGE)
    owned = await clients_by_owner(act.session)
    rows = await people_page(act.session, scope, page * PAGE, PAGE)
    lines = tuple(_line(act, user, team, owned.get(user.id, 0)) for user, team in rows)
    return PeoplePage(lines, total, page, pages)


async def person(act: Act, person_id: int) -> PersonLine:
    """Somebody whom the actor answers for."""
    user = await _led(act, person_id)
    owned = await clients_by_owner(act.session)
    team = None if user.team_id is None else await act.session.get(Team, user.team_id)
    alone = user.id in await unled(act)
    line = _line(act, user, team, owned.get(user.id, 0), unled=alone)
    return replace(line, learning=await course_of(act, user.id))


async def welcome(act: Act) -> Welcome:
    """What somebody who has just come in, or been moved, reads of himself."""
    team = None if act.actor.team_id is None else await act.session.get(Team, act.actor.team_id)
    led, digest_at = await led_count(act), act.actor.digest_at
    return Welcome(act.actor.name, act.actor.role, team.name if team else None, led, digest_at)


async def joined(act: Act, about: JoinedMessage) -> Joined:
    """Who has come in by the reader's invite, as things are now; a head with how many people."""
    person = await act.session.get_one(User, about.person)
    team = None if person.team_id is None else await act.session.get_one(Team, person.team_id)
    led = await led_count(Act.by(person, act)) if person.role is Role.HEAD else None
    came = await names_of_people(act.session, about.came)
    left = await users_by_id(act.session, about.left)
    return Joined(
        person.id,
        person.name,
        person.role,
        team.name if team else None,
        led,
        tuple(sorted(came.values())),
        tuple(sorted((manager.name, why_left(manager)) for manager in left)),
        about.member,
    )


async def _led(act: Act, person_id: int) -> User:
    require_leader(act)
    user = await act.session.get(User, person_id)
    if user is None or not await leads(act, user):
        raise NotFound("person")
    return user


def _line(
    act: Act, user: User, team: Team | None, clients: int, *, unled: bool = False
) -> PersonLine:
    return PersonLine(
        person_id=user.id,
        name=user.name,
        role=user.role,
        team=team.name if team else None,
        active=user.active,
        clients=clients,
        is_reader=user.id == act.actor.id,
        blocked=user.blocked_at is not None,
        silent_since=user.silent_since,
        away_until=user.away_until if is_away(act, user) else None,
        unled=unled,
        spared=is_spared(act, user),
        spared_until=user.spared_until,
    )


async def _admit(work: Work, newcomer: Newcomer, role: Role, team_id: int | None) -> User:
    user = await user_by_telegram_id(work.session, newcomer.telegram_id)
    before = None if user is None else place_word(user.role, user.team_id)
    if user is None:
        user = User(
            telegram_id=newcomer.telegram_id,
            name=clean(newcomer.name, _LONGEST_NAME) or str(newcomer.telegram_id),
            username=newcomer.username,
            role=role,
            team_id=team_id,
            zone=work.company.zone,
            locale=newcomer.locale,
            digest_at=work.policy.digest_at,
            evening_at=work.policy.evening_at,
            created_at=work.now,
        )
        work.session.add(user)
    else:
        user.role, user.team_id, user.active, user.deactivated_at = role, team_id, True, None
        # He has just written, whatever was before.
        user.blocked_at = None
        begin_anew(work, user)
        await hand_back_questions(work, user)
    await work.session.flush()
    now = place_word(role, team_id)
    record(Act.by(user, work), JournalKind.JOINED, before, now, person_id=user.id)
    await enqueue(work, user, MenuMessage())
    return user


async def _counted(work: Work, telegram_id: int) -> Stranger:
    stranger = await work.session.get(Stranger, telegram_id)
    if stranger is None:
        stranger = Stranger(telegram_id=telegram_id, attempts=0, since=work.now)
        work.session.add(stranger)
    elif work.now - stranger.since >= _ATTEMPTS_IN:
        stranger.attempts, stranger.since = 0, work.now
    return stranger
