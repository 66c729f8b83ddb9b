"""Messages that the bot starts by itself: decided in a transaction, sent after it."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import cast

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    ForeignKey,
    Index,
    String,
    Table,
    and_,
    bindparam,
    delete,
    func,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.method.core.terms import Role
from bot.models.base import Base, Id, JsonDict, Word
from bot.models.prepared import PreparedStatement
from bot.models.pruning import prune_behind
from bot.models.user import User


class OutboxStatus(StrEnum):
    """Claimed: the bytes go out; whether Telegram has them is not known until marked."""

    PENDING = "pending"
    CLAIMED = "claimed"
    SENT = "sent"
    FAILED = "failed"
    DROPPED = "dropped"


class OutboxMessage(Base):
    """One message to one person; `key` makes the same decision twice impossible.

    `payload` holds ids only: the text is rendered from the state at the time of sending.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index(
            "ix_outbox_due",
            "not_before",
            "id",
            sqlite_where=text("status IN ('pending', 'claimed')"),
            postgresql_where=text("status IN ('pending', 'claimed')"),
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    key: Mapped[str] = mapped_column(String(160), unique=True)
    kind: Mapped[str] = mapped_column(String(32))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    payload: Mapped[JsonDict]
    status: Mapped[OutboxStatus] = mapped_column(Word(OutboxStatus), default=OutboxStatus.PENDING)
    created_at: Mapped[datetime]
    not_before: Mapped[datetime]
    retry_at: Mapped[datetime | None]
    """When a message in doubt is tried again; `not_before` stays what was decided."""
    claimed_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    message_id: Mapped[int | None] = mapped_column(Id)
    tries: Mapped[int] = mapped_column(default=0)
    repeated: Mapped[bool] = mapped_column(default=False)
    error: Mapped[str | None] = mapped_column(String(200))


_OPEN = OutboxMessage.status.in_((OutboxStatus.PENDING, OutboxStatus.CLAIMED))
"""As the index has it: SQLite does not see that what is pending is one of the two."""


def _due_at(
    now: datetime | BindParameter[datetime],
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    again = or_(OutboxMessage.retry_at.is_(None), OutboxMessage.retry_at <= now)
    return OutboxMessage.not_before <= now, again


_NEXT = (
    select(OutboxMessage, User)
    .join(User, User.id == OutboxMessage.user_id)
    .where(_OPEN, OutboxMessage.status == OutboxStatus.PENDING)
    .where(*_due_at(bindparam("now", type_=OutboxMessage.not_before.type)))
    .where(OutboxMessage.user_id.not_in(bindparam("busy", expanding=True)))
    .order_by(OutboxMessage.not_before, OutboxMessage.id)
    .limit(1)
)
_OUTBOX = cast(Table, OutboxMessage.__table__)
_CLAIM = PreparedStatement(
    update(_OUTBOX)
    .where(_OUTBOX.c.id == bindparam("message_id"), _OUTBOX.c.status == bindparam("waiting"))
    .values(status=bindparam("claimed"), claimed_at=bindparam("at"), tries=_OUTBOX.c.tries + 1)
    .returning(_OUTBOX.c.id)
)


async def next_to_send(
    session: AsyncSession, now: datetime, busy_users: Sequence[int]
) -> tuple[OutboxMessage, User] | None:
    """The message that waits longest and is due, with its person."""
    row = (await session.execute(_NEXT, {"now": now, "busy": busy_users})).first()
    return None if row is None else row._tuple()


async def claim(session: AsyncSession, message_ids: Sequence[int], now: datetime) -> bool:
    """From now on they are under way, all of them; False where one is not waiting any more, or
    another sender has it."""
    if len(message_ids) == 1:
        values = {"waiting": OutboxStatus.PENDING, "claimed": OutboxStatus.CLAIMED, "at": now}
        claimed = await _CLAIM.first(session, {**values, "message_id": message_ids[0]})
        return claimed is not None
    messages = await _pending_messages(session, message_ids)
    if len(messages) < len(message_ids):
        return False
    for message in messages:
        message.status, message.claimed_at = OutboxStatus.CLAIMED, now
        message.tries += 1
    return True


async def due_with(
    session: AsyncSession, message: OutboxMessage, now: datetime, kinds: Sequence[str], limit: int
) -> Sequence[OutboxMessage]:
    """What else of these kinds is due to the same person, as sure or as doubtful as that one."""
    query = (
        select(OutboxMessage)
        .where(_OPEN, OutboxMessage.status == OutboxStatus.PENDING, *_due_at(now))
        .where(OutboxMessage.user_id == message.user_id, OutboxMessage.id != message.id)
        .where(OutboxMessage.kind.in_(kinds), OutboxMessage.repeated == message.repeated)
        .order_by(OutboxMessage.not_before, OutboxMessage.id)
        .limit(limit)
    )
    return (await session.scalars(query)).all()


async def said_since(
    session: AsyncSession, user_id: int, since: datetime, kinds: Sequence[str]
) -> Sequence[datetime]:
    """When messages of these kinds reached the person from then on, each moment once."""
    query = (
        select(OutboxMessage.sent_at)
        .where(OutboxMessage.user_id == user_id, OutboxMessage.kind.in_(kinds))
        .where(OutboxMessage.status == OutboxStatus.SENT, OutboxMessage.sent_at >= since)
        .distinct()
        .order_by(OutboxMessage.sent_at)
    )
    return [at for at in await session.scalars(query) if at is not None]


async def still_to_end(session: AsyncSession, kinds: Sequence[str]) -> Sequence[OutboxMessage]:
    """Messages of these kinds that have not ended yet."""
    query = select(OutboxMessage).where(_OPEN, OutboxMessage.kind.in_(kinds))
    return (await session.scalars(query)).all()


async def sent_of(
    session: AsyncSession, kind: str, decided_at: datetime
) -> Sequence[OutboxMessage]:
    """Messages of this kind, decided at that moment, that were sent."""
    query = select(OutboxMessage).where(
        OutboxMessage.kind == kind,
        OutboxMessage.created_at == decided_at,
        OutboxMessage.status == OutboxStatus.SENT,
    )
    return (await session.scalars(query)).all()


async def sent_as(session: AsyncSession, key: str) -> int | None:
    """The number in its chat of the message under this key; None where it was not sent."""
    query = select(OutboxMessage.message_id).where(
        OutboxMessage.key == key, OutboxMessage.status == OutboxStatus.SENT
    )
    return await session.scalar(query)


async def sent_with(
    session: AsyncSession, user_id: int, message_id: int
) -> Sequence[OutboxMessage]:
    """All that stands in this message of the person's chat, in the order of saying it."""
    query = select(OutboxMessage).where(
        OutboxMessage.user_id == user_id,
        OutboxMessage.message_id == message_id,
        OutboxMessage.status == OutboxStatus.SENT,
    )
    return (await session.scalars(query.order_by(OutboxMessage.not_before, OutboxMessage.id))).all()


async def pending_message(session: AsyncSession, message_id: int) -> OutboxMessage | None:
    """The message, locked, as long as nobody has begun to send it or taken it back; one that
    another sender has locked is his."""
    return next(iter(await _pending_messages(session, (message_id,))), None)


async def _pending_messages(
    session: AsyncSession, message_ids: Sequence[int]
) -> Sequence[OutboxMessage]:
    """The same of several."""
    query = select(OutboxMessage).where(
        OutboxMessage.id.in_(message_ids), OutboxMessage.status == OutboxStatus.PENDING
    )
    return (await session.scalars(query.with_for_update(skip_locked=True))).all()


async def to_other_leaders(
    session: AsyncSession, kind: str, decided_at: datetime, besides: int
) -> Sequence[OutboxMessage]:
    """Messages of this kind that were decided at the same moment for other heads and admins."""
    leaders = select(User.id).where(User.role.in_(Role.leaders()), User.id != besides)
    query = select(OutboxMessage).where(
        OutboxMessage.user_id.in_(leaders),
        OutboxMessage.kind == kind,
        OutboxMessage.created_at == decided_at,
    )
    return (await session.scalars(query)).all()


async def claimed_before(session: AsyncSession, instant: datetime) -> Sequence[OutboxMessage]:
    """Messages that a sender claimed before then and never marked: it has died with them."""
    query = select(OutboxMessage).where(
        _OPEN, OutboxMessage.status == OutboxStatus.CLAIMED, OutboxMessage.claimed_at <= instant
    )
    return (await session.scalars(query.with_for_update())).all()


async def unsent(session: AsyncSession, now: datetime) -> int:
    """How many messages are due and not sent."""
    query = select(func.count()).select_from(OutboxMessage)
    return await session.scalar(query.where(_OPEN, *_due_at(now))) or 0


async def waits_about(session: AsyncSession, user_id: int, key: str) -> bool:
    """Whether the message of this key is still to be sent to the person, or one that adds to it."""
    query = select(OutboxMessage.id).where(
        OutboxMessage.user_id == user_id,
        OutboxMessage.status.in_((OutboxStatus.PENDING, OutboxStatus.CLAIMED)),
        or_(OutboxMessage.key == key, OutboxMessage.key.startswith(f"{key}:", autoescape=True)),
    )
    return (await session.scalars(query.limit(1))).first() is not None


async def oldest_unsent(session: AsyncSession, now: datetime) -> datetime | None:
    """Since when the message waits that is due for longest; None where none is."""
    query = select(func.min(OutboxMessage.not_before)).where(_OPEN, *_due_at(now))
    first: datetime | None = await session.scalar(query)
    return first


async def forget_unsent(session: AsyncSession, keys: Sequence[str]) -> None:
    """Those of the messages that nobody has begun to send were never decided."""
    pending = OutboxMessage.status == OutboxStatus.PENDING
    await session.execute(delete(OutboxMessage).where(OutboxMessage.key.in_(keys), pending))


async def prune_outbox(session: AsyncSession, before: datetime, behind: int) -> int | None:
    """Drop what has ended of the messages from before then, a portion (`Prune`); the keys of the
    present days stay."""
    ended = OutboxMessage.status.in_((OutboxStatus.SENT, OutboxStatus.FAILED, OutboxStatus.DROPPED))
    number, came_at = OutboxMessage.id, OutboxMessage.created_at
    old = and_(ended, came_at < before)
    return await prune_behind(session, number, came_at, old, before, behind)


async def last_message(session: AsyncSession) -> int:
    """The number of the newest message."""
    return await session.scalar(select(func.max(OutboxMessage.id))) or 0


async def readers_since(session: AsyncSession, number: int, now: datetime) -> Sequence[str]:
    """Whom the messages behind that one are for that were decided at this moment, by name."""
    query = (
        select(User.name)
        .join(OutboxMessage, OutboxMessage.user_id == User.id)
        .where(OutboxMessage.id > number, OutboxMessage.created_at == now)
        .group_by(User.id, User.name)
        .order_by(User.name)
    )
    return (await session.scalars(query)).all()
