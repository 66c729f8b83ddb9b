"""Opening and closing deals (R2, R3, R11)."""

from dataclasses import dataclass

from bot.method.core.places import ClientAt, TaskAt, task_or_client
from bot.method.core.refusals import Stale
from bot.method.core.terms import (
    CancelReason,
    DealStatus,
    Event,
    GapClose,
    LossReason,
    Outcome,
    TaskKind,
    TaskStatus,
    UndoableAction,
)
from bot.models.base import flush_many
from bot.models.deal import Deal
from bot.models.dossier import Dossier
from bot.models.task import Task
from bot.services.core.coverage import recompute_coverage
from bot.services.core.rights import require_client, require_deal, require_task
from bot.services.core.substitutes import may_answer_for
from bot.services.core.timeline import note
from bot.services.core.undo import undoable
from bot.services.core.work import Act, Work
from bot.services.deals.words import index_title
from bot.services.tasks.ending import cancel_tasks, close_task
from bot.services.tasks.reminders import keep_reminder
from bot.services.tasks.said_words import Said
from bot.services.tasks.tasks import When, add_planned, open_task


@dataclass(frozen=True)
class DealOpened:
    """The new deal with its task, and the contact's reminders that became pointless (R11)."""

    dossier: Dossier
    deal: Deal
    task: Task
    cancelled: tuple[Task, ...]


async def wants_to_buy(
    act: Act,
    client_id: int,
    when: When,
    *,
    source_task_id: int | None = None,
    title: str | None = None,
    amount: int | None = None,
    currency: str | None = None,
    said: Said | None = None,
    dossier: Dossier | None = None,
) -> DealOpened:
    """The guided action of R11 in one transaction: the deal, its task, the contact's outbound
    tasks cancelled as obsolete, and the inbound it came from done. `said` is what is to be done
    then; `dossier` is the client's, where the caller has it already."""
    said = said or Said()
    dossier = dossier or await require_client(act, client_id)
    source = dossier.task(source_task_id) if source_task_id is not None else None
    if source_task_id is not None and source is None:
        raise Stale("task-closed", TaskAt(source_task_id))
    if just_opened(act, dossier, title) is not None:
        raise Stale("deal-just-opened", ClientAt(client_id))
    undoable(act, UndoableAction.BUY, task_or_client(source_task_id, client_id))
    deal = await open_deal(act, dossier, title=title, amount=amount, currency=currency)
    if source is not None:
        close_task(act, dossier, source, Outcome.WANTS_TO_BUY)
    obsolete = cancel_tasks(act, dossier, dossier.planned(None), CancelReason.OBSOLETE)
    kind = said.kind or TaskKind.CALL
    task = await add_planned(act, dossier, deal.id, when, kind=kind, title=said.words)
    await recompute_coverage(act, dossier)
    # Three lines of the history at the least: not one by one.
    await flush_many(act.session)
    return DealOpened(dossier, deal, task, tuple(obsolete))


def just_opened(act: Act, dossier: Dossier, title: str | None) -> Deal | None:
    """The deal that the first tap of an impatient finger has opened: the draft with the name is
    gone by the second, so a deal without one is taken for it as well."""
    fresh = (deal for deal in dossier.deals if act.now - deal.created_at < act.policy.undo_window)
    alike = (deal for deal in fresh if title in (None, deal.title))
    return max(alike, key=lambda deal: deal.id, default=None)


async def bring_back(act: Act, task_id: int) -> None:
    """A reminder that went with R11 is wanted after all; the deal stays. Twice is once."""
    dossier = await require_task(act, task_id)
    task = await act.session.get_one(Task, task_id)
    if task.status is TaskStatus.OPEN:
        return
    owner, on_contact = dossier.owner, task.deal_id is None
    if task.cancel_reason is not CancelReason.OBSOLETE or owner is None or not on_contact:
        raise Stale("task-closed", TaskAt(task_id))
    undoable(act, UndoableAction.BRING_BACK, ClientAt(dossier.client.id))
    task.status, task.cancel_reason, task.closed_at = TaskStatus.OPEN, None, None
    task.owner_id = owner.id
    keep_reminder(act, task, owner)
    dossier.tasks.append(task)
    note(act, Event.TASK_BROUGHT_BACK, dossier.client.id, task=task)
    await recompute_coverage(act, dossier)


