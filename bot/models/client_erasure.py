"""What is taken away where a person's data go on his demand, table by table (R7).

What hangs on a client and holds words goes, or is emptied; what can be counted stays. A table that
is new is found by `tests/service/clients/test_erasing.py`.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Text, cast, delete, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.method.clients.erasing import countable
from bot.method.core.terms import ContactKind
from bot.method.imports.state import ImportState
from bot.models.arrival import Arrival
from bot.models.business import BusinessChat
from bot.models.client_import import ClientImport, ClientImportRow
from bot.models.client_word import ClientWord
from bot.models.contact_point import ContactPoint
from bot.models.deal import Deal
from bot.models.inbox import InboxUpdate
from bot.models.intake import IntakeRecord
from bot.models.leave_request import LeaveRequest
from bot.models.person import Person
from bot.models.pool import PoolEntry
from bot.models.pool_pick import PoolPick, PoolSearch
from bot.models.reprieve import Reprieve
from bot.models.task import Task
from bot.models.timeline import TimelineEntry
from bot.models.typed_line import TypedLine
from bot.models.undo import UndoStep

_EMPTIED: Mapping[type[Any], Sequence[str]] = {
    Deal: ("title", "source_key"),
    Task: ("title", "text", "dedupe_key", "sender_key"),
    PoolEntry: ("comment",),
    Reprieve: ("comment",),
    LeaveRequest: ("comment", "answer"),
    ClientImportRow: ("client_id", "before"),
}
_GONE = (ContactPoint, Person, ClientWord, PoolPick)
"""A contact before the person inside whose it is."""
_SAMPLES = frozenset({"file", "audited", "cells", "more_cells"})
"""Of an import, what holds words of its file."""
_BUSY = (ImportState.RUNNING, ImportState.UNDOING)


async def hanging_on(session: AsyncSession, client_id: int) -> Mapping[type[Any], int]:
    """How many rows of each table that is shown before the erasure hang on the client."""
    found = {}
    for table in (ContactPoint, Person, Deal, Task, Arrival, TimelineEntry):
        query = select(func.count()).select_from(table).where(table.client_id == client_id)
        found[table] = await session.scalar(query) or 0
    return found


async def import_is_busy(session: AsyncSession) -> bool:
    """Whether some import is writing now."""
    return bool(await session.scalar(select(exists().where(ClientImport.state.in_(_BUSY)))))


async def acts_since(session: AsyncSession, client_id: int, since: datetime) -> bool:
    """Whether somebody's act on the client from after then (UTC) may be taken back, or goes on."""
    query = select(UndoStep.changes).where(UndoStep.made_at > since, UndoStep.used_at.is_(None))
    changes = (await session.scalars(query)).all()
    return any(client_id in change["clients"] for change in changes)


async def updates_with(session: AsyncSession, traces: Sequence[str]) -> Sequence[int]:
    """The updates of Telegram, handled by now, that name one of these; to look at only."""
    if not traces:
        return []
    # What is to be handled yet, or shown, is gone with the rest of its week.
    named = or_(*(InboxUpdate.raw.contains(trace, autoescape=True) for trace in traces))
    done = InboxUpdate.handled_at.is_not(None), InboxUpdate.show_at.is_(None)
    query = select(InboxUpdate.id).where(*done, named)
    return (await session.scalars(query)).all()


async def forget_words(session: AsyncSession, client_id: int) -> None:
    """Names, contacts, messages and everything that was said, in whatever table it stands."""
    tasks = select(Task.id).where(Task.client_id == client_id).scalar_subquery()
    arrived = or_(Arrival.client_id == client_id, Arrival.task_id.in_(tasks))
    arrivals = select(Arrival.id).where(arrived).scalar_subquery()
    typed = (
        TypedLine.client_id == client_id,
        TypedLine.task_id.in_(tasks),
        TypedLine.arrival_id.in_(arrivals),
    )
    await session.execute(delete(TypedLine).where(or_(*typed)))
    events = or_(IntakeRecord.arrival_id.in_(arrivals), IntakeRecord.task_id.in_(tasks))
    # What was taken stays known by its key: it must not make a client once more.
    emptied: dict[str, Any] = {"arrival_id": None, "task_id": None, "external_id": ""}
    await session.execute(update(IntakeRecord).where(events).values(emptied))
    accounts = select(ContactPoint.value).where(
        ContactPoint.client_id == client_id, ContactPoint.kind == ContactKind.TELEGRAM
    )
    numbers = [int(value) for value in await session.scalars(accounts) if value.isdigit()]
    chats = or_(BusinessChat.task_id.in_(tasks), BusinessChat.telegram_id.in_(numbers))
    await session.execute(delete(BusinessChat).where(chats))
    # A part that was put on another client is that one's, and would go with its first message.
    others = Arrival.lead_id.in_(arrivals), Arrival.client_id != client_id
    await session.execute(update(Arrival).where(*others).values(lead_id=None))
    await session.execute(delete(Arrival).where(arrived))
    for table in _GONE:
        await session.execute(delete(table).where(table.client_id == client_id))
    await _forget_samples(session, client_id)
    for table, names in _EMPTIED.items():
        rows = update(table).where(table.client_id == client_id)
        await session.execute(rows.values(dict.fromkeys(names)))
    await _forget_history(session, client_id)


async def _forget_samples(session: AsyncSession, client_id: int) -> None:
    """What the imports that brought the client show of the rows of their files."""
    brought = select(ClientImportRow.import_id).where(ClientImportRow.client_id == client_id)
    for batch in await session.scalars(select(ClientImport).where(ClientImport.id.in_(brought))):
        # Empty and not null: it did not come by the command line.
        batch.file_id = batch.file_id and ""
        batch.options = {key: batch.options[key] for key in batch.options.keys() - _SAMPLES}
        if batch.counts is not None:
            batch.counts = {key: batch.counts[key] for key in batch.counts.keys() - _SAMPLES}


async def _forget_history(session: AsyncSession, client_id: int) -> None:
    query = select(TimelineEntry.id, TimelineEntry.data).where(TimelineEntry.client_id == client_id)
    for number, data in (await session.execute(query)).all():
        kept = countable(data)
        if kept != data:
            entry = update(TimelineEntry).where(TimelineEntry.id == number)
            await session.execute(entry.values(data=kept))


async def forget_copies(
    session: AsyncSession, client_id: int, traces: Sequence[str], updates: Sequence[int]
) -> None:
    """What was kept to be taken back, what was typed to be looked for, and these raw updates."""
    near = cast(UndoStep.changes, Text).contains(str(client_id))
    rows = (await session.execute(select(UndoStep.id, UndoStep.changes).where(near))).all()
    steps = [number for number, changes in rows if client_id in changes["clients"]]
    nothing: dict[str, Any] = {"clients": [], "rows": {}, "messages": []}
    for number in steps:
        await session.execute(
            update(UndoStep)
            .where(UndoStep.id == number)
            .values(changes=nothing, used_at=func.coalesce(UndoStep.used_at, UndoStep.made_at))
        )
    for table, column in ((PoolSearch, PoolSearch.typed), (TypedLine, TypedLine.text)):
        named = or_(*(column.contains(trace, autoescape=True) for trace in traces))
        if traces:
            await session.execute(delete(table).where(named))
    for number in updates:
        raw = update(InboxUpdate).where(InboxUpdate.id == number)
        await session.execute(raw.values(raw="{}"))
