"""Who answers for a person: the head of the team, with one head in the company that one."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.method.core.terms import Role
from bot.models.leaders import leaders_of_teams
from bot.models.user import User, active_leaders, active_managers
from bot.services.core.substitutes import is_away
from bot.services.core.work import Work


async def is_only_head(work: Work, person: User) -> bool:
    """Whether the company has one active head, and it is this person."""
    leaders = await active_leaders(work.session)
    return [leader.id for leader in leaders if leader.role is Role.HEAD] == [person.id]


async def led_by_nobody(work: Work, *, without: User | None = None) -> list[User]:
    """The active managers who have no head, oldest first: what is theirs comes to the admins.

    `without`: were this one no head any more.
    """
    leaders = await active_leaders(work.session)
    heads = [leader for leader in leaders if leader.role is Role.HEAD and leader is not without]
    if len(heads) == 1:
        return []
    teams = {head.team_id for head in heads if head.team_id is not None}
    return [
        manager for manager in await active_managers(work.session) if manager.team_id not in teams
    ]


async def heads_of(work: Work, person: User, *, besides: User | None = None) -> list[User]:
    """The active people who hear of the person's gaps: never empty while there is an admin.

    `besides`: somebody who could not be told, for whom the next do; then there may be nobody.
    """
    return (await leaders_over(work, [person])).of(work, person, besides=besides)


@dataclass(frozen=True)
class Leaders:
    """The active heads and admins who may answer for certain people, looked up for all of them at
    once; `only` is the head of a company that has one."""

    heads: tuple[User, ...]
    admins: tuple[User, ...]
    only: User | None

    def of(self, work: Work, person: User, *, besides: User | None = None) -> list[User]:
        """As `heads_of`.

        The head of the person's team, else the only head, else the admins; for a head's own
        clients the admins. Somebody who is the only leader hears of the own ones. For a head who
        is on vacation or has blocked the bot the admins do, unless none of them is there either.
        """
        if person.role is Role.MANAGER:
            own = [head for head in self.heads if head.team_id and head.team_id == person.team_id]
            found = own or ([self.only] if self.only else [])
            found = [head for head in found if head is not besides]
            here = [head for head in found if _is_there(work, head)]
            if here or (found and not self.admins):
                return here or found
        others = [admin for admin in self.admins if admin.id != person.id] or self.admins
        others = [admin for admin in others if admin is not besides]
        return [admin for admin in others if _is_there(work, admin)] or list(others)


async def leaders_over(work: Work, people: Iterable[User]) -> Leaders:
    """Whoever may answer for these people."""
    teams = {person.team_id for person in people}
    leaders, is_one = await leaders_of_teams(work.session, teams)
    heads = tuple(leader for leader in leaders if leader.role is Role.HEAD)
    admins = tuple(leader for leader in leaders if leader.role is Role.ADMIN)
    return Leaders(heads, admins, heads[0] if is_one else None)


def _is_there(work: Work, head: User) -> bool:
    """Whether the head sees what is written to him."""
    return head.reachable and not is_away(work, head)
