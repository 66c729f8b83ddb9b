"""What people brought and what became of it: kept between the question and the tap."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    ForeignKey,
    Index,
    String,
    Text,
    UniqueConstraint,
    delete,
    exists,
    false,
    func,
    or_,
    select,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.method.core.terms import TaskKind
from bot.models.base import Base, Id, JsonDict, Word
from bot.models.intake import IntakeRecord


class ArrivalState(StrEnum):
    """Waiting for a choice, or what it ended with."""

    WAITING = "waiting"
    DONE = "done"
    HELD = "held"
    """A colleague's client: the surname was told."""
    HEADS = "heads"
    """A client's who has no owner: the heads decide who gets it, and the words with it."""
    OWN = "own"
    """A line of our own, until what it was forwarded with comes."""


class Arrival(Base):
    """One message of a client as a person of the company brought it (R9).

    `sender` is the facts of `method.inbound.MessageSender`; as `remembered`, the ids of the
    contact points that the choice of its client has added; as `created`, that the client was made
    of it; as `brought_by`, who has brought it where somebody else is asked by now.
    `arrived_at` is the UTC instant of the original, `created_at` that of its being brought.
    `lead_id` points at the first message of the same sender or album, which it belongs to.
    `dedupe_key` makes the same message twice impossible for a person. The text goes when
    the task has it, with that of the parts; `said` is the words of this message alone, which stay,
    as they were edited since. `comment` is what the person has written with it. `content` is the
    field of the message that words can not show; it stands as `message_id` in the chat `chat_id`,
    and is to be had as `file_id` where that is a chat of somebody's own.
    """

    __tablename__ = "arrivals"
    __table_args__ = (
        UniqueConstraint("user_id", "dedupe_key", name="uq_arrivals_user_dedupe_key"),
        Index("ix_arrivals_user_created", "user_id", "created_at"),
        Index("ix_arrivals_lead", "lead_id"),
        Index("ix_arrivals_place", "chat_id", "message_id"),
        Index("ix_arrivals_task", "task_id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    state: Mapped[ArrivalState] = mapped_column(Word(ArrivalState))
    kind: Mapped[TaskKind] = mapped_column(Word(TaskKind), default=TaskKind.LETTER)
    sender: Mapped[JsonDict]
    text: Mapped[str] = mapped_column(Text, default="")
    said: Mapped[str] = mapped_column(Text, default="")
    comment: Mapped[str | None] = mapped_column(Text)
    arrived_at: Mapped[datetime]
    dedupe_key: Mapped[str | None] = mapped_column(String(64), index=True)
    sender_key: Mapped[str | None] = mapped_column(String(64), index=True)
    album: Mapped[str | None] = mapped_column(String(64))
    lead_id: Mapped[int | None] = mapped_column(ForeignKey("arrivals.id", ondelete="CASCADE"))
    client_id: Mapped[int | None] = mapped_column(ForeignKey("clients.id"), index=True)
    task_id: Mapped[int | None] = mapped_column(ForeignKey("tasks.id"))
    created_at: Mapped[datetime]
    content: Mapped[str | None] = mapped_column(String(32))
    chat_id: Mapped[int | None] = mapped_column(BigInteger)
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    file_id: Mapped[str | None] = mapped_column(Text)


async def arrival_of(session: AsyncSession, arrival_id: int) -> Arrival | None:
    """What arrived under this id, locked."""
    query = select(Arrival).where(Arrival.id == arrival_id).with_for_update()
    return (await session.scalars(query)).first()


async def arrival_at(
    session: AsyncSession, user_id: int, chat_id: int, message_id: int
) -> Arrival | None:
    """What the person has brought as this message of the chat."""
    query = select(Arrival).where(
        Arrival.user_id == user_id, Arrival.chat_id == chat_id, Arrival.message_id == message_id
    )
    return (await session.scalars(query.order_by(Arrival.id).limit(1))).first()


async def waiting_in_chat(session: AsyncSession, user_id: int, chat_id: int) -> Arrival | None:
    """What of this chat waits for a word of the person, or of the heads, the first part of it."""
    query = select(Arrival).where(
        Arrival.user_id == user_id,
        Arrival.chat_id == chat_id,
        Arrival.lead_id.is_(None),
        Arrival.state.in_([ArrivalState.WAITING, ArrivalState.HEADS]),
    )
    return (await session.scalars(query.order_by(Arrival.id).limit(1).with_for_update())).first()


async def arrivals_at(
    session: AsyncSession, user_id: int, chat_id: int, message_ids: Sequence[int]
) -> Sequence[Arrival]:
    """What the person has brought as these messages of the chat."""
    query = select(Arrival).where(
        Arrival.user_id == user_id, Arrival.chat_id == chat_id, Arrival.message_id.in_(message_ids)
    )
    return (await session.scalars(query.order_by(Arrival.id))).all()


async def seen_before(session: AsyncSession, dedupe_key: str) -> Sequence[Arrival]:
    """The same message as it came before, from whomever, the latest first."""
    query = select(Arrival).where(Arrival.dedupe_key == dedupe_key)
    return (await session.scalars(query.order_by(Arrival.id.desc()).limit(20))).all()


async def last_together(
    session: AsyncSession, user_id: int, sender_key: str | None, album: str | None, since: datetime
) -> Arrival | None:
    """The latest message of this sender or album that the person brought since then."""
    # Nothing known of the sender is nothing in common with anybody.
    same = [Arrival.sender_key == sender_key] if sender_key is not None else []
    together = or_(false(), *same, *([Arrival.album == album] if album is not None else []))
    query = select(Arrival).where(
        Arrival.user_id == user_id,
        Arrival.created_at >= since,
        together,
    )
    return (await session.scalars(query.order_by(Arrival.id.desc()).limit(1))).first()


async def last_brought(session: AsyncSession, user_id: int, since: datetime) -> Arrival | None:
    """The latest message of whatever client that the person, and no other system, brought since
    then."""
    query = select(Arrival).where(*_brought_since(user_id, since))
    return (await session.scalars(query.order_by(Arrival.id.desc()).limit(1))).first()


def _brought_since(user_id: int, since: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        Arrival.user_id == user_id,
        Arrival.created_at >= since,
        Arrival.state != ArrivalState.OWN,
        ~exists().where(IntakeRecord.arrival_id == Arrival.id),
    )


async def own_lines(session: AsyncSession, user_id: int, since: datetime) -> Sequence[Arrival]:
    """The person's own lines that have waited since then for what they go with, in their order."""
    query = select(Arrival).where(
        Arrival.user_id == user_id,
        Arrival.created_at >= since,
        Arrival.state == ArrivalState.OWN,
    )
    return (await session.scalars(query.order_by(Arrival.id))).all()


async def count_conversations(session: AsyncSession, user_id: int, since: datetime) -> int:
    """Of how many senders or clients the person, and no other system, has brought something since
    then."""
    query = (
        select(func.count())
        .select_from(Arrival)
        .where(*_brought_since(user_id, since), Arrival.lead_id.is_(None))
    )
    return await session.scalar(query) or 0


async def arrivals_of_client(session: AsyncSession, client_id: int) -> Sequence[Arrival]:
    """Everything that was put on the client, the oldest first."""
    query = select(Arrival).where(Arrival.client_id == client_id)
    return (await session.scalars(query.order_by(Arrival.id))).all()


async def words_without_owner(session: AsyncSession, client_id: int) -> Sequence[Arrival]:
    """What the client has sent, or the first part of it, while nobody had him, the oldest first."""
    query = select(Arrival).where(
        Arrival.client_id == client_id,
        Arrival.lead_id.is_(None),
        Arrival.state.in_([ArrivalState.WAITING, ArrivalState.HEADS]),
    )
    return (await session.scalars(query.order_by(Arrival.id).with_for_update())).all()


async def clients_with_words(session: AsyncSession, client_ids: Sequence[int]) -> Sequence[int]:
    """Those of the clients who have sent something that waits for who gets them."""
    query = select(Arrival.client_id).where(
        Arrival.client_id.in_(client_ids),
        Arrival.lead_id.is_(None),
        Arrival.state.in_([ArrivalState.WAITING, ArrivalState.HEADS]),
    )
    found = await session.scalars(query.distinct())
    return sorted(client_id for client_id in found if client_id is not None)


async def client_of_arrival(session: AsyncSession, arrival_id: int) -> int | None:
    """Whom it was put on; nothing is locked."""
    return await session.scalar(select(Arrival.client_id).where(Arrival.id == arrival_id))


async def task_of_arrival(session: AsyncSession, arrival_id: int) -> int | None:
    """The inbound that it is on by now."""
    return await session.scalar(select(Arrival.task_id).where(Arrival.id == arrival_id))


async def drop_arrival(session: AsyncSession, arrival_id: int) -> None:
    """It, and what belongs to it, has never arrived."""
    parts = or_(Arrival.id == arrival_id, Arrival.lead_id == arrival_id)
    await session.execute(delete(Arrival).where(parts))


async def surnames_told(session: AsyncSession, user_id: int, since: datetime) -> int:
    """How often the person was told since then whose client it is."""
    query = select(func.count()).where(
        Arrival.user_id == user_id,
        Arrival.created_at >= since,
        Arrival.state == ArrivalState.HELD,
    )
    return await session.scalar(query) or 0


async def forget_own_lines(session: AsyncSession, user_id: int, before: datetime) -> None:
    """Drop the lines of the person's own that nothing has followed. What a client has said waits
    until somebody answers, however long: that is work left."""
    own, old = Arrival.state == ArrivalState.OWN, Arrival.created_at < before
    await session.execute(delete(Arrival).where(Arrival.user_id == user_id, own, old))
