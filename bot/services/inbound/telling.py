"""Who is told that something has arrived for an owner's client (R9)."""

from collections.abc import Sequence

from bot.method.core.absence import Absence
from bot.models.task import Task
from bot.models.user import User
from bot.services.core.heads import heads_of
from bot.services.core.hearers import absence_of, hearers_of
from bot.services.core.messages import End, Ending
from bot.services.core.outbox import enqueue
from bot.services.core.work import Act, Work
from bot.services.inbound.messages import AbsentInboundMessage, InboundMessage


async def tell_owner(act: Act, owner: User, task: Task, name: str) -> Absence | None:
    """Queue the notice that a colleague has received something for the owner, or for the one who
    stands in; who brought it need not be told.

    Where neither of them would see it, those who lead the owner hear of it at once, and the owner
    `name` when he is back. Returns who hears it in his place, None where he does himself.
    """
    heard = await hearers_of(act, owner)
    message = InboundMessage(task.id, act.actor.id)
    told = heard.people if heard.why is None or heard.stands_in else (owner,)
    for person in told:
        if person.id != act.actor.id:
            await enqueue(act, person, message)
    if owner not in heard.people and not heard.stands_in and act.actor not in heard.people:
        await _tell_leaders(act, heard.people, task.id, act.actor.id)
    return absence_of(act, owner, heard, name)


async def inbound_ended(work: Work, about: InboundMessage, end: End) -> None:
    """What the owner can not be told, because he has blocked the bot, is told to who leads him."""
    task = await work.session.get(Task, about.task)
    if end.ending is Ending.REFUSED and task is not None:
        owner = await work.session.get_one(User, task.owner_id)
        leaders = await heads_of(work, owner, besides=end.person)
        await _tell_leaders(work, leaders, about.task, about.bringer)


async def _tell_leaders(work: Work, leaders: Sequence[User], task_id: int, bringer_id: int) -> None:
    for person in leaders:
        await enqueue(work, person, AbsentInboundMessage(task_id, bringer_id))
