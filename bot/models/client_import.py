"""Imports: a file that somebody brings, what he decides about it, and what became of each row."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.method.terms import ContactKind, ImportState, RowResult
from bot.models.base import Base, Id, JsonDict, Word
from bot.models.client import Client, ContactPoint


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


async def clients_named(
    session: AsyncSession, owner_ids: Sequence[int], names: Sequence[str]
) -> Sequence[Client]:
    """The owners' clients with these very names, folded."""
    query = select(Client).where(Client.owner_id.in_(owner_ids), Client.name_folded.in_(names))
    return (await session.scalars(query.order_by(Client.id))).all()


async def points_of_clients(
    session: AsyncSession, client_ids: Sequence[int]
) -> Sequence[ContactPoint]:
    """Every contact of these clients."""
    query = select(ContactPoint).where(ContactPoint.client_id.in_(client_ids))
    return (await session.scalars(query.order_by(ContactPoint.id))).all()
