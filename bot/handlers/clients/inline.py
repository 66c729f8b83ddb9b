"""Clients found in any chat by typing the bot's name, and the chosen one sent to the bot."""

from aiogram import F, Router
from aiogram.filters import CommandStart
from aiogram.types import InlineQuery, Message

from bot.handlers.clients.clients import ask_for_client, client_screen_of
from bot.method.core.refusals import NotFound
from bot.services.planning import offering
from bot.telegram.context import Context, StrangerContext
from bot.telegram.filters import offered_by_us, stranger
from bot.views.clients import inline as view
from bot.views.screen import InlineResults, Screen

router = Router(name="inline")


@router.inline_query(stranger())
async def nothing(query: InlineQuery, ctx: StrangerContext) -> InlineResults:
    return InlineResults()


@router.inline_query()
async def typed(query: InlineQuery, ctx: Context) -> InlineResults:
    page = int(query.offset) if query.offset.isdecimal() and len(query.offset) < 6 else 0
    return view.offered(ctx.words, await offering.offer(ctx.act, query.query, page))


@router.message(offered_by_us)
async def chosen(message: Message, ctx: Context) -> Screen:
    """The card, if the number in the text is that of a client the person may see."""
    client_id = view.number_in(message.text or "")
    if client_id is None:
        raise NotFound("client")
    return await client_screen_of(ctx, client_id)


@router.message(CommandStart(ignore_case=True, magic=F.args == view.START))
async def start_finding(message: Message, ctx: Context) -> Screen:
    """The button above the list has led here."""
    return ask_for_client(ctx)
