"""What clients send: forwarded messages, shared contacts, calls that are logged by hand (R9)."""

from datetime import datetime
from typing import assert_never

from aiogram import F, Router
from aiogram.types import (
    CallbackQuery,
    Message,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUser,
)

from bot.handlers.clients.clients import client_screen_of
from bot.method.clients.cards import (
    Arrived,
    CameBack,
    Channel,
    ColleaguesClient,
    HeadTold,
    Join,
    LostClient,
    PassedOn,
    Reception,
    WhoseMessage,
)
from bot.method.core.terms import TaskKind
from bot.method.inbound.matching import MessageSender, dedupe_key
from bot.services.clients import clients, search
from bot.services.day.day import task_card
from bot.services.inbound import another_client, inbound, unanswered
from bot.services.inbound.shared_contact import sender_of_contact
from bot.telegram.context import Context
from bot.telegram.filters import answers, command, tapped
from bot.views.core.start import said
from bot.views.inbound import inbound as view
from bot.views.screen import Screen
from bot.views.taps.inbound import (
    AskChannel,
    AskWhose,
    ChooseClient,
    CreateFrom,
    FindFor,
    LogChannel,
    PassOn,
    PutAway,
    TakeBack,
)
from bot.views.taps.tasks import AnotherClient

router = Router(name="inbound")

_KINDS = {
    Channel.CALL: TaskKind.CALL,
    Channel.LETTER: TaskKind.LETTER,
    Channel.VISIT: TaskKind.MEETING,
}


@router.message(F.forward_origin)
async def forwarded(message: Message, ctx: Context) -> Screen | None:
    """The parts of an album come as messages of their own: the first is answered for all."""
    made = await inbound.receive(ctx.act, _read(message, ctx))
    return None if message.media_group_id and _joined(made) else await _shown(ctx, made)


@router.message(F.contact)
async def contact(message: Message, ctx: Context) -> Screen:
    return await _shown(ctx, await inbound.receive(ctx.act, _read(message, ctx)))


@router.message(command("call"))
async def call(message: Message, ctx: Context) -> Screen:
    return view.channel_screen(ctx.words)


@router.callback_query(tapped(AskChannel))
async def ask_channel(query: CallbackQuery, tap: AskChannel, ctx: Context) -> Screen:
    return view.channel_screen(ctx.words)


@router.callback_query(tapped(LogChannel))
async def log_channel(query: CallbackQuery, tap: LogChannel, ctx: Context) -> Screen:
    ctx.ask(tap)
    return said(ctx.words, "call-ask")


@router.message(answers(LogChannel))
async def call_typed(message: Message, asked: LogChannel, ctx: Context) -> Screen:
    """A known client's name or phone finds it; the rest of the line is what it was about."""
    text = message.text or ""
    draft = clients.caller_of(ctx.act, text)
    sender = MessageSender(
        phones=tuple(phone.number for phone in draft.phones),
        emails=draft.emails,
        name=draft.name or None,
    )
    key = dedupe_key("call", str(message.message_id), message.date, text, str(ctx.act.actor.id))
    kind = _KINDS[asked.channel]
    made = inbound.Message(sender, text, ctx.act.now, key, kind=kind)
    return await _shown(ctx, await inbound.receive(ctx.act, made))


@router.callback_query(tapped(ChooseClient))
async def choose(query: CallbackQuery, tap: ChooseClient, ctx: Context) -> Screen:
    made = await inbound.choose(ctx.act, tap.arrival_id, tap.client_id)
    return await _shown(ctx, made)


@router.callback_query(tapped(AnotherClient))
async def another(query: CallbackQuery, tap: AnotherClient, ctx: Context) -> Screen:
    return await _shown(ctx, await another_client.take_off(ctx.act, tap.task_id, tap.arrival_id))


@router.callback_query(tapped(AskWhose))
async def ask_whose(query: CallbackQuery, tap: AskWhose, ctx: Context) -> Screen:
    return await _shown(ctx, await unanswered.asked_again(ctx.act, tap.arrival_id))


