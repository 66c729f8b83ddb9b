"""Who is told that something has arrived for an owner's client (R9)."""

from dataclasses import replace

from bot.method.clients.cards import Join
from bot.method.core.absence import Absence
from bot.models.arrival import Arrival
from bot.models.outbox import waits_about
from bot.models.task import Task
from bot.models.user import User
from bot.services.core.heads import heads_of
from bot.services.core.hearers import Hearers, absence_of, hearers_of
from bot.services.core.messages import BotMessage, End, Ending, key_of
from bot.services.core.outbox import enqueue
from bot.services.core.work import Act, Work
from bot.services.inbound.messages import AbsentInboundMessage, InboundMessage


async def tell_owner(
    act: Act, owner: User, task: Task, name: str, added: int | None = None
) -> Absence | None:
    """Queue the notice that a colleague has received something for the owner, who is called `name`;
    of what was `added` to an inbound that is known already as well, unless he is still to hear of
    that.

    Returns who hears it in his place, None where he does himself.
    """
    about = InboundMessage(task.id, act.actor.id, added)
    instead = AbsentInboundMessage(task.id, act.actor.id, added)
    return absence_of(act, owner, await tell_of(act, owner, about, instead), name)


def added_of(join: Join, arrival: Arrival) -> int | None:
    """What has joined an inbound, where it has."""
    return arrival.id if join is Join.ADDED else None


async def inbound_ended(work: Work, about: InboundMessage, end: End) -> None:
    """As `tell_leaders` does."""
    await tell_leaders(work, about.task, end, AbsentInboundMessage(about.task, about.bringer))


async def tell_of(work: Work, owner: User, about: BotMessage, instead: BotMessage) -> Hearers:
    """Queue `about` for the owner, or for the one who stands in; where neither of them would see
    it, `instead` for those who lead the owner at once, and the owner hears of it when he is back.

    Who brought it need not be told. Returns who hears it now.
    """
    heard = await hearers_of(work, owner)
    for person in heard.readers(owner):
        if person.id != work.actor_id:
            await _tell(work, person, about)
    by_others = owner not in heard.people and not heard.stands_in
    if by_others and all(person.id != work.actor_id for person in heard.people):
        for person in heard.people:
            await _tell(work, person, instead)
    return heard


async def _tell(work: Work, person: User, about: BotMessage) -> None:
    """What is still to be sent says all that has joined by then."""
    if isinstance(about, InboundMessage | AbsentInboundMessage) and about.added is not None:
        first = key_of(replace(about, added=None), person.id, work.now)
        if await waits_about(work.session, person.id, first):
            return
    await enqueue(work, person, about)


async def tell_leaders(work: Work, task_id: int, end: End, instead: BotMessage) -> None:
    """What the owner can not be told, because he has blocked the bot, is told to who leads him."""
    task = await work.session.get(Task, task_id)
    if end.ending is not Ending.REFUSED or task is None:
        return
    owner = await work.session.get_one(User, task.owner_id)
    for leader in await heads_of(work, owner, besides=end.person):
        await enqueue(work, leader, instead)
