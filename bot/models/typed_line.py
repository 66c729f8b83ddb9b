"""Lines that were typed to be a task at once, between the preview and the tap that saves it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.method.clients.search import Seeking
from bot.method.core.terms import TaskKind
from bot.models.base import Base, Id, Word


class TypedLine(Base):
    """One typed line and what was read of it so far (R1).

    `name` is what the client is called in it; `client_id` whose line it surely is, None: a new
    client's, or one of the `candidates` (ids) that are chosen from. `moments` are pairs of a local
    date and a time or null, in ISO; more than one: people choose. `sure`: a day off is meant.
    `deal_id` and `task_id` point at nothing the database holds together: both rows may be taken
    back, and the line stays. A line without `moments` holds no date: it waits for a forward, which
    it is the comment of. Whichever line a forward has taken names it as `arrival_id`, as loosely.
    One that only `looks_for` a client is no comment: its next pages are turned.
    `created_at` is when it was typed.
    """

    __tablename__ = "typed_lines"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    text: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    title: Mapped[str | None] = mapped_column(String(200))
    kind: Mapped[TaskKind] = mapped_column(Word(TaskKind))
    moments: Mapped[list[Any]] = mapped_column(JSON)
    sure: Mapped[bool]
    candidates: Mapped[list[Any]] = mapped_column(JSON)
    client_id: Mapped[int | None] = mapped_column(ForeignKey("clients.id"), index=True)
    deal_id: Mapped[int | None] = mapped_column(Id)
    task_id: Mapped[int | None] = mapped_column(Id)
    arrival_id: Mapped[int | None] = mapped_column(Id)
    looks_for: Mapped[Seeking | None] = mapped_column(Word(Seeking))
    created_at: Mapped[datetime] = mapped_column(index=True)


async def typed_line(session: AsyncSession, line_id: int) -> TypedLine | None:
    """The line of this id, locked."""
    query = select(TypedLine).where(TypedLine.id == line_id).with_for_update()
    return (await session.scalars(query)).first()


async def loose_lines(
    session: AsyncSession, user_id: int, since: datetime, until: datetime
) -> Sequence[TypedLine]:
    """What the person has typed between these instants and nothing has come of yet."""
    query = select(TypedLine).where(
        TypedLine.user_id == user_id,
        TypedLine.created_at.between(since, until),
        TypedLine.task_id.is_(None),
        TypedLine.arrival_id.is_(None),
        TypedLine.looks_for.is_(None),
    )
    return (await session.scalars(query.order_by(TypedLine.id))).all()


async def prune_typed_lines(session: AsyncSession, before: datetime) -> None:
    """Drop the lines from before then (UTC) that nobody has saved."""
    left = TypedLine.task_id.is_(None)
    await session.execute(delete(TypedLine).where(left, TypedLine.created_at < before))


async def drop_lines_of(session: AsyncSession, client_id: int) -> None:
    """What was typed of a client who goes, saved or not."""
    await session.execute(delete(TypedLine).where(TypedLine.client_id == client_id))
