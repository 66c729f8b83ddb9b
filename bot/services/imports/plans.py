"""What an imported client has planned: its deal, its next task, and the quiet after an import."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from bot.method.core.terms import DealStatus, Direction
from bot.method.core.texts import clean
from bot.method.imports.rows import DealRow, TaskRow
from bot.models.deal import Deal
from bot.models.dossier import Dossier
from bot.models.task import Task
from bot.models.user import User
from bot.services.core.coverage import reschedule
from bot.services.core.work import Work
from bot.services.deals.deals import new_deal
from bot.services.tasks.reminders import keep_reminder

CURRENCY = "RUB"
LONGEST_TITLE = 200
LONGEST_STAGE = 64


Mark = tuple[str, object]
"""What a planned thing of one client is known by."""


def title_of_deal(row: DealRow) -> str | None:
    """What the row's deal is called here."""
    return clean(row.title, LONGEST_TITLE) or None


def mark_of_deal(row: DealRow, key: str | None) -> Mark | None:
    """What the row's deal is known by: its number, else its title; None for one that is closed
    already and is not opened."""
    if row.closed or row.status in (DealStatus.WON, DealStatus.LOST):
        return None
    return ("number", key) if key else ("title", title_of_deal(row))


def marks_of_deal(key: str | None, title: str | None) -> tuple[Mark, ...]:
    """What a deal that is there can be known by."""
    return (("number", key), ("title", title)) if key else (("title", title),)


def mark_of_task(day: date | None, title: str | None) -> Mark:
    """What a task is known by."""
    return "task", (day, clean(title or "", LONGEST_TITLE) or None)


def keep_deal(
    work: Work, dossier: Dossier, row: DealRow, key: str | None
) -> tuple[Deal | None, bool]:
    """The open deal of a row, and whether it is new, then not flushed yet; None for one that is
    closed already."""
    mark = mark_of_deal(row, key)
    if mark is None:
        return None, False
    for known in dossier.deals:
        if mark in marks_of_deal(known.source_key, known.title):
            return known, False
    deal = new_deal(
        work,
        dossier,
        title=title_of_deal(row),
        amount=row.amount,
        currency=(row.currency or CURRENCY) if row.amount else None,
        stage=clean(row.stage, LONGEST_STAGE) or None,
    )
    deal.source_key = key
    return deal, True


def keep_task(
    work: Work, dossier: Dossier, owner: User, row: TaskRow, deal_id: int | None
) -> Task | None:
    """The task as the file plans it, a late one as well: its gap says so; not flushed yet. None:
    it is there.

    It stands on the row's deal, else on the only open one, else on the client (R2).
    """
    title = clean(row.text, LONGEST_TITLE) or None
    mark = mark_of_task(row.day, title)
    if any(mark_of_task(task.due_on, task.title) == mark for task in dossier.tasks):
        return None
    if deal_id is None and len(dossier.deals) == 1:
        deal_id = dossier.deals[0].id
    task = Task(
        client_id=dossier.client.id,
        deal_id=deal_id,
        owner_id=owner.id,
        direction=Direction.OUTBOUND,
        title=title,
        due_on=row.day,
        due_at=None if row.at is None else _instant(datetime.combine(row.day, row.at), owner),
        created_at=work.now,
        created_by=work.actor_id,
    )
    keep_reminder(work, task, owner)
    work.session.add(task)
    dossier.tasks.append(task)
    return task


def mute_after_import(work: Work, dossier: Dossier, owner: User) -> None:
    """Gaps that an import has just opened are one line of the digest instead of reminders, until
    the owner is asked about the client, for `import_quiet_days` working days at most (R5)."""
    today = work.today_of(owner)
    until = work.calendar_of(owner).shift(today, work.policy.import_quiet_days)
    for gap in dossier.gaps:
        if gap.opened_at == work.now and gap.quiet_until is None:
            gap.quiet_until = _instant(datetime.combine(until, time()), owner)
    reschedule(work, dossier, owner)


def _instant(local: datetime, owner: User) -> datetime:
    return local.replace(tzinfo=ZoneInfo(owner.zone)).astimezone(UTC)
