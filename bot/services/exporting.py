"""The tables of an export: fixed first columns, code words, times in UTC (ISO 8601)."""

from collections.abc import AsyncIterator, Callable, Sequence
from datetime import datetime

from bot.method.terms import ContactKind
from bot.models.exports import all_clients, all_deals, all_tasks, everybody, whole_pool
from bot.services.work import Work

Row = Sequence[object]

TITLES = {
    "clients": "id;kind;status;name;company;phones;emails;telegram;owner_telegram_id;next_due;"
    "gap_since;last_touch",
    "deals": "id;client_id;title;status;stage;amount;currency;owner_telegram_id;next_due;gap_since",
    "tasks": "id;client_id;deal_id;owner_telegram_id;direction;status;title;due_at;all_day;moves;"
    "created_at;closed_at;outcome",
    "pool": "client_id;entered_at;reason;from_telegram_id;attempts;cooldown_until",
    "people": "telegram_id;name;role;team;active;time_zone",
}
"""The columns that other people's scripts rely on; new ones only come after them."""


async def _clients(work: Work) -> AsyncIterator[Row]:
    async for client, owner, points in all_clients(work.session):
        of = {
            kind: ", ".join(point.value for point in points if point.kind is kind)
            for kind in ContactKind
        }
        handle = of[ContactKind.HANDLE]
        yield (
            client.id,
            client.kind,
            client.status,
            client.name,
            client.company,
            of[ContactKind.PHONE],
            of[ContactKind.EMAIL],
            handle or of[ContactKind.TELEGRAM],
            owner,
            client.next_due,
            _moment(client.gap_since),
            _moment(client.last_touch_at),
        )


async def _deals(work: Work) -> AsyncIterator[Row]:
    async for deal, owner in all_deals(work.session):
        amount = None if deal.amount is None else f"{deal.amount / 100:.2f}"
        yield (
            deal.id,
            deal.client_id,
            deal.title,
            deal.status,
            deal.stage,
            amount,
            deal.currency,
            owner,
            deal.next_due,
            _moment(deal.gap_since),
        )


async def _tasks(work: Work) -> AsyncIterator[Row]:
    async for task, owner in all_tasks(work.session):
        yield (
            task.id,
            task.client_id,
            task.deal_id,
            owner,
            task.direction,
            task.status,
            task.title,
            _moment(task.due_at) or task.due_on,
            task.due_at is None and task.due_on is not None,
            task.moves,
            _moment(task.created_at),
            _moment(task.closed_at),
            task.outcome,
        )


async def _pool(work: Work) -> AsyncIterator[Row]:
    async for client, entry, from_id in whole_pool(work.session):
        yield (
            client.id,
            _moment(client.pooled_at),
            entry.reason if entry else None,
            from_id,
            client.attempts,
            _moment(client.cooldown_until),
        )


def _moment(instant: datetime | None) -> str | None:
    return instant.isoformat(timespec="seconds") if instant else None


async def _people(work: Work) -> AsyncIterator[Row]:
    for user, team in await everybody(work.session):
        yield user.telegram_id, user.name, user.role, team, user.active, user.zone


_ROWS: dict[str, Callable[[Work], AsyncIterator[Row]]] = {
    "clients": _clients,
    "deals": _deals,
    "tasks": _tasks,
    "pool": _pool,
    "people": _people,
}


def rows_of(work: Work, table: str) -> AsyncIterator[Row]:
    """The rows of one of the tables; an amount is in whole units of its currency."""
    return _ROWS[table](work)
