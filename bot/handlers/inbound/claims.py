"""Nobody's inbound is taken, or left to the next one (R9)."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.method.inbound.claim_cards import OfferOver
from bot.services.day.day import task_card
from bot.services.inbound.claims.taking import refuse_offer, take_offer
from bot.telegram.context import Context
from bot.telegram.filters import tapped
from bot.views.inbound import claims as view
from bot.views.screen import Screen
from bot.views.taps.inbound import RefuseOffer, TakeOffer

router = Router(name="claims")


@router.callback_query(tapped(TakeOffer))
async def take(query: CallbackQuery, tap: TakeOffer, ctx: Context) -> Screen:
    taken = await take_offer(ctx.act, tap.claim_id, beside=tap.beside)
    if isinstance(taken, OfferOver):
        return view.offer_over_screen(ctx.words, taken, beside=tap.beside)
    card = await task_card(ctx.act, taken.task_id)
    return view.claimed_screen(ctx.words, card, beside=tap.beside)


@router.callback_query(tapped(RefuseOffer))
async def refuse(query: CallbackQuery, tap: RefuseOffer, ctx: Context) -> Screen:
    refused = await refuse_offer(ctx.act, tap.claim_id, beside=tap.beside)
    if isinstance(refused, OfferOver):
        return view.offer_over_screen(ctx.words, refused, beside=tap.beside)
    return view.offer_refused_screen(ctx.words, refused, beside=tap.beside)
