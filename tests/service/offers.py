"""What comes from a client of nobody's, and what people do with the offer of it."""

from dataclasses import replace
from typing import Any

from bot.method.inbound.claim_cards import Claimed, OfferOver, OfferRefused
from bot.method.inbound.intake.event import IntakeChannel, IntakeEvent
from bot.services.inbound.claims.taking import refuse_offer, take_offer
from bot.services.inbound.intake.taking import API, take
from tests.builders import MOSCOW, Firm
from tests.service import seen
from tests.service.running import run_job
from tests.service.sales import PHONE

OFFERS = "offers"


async def comes(firm: Firm, number: str = "1", **changed: Any) -> None:
    made = IntakeEvent(number, IntakeChannel.FORM, firm.clock.now(), phone=PHONE, text="Цена?")
    async with firm.work() as work:
        await take(work, API, replace(made, **changed))


async def asked(firm: Firm) -> list[tuple[int, str]]:
    """Whom the offers go to and when, in Moscow time."""
    return [
        (row.user_id, f"{row.not_before.astimezone(MOSCOW):%d %H:%M}")
        for row in await seen.messages(firm, "offer")
    ]


async def heads_told(firm: Firm) -> list[int]:
    return [
        row.user_id
        for kind in ("intake", "intake_return")
        for row in await seen.messages(firm, kind)
    ]


async def takes(firm: Firm, who: int, claim: int = 1, **how: bool) -> Claimed | OfferOver:
    async with firm.act(who) as act:
        return await take_offer(act, claim, **how)


async def refuses(firm: Firm, who: int, claim: int = 1) -> OfferRefused | OfferOver:
    async with firm.act(who) as act:
        return await refuse_offer(act, claim)


async def later(firm: Firm, minutes: int) -> None:
    firm.moved(minutes=minutes)
    await run_job(firm, OFFERS)
