"""The folded words that a client is found by: of its name, its company, its people."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.models.base import Base

LONGEST_WORD = 64
_BYTEWISE = String(LONGEST_WORD, collation="C")


class ClientWord(Base):
    """One word of one client; compared byte by byte, so that a range is "begins with"."""

    __tablename__ = "client_words"

    word: Mapped[str] = mapped_column(
        String(LONGEST_WORD).with_variant(_BYTEWISE, "postgresql"), primary_key=True
    )
    client_id: Mapped[int] = mapped_column(
        ForeignKey("clients.id"), primary_key=True, index=True, autoincrement=False
    )
