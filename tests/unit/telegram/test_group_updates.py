"""What of a group reaches the bot at all, and where its answers belong."""

from typing import Any

import pytest

from bot.telegram.groups.placing import command_in
from bot.telegram.groups.reading import is_needless
from bot.telegram.updates.incoming import read

GROUP = {"id": -5, "type": "group", "title": "Отдел"}


def update(chat: dict[str, Any] = GROUP, **fields: Any) -> dict[str, Any]:
    sender = {"id": 7, "is_bot": False, "first_name": "Анна"}
    return {"update_id": 1, "message": {"chat": chat, "from": sender} | fields}


@pytest.mark.parametrize(
    ("given", "needless"),
    [
        (update(text="Ромашка звонила"), True),
        (update(photo=[]), True),
        (update(text="/today"), False),
        (update(migrate_to_chat_id=-100), False),
        (update({"id": -6, "type": "channel"}, text="/today"), True),
        (update({"id": 7, "type": "private"}, text="Ромашка"), False),
        ({"update_id": 1, "edited_message": {"chat": GROUP, "text": "/today"}}, True),
        ({"update_id": 1, "my_chat_member": {"chat": GROUP}}, False),
        ({"update_id": 1, "message": "none"}, False),
    ],
)
def test_what_people_say_to_each_other_is_not_kept(given: dict[str, Any], needless: bool) -> None:
    assert is_needless(given) is needless


def test_a_command_goes_in_line_with_the_private_chat() -> None:
    assert read(update(text="/today")).chat_id == 7
    assert read(update(migrate_to_chat_id=-100)).chat_id == -5
    thread = update(text="/here", message_thread_id=3, is_topic_message=True)
    group = read(thread).group
    assert group is not None and (group.chat_id, group.thread_id) == (-5, 3)
    # A reply in a group without topics has a thread as well.
    answer = read(update(text="/here", message_thread_id=3)).group
    assert answer is not None and answer.thread_id is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("/today", "today"),
        ("/Today@Moidela_Bot завтра", "today"),
        ("/today@another_bot", None),
        ("/", None),
        ("today", None),
    ],
)
def test_only_our_own_commands_are_ours(text: str, name: str | None) -> None:
    assert command_in(text, "moidela_bot") == name
