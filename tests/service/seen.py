"""Looking into the database from a transaction of its own, after the fact."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event, select

from bot.db import Database
from bot.models import Client, Deal, Gap, OutboxMessage, Task
from bot.models.pool import PoolEntry, Reactivation
from tests.builders import Firm


@contextmanager
def counted(database: Database) -> Iterator[list[tuple[str, Any]]]:
    """Every statement with its values while the block runs."""
    seen: list[tuple[str, Any]] = []

    def note(_: Any, __: Any, statement: str, values: Any, *more: Any) -> None:
        seen.append((statement, values))

    event.listen(database.engine.sync_engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(database.engine.sync_engine, "before_cursor_execute", note)


async def client(firm: Firm, client_id: int) -> Client:
    async with firm.work() as work:
        return await work.session.get_one(Client, client_id)


async def gaps(firm: Firm, client_id: int) -> list[Gap]:
    async with firm.work() as work:
        query = select(Gap).where(Gap.client_id == client_id).order_by(Gap.id)
        return list(await work.session.scalars(query))


async def tasks(firm: Firm, client_id: int) -> list[Task]:
    async with firm.work() as work:
        query = select(Task).where(Task.client_id == client_id).order_by(Task.id)
        return list(await work.session.scalars(query))


async def deals(firm: Firm, client_id: int) -> list[Deal]:
    async with firm.work() as work:
        query = select(Deal).where(Deal.client_id == client_id).order_by(Deal.id)
        return list(await work.session.scalars(query))


async def stays(firm: Firm, client_id: int) -> list[PoolEntry]:
    async with firm.work() as work:
        query = select(PoolEntry).where(PoolEntry.client_id == client_id).order_by(PoolEntry.id)
        return list(await work.session.scalars(query))


async def attempts(firm: Firm, client_id: int) -> list[Reactivation]:
    async with firm.work() as work:
        query = select(Reactivation).where(Reactivation.client_id == client_id)
        return list(await work.session.scalars(query.order_by(Reactivation.id)))


async def messages(firm: Firm, kind: str) -> list[OutboxMessage]:
    async with firm.work() as work:
        query = select(OutboxMessage).where(OutboxMessage.kind == kind)
        return list(await work.session.scalars(query.order_by(OutboxMessage.id)))
