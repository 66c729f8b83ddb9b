"""Telegram Business: what happens in people's own accounts, and how it is set up (R9)."""

from typing import Any

from aiogram import Router
from aiogram.types import BusinessConnection, BusinessMessagesDeleted, CallbackQuery, Message

from bot.handlers.inbound.reception import reception_screen
from bot.method.inbound.business import read_connection, read_deleted, read_letter
from bot.services.core.work import Work
from bot.services.day.day import task_card
from bot.services.inbound.business import answers, cards, changes, connections, letters, unknown
from bot.services.inbound.business.notices import letter_notice
from bot.telegram.context import AnyContext, Context, Redrawn
from bot.telegram.filters import tapped
from bot.views.inbound import business as view
from bot.views.screen import Screen
from bot.views.taps import inbound as taps
from bot.views.tasks.card import task_screen

router = Router(name="business")


@router.business_connection()
async def connection(
    event: BusinessConnection, ctx: AnyContext, raw: dict[str, Any], row_no: int
) -> None:
    """Somebody has connected his account, changed what the bot may do there, or ended it."""
    said = read_connection(raw["business_connection"])
    work: Work = ctx.act if isinstance(ctx, Context) else ctx.work
    if said is not None:
        await connections.hear_connection(work, said, row_no)


@router.business_message()
async def letter(
    message: Message, ctx: AnyContext, raw: dict[str, Any], more: bool
) -> Redrawn | None:
    """A client's words, or those of the account's own person; a stranger's are not heard."""
    read = read_letter(raw["business_message"])
    if read is None or not isinstance(ctx, Context):
        return None
    own = read.sender.telegram_id == ctx.act.actor.telegram_id
    take = answers.take_answer if own else letters.take_letter
    task_id = await take(ctx.act, read)
    # Of many at once only what the last one brings is drawn.
    return None if more else await _redrawn(ctx, task_id)


@router.edited_business_message()
async def edited(message: Message, ctx: AnyContext, raw: dict[str, Any]) -> Redrawn | None:
    read = read_letter(raw["edited_business_message"])
    if read is None or not isinstance(ctx, Context):
        return None
    return await _redrawn(ctx, await changes.edit_letter(ctx.act, read))


@router.deleted_business_messages()
async def deleted(
    event: BusinessMessagesDeleted, ctx: AnyContext, raw: dict[str, Any]
) -> Redrawn | None:
    gone = read_deleted(raw["deleted_business_messages"])
    if gone is None or not isinstance(ctx, Context):
        return None
    return await _redrawn(ctx, await changes.delete_letters(ctx.act, gone))


@router.callback_query(tapped(taps.OpenBusiness))
async def open_business(query: CallbackQuery, tap: taps.OpenBusiness, ctx: Context) -> Screen:
    return await _business(ctx)


@router.callback_query(tapped(taps.AskUnknown))
async def ask_unknown(query: CallbackQuery, tap: taps.AskUnknown, ctx: Context) -> Screen:
    await connections.ask_of_unknown(ctx.act, wanted=tap.wanted)
    return await _business(ctx)


@router.callback_query(tapped(taps.ForgetRefused))
async def forget_refused(query: CallbackQuery, tap: taps.ForgetRefused, ctx: Context) -> Screen:
    await connections.ask_of_refused(ctx.act)
    return await _business(ctx)


@router.callback_query(tapped(taps.OpenLetter))
async def open_letter(query: CallbackQuery, tap: taps.OpenLetter, ctx: Context) -> Screen:
    await cards.open_card(ctx.act, tap.task_id)
    return task_screen(ctx.words, await task_card(ctx.act, tap.task_id))


@router.callback_query(tapped(taps.IsClient))
async def is_client(query: CallbackQuery, tap: taps.IsClient, ctx: Context) -> Screen:
    return await reception_screen(ctx, await unknown.is_client(ctx.act, tap.arrival_id))


@router.callback_query(tapped(taps.IsNoClient))
async def is_no_client(query: CallbackQuery, tap: taps.IsNoClient, ctx: Context) -> Screen:
    await unknown.is_no_client(ctx.act, tap.arrival_id)
    return view.no_client_screen(ctx.words)


async def _business(ctx: Context) -> Screen:
    card = await connections.business_card(ctx.act)
    return view.business_screen(ctx.words, card, ctx.bot_username)


async def _redrawn(ctx: Context, task_id: int | None) -> Redrawn | None:
    """The card of the inbound as things stand, where it is at hand."""
    message_id = None if task_id is None else await cards.card_at(ctx.act, task_id)
    if task_id is None or message_id is None:
        return None
    notice = await letter_notice(ctx.act, task_id)
    if notice is None:
        return None
    screen = view.letter_screen(ctx.words, notice)
    return Redrawn(ctx.act.actor.telegram_id, message_id, screen)
