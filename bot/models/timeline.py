"""What happened to a client: inbounds, outcomes, moves, owners, with who and when."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, Index, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.method.terms import Event
from bot.models.base import Base, Id, JsonDict, Word
from bot.models.user import User


class TimelineEntry(Base):
    """One event; `data` holds code words, ids and dates, never a ready text of the bot."""

    __tablename__ = "timeline"
    __table_args__ = (Index("ix_timeline_client", "client_id", "id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"))
    deal_id: Mapped[int | None] = mapped_column(ForeignKey("deals.id"))
    task_id: Mapped[int | None] = mapped_column(ForeignKey("tasks.id"))
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    event: Mapped[Event] = mapped_column(Word(Event))
    at: Mapped[datetime]
    data: Mapped[JsonDict]


async def timeline_page(
    session: AsyncSession,
    client_id: int,
    offset: int,
    limit: int,
    only: frozenset[Event] | None = None,
) -> Sequence[tuple[TimelineEntry, str | None]]:
    """Events of the client with the names of who caused them, newest first; `only` these kinds."""
    query = (
        select(TimelineEntry, User.name)
        .outerjoin(User, User.id == TimelineEntry.actor_id)
        .where(TimelineEntry.client_id == client_id)
        .order_by(TimelineEntry.id.desc())
    )
    if only is not None:
        query = query.where(TimelineEntry.event.in_(only))
    return [
        row._tuple() for row in (await session.execute(query.offset(offset).limit(limit))).all()
    ]


async def timeline_size(session: AsyncSession, client_id: int) -> int:
    """How many events the client has."""
    query = select(func.count()).where(TimelineEntry.client_id == client_id)
    return await session.scalar(query) or 0