async def open_deal(
    work: Work,
    dossier: Dossier,
    *,
    title: str | None = None,
    amount: int | None = None,
    currency: str | None = None,
    stage: str | None = None,
) -> Deal:
    """Add an open deal to the dossier without settling; flushed, so that it has an id."""
    deal = new_deal(work, dossier, title=title, amount=amount, currency=currency, stage=stage)
    await work.session.flush([deal])
    await index_title(work, deal)
    note(work, Event.DEAL_OPENED, dossier.client.id, deal_id=deal.id)
    return deal


def new_deal(
    work: Work,
    dossier: Dossier,
    *,
    title: str | None = None,
    amount: int | None = None,
    currency: str | None = None,
    stage: str | None = None,
) -> Deal:
    """The same, not flushed yet and without its line of the history, which wants its id."""
    deal = Deal(
        client_id=dossier.client.id,
        title=title,
        status=DealStatus.OPEN,
        stage=stage,
        amount=amount,
        currency=currency,
        created_at=work.now,
    )
    work.session.add(deal)
    dossier.deals.append(deal)
    return deal


async def move_to_subject(act: Act, task_id: int, deal_id: int | None) -> tuple[Dossier, Task]:
    """The open task stands on this open deal from now on, or on the client itself (R2).

    The same task with the same date, which may be too far for the deal: then its gap says so.
    """
    dossier = await require_task(act, task_id)
    task = open_task(dossier, task_id)
    if deal_id is not None and dossier.deal(deal_id) is None:
        raise Stale("deal-closed", TaskAt(task_id))
    if task.deal_id == deal_id:
        return dossier, task
    undoable(act, UndoableAction.PUT_TASK, TaskAt(task_id))
    task.deal_id = deal_id
    where = "client" if deal_id is None else "deal"
    note(act, Event.TASK_PUT, dossier.client.id, task=task, to=where)
    await recompute_coverage(act, dossier)
    return dossier, task


async def close_deal(
    act: Act,
    deal_id: int,
    status: DealStatus,
    reason: LossReason | None = None,
    *,
    task_id: int | None = None,
) -> Dossier:
    """Won or lost; its open tasks go, and the last one closed drops the client to R4.

    The task at which it was said is done, with the same outcome.
    """
    dossier = await require_deal(act, deal_id)
    before = task_or_client(task_id, dossier.client.id)
    deal = dossier.deal(deal_id)
    if deal is None:
        raise Stale("deal-closed", before)
    undoable(act, UndoableAction.CLOSE_DEAL, before)
    task = dossier.task(task_id) if task_id is not None else None
    if task is not None:
        won = status is DealStatus.WON
        close_task(act, dossier, task, Outcome.WON if won else Outcome.REFUSED)
    end_deal(act, dossier, deal, status, reason)
    asked = await may_answer_for(act, dossier.client.owner_id)
    await recompute_coverage(act, dossier, closing=GapClose.DEAL_CLOSED, asked=asked)
    return dossier


def end_deal(
    work: Work, dossier: Dossier, deal: Deal, status: DealStatus, reason: LossReason | None
) -> None:
    """Close it in the dossier without settling; its open outbound tasks are cancelled.

    An inbound on the deal stays: the client caused it and still waits for an answer.
    """
    deal.status = status
    deal.loss_reason = reason
    deal.closed_at = work.now
    deal.next_due = deal.gap_since = deal.recheck_at = None
    cancel_tasks(work, dossier, dossier.planned(deal.id), CancelReason.OBSOLETE)
    for task in dossier.inbound:
        if task.deal_id == deal.id:
            task.deal_id = None
    dossier.deals.remove(deal)
    note(work, Event.DEAL_CLOSED, dossier.client.id, deal_id=deal.id, status=status, why=reason)
