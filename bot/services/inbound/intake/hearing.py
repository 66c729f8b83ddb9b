"""Who hears of what has come over HTTP (R9)."""

from bot.method.core.terms import Role
from bot.models.task import Task
from bot.models.user import User, active_leaders
from bot.services.core.hearers import why_absent
from bot.services.core.messages import End
from bot.services.core.work import Work
from bot.services.inbound.intake.messages import AbsentIntakeMessage, IntakeMessage
from bot.services.inbound.telling import tell_leaders, tell_of


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
    """The owner hears of it, or whoever does in his place."""
    about = IntakeMessage(task.id, record_id)
    await tell_of(work, owner, about, AbsentIntakeMessage(task.id, record_id))


async def intake_ended(work: Work, about: IntakeMessage, end: End) -> None:
    """As `tell_leaders` does."""
    await tell_leaders(work, about.task, end, AbsentIntakeMessage(about.task, about.record))
