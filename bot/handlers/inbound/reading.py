"""A message of Telegram as what has arrived: who wrote it first, when, and what it says (R9)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from aiogram.types import (
    Message,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUnion,
    MessageOriginUser,
)

from bot.method.inbound.cards import Original
from bot.method.inbound.joining import with_line
from bot.method.inbound.matching import MessageSender, SenderSource, dedupe_key
from bot.method.inbound.words import content_of, is_card, words_with_quotation
from bot.services.inbound import together
from bot.services.inbound.shared_contact import (
    LARGEST_FILE,
    sender_of_contact,
    sender_of_file,
    unread_numbers,
)
from bot.telegram.context import Context, FileNeeded


def read_message(message: Message, raw: dict[str, Any], ctx: Context) -> together.Message:
    """What was forwarded, or shared as a contact."""
    sender, written_at = origin_of(message.forward_origin, message)
    kind = "contact" if message.contact else "forward"
    if message.contact is not None:
        sender = _contact(message, ctx)
    text = words_with_quotation(raw.get("message") or {}) or _unread(message, ctx)
    identity = sender.identity() if message.contact or sender.name else None
    return together.Message(
        sender=sender,
        text=text,
        arrived_at=written_at,
        dedupe_key=dedupe_key(kind, identity, written_at, text, _file_id(message)),
        album=message.media_group_id,
        brought_at=message.date,
        content=content_of(raw.get("message") or {}),
        original=Original(message.chat.id, (message.message_id,)),
    )


def with_card(
    ctx: Context, message: Message, read: together.Message, files: Mapping[str, bytes | None]
) -> together.Message:
    """The message, of the person whose card the file is. Raises FileNeeded."""
    document = message.document
    if document is None or not is_card(document.file_name):
        return read
    if not 0 < (document.file_size or 0) <= LARGEST_FILE:
        return read
    if document.file_id not in files:
        raise FileNeeded(document.file_id)
    content = files[document.file_id]
    found = sender_of_file(ctx.act, content) if content is not None else None
    if found is None:
        return read
    sender, unread = found
    text = with_line(read.text, unread)
    if sender.identity() is None:
        return replace(read, text=text)
    key = dedupe_key("contact", sender.identity(), read.arrived_at, text, _file_id(message))
    return replace(read, sender=sender, text=text, dedupe_key=key)


def origin_of(
    origin: MessageOriginUnion | None, message: Message
) -> tuple[MessageSender, datetime]:
    """Who wrote it first, and when; of a group or a channel only the name is known."""
    match origin:
        case MessageOriginUser():
            user = origin.sender_user
            handle = user.username.lower() if user.username else None
            return MessageSender(user.id, handle, name=user.full_name or None), origin.date
        case MessageOriginHiddenUser():
            name, brings = origin.sender_user_name or None, message.from_user
            if brings is not None and name == brings.full_name:
                # His own account may be hidden just as well.
                return MessageSender(brings.id, name=name), origin.date
            return MessageSender(name=name, source=SenderSource.HIDDEN), origin.date
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


def _unread(message: Message, ctx: Context) -> str:
    """What of a contact can not be called is its text."""
    contact = message.contact
    if contact is None:
        return ""
    return unread_numbers(ctx.act, contact.phone_number, contact.user_id, contact.vcard)


def _file_id(message: Message) -> str | None:
    for media in (message.document, message.voice, message.video, message.audio):
        if media is not None:
            return media.file_unique_id
    return message.photo[-1].file_unique_id if message.photo else None
