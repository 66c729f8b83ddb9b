"""What happened to a client: inbounds, outcomes, moves, owners, with who and when."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from bot.method.terms import Event
from bot.models.base import Base, Id, JsonDict, Word


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
