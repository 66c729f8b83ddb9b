"""Coming in: `/start`, with an invite or without, and what strangers hear."""

from dataclasses import replace

from aiogram import Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message
from aiogram.types import User as TelegramUser

from bot.locales import LOCALES
from bot.services.core.work import Act
from bot.services.people.blocked import blocked, reached_again, unblocked
from bot.services.people.following import invited_to
from bot.services.people.people import (
    Newcomer,
    accept_invite,
    admit_admin,
    has_left,
    is_unclaimed,
    welcome,
)
from bot.services.pool.taking import may_take
from bot.telegram.context import Context, StrangerContext
from bot.telegram.filters import command, is_service, labelled, stranger, tapped
from bot.telegram.forms import prompts_of
from bot.views.core.start import hello_screen, help_screen, more_screen, said, welcome_screen
from bot.views.people.roles import move_screen
from bot.views.screen import Screen
from bot.views.taps.people import OpenHelp
from bot.views.words import Words

router = Router(name="start")
strangers = Router(name="strangers")


@strangers.message(CommandStart(ignore_case=True), stranger())
async def come_in(message: Message, command: CommandObject, ctx: StrangerContext) -> Screen:
    """A code of an invite lets in, and so does being an admin by the settings."""
    if message.from_user is None:
        return said(ctx.words, "stranger")
    newcomer = _newcomer(message.from_user, ctx)
    user = await admit_admin(ctx.work, newcomer)
    if user is None and command.args:
        user = await accept_invite(ctx.work, newcomer, command.args.strip())
    if user is None:
        return await _refused(ctx)
    return welcome_screen(Words(user.locale), await welcome(Act.by(user, ctx.work)))


@strangers.message(stranger(), is_service)
async def unheard(message: Message, ctx: StrangerContext) -> None:
    """He has said nothing to us."""


@strangers.message(stranger())
async def refuse(message: Message, ctx: StrangerContext) -> Screen:
    return await _refused(ctx)


@strangers.callback_query(stranger())
async def refuse_tap(query: CallbackQuery, ctx: StrangerContext) -> Screen:
    return Screen("", toast=ctx.words.plain(await _refusal(ctx)), alert=True)


@router.message(CommandStart(ignore_case=True))
async def start(message: Message, command: CommandObject, ctx: Context) -> Screen:
    """A code of an invite moves who is here already, after a question."""
    await reached_again(ctx.act, ctx.act.actor)
    if command.args and (move := await invited_to(ctx.act, command.args.strip())):
        return move_screen(ctx.words, move)
    return hello_screen(ctx.words, ctx.act.actor.name)


@router.message(command("help"))
async def help_(message: Message, ctx: Context) -> Screen:
    return _help(ctx)


@router.callback_query(tapped(OpenHelp))
async def open_help(query: CallbackQuery, tap: OpenHelp, ctx: Context) -> Screen:
    return _help(ctx)


@router.message(labelled("menu-more"))
async def more(message: Message, ctx: Context) -> Screen:
    return more_screen(ctx.words, ctx.act.actor.role, takes=may_take(ctx.act))


@router.message(command("cancel"))
async def cancel(message: Message, ctx: Context) -> Screen:
    """Leave the form that was asked for."""
    had = ctx.act.actor.form
    screen = said(ctx.words, "cancelled" if had else "nothing-to-cancel")
    return replace(screen, closes=prompts_of(had))


@router.my_chat_member()
async def membership(event: ChatMemberUpdated, ctx: Context) -> None:
    """Blocked or back: the tasks stay, the head is told once."""
    if event.new_chat_member.status == "kicked":
        await blocked(ctx.act, ctx.act.actor)
    else:
        await reached_again(ctx.act, ctx.act.actor)


@strangers.my_chat_member(stranger())
async def of_a_stranger(event: ChatMemberUpdated, ctx: StrangerContext) -> None:
    """A stranger comes and goes: nobody has to know. Whose access is closed may get it again."""
    if event.new_chat_member.status != "kicked":
        await unblocked(ctx.work, ctx.telegram_id)


def _help(ctx: Context) -> Screen:
    return help_screen(ctx.words, ctx.act.actor.role, takes=may_take(ctx.act))


async def _refused(ctx: StrangerContext) -> Screen:
    """As long as nobody keeps the bot, whoever set it up learns the number that makes the admin."""
    if await is_unclaimed(ctx.work):
        return said(ctx.words, "stranger-unclaimed", id=str(ctx.telegram_id))
    return said(ctx.words, await _refusal(ctx))


async def _refusal(ctx: StrangerContext) -> str:
    """Who has left hears that, not what strangers hear."""
    return "told-access-closed" if await has_left(ctx.work, ctx.telegram_id) else "stranger"


def _newcomer(user: TelegramUser, ctx: StrangerContext) -> Newcomer:
    spoken = (user.language_code or "")[:2]
    locale = spoken if spoken in LOCALES else ctx.work.company.locale
    return Newcomer(user.id, user.full_name, user.username, locale)
