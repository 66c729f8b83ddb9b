"""What the gateway reads of an update of a group: orders to the bot and what becomes of the chat.

What people say to each other there is not kept, even where Telegram gives it to the bot.
"""

from dataclasses import dataclass

from bot.method.inbound.raw import Raw, raw_number, raw_object

_MOVES = ("migrate_to_chat_id", "migrate_from_chat_id")
_GROUPS = ("group", "supergroup")


@dataclass(frozen=True)
class GroupAt:
    """The group that an update is of; `thread_id` is the topic it was written in, where there are
    any. `orders`: somebody has written a command."""

    chat_id: int
    thread_id: int | None
    orders: bool


def group_at(message: Raw) -> GroupAt | None:
    """The group of a message or of a change of membership; None for any other chat."""
    chat, text = raw_object(message.get("chat")), message.get("text")
    number = raw_number(chat.get("id"))
    if number is None or chat.get("type") not in _GROUPS:
        return None
    thread = message.get("message_thread_id") if message.get("is_topic_message") else None
    orders = isinstance(text, str) and text.startswith("/")
    return GroupAt(number, raw_number(thread), orders)


def is_needless(update: Raw) -> bool:
    """Whether the update is of a chat with others and is neither a command nor says what becomes of
    the chat."""
    for kind in ("message", "edited_message"):
        message = raw_object(update.get(kind))
        if _is_shared(message):
            group = group_at(message)
            orders = group is not None and group.orders and kind == "message"
            return not orders and not any(name in message for name in _MOVES)
    return False


def _is_shared(message: Raw) -> bool:
    return raw_object(message.get("chat")).get("type") in (*_GROUPS, "channel")
