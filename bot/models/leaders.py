"""Heads and admins who answer for people, looked up for many at once."""

from collections.abc import Iterable, Sequence

from sqlalchemy import delete, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.method.core.terms import Role
from bot.models.group_chat import GroupChat
from bot.models.user import Invite, Team, User


async def leaders_of_teams(
    session: AsyncSession, team_ids: Iterable[int | None]
) -> tuple[Sequence[User], bool]:
    """The active heads of these teams and the active admins, oldest first, with the only head of
    the company where there is just one; and whether that is so."""
    active_head = User.active.is_(True) & (User.role == Role.HEAD)
    count = select(func.count()).where(active_head).scalar_subquery()
    wanted = [team_id for team_id in team_ids if team_id is not None]
    heads = active_head & or_(User.team_id.in_(wanted), count == 1)
    admins = User.active.is_(True) & (User.role == Role.ADMIN)
    query = select(User, count == 1).where(or_(heads, admins)).order_by(User.id)
    rows = (await session.execute(query)).all()
    return [leader for leader, _ in rows], any(is_one for _, is_one in rows)


async def active_admin_ids(session: AsyncSession) -> Sequence[int]:
    """The active admins as the database has them now, the oldest first."""
    admins = User.active.is_(True) & (User.role == Role.ADMIN)
    return (await session.scalars(select(User.id).where(admins).order_by(User.id))).all()


async def drop_empty_team(session: AsyncSession, team_id: int) -> None:
    """The team goes, unless somebody or something belongs to it."""
    used = [exists().where(table.team_id == team_id) for table in (User, Invite, GroupChat)]
    await session.execute(delete(Team).where(Team.id == team_id, ~or_(*used)))