@router.callback_query(tapped(PutAway))
async def put_away(query: CallbackQuery, tap: PutAway, ctx: Context) -> Screen:
    await unanswered.put_away(ctx.act, tap.arrival_id)
    return view.put_away_screen(ctx.words)


@router.callback_query(tapped(CreateFrom))
async def create(query: CallbackQuery, tap: CreateFrom, ctx: Context) -> Screen:
    return await _shown(ctx, await inbound.create_from(ctx.act, tap.arrival_id))


@router.callback_query(tapped(FindFor))
async def find_for(query: CallbackQuery, tap: FindFor, ctx: Context) -> Screen:
    await inbound.ask_again(ctx.act, tap.arrival_id)
    ctx.ask(tap)
    return said(ctx.words, "find-ask")


@router.message(answers(FindFor))
async def find_for_typed(message: Message, asked: FindFor, ctx: Context) -> Screen:
    found = await search.find(ctx.act, message.text or "")
    ids = [line.client_id for line in found.page.lines]
    return await _shown(ctx, await inbound.ask_again(ctx.act, asked.arrival_id, ids))


@router.callback_query(tapped(PassOn))
async def pass_on(query: CallbackQuery, tap: PassOn, ctx: Context) -> Screen:
    return view.passed_screen(ctx.words, await inbound.pass_on(ctx.act, tap.arrival_id))


@router.callback_query(tapped(TakeBack))
async def take_back(query: CallbackQuery, tap: TakeBack, ctx: Context) -> Screen:
    return await _shown(ctx, await inbound.take(ctx.act, tap.arrival_id))


async def _shown(ctx: Context, made: Reception) -> Screen:
    words = ctx.words
    await unanswered.ask_until_shown(ctx.act, made)
    match made:
        case Arrived(task_id, join, owner):
            return view.arrived_screen(words, await task_card(ctx.act, task_id), join, owner)
        case WhoseMessage() | ColleaguesClient() | CameBack():
            return view.open_question_screen(words, made)
        case HeadTold():
            return view.head_told_screen(words, made)
        case PassedOn():
            return view.passed_screen(words, made)
        case LostClient(client_id):
            return await client_screen_of(ctx, client_id)
    assert_never(made)


def _joined(made: Reception) -> bool:
    match made:
        case Arrived(_, join):
            return join is Join.JOINED
        case WhoseMessage():
            return made.joined
    return False


def _read(message: Message, ctx: Context) -> inbound.Message:
    sender, written_at = _origin(message)
    kind = "contact" if message.contact else "forward"
    if message.contact is not None:
        sender = _contact(message, ctx)
    text = message.text or message.caption or ""
    identity = sender.identity() if message.contact or sender.name else None
    return inbound.Message(
        sender=sender,
        text=text,
        arrived_at=written_at,
        dedupe_key=dedupe_key(kind, identity, written_at, text, _file_id(message)),
        album=message.media_group_id,
    )


def _origin(message: Message) -> tuple[MessageSender, datetime]:
    """Who wrote it first, and when; of a group or a channel only the name is known."""
    origin = message.forward_origin
    match origin:
        case MessageOriginUser():
            user = origin.sender_user
            handle = user.username.lower() if user.username else None
            return MessageSender(user.id, handle, name=user.full_name), origin.date
        case MessageOriginHiddenUser():
            return MessageSender(name=origin.sender_user_name), origin.date
        case MessageOriginChat():
            return MessageSender(name=origin.sender_chat.title), origin.date
        case MessageOriginChannel():
            return MessageSender(name=origin.chat.title), origin.date
    return MessageSender(), message.date


def _contact(message: Message, ctx: Context) -> MessageSender:
    contact = message.contact
    if contact is None:
        return MessageSender()
    name = " ".join(part for part in (contact.first_name, contact.last_name) if part)
    return sender_of_contact(ctx.act, contact.phone_number, name, contact.user_id, contact.vcard)


def _file_id(message: Message) -> str | None:
    for media in (message.document, message.voice, message.video, message.audio):
        if media is not None:
            return media.file_unique_id
    return message.photo[-1].file_unique_id if message.photo else None
