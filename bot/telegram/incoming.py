"""What the gateway reads of a raw update before anybody handles it, and what aiogram gets of it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import structlog
from pydantic import ValidationError

from bot.method.core.numbers import LARGEST_NUMBER
from bot.telegram.groups.reading import GroupAt, group_at

if TYPE_CHECKING:
    from aiogram import Bot
    from aiogram.types import Update

log = structlog.get_logger(__name__)

BUSINESS = (
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
)
"""What happens in the accounts that people have connected the bot to."""
KINDS = (
    "message",
    "callback_query",
    "my_chat_member",
    "edited_message",
    "inline_query",
    *BUSINESS,
)
"""The updates that are asked for."""

_FILES = ("photo", "document", "voice")
"""What the bot sends that is more than words."""
_UNFIT = re.compile("[\\x00\\ud800-\\udfff]")
"""What no text of a database can hold: PostgreSQL refuses NUL, UTF-8 half a surrogate pair."""

_PERSON: dict[str, Any] = {"is_bot": False, "first_name": ""}
_FILE: dict[str, Any] = {"file_unique_id": ""}
_PICTURE = _FILE | {"width": 0, "height": 0}
_MOVING = _PICTURE | {"duration": 0}
_SOUND = _FILE | {"duration": 0}

_MISSING: Mapping[str, dict[str, Any]] = {
    "from": _PERSON,
    "sender_user": _PERSON,
    "user": _PERSON,
    "via_bot": _PERSON,
    "contact": {"phone_number": "", "first_name": ""},
    "photo": _PICTURE,
    "document": _FILE,
    "voice": _SOUND,
    "audio": _SOUND,
    "video": _MOVING,
    "animation": _MOVING,
    "video_note": _SOUND | {"length": 0},
    "sticker": _PICTURE | {"type": "regular", "is_animated": False, "is_video": False},
    "location": {"latitude": 0.0, "longitude": 0.0},
}
"""What stands for a field that is not there, by the name of the object that should have it."""

_ORIGINS = {"user": "sender_user", "chat": "sender_chat", "channel": "chat"}
"""Where each kind of origin says who it was."""

_TRIES = 3
_NEEDED = frozenset({"message_id", "date", "chat", "from", "data", "id"})
"""Without these a message is none, and by these it is known whose it is."""
_OF_OWN = ("message_id", "date", "chat", "is_topic_message", "message_thread_id", *_FILES)
"""What is kept of a message that the bot has written itself: where it is, and that it is a file."""
_NOBODY = {"type": "hidden_user", "sender_user_name": ""}
"""A forward stays one: without its origin it would be the words of who has brought it."""

_Loc = Sequence[int | str]


@dataclass(frozen=True)
class Incoming:
    """Whose update it is and where the answer belongs.

    `message_id` is the message under the tapped button, `callback_id` the tap to be answered,
    `inline_id` what is being typed after the bot's name: it has no chat, and goes in line with
    the private chat of who types. `on_file` is a tap below a picture or a file: what is written
    there is a caption, which no screen of words can take the place of.
    """

    update_id: int
    chat_id: int
    user_id: int | None
    language: str | None
    private: bool
    message_id: int | None = None
    callback_id: str | None = None
    inline_id: str | None = None
    data: str | None = None
    text: str | None = None
    on_file: bool = False
    connection_id: str | None = None
    """Of what happens in somebody's account: it goes in line with the rest of that connection, and
    nothing is ever answered there."""
    group: GroupAt | None = None
    """A command there goes in line with the private chat of who has written it."""


class Unreadable(Exception):
    """An update that is none: the places at fault, never what people wrote there."""


def number_of(update: object) -> int | None:
    """The number of a raw update, by which it is confirmed; None where it has none."""
    number = _number(_object(update).get("update_id"))
    # Below the last one, for the next one is asked for.
    return number if number is not None and 0 <= number < LARGEST_NUMBER else None


def read(update: dict[str, Any]) -> Incoming:
    """Read a raw update; what is not understood is an update of nobody in chat 0.

    Raises ValueError where not even the update's number is there.
    """
    update_id = number_of(update)
    if update_id is None:
        raise ValueError("an update without a number")
    kind = next((kind for kind in KINDS if isinstance(update.get(kind), dict)), None)
    if kind is None:
        return Incoming(update_id, 0, None, None, private=False)
    body = update[kind]
    if kind in BUSINESS:
        return _in_account(update_id, kind, body)
    tapped = "data" in body
    message = _object(body.get("message")) if tapped else body
    sender, chat = _object(body.get("from")), _object(message.get("chat"))
    user_id, group = _number(sender.get("id")), group_at(message)
    return Incoming(
        update_id=update_id,
        chat_id=(group and group.orders and user_id) or _number(chat.get("id")) or user_id or 0,
        user_id=user_id,
        language=_string(sender.get("language_code")),
        private=chat.get("type", "private") == "private",
        message_id=_number(message.get("message_id")) if tapped else None,
        callback_id=_string(body.get("id")) if tapped else None,
        inline_id=_string(body.get("id")) if kind == "inline_query" else None,
        data=_string(body.get("data")),
        text=_string(body.get("text")),
        on_file=tapped and any(kind in message for kind in _FILES),
        group=group,
    )


def _in_account(update_id: int, kind: str, body: dict[str, Any]) -> Incoming:
    of_connection = kind == "business_connection"
    connection_id = _string(body.get("id" if of_connection else "business_connection_id")) or ""
    digest = sha256(connection_id.encode()).digest()
    # Below the numbers that Telegram gives to chats.
    line = -LARGEST_NUMBER + int.from_bytes(digest[:5], "big")
    return Incoming(update_id, line, None, None, private=False, connection_id=connection_id)


def to_keep(update: dict[str, Any]) -> dict[str, Any]:
    """The raw update as it goes into the inbox: without the bot's own words above a tap and the
    letters that no database holds, with what nobody needs but aiogram asks for."""
    return _completed_update(_fit(_without_own_words(update)))


def _fit(value: Any) -> Any:
    """A raw update without the letters that can not be kept: one of them would hold up all."""
    match value:
        case str():
            return _UNFIT.sub("", value)
        case dict():
            return {_fit(name): _fit(item) for name, item in value.items()}
        case list():
            return [_fit(item) for item in value]
    return value


def _completed_update(update: dict[str, Any]) -> dict[str, Any]:
    """A raw update with what is missing of it put in, what is there stays as it is.

    Telegram leaves out fields that its own description asks for, and one that nobody needs must
    not hold up what somebody wrote.
    """
    return {name: _completed(name, value, None) for name, value in update.items()}


def parsed(raw: dict[str, Any], bot: "Bot | None" = None) -> "Update":
    """The update as aiogram has it, without the parts of its messages that it can not parse.

    The library refuses all of it for one block, kind or origin that is newer than itself. What
    people have written is read from the raw message, so nothing is lost with what is left out.
    Raises Unreadable where something is at fault that no message can be without.
    """
    # Late: what is stored of an update before the first tap needs no type of the library.
    from aiogram.types import Update

    for _ in range(_TRIES):
        try:
            return Update.model_validate(raw, context={"bot": bot})
        except ValidationError as error:
            faults = [problem["loc"] for problem in error.errors(include_input=False)]
        less = _without(raw, faults)
        if less == raw:
            break
        log.info("parsed without some parts", update=raw.get("update_id"))
        raw = less
    raise Unreadable(", ".join(".".join(map(str, loc)) for loc in faults[:5]))


def _without_own_words(raw: dict[str, Any]) -> dict[str, Any]:
    """A tap comes with the whole message above it and its keys, which the bot has written itself:
    a hundred texts that nobody reads."""
    tap = raw.get("callback_query")
    message = tap.get("message") if isinstance(tap, dict) else None
    if not isinstance(tap, dict) or not isinstance(message, dict):
        return raw
    place = {name: message[name] for name in _OF_OWN if name in message}
    return raw | {"callback_query": tap | {"message": place}}


def _without(value: dict[str, Any], faults: Sequence[_Loc]) -> dict[str, Any]:
    """The object without the parts at fault: of a message the field that one stands in."""
    left = dict(value)
    inner: dict[str, list[_Loc]] = {}
    for loc in faults:
        # Between the names of fields stand those of the types that were tried.
        at = next((at for at, name in enumerate(loc) if name in value), None)
        if at is not None:
            inner.setdefault(str(loc[at]), []).append(loc[at + 1 :])
    for name, locs in inner.items():
        body = value[name]
        less = _without(body, locs) if isinstance(body, dict) and _holds_message(body) else body
        if less != body:
            left[name] = less
        elif name == "forward_origin":
            left[name] = _NOBODY | {"date": value.get("date", 0)}
        elif "message_id" in value and name not in _NEEDED:
            del left[name]
    return left


def _holds_message(body: dict[str, Any]) -> bool:
    """Whether it is a message, or something around one."""
    return "message_id" in body or isinstance(body.get("message"), dict)


def _completed(name: str, value: Any, date: object) -> Any:
    """`date` is that of the message around it."""
    if isinstance(value, list):
        return [_completed(name, item, date) for item in value]
    if not isinstance(value, dict):
        return value
    own = value.get("date", date)
    body = {inner: _completed(inner, item, own) for inner, item in value.items()}
    if name == "forward_origin":
        return _origin(body, date)
    if name in {"chat", "sender_chat"}:
        return _with(body, {"type": _kind_of(body.get("id"))})
    return _with(body, _MISSING.get(name, {}))


def _origin(body: dict[str, Any], date: object) -> dict[str, Any]:
    """A forward of nobody, or of a kind that nobody knows yet, is of a hidden account: without
    its origin it would be the words of who has brought it."""
    body = _with(body, {"date": date})
    who = body.get(_ORIGINS.get(body.get("type", ""), ""))
    if isinstance(who, dict) and "id" in who:
        return _with(body, {"message_id": 0}) if body["type"] == "channel" else body
    return _with(body, {"sender_user_name": ""}) | {"type": "hidden_user"}


def _kind_of(chat_id: object) -> str:
    return "private" if isinstance(chat_id, int) and chat_id > 0 else "supergroup"


def _with(body: dict[str, Any], missing: Mapping[str, Any]) -> dict[str, Any]:
    return body | {name: value for name, value in missing.items() if body.get(name) is None}


def typed_over(batch: Sequence[Incoming]) -> frozenset[int]:
    """The updates of the batch that nobody waits for: who typed them has typed on since."""
    typed = [update for update in batch if update.inline_id is not None]
    newest = {update.user_id: update.update_id for update in typed}
    return frozenset(
        update.update_id for update in typed if newest[update.user_id] != update.update_id
    )


def _number(value: object) -> int | None:
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if abs(value) <= LARGEST_NUMBER else None


def _string(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
