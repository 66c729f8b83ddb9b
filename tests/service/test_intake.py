"""What reaches the inbox: whatever people send, one odd letter never holds up the others."""

import json

import pytest
from sqlalchemy import select

from bot.clock import MovableClock
from bot.db import Database
from bot.models.inbox import InboxUpdate
from bot.telegram.intake import Intake


@pytest.mark.parametrize("letter", ["\x00", "\ud83d", "\udfff\ud800"])
async def test_a_letter_that_no_database_takes_is_left_out(
    database: Database, clock: MovableClock, letter: str
) -> None:
    sender = {"id": 101, "is_bot": False, "first_name": f"Ан{letter}на"}
    message = {
        "message_id": 1,
        "from": sender,
        "chat": {"id": 101, "type": "private"},
        "text": f"/new Иван{letter}ов \\u0000",
        "entities": [{"type": "bot_command", "offset": 0, "length": 4}],
    }
    intake = Intake(database, clock, "", lambda stored: None)
    assert await intake.store([{"update_id": 7, "message": message}]) == 1
    async with database.reading() as session:
        (raw,) = (await session.scalars(select(InboxUpdate.raw))).all()
    kept = json.loads(raw)["message"]
    assert kept["text"] == "/new Иванов \\u0000"
    assert kept["from"] == sender | {"first_name": "Анна"}
    assert kept["entities"] == message["entities"]
