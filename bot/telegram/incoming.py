"""What the gateway reads of a raw update before anybody handles it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

KINDS = ("message", "callback_query", "my_chat_member", "edited_message", "inline_query")
"""The updates that are asked for."""

_UNFIT = re.compile("[\\x00\\ud800-\\udfff]")
"""What no text of a database can hold: PostgreSQL refuses NUL, UTF-8 half a surrogate pair."""


@dataclass(frozen=True)
class Incoming:
    """Whose update it is and where the answer belongs.

    `message_id` is the message under the tapped button, `callback_id` the tap to be answered,
    `inline_id` what is being typed after the bot's name: it has no chat, and goes in line with
    the private chat of who types.
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


def read(update: dict[str, Any]) -> Incoming:
    """Read a raw update; what is not understood is an update of nobody in chat 0.

    Raises KeyError, TypeError or ValueError where not even the update's number is there.
    """
    update_id = int(update["update_id"])
    kind = next((kind for kind in KINDS if isinstance(update.get(kind), dict)), None)
    if kind is None:
        return Incoming(update_id, 0, None, None, private=False)
    body = update[kind]
    message = body.get("message") if "data" in body else body
    sender = body.get("from") or {}
    chat = (message or {}).get("chat") or {}
    user_id = _number(sender.get("id"))
    return Incoming(
        update_id=update_id,
        chat_id=_number(chat.get("id")) or user_id or 0,
        user_id=user_id,
        language=sender.get("language_code"),
        private=chat.get("type", "private") == "private",
        message_id=_number((message or {}).get("message_id")) if "data" in body else None,
        callback_id=str(body["id"]) if "data" in body else None,
        inline_id=str(body["id"]) if kind == "inline_query" else None,
        data=body.get("data"),
        text=body.get("text"),
    )


def fit(value: Any) -> Any:
    """A raw update without the letters that can not be kept: one of them would hold up all."""
    match value:
        case str():
            return _UNFIT.sub("", value)
        case dict():
            return {name: fit(one) for name, one in value.items()}
        case list():
            return [fit(one) for one in value]
    return value


def typed_over(batch: Sequence[Incoming]) -> frozenset[int]:
    """The updates of the batch that nobody waits for: who typed them has typed on since."""
    typed = [one for one in batch if one.inline_id is not None]
    newest = {one.user_id: one.update_id for one in typed}
    return frozenset(one.update_id for one in typed if newest[one.user_id] != one.update_id)


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and abs(value) < 2**63 else None
