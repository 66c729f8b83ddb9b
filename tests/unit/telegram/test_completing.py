"""A field that is missing and that nobody needs holds up nothing; what is there stays."""

from collections.abc import Iterator
from typing import Any

import pytest
from aiogram.types import MessageOriginHiddenUser, Update

from bot.telegram.updates.keeping import to_keep

MARINA = {"id": 77, "is_bot": False, "first_name": "Марина"}
GROUP = {"id": -100500, "type": "supergroup", "title": "Ромашка и мы"}
FILE = {"file_id": "F", "file_unique_id": "u"}
PICTURE = FILE | {"width": 90, "height": 90}
STAMP = 1_422_450_181

ORIGINS: list[dict[str, Any]] = [
    {"type": "user", "date": STAMP, "sender_user": MARINA},
    {"type": "hidden_user", "date": STAMP, "sender_user_name": "Гость"},
    {"type": "chat", "date": STAMP, "sender_chat": GROUP},
    {"type": "channel", "date": STAMP, "chat": GROUP | {"type": "channel"}, "message_id": 5},
]
CONTENTS: list[dict[str, Any]] = [
    {"contact": {"phone_number": "+79161234567", "first_name": "Олег", "user_id": 5}},
    {"photo": [PICTURE, PICTURE]},
    {"document": FILE | {"file_name": "a.pdf"}},
    {"voice": FILE | {"duration": 3}},
    {"video": PICTURE | {"duration": 3}},
    {"video_note": FILE | {"duration": 3, "length": 240}},
    {"audio": FILE | {"duration": 3}},
    {"animation": PICTURE | {"duration": 3}},
    {"sticker": PICTURE | {"type": "regular", "is_animated": False, "is_video": False}},
    {"location": {"latitude": 55.7, "longitude": 37.6}},
    {"via_bot": {"id": 9, "is_bot": True, "first_name": "Бот"}, "text": "да"},
    *({"forward_origin": origin, "text": "да"} for origin in ORIGINS),
]


def update(content: dict[str, Any]) -> dict[str, Any]:
    message = {
        "message_id": 1,
        "date": STAMP,
        "from": {"id": 101, "is_bot": False, "first_name": "Анна"},
        "chat": {"id": 101, "type": "private"},
    }
    return {"update_id": 7, "message": message | content}


NEEDED = {"update_id", "message", "message_id", "date", "id", "file_id", "type"}
"""Who and what it is can not be made up; a message has a date, and a type says what it is."""


def without_one(value: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The object without one of its fields, or with nothing in it, one field after another, those
    inside too."""
    for name, one in value.items():
        if name not in NEEDED:
            yield {key: other for key, other in value.items() if key != name}
            yield value | {name: None}
        inner = one[0] if isinstance(one, list) else one
        if isinstance(inner, dict):
            for less in without_one(inner):
                yield value | {name: [less] if isinstance(one, list) else less}


@pytest.mark.parametrize("content", CONTENTS, ids=lambda content: "-".join(content))
def test_whatever_is_missing_it_can_be_read(content: dict[str, Any]) -> None:
    for less in without_one(update(content)):
        # The chat that it is in can not be made up, who is named in a forward need not be.
        if less["message"].get("chat"):
            Update.model_validate(to_keep(less))


@pytest.mark.parametrize("content", CONTENTS, ids=lambda content: "-".join(content))
def test_what_is_there_stays(content: dict[str, Any]) -> None:
    assert to_keep(update(content)) == update(content)


@pytest.mark.parametrize(
    "origin",
    [
        {"type": "hidden_user", "date": STAMP},
        {"type": "hidden_user"},
        {"type": "hidden_user", "date": None, "sender_user_name": None},
        {"type": "user", "date": STAMP},
        {"type": "chat", "date": STAMP, "sender_chat": None},
        {"type": "channel", "date": STAMP, "chat": {"title": "Без номера"}},
        {"type": "holographic_user", "date": STAMP, "hologram": {"id": 1}},
        {"date": STAMP},
        {},
    ],
)
def test_an_origin_of_nobody_is_a_hidden_account(origin: dict[str, Any]) -> None:
    read = Update.model_validate(to_keep(update({"forward_origin": origin, "text": "да"})))
    assert read.message is not None
    hidden = read.message.forward_origin
    assert isinstance(hidden, MessageOriginHiddenUser)
    assert (hidden.sender_user_name, hidden.date.timestamp()) == ("", STAMP)


def test_what_stands_inside_other_messages_is_completed_as_well() -> None:
    nameless = {"phone_number": "+79161234567"}
    before = update({"contact": nameless})["message"]
    tap = {"id": "1", "from": {"id": 101}, "chat_instance": "1", "data": "t:1", "message": before}
    read = Update.model_validate(to_keep({"update_id": 7, "callback_query": tap}))
    assert read.callback_query is not None
    Update.model_validate(to_keep(update({"text": "да", "reply_to_message": before})))
