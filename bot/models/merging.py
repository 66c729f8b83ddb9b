"""Everything of one client given to another, when both turn out to be the same."""

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.models.arrival import Arrival
from bot.models.claim import Claim
from bot.models.client import Client
from bot.models.client_import import ClientImportRow
from bot.models.client_word import ClientWord
from bot.models.contact_point import ContactPoint
from bot.models.deal import Deal
from bot.models.gap import Gap
from bot.models.leave_request import LeaveRequest
from bot.models.person import Person
from bot.models.pool import PoolEntry, Reactivation
from bot.models.pool_pick import PoolPick
from bot.models.reprieve import Reprieve
from bot.models.task import Task
from bot.models.timeline import TimelineEntry
from bot.models.typed_line import TypedLine

_HOLDERS = (
    Deal,
    TimelineEntry,
    Person,
    PoolEntry,
    Reactivation,
    Reprieve,
    LeaveRequest,
    Arrival,
    Claim,
    TypedLine,
    ClientImportRow,
    Gap,
)


async def move_everything(session: AsyncSession, gone: Client, kept: Client) -> None:
    """All rows of `gone` become rows of `kept`, then `gone` is no more.

    Contacts that both have stay once; open tasks go to the owner of `kept`.
    """
    await session.flush()
    quietly = {"synchronize_session": False}
    had = select(ContactPoint.kind, ContactPoint.value).where(ContactPoint.client_id == kept.id)
    known = {tuple(row) for row in (await session.execute(had)).all()}
    own = select(ContactPoint).where(ContactPoint.client_id == gone.id)
    for point in (await session.scalars(own)).all():
        if (point.kind, point.value) in known:
            await session.delete(point)
        else:
            point.client_id = kept.id
    tasks = update(Task).where(Task.client_id == gone.id)
    await session.execute(
        tasks.values(client_id=kept.id, owner_id=kept.owner_id), execution_options=quietly
    )
    for table in _HOLDERS:
        held = update(table).where(table.client_id == gone.id).values(client_id=kept.id)
        await session.execute(held, execution_options=quietly)
    # A client is ticked in the pool only, and is active here.
    await session.execute(
        delete(PoolPick).where(PoolPick.client_id == gone.id), execution_options=quietly
    )
    words = delete(ClientWord).where(ClientWord.client_id == gone.id)
    await session.execute(words, execution_options=quietly)
    await session.delete(gone)
    await session.flush()
