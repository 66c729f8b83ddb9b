"""Chats of departments: linked by who leads, and what they hear in the evening (R12)."""

from collections import Counter
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.method.core.refusals import NotFound
from bot.method.core.terms import Role
from bot.method.core.texts import clean
from bot.method.core.workdays import midnight
from bot.method.report.group_cards import DayTotals, GroupLine, GroupLinked, ManagerTotals
from bot.models.day_record import done_by_owner
from bot.models.group_chat import GroupChat, group_of_chat, linked_groups
from bot.models.report import uncovered_of
from bot.models.task import open_counts
from bot.models.user import Team, User, active_leaders, active_managers, all_teams
from bot.services.core.outbox import enqueue
from bot.services.core.rights import people_of, require_admin, require_leader
from bot.services.core.work import Act, Work
from bot.services.report.messages import GroupEndedMessage, GroupLinkedMessage, TotalsMessage

_LONGEST_TITLE = 128


async def link(act: Act, chat_id: int, title: str, thread_id: int | None = None) -> GroupLinked:
    """The actor's department hears of its days in this chat, in this topic, from the next evening
    on. Head and admin only; an admin chooses the team afterwards."""
    require_leader(act)
    found = await group_of_chat(act.session, chat_id)
    again = found is not None and found.ended_at is None
    if found is None:
        found = GroupChat(chat_id=chat_id)
        act.session.add(found)
    found.title = clean(title, _LONGEST_TITLE) or str(chat_id)
    found.thread_id = thread_id
    if not again:
        found.keeper_id, found.linked_at, found.ended_at = act.actor.id, act.now, None
        found.team_id = act.actor.team_id if act.actor.role is Role.HEAD else None
        found.posted_on = act.today if _is_evening(act, act.actor) else None
    await act.session.flush()
    if not again and act.actor.role is Role.ADMIN:
        await enqueue(act, act.actor, GroupLinkedMessage(found.id))
    return GroupLinked(found.id, await _team_name(act, found), again)


def may_link(work: Work) -> bool:
    """Whether it is done by somebody who leads."""
    return isinstance(work, Act) and work.actor.role in Role.leaders()


async def is_linked(work: Work, chat_id: int) -> bool:
    """Whether the chat gets totals."""
    found = await group_of_chat(work.session, chat_id)
    return found is not None and found.ended_at is None


async def lost(work: Work, chat_id: int) -> None:
    """The bot is no member any more, or may not write: the link ends, the admins hear once."""
    found = await group_of_chat(work.session, chat_id)
    if found is None or found.ended_at is not None:
        return
    found.ended_at = work.now
    for leader in await active_leaders(work.session):
        if leader.role is Role.ADMIN:
            await enqueue(work, leader, GroupEndedMessage(found.id))


async def moved(work: Work, before: int, after: int) -> None:
    """The group has become a supergroup with another number: the link goes along, once. Totals of
    today that the old number has refused come again."""
    found = await group_of_chat(work.session, before)
    if found is None or await group_of_chat(work.session, after) is not None:
        return
    found.chat_id, found.thread_id = after, None


async def post_again(work: Work, before: int, after: int) -> None:
    """The same, heard of by a refusal of today's totals."""
    await moved(work, before, after)
    found = await group_of_chat(work.session, after)
    if found is not None:
        found.posted_on = None


async def groups(act: Act) -> tuple[GroupLine, ...]:
    """Every linked chat, for an admin."""
    require_admin(act)
    return tuple(
        [await _line(act, found, keeper) for found, keeper in await linked_groups(act.session)]
    )


async def group(act: Act, group_id: int) -> GroupLine:
    """One of them."""
    found = await _linked(act, group_id, lock=False)
    return await _line(act, found, await act.session.get_one(User, found.keeper_id))


async def set_group_team(act: Act, group_id: int, team_id: int | None) -> GroupLine:
    """Whose totals the chat gets: of a team, or of all."""
    found = await _linked(act, group_id)
    if team_id is not None and await act.session.get(Team, team_id) is None:
        raise NotFound("team")
    found.team_id = team_id
    if team_id is None:
        # All are those of an admin.
        found.keeper_id = act.actor.id
    return await group(act, group_id)


async def unlink(act: Act, group_id: int) -> str:
    """The chat gets nothing any more; returns its title."""
    found = await _linked(act, group_id)
    found.ended_at = act.now
    return found.title


