"""Telegram Business: who has connected the bot to his account, and the chats that it sees there."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, String, UniqueConstraint, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.models.base import Base, Id, JsonDict, Word
from bot.models.inbox import InboxUpdate
from bot.models.outbox import OutboxMessage, OutboxStatus


class ChatState(StrEnum):
    """What is known of a chat in somebody's account."""

    CLIENT = "client"
    ASKED = "asked"
    """Nobody knows whose it is: the person was asked once."""
    NOT_CLIENT = "not_client"


class BusinessConnection(Base):
    """One connection as Telegram numbers it, of the account `telegram_id` (0: nobody's by now).

    Of several of one account the one counts that was heard of last: `heard_no` is the number of
    that update in the inbox. `since` is when it was made, `rights` the words of what was granted.
    """

    __tablename__ = "business_connections"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    connection_id: Mapped[str] = mapped_column(String(128), unique=True)
    telegram_id: Mapped[int] = mapped_column(BigInteger, index=True)
    enabled: Mapped[bool]
    rights: Mapped[JsonDict]
    since: Mapped[datetime]
    heard_no: Mapped[int] = mapped_column(BigInteger)
    asks_unknown: Mapped[bool] = mapped_column(default=False)


class BusinessChat(Base):
    """A chat of somebody's account with the account `telegram_id`.

    `task_id` is the inbound that the card in the person's chat with the bot is about; `opened`:
    the person has tapped it, so that something else may stand there by now. `heard_at` (UTC) is
    the client's last message; `answer` what the person's own one after it promises, and `answered`
    the last of its messages that are known.
    """

    __tablename__ = "business_chats"
    __table_args__ = (UniqueConstraint("user_id", "telegram_id", name="uq_business_chats_user"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    telegram_id: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[ChatState] = mapped_column(Word(ChatState))
    task_id: Mapped[int | None] = mapped_column(
        ForeignKey("tasks.id", ondelete="SET NULL"), index=True
    )
    opened: Mapped[bool] = mapped_column(default=False)
    heard_at: Mapped[datetime | None]
    answer: Mapped[JsonDict | None]
    answered: Mapped[JsonDict]


async def connection_of(session: AsyncSession, connection_id: str) -> BusinessConnection | None:
    """The connection that Telegram calls so."""
    query = select(BusinessConnection).where(BusinessConnection.connection_id == connection_id)
    return (await session.scalars(query)).first()


async def newest_connection(session: AsyncSession, telegram_id: int) -> BusinessConnection | None:
    """The connection of the account that was heard of last."""
    query = select(BusinessConnection).where(BusinessConnection.telegram_id == telegram_id)
    query = query.order_by(BusinessConnection.heard_no.desc()).limit(1)
    return (await session.scalars(query)).first()


async def business_chat(
    session: AsyncSession, user_id: int, telegram_id: int
) -> BusinessChat | None:
    """The person's chat with this account, locked."""
    query = select(BusinessChat).where(
        BusinessChat.user_id == user_id, BusinessChat.telegram_id == telegram_id
    )
    return (await session.scalars(query.with_for_update())).first()


async def chat_of_task(session: AsyncSession, user_id: int, task_id: int) -> BusinessChat | None:
    """The person's chat whose card is about this inbound."""
    query = select(BusinessChat).where(
        BusinessChat.user_id == user_id, BusinessChat.task_id == task_id
    )
    return (await session.scalars(query)).first()


async def count_chats(session: AsyncSession, user_id: int, state: ChatState) -> int:
    """How many chats of the person are in this state."""
    query = select(func.count()).where(BusinessChat.user_id == user_id, BusinessChat.state == state)
    return await session.scalar(query) or 0


async def chats_in(session: AsyncSession, user_id: int, state: ChatState) -> Sequence[BusinessChat]:
    """The person's chats in this state."""
    query = select(BusinessChat).where(BusinessChat.user_id == user_id, BusinessChat.state == state)
    return (await session.scalars(query)).all()


async def sent_alone(session: AsyncSession, key: str) -> int | None:
    """Where the message of this key stands in the chat of its person, as long as it stands there
    with no other in one."""
    sent = select(OutboxMessage).where(
        OutboxMessage.key == key, OutboxMessage.status == OutboxStatus.SENT
    )
    message = (await session.scalars(sent)).first()
    if message is None or message.message_id is None:
        return None
    query = select(func.count()).where(
        OutboxMessage.user_id == message.user_id, OutboxMessage.message_id == message.message_id
    )
    return message.message_id if await session.scalar(query) == 1 else None


async def waits_unsent(session: AsyncSession, key: str) -> bool:
    """Whether the message of this key is still to be sent."""
    query = select(OutboxMessage.status).where(OutboxMessage.key == key)
    return await session.scalar(query) in (OutboxStatus.PENDING, OutboxStatus.CLAIMED)


async def forget_words(session: AsyncSession, row_id: int, update_id: int) -> None:
    """What people have written to each other is not kept in the inbox once it is handled."""
    bare = f'{{"update_id": {update_id}}}'
    await session.execute(update(InboxUpdate).where(InboxUpdate.id == row_id).values(raw=bare))
