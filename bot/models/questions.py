"""What was brought and waits for the word of who was asked: whose it is, or whether to take it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.method.core.terms import ClientStatus
from bot.models.arrival import Arrival, ArrivalState
from bot.models.client import Client
from bot.models.user import User


async def waiting_arrivals(
    session: AsyncSession, user_id: int, until: datetime, limit: int
) -> Sequence[tuple[Arrival, Client | None]]:
    """What the person has brought by then and was asked about, the oldest first: of nobody yet, or
    of a client that is in the pool."""
    query = (
        select(Arrival, Client)
        .outerjoin(Client, Client.id == Arrival.client_id)
        .where(
            Arrival.user_id == user_id,
            Arrival.created_at <= until,
            Arrival.state == ArrivalState.WAITING,
            Arrival.lead_id.is_(None),
            or_(Client.id.is_(None), Client.status == ClientStatus.POOL),
        )
        .order_by(Arrival.id)
        .limit(limit)
    )
    return [row._tuple() for row in (await session.execute(query)).all()]


async def questions_of(session: AsyncSession, user_id: int) -> Sequence[Arrival]:
    """All that waits for the person's word, the oldest first, locked."""
    query = select(Arrival).where(
        Arrival.user_id == user_id, Arrival.state == ArrivalState.WAITING, Arrival.lead_id.is_(None)
    )
    return (await session.scalars(query.order_by(Arrival.id).with_for_update())).all()


async def questions_brought_by(session: AsyncSession, person_id: int) -> Sequence[Arrival]:
    """What the person has brought and somebody else is asked by now, the oldest first, locked."""
    query = select(Arrival).where(
        Arrival.state == ArrivalState.WAITING,
        Arrival.lead_id.is_(None),
        Arrival.user_id != person_id,
        Arrival.sender["brought_by_id"].as_integer() == person_id,
    )
    return (await session.scalars(query.order_by(Arrival.id).with_for_update())).all()


async def standing_questions(
    session: AsyncSession, until: datetime
) -> Sequence[tuple[User, datetime]]:
    """Who was asked by then whose message it is and has not answered, and when (UTC) each came."""
    query = (
        select(User, Arrival.created_at)
        .join(Arrival, Arrival.user_id == User.id)
        .where(
            User.active,
            Arrival.created_at <= until,
            Arrival.state == ArrivalState.WAITING,
            Arrival.lead_id.is_(None),
            Arrival.client_id.is_(None),
        )
    )
    return [row._tuple() for row in (await session.execute(query.order_by(Arrival.id))).all()]
