"""Somebody unknown in the person's account: a client or not, by one tap, and remembered (R9)."""

from bot.method.clients.cards import Reception, WhoseMessage
from bot.method.core.refusals import NotFound
from bot.models.arrival import Arrival, drop_arrival
from bot.models.business import ChatState
from bot.services.core.work import Act
from bot.services.inbound.business.letters import chat_with
from bot.services.inbound.inbound import create_from, own_waiting
from bot.services.inbound.reception import question


async def is_client(act: Act, arrival_id: int) -> Reception:
    """A client: a new one at once, unless it may be one of those there are."""
    arrival = await own_waiting(act, arrival_id)
    await chat_with(act, _chat_of(arrival), ChatState.CLIENT)
    asked: WhoseMessage = await question(act, arrival, again=True)
    return asked if asked.candidates else await create_from(act, arrival_id)


async def is_no_client(act: Act, arrival_id: int) -> None:
    """No client: forgotten, and never asked about again."""
    arrival = await own_waiting(act, arrival_id)
    await chat_with(act, _chat_of(arrival), ChatState.NOT_CLIENT)
    await drop_arrival(act.session, arrival.id)


def _chat_of(arrival: Arrival) -> int:
    if arrival.chat_id is None:
        raise NotFound("thing")
    return arrival.chat_id
