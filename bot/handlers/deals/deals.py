"""Deals: the list, the card, name, sum and stage, closing, and where a task stands."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.handlers.clients.sought import sought_screen
from bot.handlers.tasks.next_step import asked_screen, buy_screen_of
from bot.method.clients.search import Seeking
from bot.method.core.places import DealList
from bot.services.clients.search import one_client
from bot.services.day import day
from bot.services.deals import cards, stages
from bot.services.deals.closing import close_and_ask
from bot.services.deals.deals import move_to_subject
from bot.services.tasks import deal_draft
from bot.telegram.context import Context
from bot.telegram.filters import answers, command, tapped
from bot.views.core.start import said
from bot.views.deals import deals as view
from bot.views.screen import Screen
from bot.views.taps.deals import (
    AskDealName,
    AskDealSum,
    AskDraft,
    AskPut,
    AskStage,
    ChooseStage,
    NewDeal,
    PutTask,
    SetStage,
)
from bot.views.taps.places import listing_of
from bot.views.taps.tasks import (
    AskClose,
    CloseDeal,
    OpenDeal,
    OpenDealListed,
    OpenDeals,
)
from bot.views.tasks.card import task_screen
from bot.views.tasks.next_step import draft_form

router = Router(name="deals")


@router.message(command("deals"))
async def deals(message: Message, ctx: Context) -> Screen:
    return view.deals_screen(ctx.words, await cards.deals(ctx.act, 0))


@router.callback_query(tapped(OpenDeals))
async def open_deals(query: CallbackQuery, tap: OpenDeals, ctx: Context) -> Screen:
    page = await cards.deals(ctx.act, tap.page, tap.only, tap.stage)
    return view.deals_screen(ctx.words, page)


@router.callback_query(tapped(ChooseStage))
async def choose_stage(query: CallbackQuery, tap: ChooseStage, ctx: Context) -> Screen:
    return view.stages_of_deals_screen(ctx.words, await cards.stages_of_deals(ctx.act))


@router.callback_query(tapped(NewDeal))
async def new_deal(query: CallbackQuery, tap: NewDeal, ctx: Context) -> Screen:
    ctx.ask(tap)
    return said(ctx.words, "deal-client-ask")


@router.message(answers(NewDeal))
async def new_deal_of(message: Message, ctx: Context) -> Screen:
    found = await one_client(ctx.act, message.text or "", Seeking.BUY)
    if isinstance(found, int):
        return await buy_screen_of(ctx, found, None)
    return await sought_screen(ctx, found, Seeking.BUY)


@router.callback_query(tapped(AskDraft))
async def ask_draft(query: CallbackQuery, tap: AskDraft, ctx: Context) -> Screen:
    await deal_draft.ask_draft(ctx.act, tap.field, tap.client_id, tap.task_id)
    return draft_form(ctx.words, tap)


@router.message(answers("buy-title"))
async def draft_title(message: Message, ctx: Context, form: dict[str, int]) -> Screen:
    deal_draft.keep_title(ctx.act, form["client"], message.text or "")
    return await buy_screen_of(ctx, form["client"], form["task"])


@router.message(answers("buy-sum"))
async def draft_sum(message: Message, ctx: Context, form: dict[str, int]) -> Screen:
    deal_draft.keep_sum(ctx.act, form["client"], message.text or "")
    return await buy_screen_of(ctx, form["client"], form["task"])


@router.callback_query(tapped(OpenDeal))
async def open_deal(query: CallbackQuery, tap: OpenDeal, ctx: Context) -> Screen:
    return await _card(ctx, tap.deal_id)


@router.callback_query(tapped(OpenDealListed))
async def open_listed(query: CallbackQuery, tap: OpenDealListed, ctx: Context) -> Screen:
    return await _card(ctx, tap.deal_id, DealList(tap.page, tap.only, tap.stage))


@router.callback_query(tapped(AskStage))
async def ask_stage(query: CallbackQuery, tap: AskStage, ctx: Context) -> Screen:
    card = await cards.deal_card(ctx.act, tap.deal_id)
    listing = listing_of(tap)
    return view.stage_screen(ctx.words, card, await stages.stages(ctx.act), listing)


@router.callback_query(tapped(SetStage))
async def set_stage(query: CallbackQuery, tap: SetStage, ctx: Context) -> Screen:
    await stages.set_stage(ctx.act, tap.deal_id, tap.key, listing_of(tap))
    return await _card(ctx, tap.deal_id, listing_of(tap))


@router.callback_query(tapped(AskClose))
async def ask_close(query: CallbackQuery, tap: AskClose, ctx: Context) -> Screen:
    card = await cards.deal_card(ctx.act, tap.deal_id)
    return view.reasons_screen(ctx.words, card, tap.task_id, listing_of(tap))


@router.callback_query(tapped(CloseDeal))
async def close(query: CallbackQuery, tap: CloseDeal, ctx: Context) -> Screen:
    """The last open deal closed asks at once for a task on the client (R4)."""
    ended = await close_and_ask(ctx.act, tap.deal_id, tap.status, tap.reason, task_id=tap.task_id)
    return asked_screen(ctx, ended.ask, view.ended_text(ctx.words, ended))


@router.callback_query(tapped(AskDealName))
async def ask_name(query: CallbackQuery, tap: AskDealName, ctx: Context) -> Screen:
    await cards.deal_card(ctx.act, tap.deal_id)
    ctx.ask(tap)
    return view.form_screen(ctx.words, "deal-name-ask", tap.deal_id, listing_of(tap))


@router.callback_query(tapped(AskDealSum))
async def ask_sum(query: CallbackQuery, tap: AskDealSum, ctx: Context) -> Screen:
    await cards.deal_card(ctx.act, tap.deal_id)
    ctx.ask(tap)
    return view.form_screen(ctx.words, "deal-sum-ask", tap.deal_id, listing_of(tap))


@router.message(answers(AskDealName))
async def write_name(message: Message, asked: AskDealName, ctx: Context) -> Screen:
    await cards.rename(ctx.act, asked.deal_id, message.text or "", listing_of(asked))
    return await _card(ctx, asked.deal_id, listing_of(asked))


@router.message(answers(AskDealSum))
async def write_sum(message: Message, asked: AskDealSum, ctx: Context) -> Screen:
    await cards.set_sum(ctx.act, asked.deal_id, message.text or "", listing_of(asked))
    return await _card(ctx, asked.deal_id, listing_of(asked))


@router.callback_query(tapped(AskPut))
async def ask_put(query: CallbackQuery, tap: AskPut, ctx: Context) -> Screen:
    return view.put_screen(ctx.words, await day.task_card(ctx.act, tap.task_id))


@router.callback_query(tapped(PutTask))
async def put_task(query: CallbackQuery, tap: PutTask, ctx: Context) -> Screen:
    await move_to_subject(ctx.act, tap.task_id, tap.deal_id)
    card = await day.task_card(ctx.act, tap.task_id)
    toast = "put-done-client" if tap.deal_id is None else "put-done-deal"
    return task_screen(ctx.words, card).with_toast(ctx.words.plain(toast))


async def _card(ctx: Context, deal_id: int, listing: DealList | None = None) -> Screen:
    return view.deal_screen(ctx.words, await cards.deal_card(ctx.act, deal_id), listing)
