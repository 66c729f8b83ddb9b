"""What the messages about nobody's inbound say now (R9)."""

from bot.method.inbound.claim_cards import OfferNotice, OfferOver, OfferRefused
from bot.method.inbound.intake.cards import Reported
from bot.models.arrival import ArrivalState, arrivals_of_client
from bot.models.claim import Claim, OfferAnswer, offers_of
from bot.models.client import Client
from bot.models.intake import IntakeRecord
from bot.models.task import Task
from bot.services.core.work import Act
from bot.services.inbound.claims.asking import is_live
from bot.services.inbound.claims.messages import OfferMessage
from bot.services.inbound.claims.taking import over

Offered = OfferNotice | OfferOver | OfferRefused


async def offered(act: Act, about: OfferMessage) -> Offered | None:
    """The offer, who has it by now, or that the reader has refused it; None where he was not
    asked."""
    claim = await act.session.get(Claim, about.claim)
    if claim is None:
        return None
    asked = await offers_of(act.session, claim.id)
    own = [offer for offer in asked if (offer.user_id, offer.round) == (act.actor.id, about.round)]
    if not own:
        return None
    if not claim.is_open or not await is_live(act, claim):
        return await over(act, claim)
    client = await act.session.get_one(Client, claim.client_id)
    if own[0].answer is OfferAnswer.REFUSED:
        return OfferRefused(claim.id, client.name)
    record = await act.session.get_one(IntakeRecord, claim.record_id)
    at = min(record.occurred_at, record.received_at).astimezone(act.zone)
    said = Reported(record.channel, at, act.today, await _words(act, claim), record.call)
    return OfferNotice(claim.id, client.name, said, claim.task_id is None, own[0].in_turn)


async def _words(act: Act, claim: Claim) -> str:
    """What the client has sent so far."""
    if claim.task_id is not None:
        task = await act.session.get_one(Task, claim.task_id)
        return task.text or ""
    arrivals = await arrivals_of_client(act.session, claim.client_id)
    waiting = (ArrivalState.WAITING, ArrivalState.HEADS)
    return "\n".join(
        arrival.text for arrival in arrivals if arrival.state in waiting and arrival.text
    )
