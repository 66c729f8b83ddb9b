"""Reminding of a task with a time before it comes, and at it (R10)."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from bot.method.core.terms import Direction, TaskStatus
from bot.method.day.cards import Reminded
from bot.method.tasks.reminders import (
    Awake,
    Reminding,
    RemindStep,
    first_reminder,
    is_stale,
    late_steps,
    next_reminder,
    reminder_due,
)
from bot.models.dossier import Dossier
from bot.models.due import reminders_due
from bot.models.task import Task, task_row, task_to_remind, waiting_tasks
from bot.models.user import User
from bot.services.core.cards import contacts_of, task_line
from bot.services.core.outbox import enqueue
from bot.services.core.quiet import may_reach
from bot.services.core.substitutes import on_duty_for
from bot.services.core.work import Act, Work
from bot.services.tasks.messages import ReminderMessage

_BATCH = 500


def keep_reminder(work: Work, task: Task, owner: User) -> None:
    """Work out when somebody is first reminded of the task: its time or its owner is new."""
    if task.direction is Direction.INBOUND:
        if task.deadline_at is not None:
            task.remind_at = late_steps(task.deadline_at, work.ladder_time_of(owner)).nudge_at
        return
    task.remind_at = None
    if task.due_at is not None:
        task.remind_at = _first(work, task.due_at, owner)


async def keep_reminders(work: Work, owner: User) -> None:
    """Work it out anew for all that the owner has with a time: the wishes, zone or vacation
    changed."""
    for task in await waiting_tasks(work.session, owner.id):
        if task.direction is Direction.OUTBOUND:
            keep_reminder_again(work, task, owner)


async def keep_reminders_of(work: Work, dossier: Dossier) -> None:
    """The same for all that a client has with a time: the company's rules or calendar may have
    changed."""
    for task in dossier.tasks:
        if task.direction is Direction.OUTBOUND:
            keep_reminder_again(work, task, await work.session.get_one(User, task.owner_id))


def keep_reminder_again(work: Work, task: Task, owner: User) -> None:
    """The next reminder of a time that is not new. What is due by now is left for whoever sends
    it, and what people were reminded of already gets no other one in its stead."""
    if task.due_at is None:
        return
    if task.remind_at is None:
        task.remind_at = _next(work, task.due_at, owner)
    elif task.remind_at > work.now:
        keep_reminder(work, task, owner)


def _first(work: Work, due_at: datetime, owner: User) -> datetime | None:
    return first_reminder(due_at, _reminding_of(work, owner), work.now, _awake(work, owner))


def _next(work: Work, due_at: datetime, owner: User) -> datetime | None:
    return next_reminder(due_at, _reminding_of(work, owner), work.now, _awake(work, owner))


def is_unreminded(work: Work, task: Task, owner: User) -> bool:
    """Whether nobody will be reminded of a task that has a time, though the owner wants that."""
    if task.due_at is None or not _reminding_of(work, owner).wanted:
        return False
    return _first(work, task.due_at, owner) is None


def _reminding_of(work: Work, person: User) -> Reminding:
    """What the person wants, the policy where he has said nothing."""
    minutes, at_time = person.remind_minutes, person.remind_at_time
    return Reminding(
        work.policy.remind_before if minutes is None else timedelta(minutes=minutes),
        work.policy.remind_at_time if at_time is None else at_time,
    )


async def tasks_to_remind(work: Work) -> Sequence[int]:
    """Tasks whose reminder is due; each in a transaction of its own."""
    return await reminders_due(work.session, work.now, _BATCH)


async def remind(work: Work, task_id: int) -> bool:
    """Queue the reminder that is due, if it still makes sense, and work out the next one."""
    row = await task_to_remind(work.session, task_id)
    if row is None:
        return False
    task, owner = row
    if task.due_at is None or task.remind_at is None or task.remind_at > work.now:
        return False
    step = reminder_due(task.due_at, _reminding_of(work, owner), work.now, _awake(work, owner))
    at_time = task.remind_at == task.due_at
    task.remind_at = _next(work, task.due_at, owner)
    if step is None:
        return False
    step = RemindStep.AT_TIME if at_time else step
    person = await on_duty_for(work, owner)
    return await enqueue(work, person, ReminderMessage(task.id, task.due_at, step))


async def reminded(work: Work, person: User, task_id: int, due_at: datetime) -> Reminded | None:
    """What the reminder says now; None once the task is closed, moved, another's or long past."""
    row = await task_row(work.session, task_id)
    if row is None:
        return None
    task, client, deal, several = row
    owner = await work.session.get_one(User, task.owner_id)
    theirs = person.id in (owner.id, (await on_duty_for(work, owner)).id)
    still = task.status is TaskStatus.OPEN and theirs and task.due_at == due_at
    if not still or is_stale(due_at, work.now):
        return None
    return Reminded(
        line=task_line(task, client, deal, several, Act.by(person, work)),
        contacts=await contacts_of(work, client.id),
        minutes=-((work.now - due_at) // timedelta(minutes=1)),
        today=work.today_of(person),
        instead_of=None if person.id == owner.id else owner.name,
    )


def _awake(work: Work, person: User) -> Awake:
    """With a substitute the days of the vacation count: the reminder goes to that person."""
    return partial(may_reach, work, person, on_vacation=person.substitute_id is not None)
