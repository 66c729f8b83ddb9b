"""A raw update with what is missing of it put in: Telegram leaves out fields that its description
asks for, and one that nobody needs must not hold up what somebody wrote."""

from collections.abc import Mapping
from typing import Any

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


def completed(update: dict[str, Any]) -> dict[str, Any]:
    """The update as it can be read; what is there stays as it is."""
    return {name: _completed(name, value, None) for name, value in update.items()}


def _completed(name: str, value: Any, date: object) -> Any:
    """`date` is that of the message around it."""
    if isinstance(value, list):
        return [_completed(name, one, date) for one in value]
    if not isinstance(value, dict):
        return value
    own = value.get("date", date)
    body = {inner: _completed(inner, one, own) for inner, one in value.items()}
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
    return body | {name: one for name, one in missing.items() if body.get(name) is None}
