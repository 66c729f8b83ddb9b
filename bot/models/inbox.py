"""Raw updates as Telegram gave them: stored before they are confirmed, handled exactly once."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple, cast

from sqlalchemy import (
    BigInteger,
    Index,
    Table,
    Text,
    bindparam,
    func,
    null,
    select,
    text,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.models.base import Base, Id, JsonDict
from bot.models.prepared import PreparedStatement
from bot.models.pruning import prune_behind

MOST_TRIES = 5
"""After so many failed tries an update is parked, for it would hold its chat for ever."""


class InboxUpdate(Base):
    """One update; `handled_at` comes with its effect, `parked_at` after five tries.

    `screen` is what is to be shown for it, until it was; from `show_at` on another process may take
    it over.
    """

    __tablename__ = "inbox"
    __table_args__ = (
        Index(
            "ix_inbox_waiting",
            "chat_id",
            "id",
            sqlite_where=text("handled_at IS NULL AND parked_at IS NULL"),
            postgresql_where=text("handled_at IS NULL AND parked_at IS NULL"),
        ),
        Index(
            "ix_inbox_parked",
            "parked_at",
            sqlite_where=text("parked_at IS NOT NULL"),
            postgresql_where=text("parked_at IS NOT NULL"),
        ),
        Index(
            "ix_inbox_unseen",
            "show_at",
            sqlite_where=text("show_at IS NOT NULL"),
            postgresql_where=text("show_at IS NOT NULL"),
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
    screen: Mapped[JsonDict | None]
    show_at: Mapped[datetime | None]


class Waiting(NamedTuple):
    """An update that is to be handled, as it lies in the inbox."""

    id: int
    chat_id: int
    raw: str
    received_at: datetime


_WAITS = (InboxUpdate.handled_at.is_(None), InboxUpdate.parked_at.is_(None))
_NEXT_OF_CHAT = PreparedStatement(
    select(InboxUpdate.id, InboxUpdate.chat_id, InboxUpdate.raw, InboxUpdate.received_at)
    .where(InboxUpdate.chat_id == bindparam("chat_id"), *_WAITS)
    .order_by(InboxUpdate.id)
    .limit(1)
    .with_for_update()
)
_INBOX = cast(Table, InboxUpdate.__table__)
_HANDLED = (
    update(_INBOX).where(_INBOX.c.id == bindparam("row_id")).values(handled_at=bindparam("at"))
)
_HANDLED_WITH_SCREEN = PreparedStatement(
    _HANDLED.values(screen=bindparam("kept"), show_at=bindparam("until"))
)
_HANDLED_ONLY = PreparedStatement(_HANDLED)
_WAITING_BEHIND = (
    select(InboxUpdate.raw)
    .where(InboxUpdate.chat_id == bindparam("chat_id"), *_WAITS)
    .where(InboxUpdate.id > bindparam("row_id"))
    .order_by(InboxUpdate.id.desc())
    .limit(bindparam("most"))
)
_NEXT_BEHIND = (
    select(InboxUpdate.raw)
    .where(InboxUpdate.chat_id == bindparam("chat_id"), *_WAITS)
    .where(
        InboxUpdate.id
        > select(InboxUpdate.id)
        .where(InboxUpdate.update_id == bindparam("update_id"))
        .scalar_subquery()
    )
    .order_by(InboxUpdate.id)
    .limit(bindparam("most"))
)
_WAITING_CHATS = (
    select(InboxUpdate.chat_id)
    .where(*_WAITS)
    .group_by(InboxUpdate.chat_id)
    .order_by(func.min(InboxUpdate.id))
)


async def next_of_chat(session: AsyncSession, chat_id: int) -> Waiting | None:
    """The oldest update of the chat that is not handled, locked."""
    row = await _NEXT_OF_CHAT.first(session, {"chat_id": chat_id})
    return None if row is None else Waiting(*row)


async def mark_handled(
    session: AsyncSession,
    row_id: int,
    at: datetime,
    *,
    screen: JsonDict | None = None,
    until: datetime | None = None,
) -> None:
    """Its effect is there, and the screen that is kept with it; nobody else shows that `until`
    then."""
    values: dict[str, object] = {"row_id": row_id, "at": at}
    if screen is None:
        await _HANDLED_ONLY.rows(session, values)
    else:
        await _HANDLED_WITH_SCREEN.rows(session, values | {"kept": screen, "until": until})


async def waiting_behind(session: AsyncSession, row: Waiting, limit: int) -> Sequence[str]:
    """The newest raw updates of the same chat that wait behind this one."""
    values = {"chat_id": row.chat_id, "row_id": row.id, "most": limit}
    return (await session.scalars(_WAITING_BEHIND, values)).all()


async def next_behind(
    session: AsyncSession, chat_id: int, update_id: int, most: int = 1
) -> Sequence[str]:
    """The raw updates that come next in the chat behind this one, as many as are there already."""
    values = {"chat_id": chat_id, "update_id": update_id, "most": most}
    return (await session.scalars(_NEXT_BEHIND, values)).all()


async def waiting_chats(session: AsyncSession) -> Sequence[int]:
    """Chats with something to handle, the longest waiting first."""
    return (await session.scalars(_WAITING_CHATS)).all()


async def try_again(session: AsyncSession, row_id: int, chat_id: int) -> bool:
    """The update of the chat waits as a new one does; False where it is not put aside."""
    parked = update(InboxUpdate).where(
        InboxUpdate.id == row_id, InboxUpdate.chat_id == chat_id, InboxUpdate.parked_at.is_not(None)
    )
    found = await session.execute(
        parked.values(parked_at=None, tries=0, error_id=None).returning(InboxUpdate.id)
    )
    return found.first() is not None


async def backlog(session: AsyncSession) -> tuple[int, int]:
    """How many updates wait, and how many are parked."""
    waiting = select(func.count()).select_from(InboxUpdate).where(*_WAITS).scalar_subquery()
    parked = select(func.count()).where(InboxUpdate.parked_at.is_not(None)).scalar_subquery()
    counts: tuple[int, int] = (await session.execute(select(waiting, parked))).one()._tuple()
    return counts


async def unseen_screens(session: AsyncSession, until: datetime | None) -> Sequence[InboxUpdate]:
    """Updates whose screen nobody knows to have been shown, in their order, locked: those that may
    be taken over by then, None for all."""
    query = select(InboxUpdate).where(InboxUpdate.show_at.is_not(None))
    if until is not None:
        query = query.where(InboxUpdate.show_at <= until)
    query = query.order_by(InboxUpdate.id).with_for_update(skip_locked=True)
    return (await session.scalars(query)).all()


async def leave_screen(session: AsyncSession, row_id: int, until: datetime) -> None:
    """Nobody else shows it before then."""
    shown = update(InboxUpdate).where(InboxUpdate.id == row_id, InboxUpdate.show_at.is_not(None))
    await session.execute(shown.values(show_at=until))


async def forget_screens(session: AsyncSession, row_ids: Sequence[int]) -> None:
    """They were shown, or say nothing any more."""
    shown = update(InboxUpdate).where(InboxUpdate.id.in_(row_ids))
    await session.execute(shown.values(screen=null(), show_at=null()))


async def prune_inbox(session: AsyncSession, before: datetime, behind: int) -> int | None:
    """Drop the raw updates that were handled before then, a portion (`Prune`): they hold what
    people wrote."""
    old = InboxUpdate.handled_at < before
    number, came_at = InboxUpdate.id, InboxUpdate.received_at
    return await prune_behind(session, number, came_at, old, before, behind)
