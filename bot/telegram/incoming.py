"""What the gateway reads of a raw update before anybody handles it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.method.core.numbers import LARGEST_NUMBER

KINDS = ("message", "callback_query", "my_chat_member", "edited_message", "inline_query")
"""The updates that are asked for."""

_FILES = ("photo", "document", "voice")
"""What the bot sends that is more than words."""
_UNFIT = re.compile("[\\x00\\ud800-\\udfff]")
"""What no text of a database can hold: PostgreSQL refuses NUL, UTF-8 half a surrogate pair."""


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
    tapped = "data" in body
    message = _object(body.get("message")) if tapped else body
    sender, chat = _object(body.get("from")), _object(message.get("chat"))
    user_id = _number(sender.get("id"))
    return Incoming(
        update_id=update_id,
        chat_id=_number(chat.get("id")) or user_id or 0,
        user_id=user_id,
        language=_string(sender.get("language_code")),
        private=chat.get("type", "private") == "private",
        message_id=_number(message.get("message_id")) if tapped else None,
        callback_id=_string(body.get("id")) if tapped else None,
        inline_id=_string(body.get("id")) if kind == "inline_query" else None,
        data=_string(body.get("data")),
        text=_string(body.get("text")),
        on_file=tapped and any(kind in message for kind in _FILES),
    )


def fit(value: Any) -> Any:
    """A raw update without the letters that can not be kept: one of them would hold up all."""
    match value:
        case str():
            return _UNFIT.sub("", value)
        case dict():
            return {fit(name): fit(one) for name, one in value.items()}
        case list():
            return [fit(one) for one in value]
    return value


def typed_over(batch: Sequence[Incoming]) -> frozenset[int]:
    """The updates of the batch that nobody waits for: who typed them has typed on since."""
    typed = [one for one in batch if one.inline_id is not None]
    newest = {one.user_id: one.update_id for one in typed}
    return frozenset(one.update_id for one in typed if newest[one.user_id] != one.update_id)


def _number(value: object) -> int | None:
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if abs(value) <= LARGEST_NUMBER else None


def _string(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
