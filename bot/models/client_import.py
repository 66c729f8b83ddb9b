"""Imports: a file that somebody brings, what he decides about it, and what became of each row."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Index,
    String,
    Text,
    and_,
    func,
    null,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.method.core.terms import ContactKind, DealStatus, TaskStatus
from bot.method.imports.decision import RowResult
from bot.method.imports.state import ImportState
from bot.models.base import Base, Id, JsonDict, Word
from bot.models.client import Client
from bot.models.contact_point import ContactPoint
from bot.models.deal import Deal
from bot.models.task import Task


class ClientImport(Base):
    """One file of one person.

    `file_id` is Telegram's, None where it came by the command line; `digest` is the SHA-256 of
    its bytes: the same file twice is recognised. `options` is what the person decided (columns,
    people, duplicates, kind), `counts` the figures of the dry run, then of the import.
    """

    __tablename__ = "imports"
    __table_args__ = (Index("ix_imports_user_created", "user_id", "created_at"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    file_name: Mapped[str] = mapped_column(String(200))
    file_id: Mapped[str | None] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(String(64))
    profile: Mapped[str] = mapped_column(String(32))
    state: Mapped[ImportState] = mapped_column(Word(ImportState))
    options: Mapped[JsonDict]
    counts: Mapped[JsonDict | None]
    created_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    undone_at: Mapped[datetime | None]


class ClientImportRow(Base):
    """What became of one row: `line` in the file, `code` why it was rejected.

    `before` is what was on a client that was there already, for taking the import back.
    """

    __tablename__ = "import_rows"
    __table_args__ = (Index("ix_import_rows_import", "import_id", "line"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    import_id: Mapped[int] = mapped_column(ForeignKey("imports.id"))
    line: Mapped[int]
    result: Mapped[RowResult] = mapped_column(Word(RowResult))
    code: Mapped[str | None] = mapped_column(String(32))
    client_id: Mapped[int | None] = mapped_column(ForeignKey("clients.id"), index=True)
    before: Mapped[JsonDict | None]


async def clients_with_points(
    session: AsyncSession, points: Sequence[tuple[ContactKind, str]]
) -> Sequence[tuple[ContactKind, str, Client]]:
    """The clients that have these contacts, of a whole portion of rows at once."""
    found: list[tuple[ContactKind, str, Client]] = []
    for kind in sorted({kind for kind, _ in points}):
        values = sorted({value for other, value in points if other is kind})
        query = (
            select(ContactPoint.value, Client)
            .join(Client, Client.id == ContactPoint.client_id)
            .where(ContactPoint.kind == kind, ContactPoint.value.in_(values))
            .order_by(Client.id)
        )
        found += [(kind, value, client) for value, client in (await session.execute(query)).all()]
    return found


async def clients_by_source(session: AsyncSession, keys: Sequence[str]) -> Sequence[Client]:
    """The clients that came with these numbers of another system."""
    query = select(Client).where(Client.source_key.in_(keys)).order_by(Client.id)
    return (await session.scalars(query)).all()


async def clients_numbered(session: AsyncSession, ids: Sequence[int]) -> Sequence[Client]:
    """The clients with these ids."""
    query = select(Client).where(Client.id.in_(ids)).order_by(Client.id)
    return (await session.scalars(query)).all()


async def clients_named(
    session: AsyncSession, owner_ids: Sequence[int], names: Sequence[str]
) -> Sequence[Client]:
    """The owners' clients with these very names, folded."""
    query = select(Client).where(Client.owner_id.in_(owner_ids), Client.name_folded.in_(names))
    return (await session.scalars(query.order_by(Client.id))).all()


async def merged_clients(
    session: AsyncSession, import_id: int, client_ids: Sequence[int]
) -> frozenset[int]:
    """Those of the clients to which rows of the import have gone already."""
    query = select(ClientImportRow.client_id).where(
        ClientImportRow.import_id == import_id,
        ClientImportRow.client_id.in_(client_ids),
        ClientImportRow.result == RowResult.MERGED,
    )
    return frozenset(row for row in await session.scalars(query) if row is not None)


async def deals_planned(
    session: AsyncSession, client_ids: Sequence[int]
) -> Sequence[tuple[int, str | None, str | None]]:
    """The clients' open deals: client, number in another system, title."""
    query = select(Deal.client_id, Deal.source_key, Deal.title).where(
        Deal.client_id.in_(client_ids), Deal.status == DealStatus.OPEN
    )
    return [row._tuple() for row in (await session.execute(query)).all()]


