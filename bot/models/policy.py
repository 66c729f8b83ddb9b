"""The numbers of the policy that a company has changed, and its own days; the defaults are in the
method."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, bindparam, func, or_, select, text, true, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.models.base import Base, Id
from bot.models.prepared import PreparedStatement
from bot.models.reading import PreparedRows
from bot.models.user import User


class PolicyOverride(Base):
    """One changed number, as the text that the policy parses."""

    __tablename__ = "policy"

    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    value: Mapped[str] = mapped_column(String(64))
    changed_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    changed_at: Mapped[datetime]


_NOT_SETTLED = text("settled_at IS NULL")


class PolicyChange(Base):
    """One change that was made in the bot; before and after as the policy writes them.

    `settled_at` is when everything that is kept of clients followed it; None: not yet. Until then
    the last change keeps how far that is: `clients_until`, then `tasks_until`, the last numbers.
    """

    __tablename__ = "policy_changes"
    __table_args__ = (
        Index(
            "ix_policy_changes_unsettled",
            "id",
            sqlite_where=_NOT_SETTLED,
            postgresql_where=_NOT_SETTLED,
        ),
        Index("ix_policy_changes_name", "name", "id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(String(64))
    before: Mapped[str] = mapped_column(String(64))
    after: Mapped[str] = mapped_column(String(64))
    changed_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    changed_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    clients_until: Mapped[int | None] = mapped_column(Id)
    tasks_until: Mapped[int | None] = mapped_column(Id)


UNSETTLED = select(PolicyChange).where(PolicyChange.settled_at.is_(None)).order_by(PolicyChange.id)
_STORED = PreparedStatement(select(PolicyOverride.name, PolicyOverride.value))
_WITH_USER = PreparedRows(
    select(User, PolicyOverride.name, PolicyOverride.value)
    .outerjoin(PolicyOverride, true())
    .where(User.telegram_id == bindparam("telegram_id"))
)


async def stored_policy(session: AsyncSession) -> Mapping[str, str]:
    """The company's own numbers by their names."""
    return dict(await _STORED.rows(session, {}))


async def user_with_policy(
    session: AsyncSession, telegram_id: int
) -> tuple[User, Mapping[str, str]] | None:
    """Whoever writes from this Telegram account, and the company's numbers, in one statement."""
    rows = await _WITH_USER.all(session, {"telegram_id": telegram_id})
    if not rows:
        return None
    return rows[0][0], {name: value for _, name, value in rows if name is not None}


async def keep_override(
    session: AsyncSession, name: str, value: str | None, by: int, now: datetime
) -> None:
    """This is the company's own value from now on; None: it has none of its own any more."""
    row = await session.get(PolicyOverride, name, populate_existing=True)
    if value is None:
        if row is not None:
            await session.delete(row)
        return
    if row is None:
        row = PolicyOverride(name=name)
        session.add(row)
    row.value, row.changed_by, row.changed_at = value, by, now


async def changes_of(
    session: AsyncSession, name: str, limit: int
) -> Sequence[tuple[PolicyChange, str]]:
    """The last changes of this number, the newest first, with who made them."""
    query = (
        select(PolicyChange, User.name)
        .join(User, User.id == PolicyChange.changed_by)
        .where(PolicyChange.name == name)
        .order_by(PolicyChange.id.desc())
        .limit(limit)
    )
    return [row._tuple() for row in (await session.execute(query)).all()]


async def count_changes(session: AsyncSession, name: str) -> int:
    """How often this number was changed in the bot."""
    query = select(func.count(PolicyChange.id)).where(PolicyChange.name == name)
    return await session.scalar(query) or 0


async def unsettled_changes(session: AsyncSession) -> Sequence[PolicyChange]:
    """Changes that are not carried out yet, oldest first."""
    return (await session.scalars(UNSETTLED)).all()


async def keep_clients_until(session: AsyncSession, change_id: int, until: int) -> None:
    """The clients up to this number follow the change; never less than before."""
    column = PolicyChange.clients_until
    is_less = or_(column.is_(None), column < until)
    query = update(PolicyChange).where(PolicyChange.id == change_id, is_less)
    await session.execute(query.values(clients_until=until))


async def keep_tasks_until(session: AsyncSession, change_id: int, until: int) -> None:
    """The same of the reminders of tasks."""
    column = PolicyChange.tasks_until
    is_less = or_(column.is_(None), column < until)
    query = update(PolicyChange).where(PolicyChange.id == change_id, is_less)
    await session.execute(query.values(tasks_until=until))


async def settle_changes(session: AsyncSession, ids: Sequence[int], now: datetime) -> None:
    """Everything follows these changes by now."""
    await session.execute(
        update(PolicyChange).where(PolicyChange.id.in_(ids)).values(settled_at=now)
    )
