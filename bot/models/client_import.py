"""Imports: a file that somebody brings, what he decides about it, and what became of each row."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from bot.method.terms import ImportState, RowResult
from bot.models.base import Base, Id, JsonDict, Word


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
