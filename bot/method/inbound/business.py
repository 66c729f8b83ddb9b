"""What Telegram Business says of somebody's account, read from the raw update (R9)."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import get_args

from bot.method.core.terms import TaskKind
from bot.method.inbound.cards import FileKind, SentFile
from bot.method.inbound.matching import MessageSender, dedupe_key
from bot.method.inbound.raw import Raw, raw_number, raw_object, raw_string
from bot.method.inbound.words import words_of, words_with_quotation
from bot.method.tasks.phrases.moment import Moment

_LONGEST_ID = 128
_LONGEST_FILE_ID = 512
_LAST_MOMENT = 253_370_764_800
"""In seconds: a year that every zone can still be told in."""
_MOST_DELETED = 100
_FILES = ("document", "voice", "video", "audio")


class BusinessRight(StrEnum):
    """What a person may let the bot do in his chats, as Telegram calls it."""

    REPLY = "can_reply"
    READ = "can_read_messages"
    DELETE_SENT = "can_delete_sent_messages"
    DELETE_ALL = "can_delete_all_messages"


@dataclass(frozen=True)
class ConnectionSaid:
    """An account is connected with these rights since `at` (UTC), or is not any more."""

    connection_id: str
    telegram_id: int
    enabled: bool
    rights: frozenset[BusinessRight]
    at: datetime


@dataclass(frozen=True)
class BusinessLetter:
    """A message in a chat of somebody's account with `chat_id`; `sender` has written it, who may
    be the person himself. `text` is what it says; `own` what the sender has said himself, without
    what is quoted, forwarded or of somebody else. `by_bot`: no human being has written it. `file`
    is what words can not show of it."""

    chat_id: int
    message_id: int
    sender: MessageSender
    at: datetime
    text: str
    own: str
    key: str
    by_bot: bool = False
    file: SentFile | None = None

    def excerpt(self, letters: int) -> str:
        """So much of its words as may be kept."""
        kept = self.text[:letters].rstrip()
        return f"{kept} …" if kept and len(self.text) > letters else kept


@dataclass(frozen=True)
class DeletedLetters:
    """These messages of the chat are gone."""

    chat_id: int
    message_ids: tuple[int, ...]


@dataclass(frozen=True)
class BusinessCard:
    """The reader's connection: since when (local), with which rights; None: there is none.
    `lost`: there was one. `refused` chats are nobody's by the reader's word."""

    since: datetime | None
    rights: tuple[BusinessRight, ...] = ()
    lost: bool = False
    asks_unknown: bool = False
    refused: int = 0


@dataclass(frozen=True)
class LetterNotice:
    """A client has written in the reader's account, or in that of who is on vacation. `answered`:
    the reader has written back since; `moments` is what that may promise."""

    task_id: int
    client_id: int
    client_name: str
    text: str
    today: date
    answered: bool = False
    moments: tuple[Moment, ...] = ()
    kind: TaskKind = TaskKind.CALL
    instead_of: str | None = None


@dataclass(frozen=True)
class PromiseNotice:
    """What the reader has written to a client may promise something at `moment`."""

    client_id: int
    client_name: str
    moment: Moment
    kind: TaskKind
    today: date


def read_connection(body: Raw) -> ConnectionSaid | None:
    """None where it says nothing that can be known later."""
    connection_id, account = body.get("id"), raw_number(raw_object(body.get("user")).get("id"))
    at = _moment(body.get("date"))
    known = isinstance(connection_id, str) and 0 < len(connection_id) <= _LONGEST_ID
    if not known or account is None or at is None:
        return None
    granted = raw_object(body.get("rights")) or body
    rights = frozenset(right for right in BusinessRight if granted.get(right) is True)
    return ConnectionSaid(str(connection_id), account, body.get("is_enabled") is True, rights, at)


def read_letter(body: Raw) -> BusinessLetter | None:
    """None where it is no message of a chat of two."""
    chat, who = raw_object(body.get("chat")), raw_object(body.get("from"))
    chat_id, author = raw_number(chat.get("id")), raw_number(who.get("id"))
    message_id, at = raw_number(body.get("message_id")), _moment(body.get("date"))
    if chat_id is None or author is None or message_id is None or at is None:
        return None
    if chat.get("type", "private") != "private":
        return None
    contact = raw_object(body.get("contact"))
    words = words_with_quotation(body) or words_of({**body, "media_group_id": None})
    text = "\n".join(filter(None, (words, _contact(contact))))
    own = "" if body.get("forward_origin") else words_of(body)
    if contact and contact.get("user_id") == author:
        own = f"{own}\n{_contact(contact)}"
    sender = MessageSender(author, _handle(who), name=_name(who) or None)
    key = dedupe_key("forward", sender.identity(), at, words_with_quotation(body), _file(body))
    by_bot = bool(body.get("sender_business_bot")) or who.get("is_bot") is True
    letter = BusinessLetter(
        chat_id, message_id, sender, at, text, own, key, by_bot, _sent_file(body)
    )
    return letter if letter.text else replace(letter, text="✉️")


def read_deleted(body: Raw) -> DeletedLetters | None:
    """The same of what was deleted."""
    chat_id, ids = raw_number(raw_object(body.get("chat")).get("id")), body.get("message_ids")
    if chat_id is None or not isinstance(ids, list):
        return None
    known = [number for item in ids[:_MOST_DELETED] if (number := raw_number(item)) is not None]
    return DeletedLetters(chat_id, tuple(known))


def _name(who: Raw) -> str:
    names = (who.get("first_name"), who.get("last_name"))
    return " ".join(name for name in names if isinstance(name, str) and name)


def _handle(who: Raw) -> str | None:
    handle = who.get("username")
    return handle.lower() if isinstance(handle, str) and handle else None


def _contact(contact: Raw) -> str:
    phone = contact.get("phone_number")
    said = (_name(contact), phone if isinstance(phone, str) else "")
    return ", ".join(part for part in said if part)


def _file(body: Raw) -> str | None:
    for kind in _FILES:
        if body.get(kind):
            return raw_string(raw_object(body[kind]).get("file_unique_id"))
    photos = body.get("photo")
    largest = photos[-1] if isinstance(photos, list) and photos else None
    return raw_string(raw_object(largest).get("file_unique_id"))


def _sent_file(body: Raw) -> SentFile | None:
    """The picture, voice or file of a message, by which it can be shown again."""
    for kind in get_args(FileKind):
        found = body.get(kind)
        largest = found[-1] if isinstance(found, list) and found else found
        file_id = raw_string(raw_object(largest).get("file_id"))
        if file_id and len(file_id) <= _LONGEST_FILE_ID:
            return SentFile(kind, file_id)
    return None


def _moment(value: object) -> datetime | None:
    seconds = raw_number(value)
    if seconds is None or not 0 <= seconds < _LAST_MOMENT:
        return None
    return datetime.fromtimestamp(seconds, UTC)
