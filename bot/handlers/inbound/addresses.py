"""Where other systems report to, for the admin (R9)."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.method.core.refusals import Invalid
from bot.services.inbound.intake.addresses import addresses, make_address
from bot.services.inbound.intake.trying import try_event
from bot.telegram.context import Context
from bot.telegram.filters import answers, command, tapped
from bot.views.inbound import addresses as view
from bot.views.screen import Screen
from bot.views.taps.inbound import MakeAddress, OpenAddress, OpenAddresses, TryAddress

router = Router(name="addresses")


@router.message(command("intake"))
async def intake_command(message: Message, ctx: Context) -> Screen:
    return await _list(ctx)


@router.callback_query(tapped(OpenAddresses))
async def open_addresses(query: CallbackQuery, tap: OpenAddresses, ctx: Context) -> Screen:
    return await _list(ctx)


@router.callback_query(tapped(OpenAddress))
async def open_address(query: CallbackQuery, tap: OpenAddress, ctx: Context) -> Screen:
    lines = {line.source: line for line in await addresses(ctx.act) if line.is_vendor}
    if tap.vendor not in lines:
        raise Invalid("button")
    return view.address_screen(ctx.words, lines[tap.vendor], ctx.act.today)


@router.callback_query(tapped(MakeAddress))
async def make(query: CallbackQuery, tap: MakeAddress, ctx: Context) -> Screen:
    return view.new_address_screen(ctx.words, await make_address(ctx.act, tap.vendor))


@router.callback_query(tapped(TryAddress))
async def ask_event(query: CallbackQuery, tap: TryAddress, ctx: Context) -> Screen:
    lines = {line.source for line in await addresses(ctx.act) if line.is_vendor}
    if tap.vendor not in lines:
        raise Invalid("button")
    ctx.ask(tap)
    return view.ask_trial_screen(ctx.words, tap.vendor)


@router.message(answers(TryAddress))
async def tried(message: Message, asked: TryAddress, ctx: Context) -> Screen:
    trial = await try_event(ctx.act, asked.vendor, message.text or "")
    return view.trial_screen(ctx.words, asked.vendor, trial)


async def _list(ctx: Context) -> Screen:
    return view.addresses_screen(ctx.words, await addresses(ctx.act), ctx.act.today)
