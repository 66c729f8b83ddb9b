"""What clients send: forwarded messages, shared contacts, calls that are logged by hand (R9)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import CommandObject
from aiogram.types import (
    CallbackQuery,
    Message,
    Update,
)

from bot.handlers.inbound.reading import origin_of, read_message, with_card
from bot.handlers.inbound.reception import reception_screen
from bot.method.clients.cards import Arrived, Channel, WhoseMessage
from bot.method.core.terms import TaskKind
from bot.method.inbound.cards import Original, OwnLine, WhichMessage
from bot.method.inbound.matching import dedupe_key
from bot.method.inbound.words import quoted_words, words_of
from bot.services.clients import search
from bot.services.inbound import another_client, came_back, inbound, together, unanswered
from bot.services.inbound.calls import log_call
from bot.services.inbound.edited import reword
from bot.services.inbound.messages import UnansweredMessage
from bot.services.inbound.own_words import keep_line
from bot.telegram.context import Context
from bot.telegram.filters import (
    answers,
    answers_elsewhere,
    asked_by,
    command,
    from_us,
    goes_on,
    is_followed,
    may_answer,
    tapped,
)
from bot.views.core.start import said
from bot.views.inbound import inbound as view
from bot.views.inbound.another_client import which_screen
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
beside = Router(name="beside")
"""Asked before commands, keys and forms: what is forwarded are somebody else's words, whatever they
look like, and what is written with it answers no form."""

_KINDS = {
    Channel.CALL: TaskKind.CALL,
    Channel.LETTER: TaskKind.LETTER,
    Channel.VISIT: TaskKind.MEETING,
}


@beside.message(F.forward_origin, from_us)
async def of_the_bot(message: Message, ctx: Context) -> Screen:
    """What the bot itself has written is no client's."""
    return view.forward_of_bot_screen(ctx.words)


@beside.message(command("cancel"), asked_by(FindFor))
async def find_no_more(message: Message, asked: FindFor, ctx: Context) -> Screen:
    """Nobody is looked for any more: the question is still there, unless it is settled."""
    standing = await unanswered.still_asked(ctx.act, UnansweredMessage(asked.arrival_id))
    if standing is None:
        return said(ctx.words, "cancelled")
    return await reception_screen(ctx, standing)


@beside.message(F.forward_origin, F.text)
@router.message(F.forward_origin)
async def forwarded(
    message: Message,
    event_update: Update,
    ctx: Context,
    raw: dict[str, Any],
    files: Mapping[str, bytes | None],
    more: bool,
) -> Screen | None:
    """What is forwarded in one gesture comes as messages of their own: the last of a sender is
    answered for all that wait before it, a line of one's own with what follows it, and of more
    senders than anybody can answer only how many they are is said."""
    followed = await is_followed(message, event_update, ctx, more)
    read = with_card(ctx, message, read_message(message, raw, ctx), files)
    made = await inbound.receive(ctx.act, replace(read, followed=followed))
    if followed and isinstance(made, OwnLine):
        return None
    if isinstance(made, Arrived | WhoseMessage):
        # Whatever else it is stands in no list.
        count = await together.too_many(ctx.act, message.date)
        if count is not None:
            return None if followed else view.many_screen(ctx.words, count)
    if more and await goes_on(message, event_update, ctx, raw):
        await unanswered.ask_until_shown(ctx.act, made)
        return None
    return await reception_screen(ctx, made)


@beside.message(F.text, may_answer, answers_elsewhere)
async def answered_here(message: Message, ctx: Context, raw: dict[str, Any]) -> Screen:
    """An answer, written to the bot, to what somebody wrote in another chat: as if that had been
    forwarded, with the answer as its comment."""
    await keep_line(ctx.act, message.text or "", message.date)
    answered = message.external_reply
    sender, written_at = origin_of(answered.origin if answered else None, message)
    text = quoted_words(raw.get("message") or {})
    key = dedupe_key("forward", sender.identity() if sender.name else None, written_at, text, None)
    brought = together.Message(sender, text, written_at, key, brought_at=message.date)
    return await reception_screen(ctx, await inbound.receive(ctx.act, brought))


