"""Whether anything has happened to clients since they were added, and what goes with them."""

from collections.abc import Sequence

from sqlalchemy import and_, delete, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.method.core.terms import Event
from bot.models.arrival import Arrival
from bot.models.claim import Claim
from bot.models.client import Client
from bot.models.client_import import ClientImportRow
from bot.models.client_word import ClientWord
from bot.models.leave_request import LeaveRequest
from bot.models.pool import PoolEntry, Reactivation
from bot.models.reprieve import Reprieve
from bot.models.timeline import TimelineEntry
from bot.models.typed_line import TypedLine

_NO_WORK = (
    Event.CLIENT_CREATED,
    Event.CLIENT_CHANGED,
    Event.TASK_PLANNED,
    Event.TASK_MOVED,
    Event.TASK_CANCELLED,
    Event.NUDGED,
    Event.ESCALATED,
    Event.UNDONE,
)
"""The bot's own bookkeeping, and what is written of a client with whom nobody has spoken."""
SIGNS_OF_WORK = (Arrival, Claim, PoolEntry, Reactivation, Reprieve, LeaveRequest)
"""Tables that have something of a client only once somebody was at work with him."""


async def worked_with(session: AsyncSession, client_ids: Sequence[int]) -> bool:
    """Whether something has happened on any of them after the moment they were added in."""
    if not client_ids:
        return False
    later = and_(
        TimelineEntry.client_id == Client.id,
        TimelineEntry.at > Client.created_at,
        TimelineEntry.event.not_in(_NO_WORK),
    )
    tables = (*SIGNS_OF_WORK, ClientImportRow)
    signs = [exists().where(table.client_id == Client.id) for table in tables]
    query = select(Client.id).where(Client.id.in_(client_ids), or_(exists().where(later), *signs))
    return (await session.scalars(query.limit(1))).first() is not None


async def forget_clients(session: AsyncSession, client_ids: Sequence[int]) -> None:
    """What only speaks of them: their words, their history, lines that were read as theirs."""
    if not client_ids:
        return
    lines = update(TypedLine).where(TypedLine.client_id.in_(client_ids))
    await session.execute(lines.values(client_id=None))
    for table in (TimelineEntry, ClientWord):
        await session.execute(delete(table).where(table.client_id.in_(client_ids)))
