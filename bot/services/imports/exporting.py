"""The tables of an export: fixed first columns, code words, times in UTC (ISO 8601)."""

import io
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import suppress
from datetime import datetime

from bot.files.formats.book import NotMade, SheetText, workbook
from bot.files.writing import CsvTable
from bot.method.core.journal import JournalKind, JournalOrigin
from bot.method.core.terms import ContactKind
from bot.method.imports.export_cards import ExportedFile, ExportForm
from bot.models.client import ClientScope
from bot.models.contact_point import ContactPoint
from bot.models.exports import all_clients, all_deals, all_tasks, everybody, whole_pool
from bot.models.person import Person
from bot.services.core.journal.recording import record
from bot.services.core.outbox import enqueue
from bot.services.core.rights import scope_of
from bot.services.core.work import Act, Work
from bot.services.imports.messages import ExportMessage

ExportRow = Sequence[object]
_OWN = ("clients", "deals", "tasks")
"""What people take with them from the chat; the rest is for the operator."""

TITLES = {
    "clients": "id;kind;status;name;company;phones;emails;telegram;owner_telegram_id;next_due;"
    "gap_since;last_touch;class;note;people;source",
    "deals": "id;client_id;title;status;stage;amount;currency;owner_telegram_id;next_due;gap_since;"
    "source",
    "tasks": "id;client_id;deal_id;owner_telegram_id;direction;status;title;due_at;all_day;moves;"
    "created_at;closed_at;outcome",
    "pool": "client_id;entered_at;reason;from_telegram_id;attempts;cooldown_until",
    "people": "telegram_id;name;role;team;active;time_zone",
}
"""The columns that other people's scripts rely on; new ones only come after them."""


async def _clients(work: Work, scope: ClientScope) -> AsyncIterator[ExportRow]:
    async for client, owner, points, persons in all_clients(work.session, scope):
        of = {
            kind: ", ".join(_contact(point) for point in points if point.kind is kind)
            for kind in ContactKind
        }
        accounts = (of[ContactKind.HANDLE], of[ContactKind.TELEGRAM])
        yield (
            client.id,
            client.kind,
            client.status,
            client.name,
            client.company,
            of[ContactKind.PHONE],
            of[ContactKind.EMAIL],
            ", ".join(filter(None, accounts)),
            owner,
            client.next_due,
            _moment(client.gap_since),
            _moment(client.last_touch_at),
            client.client_class,
            client.note,
            "\n".join(_person(person, points) for person in persons),
            client.source_key,
        )


def _contact(point: ContactPoint) -> str:
    return f"{point.value} ext. {point.extension}" if point.extension else point.value


def _person(person: Person, points: Sequence[ContactPoint]) -> str:
    """One line, as the import reads it back: name, role, position, contacts."""
    own = ", ".join(_contact(point) for point in points if point.person_id == person.id)
    parts = (person.name, person.role or "", person.position or "", own)
    return " | ".join(part.replace("|", "/") for part in parts)


async def _deals(work: Work, scope: ClientScope) -> AsyncIterator[ExportRow]:
    async for deal, owner in all_deals(work.session, scope):
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
            deal.source_key,
        )


async def _tasks(work: Work, scope: ClientScope) -> AsyncIterator[ExportRow]:
    async for task, owner in all_tasks(work.session, scope):
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


async def _pool(work: Work, scope: ClientScope) -> AsyncIterator[ExportRow]:
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


async def _people(work: Work, scope: ClientScope) -> AsyncIterator[ExportRow]:
    for user, team in await everybody(work.session):
        yield user.telegram_id, user.name, user.role, team, user.active, user.zone


_ROWS: dict[str, Callable[[Work, ClientScope], AsyncIterator[ExportRow]]] = {
    "clients": _clients,
    "deals": _deals,
    "tasks": _tasks,
    "pool": _pool,
    "people": _people,
}


def rows_of(work: Work, table: str, scope: ClientScope | None = None) -> AsyncIterator[ExportRow]:
    """The rows of one of the tables; an amount is in whole units of its currency.

    `scope` holds for clients, deals and tasks; without one they are all there.
    """
    return _ROWS[table](work, scope or ClientScope())


async def order(act: Act, form: ExportForm) -> None:
    """The files come as a message: they are made when it is sent, and nobody waits for them."""
    record(act, JournalKind.EXPORT, subject=form)
    await enqueue(act, act.actor, ExportMessage(form))


def record_whole_export(work: Work) -> None:
    """The operator takes every table along."""
    record(work, JournalKind.EXPORT, subject="whole", origin=JournalOrigin.COMMAND)


async def own_export(act: Act, form: ExportForm) -> tuple[ExportedFile, ...]:
    """The clients that the actor may look through, with their deals and tasks: one workbook, or
    a CSV file each; also where no workbook can be made."""
    scope = await scope_of(act)
    texts, counts = {}, {}
    for name in _OWN:
        file = io.StringIO(newline="")
        table = CsvTable(TITLES[name].split(";"), file)
        async for row in rows_of(act, name, scope):
            table.add(row)
        texts[name], counts[name] = file.getvalue(), table.count
    stamp = act.today.isoformat()
    if form is ExportForm.XLSX:
        with suppress(NotMade):
            content = await workbook([SheetText(name, text) for name, text in texts.items()])
            return (ExportedFile(f"clients-{stamp}.xlsx", content, counts["clients"]),)
    return tuple(
        ExportedFile(f"{name}-{stamp}.csv", text.encode("utf-8-sig"), counts[name])
        for name, text in texts.items()
    )
