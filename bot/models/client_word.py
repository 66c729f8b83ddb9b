"""The folded words that a client is found by: of its name, its company, its people, its phones.

A word is found by its beginning, through the index: `LIKE '%…%'` over a million clients takes
seconds, this takes milliseconds.
"""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, ForeignKey, Select, String, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.models.base import Base

LONGEST_WORD = 64
_BYTEWISE = String(LONGEST_WORD, collation="C")
_LAST = "\U0010ffff"


class ClientWord(Base):
    """One word of one client; compared byte by byte, so that a range is "begins with"."""

    __tablename__ = "client_words"

    word: Mapped[str] = mapped_column(
        String(LONGEST_WORD).with_variant(_BYTEWISE, "postgresql"), primary_key=True
    )
    client_id: Mapped[int] = mapped_column(
        ForeignKey("clients.id"), primary_key=True, index=True, autoincrement=False
    )


def beginning(word: str) -> Select[tuple[int]]:
    """The clients that have a word which begins so."""
    return select(ClientWord.client_id).where(_begins(word))


def exactly(words: Sequence[str]) -> Select[tuple[int]]:
    """The clients that have one of these very words."""
    return select(ClientWord.client_id).where(ClientWord.word.in_(words))


async def kept_words(session: AsyncSession, client_ids: Sequence[int]) -> Sequence[ClientWord]:
    """The words kept for these clients."""
    query = select(ClientWord).where(ClientWord.client_id.in_(client_ids))
    return (await session.scalars(query)).all()


async def vocabulary(session: AsyncSession, start: str, limit: int) -> Sequence[str]:
    """The different words that begin so, of all clients."""
    query = select(ClientWord.word).where(_begins(start)).distinct().limit(limit)
    return (await session.scalars(query)).all()


def _begins(word: str) -> ColumnElement[bool]:
    return (ClientWord.word >= word) & (ClientWord.word < word + _LAST)
