"""Chats of departments that get the evening's totals."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKey, String, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.models.base import Base, Id
from bot.models.user import User


class GroupChat(Base):
    """A group of Telegram, linked by the `keeper_id`, at whose evening hour it hears of the day.

    Its managers are those of the team, without one all whom the keeper leads. `thread_id` is the
    topic where there are any; `posted_on` the keeper's local date of the last totals. What has
    `ended_at` gets nothing any more.
    """

    __tablename__ = "group_chats"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger, unique=True)
    thread_id: Mapped[int | None]
    title: Mapped[str] = mapped_column(String(128))
    team_id: Mapped[int | None] = mapped_column(ForeignKey("teams.id"), index=True)
    keeper_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    linked_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    posted_on: Mapped[date | None]


LINKED = select(GroupChat).where(GroupChat.ended_at.is_(None))
_WITH_KEEPERS = (
    LINKED.add_columns(User)
    .join(User, User.id == GroupChat.keeper_id)
    .order_by(GroupChat.title, GroupChat.id)
)


async def linked_groups(session: AsyncSession) -> Sequence[tuple[GroupChat, User]]:
    """Every chat that gets totals, with its keeper, by title."""
    return [row._tuple() for row in (await session.execute(_WITH_KEEPERS)).all()]


async def group_of_chat(session: AsyncSession, chat_id: int) -> GroupChat | None:
    """The chat of Telegram's number, linked or ended, locked."""
    query = select(GroupChat).where(GroupChat.chat_id == chat_id).with_for_update()
    return (await session.scalars(query)).first()
