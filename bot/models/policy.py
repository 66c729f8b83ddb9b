"""The numbers of the policy that a company has changed; the defaults are in the method."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.models.base import Base


class PolicyOverride(Base):
    """One changed number, as the text that the policy parses."""

    __tablename__ = "policy"

    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    value: Mapped[str] = mapped_column(String(64))
    changed_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    changed_at: Mapped[datetime]


async def stored_policy(session: AsyncSession) -> Mapping[str, str]:
    """The company's own numbers by their names."""
    rows = await session.execute(select(PolicyOverride.name, PolicyOverride.value))
    return dict([row._tuple() for row in rows.all()])