async def team_choices(act: Act) -> tuple[tuple[int, str], ...]:
    """The teams that a chat may be of, by name."""
    require_admin(act)
    return tuple((team.id, team.name) for team in await all_teams(act.session))


async def groups_to_post(work: Work) -> Sequence[int]:
    """Chats whose evening has come on a working day; each in a transaction of its own."""
    return [
        found.id
        for found, keeper in await linked_groups(work.session)
        if _is_due(work, found, keeper)
    ]


async def decide_totals(work: Work, group_id: int) -> bool:
    """Queue the totals of today, once a day. Where the keeper leads nobody any more an admin keeps
    the chat from now on."""
    found = await work.session.get(GroupChat, group_id, with_for_update=True)
    if found is None or found.ended_at is not None:
        return False
    keeper = await _keeper(work, found)
    if keeper is None or not _is_due(work, found, keeper):
        return False
    found.keeper_id, found.posted_on = keeper.id, work.today_of(keeper)
    about = TotalsMessage(found.id, found.chat_id, found.posted_on)
    return await enqueue(work, keeper, about, not_before=work.now)


async def totals(act: Act, about: TotalsMessage) -> DayTotals | None:
    """How the day has ended by now for each manager; None once it is over, where the chat has ended
    or nobody is in it."""
    found = await act.session.get(GroupChat, about.group)
    if found is None or found.ended_at is not None or about.on != act.today:
        return None
    keeper = await act.session.get_one(User, found.keeper_id)
    people = await _managers(act, found, keeper)
    ids = [person.id for person in people]
    uncovered, left = await uncovered_of(act.session, ids), Counter[int]()
    for owner_id, _, _, _, count in await open_counts(act.session, ids, about.on):
        left[owner_id] += count
    done = await _done_today(act, people)
    lines = [
        ManagerTotals(
            person.name, done.get(person.id, 0), left[person.id], uncovered.get(person.id, 0)
        )
        for person in people
    ]
    shown = tuple(sorted(lines, key=lambda line: line.name))
    if not shown:
        return None
    return DayTotals(found.chat_id, found.thread_id, await _team_name(act, found), about.on, shown)


async def ended_title(act: Act, about: GroupEndedMessage) -> str | None:
    """Which chat has ended; None where it is linked again."""
    found = await act.session.get_one(GroupChat, about.group)
    return found.title if found.ended_at is not None else None


async def _managers(act: Act, found: GroupChat, keeper: User) -> list[User]:
    managers = await active_managers(act.session)
    if found.team_id is not None:
        return [manager for manager in managers if manager.team_id == found.team_id]
    scope = await people_of(Act.by(keeper, act))
    return [manager for manager in managers if scope.holds(manager)]


async def _keeper(work: Work, found: GroupChat) -> User | None:
    keeper = await work.session.get_one(User, found.keeper_id)
    if keeper.active and keeper.role in Role.leaders():
        return keeper
    leaders = await active_leaders(work.session)
    return next((leader for leader in leaders if leader.role is Role.ADMIN), None)


def _is_due(work: Work, found: GroupChat, keeper: User) -> bool:
    today = work.today_of(keeper)
    if found.posted_on == today or not work.calendar.is_working(today):
        return False
    return _is_evening(work, keeper)


def _is_evening(work: Work, keeper: User) -> bool:
    return work.now.astimezone(ZoneInfo(keeper.zone)).time() >= keeper.evening_at


async def _done_today(work: Work, people: Sequence[User]) -> dict[int, int]:
    """How many tasks each has worked off on the own day, by a statement for each time zone."""
    found: dict[int, int] = {}
    for zone in sorted({person.zone for person in people}):
        here = [person for person in people if person.zone == zone]
        since = midnight(work.today_of(here[0]), ZoneInfo(zone))
        ids = [person.id for person in here]
        found |= await done_by_owner(work.session, ids, since, work.now)
    return found


async def _linked(act: Act, group_id: int, *, lock: bool = True) -> GroupChat:
    require_admin(act)
    found = await act.session.get(GroupChat, group_id, with_for_update=lock)
    if found is None or found.ended_at is not None:
        raise NotFound("group")
    return found


async def _line(act: Act, found: GroupChat, keeper: User) -> GroupLine:
    return GroupLine(
        found.id, found.title, found.team_id, await _team_name(act, found), keeper.name
    )


async def _team_name(work: Work, found: GroupChat) -> str | None:
    if found.team_id is None:
        return None
    return (await work.session.get_one(Team, found.team_id)).name
