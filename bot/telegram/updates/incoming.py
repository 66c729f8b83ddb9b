"""What the gateway reads of a raw update before anybody handles it."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from bot.method.core.numbers import LARGEST_NUMBER
from bot.method.inbound.raw import Raw, raw_number, raw_object, raw_string
from bot.telegram.groups.reading import GroupAt, group_at

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

FILES = ("photo", "document", "voice")
"""What the bot sends that is more than words."""


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


def number_of(update: object) -> int | None:
    """The number of a raw update, by which it is confirmed; None where it has none."""
    number = raw_number(raw_object(update).get("update_id"))
    # Below the last one, for the next one is asked for.
    return number if number is not None and 0 <= number < LARGEST_NUMBER else None


def read(update: Raw) -> Incoming:
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
    message = raw_object(body.get("message")) if tapped else body
    sender, chat = raw_object(body.get("from")), raw_object(message.get("chat"))
    user_id, group = raw_number(sender.get("id")), group_at(message)
    return Incoming(
        update_id=update_id,
        chat_id=(group and group.orders and user_id) or raw_number(chat.get("id")) or user_id or 0,
        user_id=user_id,
        language=raw_string(sender.get("language_code")),
        private=chat.get("type", "private") == "private",
        message_id=raw_number(message.get("message_id")) if tapped else None,
        callback_id=raw_string(body.get("id")) if tapped else None,
        inline_id=raw_string(body.get("id")) if kind == "inline_query" else None,
        data=raw_string(body.get("data")),
        text=raw_string(body.get("text")),
        on_file=tapped and any(kind in message for kind in FILES),
        group=group,
    )


def _in_account(update_id: int, kind: str, body: Raw) -> Incoming:
    of_connection = kind == "business_connection"
    connection_id = raw_string(body.get("id" if of_connection else "business_connection_id")) or ""
    digest = sha256(connection_id.encode()).digest()
    # Below the numbers that Telegram gives to chats.
    line = -LARGEST_NUMBER + int.from_bytes(digest[:5], "big")
    return Incoming(update_id, line, None, None, private=False, connection_id=connection_id)


def typed_over(batch: Sequence[Incoming]) -> frozenset[int]:
    """The updates of the batch that nobody waits for: who typed them has typed on since."""
    typed = [update for update in batch if update.inline_id is not None]
    newest = {update.user_id: update.update_id for update in typed}
    return frozenset(
        update.update_id for update in typed if newest[update.user_id] != update.update_id
    )
