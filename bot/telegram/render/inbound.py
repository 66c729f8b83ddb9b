"""What people are told when something arrived that concerns them."""

from zoneinfo import ZoneInfo

from bot.method.clients.cards import InboundNotice, ReturnNotice
from bot.method.core.terms import TaskStatus
from bot.models.arrival import Arrival
from bot.models.base import JsonDict
from bot.models.client import Client
from bot.models.task import task_row
from bot.models.user import User
from bot.services.core.substitutes import on_duty_for
from bot.services.core.work import Work
from bot.telegram.render.renderer import Renderer
from bot.views.inbound.inbound import notice_screen, return_notice_screen
from bot.views.screen import Screen
from bot.views.words import Words


async def inbound(work: Work, person: User, payload: JsonDict, words: Words) -> Screen | None:
    """A colleague brought something; nothing to say once it is worked off."""
    row = await task_row(work.session, payload["task"])
    if row is None or row[0].status is not TaskStatus.OPEN:
        return None
    task, client, *_ = row
    owner = await work.session.get_one(User, task.owner_id)
    if person.id not in (owner.id, (await on_duty_for(work, owner)).id):
        return None
    bringer = await work.session.get(User, payload["from"])
    at = (task.arrived_at or task.created_at).astimezone(ZoneInfo(person.zone))
    notice = InboundNotice(
        task.id,
        client.name,
        bringer.name if bringer else None,
        at,
        work.today_of(person),
        task.text,
        instead_of=owner.name if owner.id != person.id else None,
    )
    return notice_screen(words, notice)


async def returning(work: Work, person: User, payload: JsonDict, words: Words) -> Screen | None:
    """A lost or lately released client writes."""
    client = await work.session.get(Client, payload["client"])
    arrival = await work.session.get(Arrival, payload["arrival"])
    bringer = await work.session.get(User, payload["from"])
    if client is None or bringer is None:
        return None
    notice = ReturnNotice(
        payload["arrival"],
        client.id,
        client.name,
        client.status,
        bringer.name,
        arrival.text if arrival else None,
    )
    return return_notice_screen(words, notice)


RENDERERS: dict[str, Renderer] = {
    "inbound": inbound,
    "returning": returning,
}
