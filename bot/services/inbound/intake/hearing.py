"""Who hears of what has come over HTTP (R9)."""

from collections.abc import Sequence

from bot.method.core.terms import Role
from bot.models.task import Task
from bot.models.user import User, active_leaders
from bot.services.core.heads import heads_of
from bot.services.core.hearers import hearers_of, why_absent
from bot.services.core.messages import End, Ending
from bot.services.core.outbox import enqueue
from bot.services.core.work import Work
from bot.services.inbound.intake.messages import AbsentIntakeMessage, IntakeMessage


async def heads_of_nobodys(work: Work) -> list[User]:
    """Who decides about a client without an owner: the only head of the company, else the admins;
    whoever leads and is there, before who is not."""
    leaders = await active_leaders(work.session)
    heads = [leader for leader in leaders if leader.role is Role.HEAD]
    admins = [leader for leader in leaders if leader.role is Role.ADMIN]
    choices = (heads, admins, leaders) if len(heads) == 1 else (admins, leaders)
    for choice in choices:
        there = [leader for leader in choice if why_absent(work, leader) is None]
        if there:
            return there
    return list(choices[0] or leaders)


async def tell_owner_of(work: Work, owner: User, task: Task, record_id: int) -> None:
    """The owner hears of it, or who stands in; where neither would, those who lead the owner at
    once, and the owner when he is back."""
    heard = await hearers_of(work, owner)
    told = heard.people if heard.why is None or heard.stands_in else (owner,)
    for person in told:
        await enqueue(work, person, IntakeMessage(task.id, record_id))
    if owner not in heard.people and not heard.stands_in:
        await _tell_leaders(work, heard.people, task.id, record_id)


async def intake_ended(work: Work, about: IntakeMessage, end: End) -> None:
    """What the owner can not be told, because he has blocked the bot, is told to who leads him."""
    task = await work.session.get(Task, about.task)
    if end.ending is Ending.REFUSED and task is not None:
        owner = await work.session.get_one(User, task.owner_id)
        leaders = await heads_of(work, owner, besides=end.person)
        await _tell_leaders(work, leaders, about.task, about.record)


async def _tell_leaders(work: Work, leaders: Sequence[User], task_id: int, record_id: int) -> None:
    for person in leaders:
        await enqueue(work, person, AbsentIntakeMessage(task_id, record_id))
