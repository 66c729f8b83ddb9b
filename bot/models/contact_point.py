"""The ways to reach clients, and people inside them."""

from collections.abc import Sequence

from sqlalchemy import ForeignKey, Index, String, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.method.core.terms import ContactKind
from bot.models.base import Base, Id, Word
from bot.models.reading import PreparedRows


class ContactPoint(Base):
    """A phone (E.164), an e-mail (lower case), a Telegram id or handle, or a remembered alias.

    `person_id` where it is of somebody inside the client.
    """

    __tablename__ = "contact_points"
    __table_args__ = (Index("ix_contact_points_value", "kind", "value"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    kind: Mapped[ContactKind] = mapped_column(Word(ContactKind))
    value: Mapped[str] = mapped_column(String(200))
    extension: Mapped[str | None] = mapped_column(String(16))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)


_BY_AGE = select(ContactPoint).order_by(ContactPoint.id)
_POINTS = _BY_AGE.where(ContactPoint.client_id.in_(bindparam("client_ids", expanding=True)))
_OF_ONE = PreparedRows(_BY_AGE.where(ContactPoint.client_id == bindparam("client_id")))


async def points_of_client(session: AsyncSession, client_id: int) -> Sequence[ContactPoint]:
    """Every contact of the client, the oldest first."""
    return [point for (point,) in await _OF_ONE.all(session, {"client_id": client_id})]


async def points_of_clients(
    session: AsyncSession, client_ids: Sequence[int]
) -> Sequence[ContactPoint]:
    """Every contact of these clients, the oldest first."""
    return (await session.scalars(_POINTS, {"client_ids": client_ids})).all()


async def phones_of_clients(
    session: AsyncSession, client_ids: Sequence[int]
) -> Sequence[ContactPoint]:
    """The phones of the clients themselves, without the people inside, the oldest first."""
    query = select(ContactPoint).where(
        ContactPoint.client_id.in_(client_ids),
        ContactPoint.kind == ContactKind.PHONE,
        ContactPoint.person_id.is_(None),
    )
    return (await session.scalars(query.order_by(ContactPoint.id))).all()
