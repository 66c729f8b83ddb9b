"""Raw updates as Telegram gave them: stored before they are confirmed, handled exactly once."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.models.base import Base, Id


class InboxUpdate(Base):
    """One update; `handled_at` comes with its effect, `parked_at` after five tries."""

    __tablename__ = "inbox"
    __table_args__ = (
        Index(
            "ix_inbox_waiting",
            "chat_id",
            "id",
            sqlite_where=text("handled_at IS NULL AND parked_at IS NULL"),
            postgresql_where=text("handled_at IS NULL AND parked_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    update_id: Mapped[int] = mapped_column(BigInteger, unique=True)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    raw: Mapped[str] = mapped_column(Text)
    received_at: Mapped[datetime]
    handled_at: Mapped[datetime | None]
    parked_at: Mapped[datetime | None]
    tries: Mapped[int] = mapped_column(default=0)
    error_id: Mapped[str | None]
