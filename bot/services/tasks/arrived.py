"""What has arrived becomes an inbound task, or a part of the client's open one (R9)."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.method.clients.cards import Join
from bot.method.core.terms import CancelReason, Direction, Event, TaskStatus
from bot.method.core.texts import clean
from bot.method.gaps.ladder import inbound_deadline
from bot.method.inbound.joining import whole_of, with_line
from bot.models.arrival import Arrival, ArrivalState
from bot.models.arrival_parts import (
    answered_chats,
    bring_together,
    has_later,
    parts_of,
    parts_on,
    same_message,
)
from bot.models.dossier import Dossier, dossiers_of_clients
from bot.models.task import Task
from bot.models.user import User
from bot.services.core.coverage import recompute_coverage
from bot.services.core.timeline import note
from bot.services.core.work import Work
from bot.services.tasks.comments import LONGEST as LONGEST_COMMENT
from bot.services.tasks.ending import cancel_tasks
from bot.services.tasks.reminders import keep_reminder
from bot.services.tasks.tasks import owner_of

IN_TIMELINE = 200
"""Letters of the words that the history keeps."""


async def bring_inbound(
    work: Work, dossier: Dossier, arrival: Arrival, *, in_history: bool = False
) -> tuple[Task, Join]:
    """Put it, with the parts that waited with it, on the client's open inbound, or on a new one
    which is added to the dossier without settling; by whatever way it came.

    The very same message is put down once, whoever brought it first. What joins leaves the
    deadline as it is: that of the first event that nobody has answered. `in_history`: its words
    stand there already, from when nobody had the client.
    """
    await work.session.flush([arrival])
    known = None
    if arrival.dedupe_key is not None:
        known = await same_message(work.session, arrival)
    if known is not None:
        task, join = await work.session.get_one(Task, known.task_id), Join.SAME
    elif dossier.inbound:
        task, join = dossier.inbound[0], Join.ADDED
        await _wait_again(work, task, owner_of(dossier))
        join_inbound(task, arrival)
    else:
        task, join = await _add(work, dossier, arrival), Join.NEW
    words = arrival.text
    await settle(work, arrival, task)
    if join is Join.SAME or (
        join is Join.ADDED and await has_later(work.session, task.id, arrival)
    ):
        # It has waited for a word meanwhile, or somebody else has brought more with it.
        await keep_words(work, task)
    if join is not Join.SAME and not in_history:
        note(work, Event.INBOUND, task.client_id, task=task, text=words[:IN_TIMELINE])
    return task, join


async def _add(work: Work, dossier: Dossier, arrival: Arrival) -> Task:
    """On the only open deal where there is one. Its deadline counts from the moment it is known to
    us: nobody is late before that."""
    owner = owner_of(dossier)
    task = Task(
        client_id=dossier.client.id,
        deal_id=dossier.deals[0].id if len(dossier.deals) == 1 else None,
        owner_id=owner.id,
        direction=Direction.INBOUND,
        kind=arrival.kind,
        text=arrival.text or None,
        arrived_at=arrival.arrived_at,
        dedupe_key=arrival.dedupe_key,
        sender_key=arrival.sender_key,
        created_at=work.now,
        created_by=work.actor_id,
    )
    put_deadline(work, task, owner, work.now)
    work.session.add(task)
    await work.session.flush([task])
    dossier.tasks.append(task)
    return task


async def _wait_again(work: Work, task: Task, owner: User) -> None:
    """Somebody has written back to the client, who comes again now: from now on he waits anew."""
    if task.remind_at is not None:
        return
    chats = await answered_chats(work.session, task.id)
    if chats:
        put_deadline(work, task, owner, work.now)
    for chat in chats:
        chat.answer = None


def put_deadline(work: Work, task: Task, owner: User, since: datetime) -> None:
    """Since then (UTC) it waits for an answer of the owner's, or who stands in."""
    task.deadline_at = inbound_deadline(since, work.policy, work.ladder_time_of(owner))
    keep_reminder(work, task, owner)


def join_inbound(task: Task, arrival: Arrival) -> bool:
    """Add what came a moment later, and may have been written before; False where the task is
    closed already."""
    if task.status is not TaskStatus.OPEN:
        return False
    task.text = with_line(task.text or "", arrival.text) or None
    task.arrived_at = min(task.arrived_at or arrival.arrived_at, arrival.arrived_at)
    return True


async def make_one_inbound(work: Work, dossier: Dossier) -> None:
    """Two cards have become one: of their open inbounds the first that came stays."""
    await _make_one(work, dossier, sorted(dossier.inbound, key=_came))


async def join_reopened(work: Work, client_ids: Sequence[int]) -> None:
    """What was taken back has opened an inbound again after another one of the client has come:
    the older one, which the person was at, stays, with messages, deadline and reaction of both."""
    for dossier in await dossiers_of_clients(work.session, client_ids):
        await _make_one(work, dossier, sorted(dossier.inbound, key=lambda task: task.id))
        await recompute_coverage(work, dossier)


async def _make_one(work: Work, dossier: Dossier, inbound: list[Task]) -> None:
    """The first of them stays, with all that was brought to the others; it has waited since the
    first that nobody has answered."""
    if len(inbound) < 2:
        return
    stays, *others = inbound
    waiting = [task for task in inbound if task.remind_at is not None]
    if waiting:
        first = min(waiting, key=lambda task: task.deadline_at or work.now)
        stays.deadline_at, stays.remind_at = first.deadline_at, first.remind_at
    whole = ""
    for task in sorted(inbound, key=_came):
        whole = with_line(whole, task.text or "")
    stays.text = whole or None
    stays.arrived_at = min(map(_came, inbound))
    for other in others:
        # Its messages are the other's now: one that is taken off makes a task again.
        other.dedupe_key = None
    _take_reaction(work, dossier, stays, others)
    await bring_together(work.session, stays.id, [other.id for other in others])
    cancel_tasks(work, dossier, others, CancelReason.JOINED)


def _came(task: Task) -> datetime:
    return task.arrived_at or task.created_at


def _take_reaction(work: Work, dossier: Dossier, stays: Task, others: list[Task]) -> None:
    """The client has been answered once, whichever of them it was on: the first time counts."""
    answered = [task for task in (stays, *others) if task.reacted_at is not None]
    first = min(answered, key=lambda task: task.reacted_at or work.now, default=None)
    if first is None or first.reacted_at is None or dossier.owner is None:
        return
    waited = work.ladder_time_of(dossier.owner).between(_came(stays), first.reacted_at)
    stays.reacted_at, stays.reacted_by = first.reacted_at, first.reacted_by
    stays.reaction_minutes = waited // timedelta(minutes=1)
    for other in others:
        other.reacted_at = other.reacted_by = other.reaction_minutes = None


async def keep_words(work: Work, task: Task) -> None:
    """The inbound says what its messages say."""
    parts = await parts_on(work.session, task.id)
    task.text = whole_of((part.dedupe_key, part.said) for part in parts) or None


async def settle(work: Work, arrival: Arrival, task: Task) -> None:
    """The task has come of it, and of all the parts that waited with it."""
    for part in (arrival, *await parts_of(work.session, arrival)):
        part.state, part.text = ArrivalState.DONE, ""
        part.task_id, part.client_id = task.id, task.client_id


def say_on(work: Work, task: Task, comment: str | None) -> None:
    """The comment stands in the history, beside its inbound."""
    if comment:
        shown = clean(comment, LONGEST_COMMENT, lines=True)
        note(work, Event.COMMENT, task.client_id, task=task, text=shown)
