"""The parts of messages that people send: where a forward came from, contacts."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

Json = dict[str, Any]


class HasUser(Protocol):
    """Somebody with a Telegram account."""

    def user_json(self) -> Json: ...


@dataclass(frozen=True)
class Community:
    """A channel or a group that something was forwarded from."""

    title: str
    id: int = -1001000000001
    kind: str = "channel"
    username: str | None = None

    def chat_json(self) -> Json:
        result: Json = {"id": self.id, "type": self.kind, "title": self.title}
        return result | ({"username": self.username} if self.username else {})


Origin = HasUser | Community | str


def forward_origin(origin: Origin, date: datetime) -> Json:
    """MessageOrigin of an account, of a hidden sender (a bare name, "" where not even that is
    said), of a channel or group."""
    stamp = {"date": int(date.timestamp())}
    if isinstance(origin, str):
        name = {"sender_user_name": origin} if origin else {}
        return stamp | {"type": "hidden_user"} | name
    if isinstance(origin, Community):
        if origin.kind == "channel":
            return stamp | {"type": "channel", "chat": origin.chat_json(), "message_id": 77}
        return stamp | {"type": "chat", "sender_chat": origin.chat_json()}
    return stamp | {"type": "user", "sender_user": origin.user_json()}


def contact(
    phone: str,
    first_name: str,
    last_name: str | None = None,
    user_id: int | None = None,
    vcard: str | None = None,
) -> Json:
    """Contact of the Bot API."""
    values = {
        "phone_number": phone,
        "first_name": first_name,
        "last_name": last_name,
        "user_id": user_id,
        "vcard": vcard,
    }
    return {key: value for key, value in values.items() if value is not None}


def inaccessible(chat: Json, message_id: int) -> Json:
    """InaccessibleMessage: what a tap carries whose message is gone."""
    return {"chat": chat, "message_id": message_id, "date": 0}


def member(user: Json, status: str) -> Json:
    """ChatMember with the status "member" or "kicked"."""
    result: Json = {"user": user, "status": status}
    return result | ({"until_date": 0} if status == "kicked" else {})
