"""Deals: the list, the card, name and sum, closing."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.handlers.next_step import next_step_screen
from bot.method.terms import DealStatus
from bot.services import deal_cards
from bot.services.deals import close_deal
from bot.telegram.context import Context
from bot.telegram.filters import answers, tapped
from bot.views import deals as view
from bot.views.screen import Screen
from bot.views.task_taps import (
    AskClose,
    AskDealName,
    AskDealSum,
    CloseDeal,
    OpenDeal,
    OpenDeals,
)
from bot.views.words import Markup

router = Router(name="deals")


@router.message(Command("deals"))
async def deals(message: Message, ctx: Context) -> Screen:
    return view.deals_screen(ctx.words, await deal_cards.deals(ctx.act, 0))


@router.callback_query(tapped(OpenDeals))
async def open_deals(query: CallbackQuery, tap: OpenDeals, ctx: Context) -> Screen:
    return view.deals_screen(ctx.words, await deal_cards.deals(ctx.act, tap.page))


@router.callback_query(tapped(OpenDeal))
async def open_deal(query: CallbackQuery, tap: OpenDeal, ctx: Context) -> Screen:
    ctx.act.actor.form = None
    return view.deal_screen(ctx.words, await deal_cards.deal_card(ctx.act, tap.deal_id))


@router.callback_query(tapped(AskClose))
async def ask_close(query: CallbackQuery, tap: AskClose, ctx: Context) -> Screen:
    return view.reasons_screen(
        ctx.words, await deal_cards.deal_card(ctx.act, tap.deal_id), tap.task_id
    )


@router.callback_query(tapped(CloseDeal))
async def close(query: CallbackQuery, tap: CloseDeal, ctx: Context) -> Screen:
    """The last open deal closed asks at once for a task on the client (R4)."""
    dossier = await close_deal(ctx.act, tap.deal_id, tap.status, tap.reason, task_id=tap.task_id)
    ask = await next_step_screen(ctx, dossier.client.id)
    words, client = ctx.words, dossier.client.name
    if tap.status is DealStatus.WON:
        said = words("deal-closed-won", client=client)
    else:
        said = words("deal-closed-lost", client=client, reason=words.plain(f"loss-{tap.reason}"))
    return Screen(Markup(f"{said}\n\n{ask.text}"), ask.rows)


@router.callback_query(tapped(AskDealName))
async def ask_name(query: CallbackQuery, tap: AskDealName, ctx: Context) -> Screen:
    await deal_cards.deal_card(ctx.act, tap.deal_id)
    ctx.act.actor.form = {"name": "deal-name", "deal": tap.deal_id}
    return view.form_screen(ctx.words, "deal-name-ask", tap.deal_id)


@router.callback_query(tapped(AskDealSum))
async def ask_sum(query: CallbackQuery, tap: AskDealSum, ctx: Context) -> Screen:
    await deal_cards.deal_card(ctx.act, tap.deal_id)
    ctx.act.actor.form = {"name": "deal-sum", "deal": tap.deal_id}
    return view.form_screen(ctx.words, "deal-sum-ask", tap.deal_id)


@router.message(answers("deal-name"))
async def write_name(message: Message, ctx: Context, form: dict[str, int]) -> Screen:
    await deal_cards.rename(ctx.act, form["deal"], message.text or "")
    return await _changed(ctx, form["deal"])


@router.message(answers("deal-sum"))
async def write_sum(message: Message, ctx: Context, form: dict[str, int]) -> Screen:
    await deal_cards.set_sum(ctx.act, form["deal"], message.text or "")
    return await _changed(ctx, form["deal"])


async def _changed(ctx: Context, deal_id: int) -> Screen:
    ctx.act.actor.form = None
    return view.deal_screen(ctx.words, await deal_cards.deal_card(ctx.act, deal_id))
