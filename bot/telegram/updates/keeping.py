"""What of a raw update goes into the inbox."""

import re
from collections.abc import Mapping
from typing import Any

from bot.telegram.updates.incoming import FILES

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

_OF_OWN = ("message_id", "date", "chat", "is_topic_message", "message_thread_id", *FILES)
"""What is kept of a message that the bot has written itself: where it is, and that it is a file."""


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


def _without_own_words(raw: dict[str, Any]) -> dict[str, Any]:
    """A tap comes with the whole message above it and its keys, which the bot has written itself:
    a hundred texts that nobody reads."""
    tap = raw.get("callback_query")
    message = tap.get("message") if isinstance(tap, dict) else None
    if not isinstance(tap, dict) or not isinstance(message, dict):
        return raw
    place = {name: message[name] for name in _OF_OWN if name in message}
    return raw | {"callback_query": tap | {"message": place}}


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