async def tasks_planned(
    session: AsyncSession, client_ids: Sequence[int]
) -> Sequence[tuple[int, date | None, str | None]]:
    """The clients' open tasks: client, day, title."""
    query = select(Task.client_id, Task.due_on, Task.title).where(
        Task.client_id.in_(client_ids), Task.status == TaskStatus.OPEN
    )
    return [row._tuple() for row in (await session.execute(query)).all()]


async def import_locked(session: AsyncSession, import_id: int) -> ClientImport | None:
    """The import, locked and as it is now."""
    return await session.get(ClientImport, import_id, with_for_update=True, populate_existing=True)


async def busy_imports(session: AsyncSession) -> Sequence[int]:
    """The imports through the chat with which the bot has something to do, oldest first."""
    query = select(ClientImport.id).where(
        ClientImport.state.in_(ImportState.busy()), ClientImport.file_id.is_not(None)
    )
    return (await session.scalars(query.order_by(ClientImport.id))).all()


async def drop_unanswered(session: AsyncSession, before: datetime) -> None:
    """Give up the imports whose questions were put before then (UTC) and are open still."""
    asking = and_(ClientImport.state == ImportState.ASKING, ClientImport.created_at < before)
    await session.execute(update(ClientImport).where(asking).values(state=ImportState.DROPPED))


async def imports_over(session: AsyncSession, before: datetime) -> Sequence[ClientImport]:
    """The imports that were over by then and still hold something of their files, locked."""
    query = select(ClientImport).where(
        *_over(before),
        or_(
            ClientImport.options["file"].as_string().is_not(None),
            ClientImport.counts["cells"].as_string().is_not(None),
        ),
    )
    return (await session.scalars(query.order_by(ClientImport.id).with_for_update())).all()


async def forget_before(session: AsyncSession, before: datetime) -> None:
    """Drop what the rows of imports that were over by then kept of the clients as they were."""
    over = select(ClientImport.id).where(*_over(before))
    rows = and_(ClientImportRow.before.is_not(None), ClientImportRow.import_id.in_(over))
    await session.execute(update(ClientImportRow).where(rows).values(before=null()))


async def imports_of(session: AsyncSession, user_id: int, limit: int) -> Sequence[ClientImport]:
    """The person's last imports through the chat that were not given up."""
    query = select(ClientImport).where(
        ClientImport.user_id == user_id,
        ClientImport.file_id.is_not(None),
        ClientImport.state.not_in((ImportState.DROPPED, ImportState.REFUSED)),
    )
    return (await session.scalars(query.order_by(ClientImport.id.desc()).limit(limit))).all()


async def last_with_digest(
    session: AsyncSession, user_id: int, digest: str, besides: int
) -> datetime | None:
    """When (UTC) the person has imported the very same file last, and has not taken it back."""
    query = select(func.max(ClientImport.done_at)).where(
        ClientImport.user_id == user_id,
        ClientImport.digest == digest,
        ClientImport.state == ImportState.DONE,
        ClientImport.id != besides,
    )
    return await session.scalar(query)


async def rejected_rows(session: AsyncSession, import_id: int) -> Sequence[tuple[int, str]]:
    """Lines and codes of what was rejected, in the order of the file."""
    query = (
        select(ClientImportRow.line, ClientImportRow.code)
        .where(
            ClientImportRow.import_id == import_id,
            ClientImportRow.result == RowResult.REJECTED,
        )
        .order_by(ClientImportRow.line, ClientImportRow.id)
    )
    return [(line, code or "") for line, code in (await session.execute(query)).all()]


async def merged_rows(
    session: AsyncSession, import_id: int, limit: int
) -> Sequence[tuple[int, str]]:
    """Lines of the first so many rows that were merged, and the names of the clients that they
    went to, in the order of the file."""
    query = (
        select(ClientImportRow.line, Client.name)
        .join(Client, Client.id == ClientImportRow.client_id)
        .where(ClientImportRow.import_id == import_id, ClientImportRow.result == RowResult.MERGED)
        .order_by(ClientImportRow.line, ClientImportRow.id)
        .limit(limit)
    )
    return [row._tuple() for row in (await session.execute(query)).all()]


async def rows_before(
    session: AsyncSession, import_id: int, before: int | None, limit: int
) -> Sequence[ClientImportRow]:
    """The import's last rows, of those with a smaller number than `before`, the last one first."""
    query = select(ClientImportRow).where(ClientImportRow.import_id == import_id)
    if before is not None:
        query = query.where(ClientImportRow.id < before)
    query = query.order_by(ClientImportRow.id.desc()).limit(limit)
    return (await session.scalars(query)).all()


def _over(before: datetime) -> tuple[ColumnElement[bool], ...]:
    ended = func.coalesce(ClientImport.done_at, ClientImport.created_at)
    return ClientImport.state.in_(ImportState.over()), ended < before
