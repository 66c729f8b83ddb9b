"""The numbers of the policy that a company has changed; the defaults are in the method."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import ForeignKey, String, bindparam, select, true
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.models.base import Base
from bot.models.user import User


class PolicyOverride(Base):
    """One changed number, as the text that the policy parses."""

    __tablename__ = "policy"

    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    value: Mapped[str] = mapped_column(String(64))
    changed_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    changed_at: Mapped[datetime]


_STORED = select(PolicyOverride.name, PolicyOverride.value)
_WITH_USER = (
    select(User, PolicyOverride.name, PolicyOverride.value)
    .outerjoin(PolicyOverride, true())
    .where(User.telegram_id == bindparam("telegram_id"))
)


async def stored_policy(session: AsyncSession) -> Mapping[str, str]:
    """The company's own numbers by their names."""
    rows = await session.execute(_STORED)
    return dict([row._tuple() for row in rows.all()])


async def user_with_policy(
    session: AsyncSession, telegram_id: int
) -> tuple[User, Mapping[str, str]] | None:
    """Whoever writes from this Telegram account, and the company's numbers, in one statement."""
    found = await session.execute(_WITH_USER, {"telegram_id": telegram_id})
    rows = [row._tuple() for row in found.all()]
    if not rows:
        return None
    return rows[0][0], {name: value for _, name, value in rows if name is not None}
