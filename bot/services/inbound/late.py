"""Inbound that waits longer than its deadline: who is told when, and what the message says (R9)."""

from collections.abc import Sequence

from bot.method.gaps.cards import LateLine
from bot.method.gaps.ladder import said_again_at
from bot.method.tasks.reminders import LateSteps, late_steps
from bot.models.inbound import inbound_rows, late_of_owner
from bot.models.task import Task
from bot.models.user import User
from bot.services.core.cards import task_line
from bot.services.core.substitutes import may_answer_for
from bot.services.core.work import Act, Work


def steps_of(work: Work, task: Task, owner: User) -> LateSteps:
    """When the owner and the head are told, in the owner's working time."""
    return late_steps(task.deadline_at or task.created_at, work.ladder_time_of(owner))


async def morning_named(work: Work, owner: User) -> None:
    """A morning has named all that waits too long: its owner is not reminded of it before the
    afternoon, unless the head is to hear of it by then."""
    afternoon = said_again_at(work.now, work.ladder_time_of(owner))
    for task in await late_of_owner(work.session, owner.id, work.now):
        heads_hour = steps_of(work, task, owner).escalate_at
        if task.remind_at is not None and task.remind_at < afternoon < heads_hour:
            task.remind_at = afternoon


async def late_for_message(
    work: Work, reader: User, task_ids: Sequence[int], *, own: bool = False
) -> tuple[LateLine, ...]:
    """Those of the given tasks that are still open: a message shows the state at its sending.

    `own`: only what the reader works on, as the owner or standing in for the owner.
    """
    reading = Act.by(reader, work)
    lines = [
        LateLine(
            line=task_line(*row, reading),
            owner_name=owner.name,
            waited=work.ladder_time_of(owner).between(row[0].created_at, work.now),
            workday=work.ladder_time_of(owner).workday,
            instead=owner.id != reader.id and owner.substitute_id == reader.id,
            clock=work.clock_of(owner, reader),
        )
        for row, owner in await inbound_rows(work.session, task_ids)
        if not own or await may_answer_for(reading, owner.id)
    ]
    return tuple(lines)
