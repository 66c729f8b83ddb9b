"""People inside a client that is a company, each with contact points of their own."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.method.clients.inside import PersonRole
from bot.models.base import Base, Id, Word


class Person(Base):
    """Somebody who works at the client; contact points with this `person_id` are theirs."""

    __tablename__ = "persons"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    role: Mapped[PersonRole | None] = mapped_column(Word(PersonRole))
    position: Mapped[str | None] = mapped_column(String(100))
    created_at: Mapped[datetime]


async def persons_of_client(session: AsyncSession, client_id: int) -> Sequence[Person]:
    """Everybody inside the client, the longest known first."""
    return await persons_of_clients(session, [client_id])


async def persons_of_clients(session: AsyncSession, client_ids: Sequence[int]) -> Sequence[Person]:
    """Everybody inside these clients, the longest known first."""
    query = select(Person).where(Person.client_id.in_(client_ids))
    return (await session.scalars(query.order_by(Person.id))).all()
