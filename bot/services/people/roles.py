"""Who leads whom: role and team of a person, changed by an admin (R7)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.method.core.journal import JournalKind, place_word
from bot.method.core.refusals import NotFound, NotNow
from bot.method.core.terms import Role
from bot.method.people.cards import PlaceNotice, TeamLine
from bot.models.base import JsonDict, hold
from bot.models.client import active_of_owner
from bot.models.leaders import active_admin_ids, drop_empty_team
from bot.models.user import Team, User, active_leaders, active_managers, all_teams
from bot.services.core.heads import led_by_nobody
from bot.services.core.journal.recording import record
from bot.services.core.outbox import enqueue
from bot.services.core.own_messages import MenuMessage
from bot.services.core.plain_json import typed
from bot.services.core.rights import leads, led_count, require_admin
from bot.services.core.work import Act, Work
from bot.services.people.messages import PlaceMessage, UnledMessage


@dataclass(frozen=True)
class Gathered:
    """Whom the only head was given before another one came: these `people`, each from its place in
    `teams`, are in the team `to`, which is `new` where it was made for them."""

    people: tuple[int, ...] = ()
    teams: tuple[int | None, ...] = ()
    to: int | None = None
    new: bool = False


async def teams(act: Act) -> tuple[TeamLine, ...]:
    """Every team with who leads it and how many managers it has, for an admin to choose from."""
    require_admin(act)
    heads = [leader for leader in await active_leaders(act.session) if leader.role is Role.HEAD]
    managers = Counter(manager.team_id for manager in await active_managers(act.session))
    return tuple(
        TeamLine(
            team.id,
            team.name,
            tuple(head.name for head in heads if head.team_id == team.id),
            managers[team.id],
        )
        for team in await all_teams(act.session)
    )


async def set_team(act: Act, person_id: int, team_id: int | None) -> None:
    """The person belongs to the team, or to none; a head leads its managers."""
    person = await _changed(act, person_id)
    if team_id is not None and await act.session.get(Team, team_id) is None:
        raise NotFound("team")
    await place(act, person, person.role, team_id)


async def set_role(act: Act, person_id: int, role: Role, *, keeps: bool = False) -> None:
    """Manager, head or admin from now on; nobody changes the own role: NotNow("own-role").

    A manager who has clients keeps them only where it `keeps` is said: NotNow("parting-first").
    """
    person = await _changed(act, person_id)
    if person.id == act.actor.id:
        raise NotNow("own-role")
    leaves = person.role is Role.MANAGER and role is not Role.MANAGER
    if leaves and not keeps and await active_of_owner(act.session, person.id):
        raise NotNow("parting-first", name=person.name)
    await place(act, person, role, person.team_id)


async def manager_again(act: Act, person_id: int, left: JsonDict | None = None) -> None:
    """The role was changed by mistake, a minute ago: nobody has heard of it. `left` is who was
    `Gathered` then: each goes back, unless moved since."""
    person = await _changed(act, person_id)
    put(act, person, Role.MANAGER, person.team_id)
    person.form = None
    gathered = typed(Gathered, left or {})
    for number, team_id in zip(gathered.people, gathered.teams, strict=True):
        moved = await act.session.get_one(User, number)
        if moved.team_id == gathered.to:
            put(act, moved, moved.role, team_id)
    await act.session.flush()
    if gathered.new and gathered.to is not None:
        await drop_empty_team(act.session, gathered.to)
    await enqueue(act, person, MenuMessage())


async def require_other_admin(work: Work, person: User) -> None:
    """NotNow("last-admin") where the person is the only active admin. Two admins who dismiss each
    other at once are asked one after the other."""
    if person.role is not Role.ADMIN:
        return
    await hold(work.session, ["admins"])
    if await active_admin_ids(work.session) == [person.id]:
        raise NotNow("last-admin")


async def place(work: Work, person: User, role: Role, team_id: int | None) -> Gathered:
    """Give the person role and team; the person hears of it, the admins of who has no head now.
    Returns who was moved with it.

    The same again changes nothing.
    """
    gathered = Gathered()
    if (person.role, person.team_id) == (role, team_id):
        return gathered
    if role is not Role.ADMIN:
        await require_other_admin(work, person)
    before = await unled(work)
    if role is Role.HEAD and person.role is not Role.HEAD:
        gathered = await keep_people_of_only_head(work, team_id)
    put(work, person, role, team_id)
    # What was to be typed may belong to what is the person's no more.
    person.form = None
    await work.session.flush()
    await enqueue(work, person, MenuMessage())
    if person.id != work.actor_id:
        await enqueue(work, person, PlaceMessage(person.id))
    await tell_unled(work, before)
    return gathered


def put(work: Work, person: User, role: Role, team_id: int | None) -> None:
    """So it is from now on; the journal remembers where it was another place."""
    before, after = place_word(person.role, person.team_id), place_word(role, team_id)
    if before != after:
        record(work, JournalKind.PLACE, before, after, person_id=person.id)
    person.role, person.team_id = role, team_id


async def keep_people_of_only_head(work: Work, besides: int | None = None) -> Gathered:
    """Before another head comes: whom the only one leads for being the only one, he keeps.

    Managers without a team join his; without a team of his own he gets the largest that has
    managers, except `besides`, or a new one in his name. He hears how many people he has.
    """
    heads = [leader for leader in await active_leaders(work.session) if leader.role is Role.HEAD]
    managers = await active_managers(work.session)
    if len(heads) != 1 or not managers:
        return Gathered()
    (head,) = heads
    known = {team.id for team in await all_teams(work.session)}
    free = [manager for manager in managers if manager.team_id is None]
    moved = [head, *free] if head.team_id is None else free
    before = tuple(user.team_id for user in moved)
    if head.team_id is None:
        put(work, head, head.role, await _team_to_keep(work, head, managers, besides))
    elif not free:
        return Gathered()
    for manager in free:
        put(work, manager, manager.role, head.team_id)
    await work.session.flush()
    await enqueue(work, head, PlaceMessage(head.id))
    new = head.team_id is not None and head.team_id not in known
    return Gathered(tuple(user.id for user in moved), before, head.team_id, new)


async def unled(work: Work) -> frozenset[int]:
    """The active managers whom no head leads."""
    return frozenset(manager.id for manager in await led_by_nobody(work))


async def tell_unled(work: Work, before: frozenset[int]) -> None:
    """The admins hear of managers who are without a head since `before`."""
    new = tuple(sorted(await unled(work) - before))
    if not new:
        return
    for leader in await active_leaders(work.session):
        if leader.role is Role.ADMIN:
            await enqueue(work, leader, UnledMessage(new))


async def still_unled(work: Work, about: UnledMessage) -> tuple[tuple[int, str], ...]:
    """Ids and names of those who are still without a head."""
    named = await led_by_nobody(work)
    return tuple((manager.id, manager.name) for manager in named if manager.id in about.people)


async def place_notice(act: Act, about: PlaceMessage) -> PlaceNotice:
    """Role and team of the reader as they are now, and how many managers a head has."""
    person = await act.session.get_one(User, about.person)
    led = await led_count(Act.by(person, act))
    return PlaceNotice(*await named_place(act, person), led, about.again)


async def _changed(act: Act, person_id: int) -> User:
    require_admin(act)
    person = await act.session.get(User, person_id, with_for_update=True)
    if person is None or not person.active or not await leads(act, person):
        raise NotFound("person")
    return person


async def named_place(work: Work, person: User) -> tuple[Role, str | None]:
    """Role and team of a person as they are called."""
    team = None if person.team_id is None else await work.session.get_one(Team, person.team_id)
    return person.role, team.name if team else None


async def _team_to_keep(
    work: Work, head: User, managers: Sequence[User], besides: int | None
) -> int | None:
    sizes = Counter(
        manager.team_id for manager in managers if manager.team_id not in (None, besides)
    )
    if sizes:
        return sizes.most_common(1)[0][0]
    if all(manager.team_id is not None for manager in managers):
        return None
    return await team_called_after(work, head)


async def team_called_after(work: Work, head: User) -> int:
    """A new team in the name of the head."""
    team = Team(name=head.name[:60])
    work.session.add(team)
    await work.session.flush()
    record(work, JournalKind.TEAM, subject=str(team.id))
    return team.id
