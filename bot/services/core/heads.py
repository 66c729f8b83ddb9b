"""Who answers for a person: the head of the team, with one head in the company that one."""

from bot.method.core.terms import Role
from bot.models.user import User, active_leaders, active_managers
from bot.services.core.substitutes import is_away
from bot.services.core.work import Work


async def is_only_head(work: Work, person: User) -> bool:
    """Whether the company has one active head, and it is this person."""
    leaders = await active_leaders(work.session)
    return [leader.id for leader in leaders if leader.role is Role.HEAD] == [person.id]


async def led_by_nobody(work: Work) -> list[User]:
    """The active managers who have no head, oldest first: what is theirs comes to the admins."""
    leaders = await active_leaders(work.session)
    heads = [leader for leader in leaders if leader.role is Role.HEAD]
    if len(heads) == 1:
        return []
    teams = {head.team_id for head in heads if head.team_id is not None}
    return [one for one in await active_managers(work.session) if one.team_id not in teams]


async def heads_of(work: Work, person: User, *, besides: User | None = None) -> list[User]:
    """The active people who hear of the person's gaps: never empty while there is an admin.

    The head of the person's team, else the only head, else the admins; for a head's own
    clients the admins. Somebody who is the only leader hears of the own ones. For a head who is
    on vacation or has blocked the bot the admins do, unless none of them is there either.
    `besides`: somebody who could not be told, for whom the next do; then there may be nobody.
    """
    leaders = list(await active_leaders(work.session))
    heads = [leader for leader in leaders if leader.role is Role.HEAD]
    admins = [leader for leader in leaders if leader.role is Role.ADMIN]
    if person.role is Role.MANAGER:
        own = [head for head in heads if head.team_id and head.team_id == person.team_id]
        found = own or (heads if len(heads) == 1 else [])
        found = [head for head in found if head is not besides]
        here = [head for head in found if _is_there(work, head)]
        if here or (found and not admins):
            return here or found
    others = [admin for admin in admins if admin.id != person.id] or admins
    others = [admin for admin in others if admin is not besides]
    return [admin for admin in others if _is_there(work, admin)] or others


def _is_there(work: Work, head: User) -> bool:
    """Whether the head sees what is written to him."""
    return head.reachable and not is_away(work, head)
