"""What other systems have reported over HTTP: each event once, for good."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.method.inbound.intake.event import CallEnd, IntakeChannel
from bot.models.base import Base, Id, Word
from bot.models.user import User


class IntakeState(StrEnum):
    """What has become of an event."""

    TASK = "task"
    """It is an inbound task, or a part of one."""
    ASKED = "asked"
    """Several clients may have sent it: somebody is asked."""
    HEADS = "heads"
    """A client's who has no owner: the heads decide."""
    TOUCHED = "touched"
    """A conversation that stands in the client's history."""
    PASSED = "passed"
    """It concerns no client that we know."""


class IntakeRecord(Base):
    """One event of one source; `key` makes it twice impossible, `content` tells it from another
    with the same id. `arrival_id` is what it was kept as, `task_id` the inbound that it became or
    joined. Both times are UTC: of the event itself, and of its coming here."""

    __tablename__ = "intake_events"
    __table_args__ = (Index("ix_intake_events_source", "source", "id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    key: Mapped[str] = mapped_column(String(64), unique=True)
    source: Mapped[str] = mapped_column(String(16))
    external_id: Mapped[str] = mapped_column(String(200))
    content: Mapped[str] = mapped_column(String(64))
    channel: Mapped[IntakeChannel] = mapped_column(Word(IntakeChannel))
    call: Mapped[CallEnd | None] = mapped_column(Word(CallEnd))
    state: Mapped[IntakeState] = mapped_column(Word(IntakeState))
    arrival_id: Mapped[int | None] = mapped_column(
        ForeignKey("arrivals.id", ondelete="SET NULL"), index=True
    )
    task_id: Mapped[int | None] = mapped_column(
        ForeignKey("tasks.id", ondelete="SET NULL"), index=True
    )
    occurred_at: Mapped[datetime]
    received_at: Mapped[datetime]


class IntakeAddress(Base):
    """Where a vendor that can set no header reports to: the secret of its address, as a hash."""

    __tablename__ = "intake_addresses"

    vendor: Mapped[str] = mapped_column(String(16), primary_key=True)
    secret_hash: Mapped[str] = mapped_column(String(64))
    made_at: Mapped[datetime]
    made_by: Mapped[int] = mapped_column(ForeignKey("users.id"))


class Extension(Base):
    """By which word (an extension of the exchange, an address) other systems name somebody."""

    __tablename__ = "extensions"

    word: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)


async def extensions_of(session: AsyncSession, person_id: int) -> Sequence[Extension]:
    """Those of the person, in the order of the alphabet."""
    query = select(Extension).where(Extension.user_id == person_id).order_by(Extension.word)
    return (await session.scalars(query)).all()


async def holders_of(
    session: AsyncSession, words: Sequence[str]
) -> Sequence[tuple[User, Extension]]:
    """Who is named by one of these words, at work or not."""
    query = select(User, Extension).join(Extension, Extension.user_id == User.id)
    rows = await session.execute(query.where(Extension.word.in_(words)))
    return [row._tuple() for row in rows.all()]


async def intake_record(session: AsyncSession, key: str) -> IntakeRecord | None:
    """The event as it came before, locked."""
    query = select(IntakeRecord).where(IntakeRecord.key == key).with_for_update()
    return (await session.scalars(query)).first()


async def record_of_arrival(session: AsyncSession, arrival_id: int) -> IntakeRecord | None:
    """The event that was kept as this."""
    query = select(IntakeRecord).where(IntakeRecord.arrival_id == arrival_id).limit(1)
    return (await session.scalars(query)).first()


async def intake_addresses(session: AsyncSession) -> Sequence[IntakeAddress]:
    """Every address that is in use."""
    return (await session.scalars(select(IntakeAddress))).all()


async def last_events(session: AsyncSession) -> Sequence[IntakeRecord]:
    """The last event of each source."""
    last = select(func.max(IntakeRecord.id)).group_by(IntakeRecord.source)
    return (await session.scalars(select(IntakeRecord).where(IntakeRecord.id.in_(last)))).all()


async def events_by_source(session: AsyncSession) -> Mapping[str, int]:
    """How many events of each source there are."""
    query = select(IntakeRecord.source, func.count()).group_by(IntakeRecord.source)
    return dict((await session.execute(query)).tuples().all())
