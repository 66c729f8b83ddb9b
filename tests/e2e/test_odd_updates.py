"""What is no update, or an odd one, holds up nobody: the real process goes on beside it."""

from typing import Any

import pytest

from tests.world import World

NO_UPDATES: tuple[object, ...] = (
    None,
    7,
    "текст",
    [],
    {},
    {"update_id": "7", "message": {"text": "привет"}},
    {"update_id": -1, "message": {"text": "привет"}},
    {"update_id": 2**63, "message": {"text": "привет"}},
)
ANNA: dict[str, Any] = {"id": 101, "is_bot": False, "first_name": "Кто-то"}
CHAT = {"id": 101, "type": "private"}
BODIES: dict[str, tuple[str, Any]] = {
    "a list": ("message", []),
    "a number": ("message", 5),
    "nothing in it": ("message", {}),
    "a chat that is a number": ("message", {"message_id": 1, "from": ["Анна"], "chat": 101}),
    "NUL": (
        "message",
        {"message_id": 1, "date": 1, "from": ANNA, "chat": CHAT, "text": "a\x00b"},
    ),
    "a megabyte": (
        "message",
        {"message_id": 1, "date": 1, "from": ANNA, "chat": CHAT, "text": "я" * 2**20},
    ),
    "an account beyond 64 bits": (
        "callback_query",
        {"id": "1", "data": 5, "from": {"id": 2**64, "language_code": 1}},
    ),
    "a tap on nothing": ("callback_query", {"id": "1", "chat_instance": "1", "from": ANNA}),
    "typed by nobody": ("inline_query", {"from": {"id": 101}}),
}


async def test_what_is_no_update_is_passed_over(office: World) -> None:
    anna = office.people.anna
    office.stage.box.state.updates.add_once(*NO_UPDATES)
    await anna.writes("/new Ромашка +7 916 123-45-67")
    await anna.sees("Клиент добавлен")
    await office.stage.box.settle()
    assert await office.count("inbox", "handled_at IS NULL") == 0


@pytest.mark.parametrize("odd", BODIES)
async def test_the_updates_behind_an_odd_one_are_worked(office: World, odd: str) -> None:
    anna = office.people.anna
    kind, body = BODIES[odd]
    assert office.stage.box.state.updates.add(kind, body) is not None
    await anna.writes("/new Ромашка +7 916 123-45-67")
    await anna.sees("Клиент добавлен")
    await anna.taps("Завтра")
    await anna.sees("следующий контакт")
    assert await office.count("tasks", "status = 'open'") == 1
