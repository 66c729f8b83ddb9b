"""What aiogram can not parse is left out; what no message can be without is missed."""

from typing import Any

import pytest
from aiogram.types import MessageOriginHiddenUser, MessageOriginUser

from bot.telegram.updates.keeping import to_keep
from bot.telegram.updates.parsing import Unreadable, parsed
from tests.messages import KINDS, NEWER

STAMP = 1_422_450_181
ANNA = {"id": 101, "is_bot": False, "first_name": "Анна"}
ORIGIN = {"type": "user", "date": STAMP, "sender_user": ANNA | {"id": 77}}


def message(content: dict[str, Any]) -> dict[str, Any]:
    chat = {"id": 101, "type": "private"}
    return {"message_id": 1, "date": STAMP, "from": ANNA, "chat": chat} | content


@pytest.mark.parametrize("kind", KINDS)
def test_a_message_of_any_kind_is_a_forward(kind: str) -> None:
    content = KINDS[kind][0] | {"forward_origin": ORIGIN}
    read = parsed(to_keep({"update_id": 7, "message": message(content)})).message
    assert read is not None
    assert isinstance(read.forward_origin, MessageOriginUser)
    assert (read.rich_message is None) is (kind in NEWER or "rich_message" not in content)


@pytest.mark.parametrize("kind", NEWER)
def test_around_what_is_left_out_all_stays(kind: str) -> None:
    newer = message(NEWER[kind][0])
    tap = {"id": "1", "from": ANNA, "chat_instance": "1", "data": "t:1", "message": newer}
    query = parsed({"update_id": 7, "callback_query": tap}).callback_query
    assert query is not None
    assert (query.data, query.message and query.message.message_id) == ("t:1", 1)
    answer = {"text": "да", "reply_to_message": newer}
    read = parsed({"update_id": 7, "message": message(answer)}).message
    assert read is not None
    assert read.text == "да"
    assert read.reply_to_message is not None


def test_a_forward_stays_one() -> None:
    broken = {"type": "user", "date": STAMP, "sender_user": ANNA | {"id": "семь"}}
    read = parsed({"update_id": 7, "message": message({"forward_origin": broken})}).message
    assert read is not None
    assert isinstance(read.forward_origin, MessageOriginHiddenUser)


@pytest.mark.parametrize(
    "update",
    [
        {"update_id": 7, "message": {"message_id": 1, "text": "секрет"}},
        {"update_id": 7, "message": []},
        {"update_id": 7, "message": message({"chat": 5, "text": "секрет"})},
        {"message": message({})},
    ],
)
def test_what_is_none_is_named_without_its_words(update: dict[str, Any]) -> None:
    with pytest.raises(Unreadable) as caught:
        parsed(update)
    assert "секрет" not in str(caught.value)
