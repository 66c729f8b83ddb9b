"""The chats of departments: what happens in them, and their list for an admin."""

from aiogram import F, Router
from aiogram.types import (
    CallbackQuery,
    ChatMemberRestricted,
    ChatMemberUnion,
    ChatMemberUpdated,
    Message,
)

from bot.services.core.work import Work
from bot.services.report import groups
from bot.telegram.context import AnyContext, Context
from bot.telegram.filters import command, tapped
from bot.telegram.groups.placing import HERE, command_in
from bot.views.report import groups as view
from bot.views.screen import Screen
from bot.views.taps.report import OpenGroup, OpenGroups, SetGroupTeam, UnlinkGroup

inside = Router(name="inside groups")
router = Router(name="groups")

_IN_GROUP = F.chat.type.in_({"group", "supergroup"})
_MEMBERS = ("creator", "administrator", "member")


@inside.my_chat_member(_IN_GROUP)
async def membership(event: ChatMemberUpdated, ctx: AnyContext) -> Screen | None:
    """Who leads and adds the bot links the chat; anybody else reads one sentence, and then it is
    silent there."""
    work, chat = _work(ctx), event.chat
    if not _may_write(event.new_chat_member):
        await groups.lost(work, chat.id)
        return None
    if _may_write(event.old_chat_member) or await groups.is_linked(work, chat.id):
        return None
    if not groups.may_link(work):
        return view.not_leader_screen(ctx.words)
    return await _linked(ctx, chat.id, chat.title, None)


@inside.message(_IN_GROUP, F.migrate_to_chat_id)
async def became(message: Message, ctx: AnyContext) -> None:
    """The group is a supergroup from now on."""
    await groups.moved(_work(ctx), message.chat.id, message.migrate_to_chat_id or 0)


@inside.message(_IN_GROUP, F.migrate_from_chat_id)
async def came_from(message: Message, ctx: AnyContext) -> None:
    """The same, said in the supergroup."""
    await groups.moved(_work(ctx), message.migrate_from_chat_id or 0, message.chat.id)


@inside.message(_IN_GROUP)
async def ordered(message: Message, ctx: AnyContext) -> Screen | None:
    """The one command about the chat itself; any other is carried out in the private chat only, so
    that nothing is done by a line that was meant for people, or for another bot."""
    name = command_in(message.text or "", ctx.bot_username)
    if name is None:
        return None
    if name == HERE and groups.may_link(_work(ctx)):
        thread = message.message_thread_id if message.is_topic_message else None
        return await _linked(ctx, message.chat.id, message.chat.title, thread)
    if name != HERE and isinstance(ctx, Context) and ctx.act.actor.blocked_at is None:
        return view.typed_in_group_screen(ctx.words, message.text or "")
    return view.private_screen(ctx.words, ctx.bot_username)


@inside.callback_query(F.message.chat.type.in_({"group", "supergroup"}))
async def unasked(query: CallbackQuery, ctx: AnyContext) -> None:
    """Nothing that is said in a group has a button to tap."""


@router.message(command("groups"))
async def show_groups(message: Message, ctx: Context) -> Screen:
    return view.groups_screen(ctx.words, await groups.groups(ctx.act))


@router.callback_query(tapped(OpenGroups))
async def open_groups(query: CallbackQuery, tap: OpenGroups, ctx: Context) -> Screen:
    return view.groups_screen(ctx.words, await groups.groups(ctx.act))


@router.callback_query(tapped(OpenGroup))
async def open_group(query: CallbackQuery, tap: OpenGroup, ctx: Context) -> Screen:
    line = await groups.group(ctx.act, tap.group_id)
    return view.group_screen(ctx.words, line, await groups.team_choices(ctx.act))


@router.callback_query(tapped(SetGroupTeam))
async def set_team(query: CallbackQuery, tap: SetGroupTeam, ctx: Context) -> Screen:
    line = await groups.set_group_team(ctx.act, tap.group_id, tap.team_id)
    return view.group_screen(ctx.words, line, await groups.team_choices(ctx.act))


@router.callback_query(tapped(UnlinkGroup))
async def unlink(query: CallbackQuery, tap: UnlinkGroup, ctx: Context) -> Screen:
    if not tap.sure:
        return view.unlink_screen(ctx.words, await groups.group(ctx.act, tap.group_id))
    title = await groups.unlink(ctx.act, tap.group_id)
    toast = ctx.words.plain("group-unlinked", title=title)
    return view.groups_screen(ctx.words, await groups.groups(ctx.act)).with_toast(toast)


async def _linked(
    ctx: AnyContext, chat_id: int, title: str | None, thread_id: int | None
) -> Screen | None:
    if not isinstance(ctx, Context):
        return None
    made = await groups.link(ctx.act, chat_id, title or "", thread_id)
    return view.linked_screen(ctx.words, made)


def _work(ctx: AnyContext) -> Work:
    return ctx.act if isinstance(ctx, Context) else ctx.work


def _may_write(member: ChatMemberUnion) -> bool:
    if isinstance(member, ChatMemberRestricted):
        return member.is_member and member.can_send_messages
    return member.status in _MEMBERS