@beside.message(F.text, may_answer, is_followed)
async def written_before(message: Message, ctx: Context) -> None:
    """The comment that the app sends before the forwards it goes with: they are answered."""
    await keep_line(ctx.act, message.text or "", message.date)


@router.edited_message(~F.location)
async def edited(message: Message, ctx: Context, raw: dict[str, Any]) -> Screen:
    """What was brought says something else now."""
    text = words_of(raw.get("edited_message") or {})
    made = await reword(ctx.act, Original(message.chat.id, (message.message_id,)), text)
    if made is None:
        raise SkipHandler
    return await reception_screen(ctx, made)


@router.message(F.contact)
async def contact(message: Message, ctx: Context, raw: dict[str, Any]) -> Screen:
    return await reception_screen(
        ctx, await inbound.receive(ctx.act, read_message(message, raw, ctx))
    )


@router.message(command("call"))
async def call(message: Message, command: CommandObject, ctx: Context) -> Screen:
    """With the line at once it is a call; else how the client reached us is asked first."""
    if command.args and command.args.strip():
        return await _logged(ctx, message, Channel.CALL, command.args)
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
    return await _logged(ctx, message, asked.channel, message.text or "")


async def _logged(ctx: Context, message: Message, channel: Channel, text: str) -> Screen:
    key = dedupe_key("call", str(message.message_id), message.date, text, str(ctx.act.actor.id))
    return await reception_screen(ctx, await log_call(ctx.act, text, _KINDS[channel], key))


@router.callback_query(tapped(ChooseClient))
async def choose(query: CallbackQuery, tap: ChooseClient, ctx: Context) -> Screen:
    made = await inbound.choose(ctx.act, tap.arrival_id, tap.client_id)
    return await reception_screen(ctx, made)


@router.callback_query(tapped(AnotherClient))
async def another(query: CallbackQuery, tap: AnotherClient, ctx: Context) -> Screen:
    take_off = another_client.take_off if tap.sure else another_client.ask_which
    asked = await take_off(ctx.act, tap.task_id, tap.arrival_id)
    if isinstance(asked, WhichMessage):
        return which_screen(ctx.words, asked)
    return await reception_screen(ctx, asked)


@router.callback_query(tapped(AskWhose))
async def ask_whose(query: CallbackQuery, tap: AskWhose, ctx: Context) -> Screen:
    return await reception_screen(ctx, await unanswered.asked_again(ctx.act, tap.arrival_id))


@router.callback_query(tapped(PutAway))
async def put_away(query: CallbackQuery, tap: PutAway, ctx: Context) -> Screen:
    left = await unanswered.put_away(ctx.act, tap.arrival_id)
    return view.put_away_screen(ctx.words) if left is None else await reception_screen(ctx, left)


@router.callback_query(tapped(CreateFrom))
async def create(query: CallbackQuery, tap: CreateFrom, ctx: Context) -> Screen:
    return await reception_screen(ctx, await inbound.create_from(ctx.act, tap.arrival_id))


@router.callback_query(tapped(FindFor))
async def find_for(query: CallbackQuery, tap: FindFor, ctx: Context) -> Screen:
    await inbound.ask_again(ctx.act, tap.arrival_id)
    ctx.ask(tap)
    return view.find_screen(ctx.words, tap.arrival_id)


@router.message(answers(FindFor))
async def find_for_typed(message: Message, asked: FindFor, ctx: Context) -> Screen:
    found = await search.find(ctx.act, message.text or "")
    ids = [line.client_id for line in found.page.lines]
    return await reception_screen(ctx, await inbound.ask_again(ctx.act, asked.arrival_id, ids))


@router.callback_query(tapped(PassOn))
async def pass_on(query: CallbackQuery, tap: PassOn, ctx: Context) -> Screen:
    return await reception_screen(ctx, await inbound.pass_on(ctx.act, tap.arrival_id))


@router.callback_query(tapped(TakeBack))
async def take_back(query: CallbackQuery, tap: TakeBack, ctx: Context) -> Screen:
    return await reception_screen(ctx, await came_back.take(ctx.act, tap.arrival_id))
