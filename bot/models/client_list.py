"""The list of clients: which of those that somebody may look through."""

from collections.abc import Sequence
from datetime import date
from typing import Any, TypeVar, assert_never

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.method.clients.cards import ClientFilter
from bot.method.core.terms import ClientKind, ClientStatus, Direction, TaskStatus
from bot.models.client import Client, ClientRow, ClientScope, in_scope
from bot.models.task import Task
from bot.models.user import User

_Row = TypeVar("_Row", bound=tuple[Any, ...])


async def listed_clients(
    session: AsyncSession,
    scope: ClientScope,
    only: ClientFilter | None,
    today: date,
    offset: int,
    limit: int,
) -> Sequence[ClientRow]:
    """Those clients by name, namesakes in the order they came, with their owners; `today` is the
    reader's local date."""
    rows = select(Client, User).outerjoin(User, User.id == Client.owner_id)
    rows = _only(in_scope(rows, scope), only, today).order_by(Client.name_folded, Client.id)
    return [row._tuple() for row in (await session.execute(rows.offset(offset).limit(limit))).all()]


async def count_listed(
    session: AsyncSession, scope: ClientScope, only: ClientFilter | None, today: date
) -> int:
    """How many those are."""
    return (
        await session.scalar(_only(in_scope(select(func.count(Client.id)), scope), only, today))
        or 0
    )


def _only(rows: Select[_Row], only: ClientFilter | None, today: date) -> Select[_Row]:
    return rows if only is None else rows.where(_which(only, today))


def _which(only: ClientFilter, today: date) -> ColumnElement[bool]:
    match only:
        case ClientFilter.GAPS:
            return and_(Client.status == ClientStatus.ACTIVE, Client.gap_since.is_not(None))
        case ClientFilter.TODAY:
            due = or_(Task.direction == Direction.INBOUND, Task.due_on <= today)
            of_client = and_(Task.client_id == Client.id, Task.status == TaskStatus.OPEN)
            return select(Task.id).where(of_client, due).exists()
        case ClientFilter.CLASS_A | ClientFilter.CLASS_B | ClientFilter.CLASS_C:
            return Client.client_class == only.value
        case ClientFilter.SUPPLIERS:
            return Client.kind == ClientKind.SUPPLIER
    assert_never(only)
