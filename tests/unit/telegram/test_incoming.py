"""What is read of a raw update, and what of a burst of typing is worth an answer."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.updates.incoming import Incoming, read, typed_over
from bot.telegram.updates.keeping import to_keep
from bot.telegram.updates.parsing import parsed


def typed(update_id: int, user_id: int = 101) -> dict[str, Any]:
    sender = {"id": user_id, "is_bot": False, "first_name": "Анна", "language_code": "ru"}
    query = {"id": f"q{update_id}", "from": sender, "query": "ромашка", "offset": ""}
    return {"update_id": update_id, "inline_query": query}


def test_what_is_typed_has_no_chat_and_goes_with_the_person() -> None:
    one = read(typed(7))
    assert one == Incoming(7, 101, 101, "ru", private=True, inline_id="q7")


def test_a_message_and_a_tap_are_nothing_typed() -> None:
    chat = {"id": 101, "type": "private"}
    message = {"message_id": 1, "chat": chat, "from": {"id": 101}, "text": "да"}
    tap = {"id": "4", "from": {"id": 101}, "data": "td:1", "message": message}
    assert read({"update_id": 1, "message": message}).inline_id is None
    assert read({"update_id": 2, "callback_query": tap}).inline_id is None


@pytest.mark.parametrize(
    "place",
    [
        {"chat": {"id": 101, "type": "private"}},
        {"chat": {"id": 101, "type": "private"}, "photo": [{"file_id": "1", "width": 9}]},
        {
            "chat": {"id": -7, "type": "supergroup"},
            "is_topic_message": True,
            "message_thread_id": 3,
        },
    ],
)
def test_of_the_message_above_a_tap_only_its_place_is_kept(place: dict[str, Any]) -> None:
    keys = {"inline_keyboard": [[{"text": "Карточка", "callback_data": "c:1"}]]}
    words = {"text": "ООО «Ромашка» +7 916 123-45-67", "caption": "Отчёт", "reply_markup": keys}
    message = {"message_id": 5, "date": 1, "from": {"id": 1}} | place | words
    tap = {"id": "4", "from": {"id": 101}, "chat_instance": "1", "data": "td:1", "message": message}
    update = {"update_id": 2, "callback_query": tap}
    kept = to_keep(update)
    assert kept["callback_query"]["message"].keys() == {"message_id", "date", *place}
    assert read(kept) == read(update)
    query = parsed(kept).callback_query
    assert query is not None
    assert query.message is not None
    assert query.message.message_id == 5


@given(st.lists(st.tuples(st.integers(101, 103), st.booleans()), max_size=12))
def test_of_a_burst_only_the_newest_of_each_person_is_kept(burst: list[tuple[int, bool]]) -> None:
    """Nothing but typing is ever left out, and the newest of each who typed stays."""
    batch = [
        read(typed(number, user))
        if is_typed
        else Incoming(number, user, user, None, private=True, text="да")
        for number, (user, is_typed) in enumerate(burst)
    ]
    kept = [one for one in batch if one.update_id not in typed_over(batch)]
    assert [one for one in batch if one.inline_id is None] == [
        one for one in kept if one.inline_id is None
    ]
    for user in (101, 102, 103):
        mine = [one.update_id for one in batch if one.user_id == user and one.inline_id]
        assert [one.update_id for one in kept if one.user_id == user and one.inline_id] == mine[-1:]
