"""What Telegram says by itself is told from what people send."""

from typing import Any

import pytest
from aiogram.types import Message

from bot.telegram.filters import is_service

CHAT = {"id": 101, "type": "private"}
STAMP = 1_422_450_181
FILE = {"file_id": "F", "file_unique_id": "u", "width": 90, "height": 90}
HIDDEN = {"type": "hidden_user", "date": STAMP, "sender_user_name": "Гость"}
PINNED = {"message_id": 1, "date": STAMP, "chat": CHAT, "text": "Входящее"}
BACKGROUND = {"type": {"type": "chat_theme", "theme_name": "🏠"}}
FILL = {"type": "fill", "fill": {"type": "solid", "color": 0}, "dark_theme_dimming": 0}


def message(content: dict[str, Any]) -> Message:
    return Message.model_validate({"message_id": 2, "date": STAMP, "chat": CHAT} | content)


@pytest.mark.parametrize(
    "content",
    [
        {"pinned_message": PINNED},
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}},
        {"chat_background_set": BACKGROUND},
        {"chat_background_set": {"type": FILL}},
        {"write_access_allowed": {}},
        {"boost_added": {"boost_count": 1}},
        {"connected_website": "example.com"},
        {"new_chat_title": "Новое имя"},
        {"delete_chat_photo": True},
    ],
)
def test_what_telegram_says(content: dict[str, Any]) -> None:
    assert is_service(message(content))


@pytest.mark.parametrize(
    "content",
    [
        {"text": "Здравствуйте"},
        {"photo": [FILE], "caption": "склад"},
        {"sticker": FILE | {"type": "regular", "is_animated": False, "is_video": False}},
        {"dice": {"emoji": "🎲", "value": 3}},
        {"location": {"latitude": 55.7, "longitude": 37.6}},
        {"a_kind_that_nobody_knows_yet": {"words": "да"}},
        {"forward_origin": HIDDEN, "text": "да"},
        {},
    ],
)
def test_what_people_send(content: dict[str, Any]) -> None:
    assert not is_service(message(content))
