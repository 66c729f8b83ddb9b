"""How far mailboxes have been looked through."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import BigInteger, String, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.models.arrival import Arrival
from bot.models.base import Base, insert_once
from bot.models.intake import IntakeRecord
from bot.models.task import Task


class Mailbox(Base):
    """`key` is the sum of where it is and whose: neither stands here. Letters up to `uid` are
    done with, as the server numbered them under `validity`. `since` is when it was looked into
    first, `looked_at` last (UTC)."""

    __tablename__ = "mailboxes"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    validity: Mapped[int] = mapped_column(BigInteger)
    uid: Mapped[int] = mapped_column(BigInteger)
    since: Mapped[datetime]
    looked_at: Mapped[datetime]


async def see(session: AsyncSession, key: str, validity: int, uid: int, now: datetime) -> None:
    """The mailbox is looked through up to there, by whichever process has got furthest."""
    seen = {"validity": validity, "uid": uid, "looked_at": now}
    if await insert_once(session, Mailbox, {"key": key, "since": now, **seen}):
        return
    mailbox = await session.get_one(Mailbox, key, with_for_update=True)
    if mailbox.validity == validity:
        uid = max(uid, mailbox.uid)
    mailbox.validity, mailbox.uid, mailbox.looked_at = validity, uid, now


async def client_of_events(session: AsyncSession, keys: Sequence[str]) -> int | None:
    """The client whose event it was, the first of these that is some client's."""
    if not keys:
        return None
    query = (
        select(IntakeRecord.key, func.coalesce(Arrival.client_id, Task.client_id))
        .outerjoin(Arrival, Arrival.id == IntakeRecord.arrival_id)
        .outerjoin(Task, Task.id == IntakeRecord.task_id)
        .where(IntakeRecord.key.in_(keys))
    )
    found = dict(row._tuple() for row in (await session.execute(query)).all())
    return next((found[key] for key in keys if found.get(key) is not None), None)


async def first_look(session: AsyncSession) -> datetime | None:
    """When a mailbox was looked into first; None where none ever was."""
    return await session.scalar(select(func.min(Mailbox.since)))
