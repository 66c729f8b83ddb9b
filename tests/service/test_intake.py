"""What reaches the inbox: whatever people send, one odd letter never holds up the others."""

import asyncio
import json
from collections import Counter
from contextlib import suppress

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from sqlalchemy import select
from structlog.testing import capture_logs

from bot.clock import MovableClock
from bot.db import Database
from bot.models.inbox import InboxUpdate
from bot.telegram.intake import Intake
from tests.service.seen import counted


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


def said(update_id: object, **more: object) -> dict[str, object]:
    message = {
        "message_id": 1,
        "from": {"id": 101, "is_bot": False, "first_name": "Анна"},
        "chat": {"id": 101, "type": "private"},
        "text": "привет",
    }
    return {"update_id": update_id, "message": message | more}


def nested(levels: int) -> object:
    value: object = "дно"
    for _ in range(levels):
        value = [value]
    return value


NO_UPDATES: list[object] = [
    None,
    7,
    "текст",
    [],
    {},
    said("7"),
    said(True),
    said(-1),
    said(2**63),
    said(None),
]
ODD_UPDATES: list[dict[str, object]] = [
    {"update_id": 7},
    {"update_id": 7, "message": []},
    said(7, text="я" * 2**20),
    said(7, deep=nested(300)),
    said(7, **{"\ud83d\x00": 1}),
    said(7, **{"from": ["Анна"], "chat": 101}),
    {"update_id": 7, "callback_query": {"data": 5, "from": {"id": 2**64, "language_code": 1}}},
    {"update_id": 7, "inline_query": {"from": {"id": 101}}},
]


async def numbers(database: Database) -> list[int]:
    async with database.reading() as session:
        found = await session.scalars(select(InboxUpdate.update_id).order_by(InboxUpdate.id))
        return list(found)


@pytest.mark.parametrize("odd", NO_UPDATES)
async def test_what_is_no_update_is_passed_over(
    database: Database, clock: MovableClock, odd: object
) -> None:
    intake = Intake(database, clock, "", lambda stored: None)
    with capture_logs() as lines:
        assert await intake.store([said(5), odd, said(6)]) == 2
    assert await numbers(database) == [5, 6]
    assert [line["event"] for line in lines] == ["an update is passed over"]
    assert "Анна" not in str(lines)
    assert "текст" not in str(lines)


@pytest.mark.parametrize("odd", ODD_UPDATES, ids=range(len(ODD_UPDATES)))
async def test_an_odd_update_is_kept_as_what_it_is(
    database: Database, clock: MovableClock, odd: dict[str, object]
) -> None:
    intake = Intake(database, clock, "", lambda stored: None)
    assert await intake.store([said(5), odd, said(8)]) == 3
    assert await numbers(database) == [5, 7, 8]


async def polled(
    database: Database, clock: MovableClock, answers: list[object], seconds: float = 5
) -> list[int | None]:
    """The offsets that are asked for while the peer gives these answers, the last one for ever;
    until there is an update 9 in the inbox, or the time is over."""
    asked: list[int | None] = []
    stored = asyncio.Event()

    async def updates(request: web.Request) -> web.Response:
        asked.append((await request.json()).get("offset"))
        return web.json_response(answers[min(len(asked), len(answers)) - 1])

    app = web.Application()
    app.router.add_post("/getUpdates", updates)
    async with TestServer(app) as server:
        url = str(server.make_url("")).rstrip("/")
        intake = Intake(database, clock, url, lambda one: stored.set() if one[909] else None)
        loop = asyncio.create_task(intake.run())
        with suppress(TimeoutError):
            await asyncio.wait_for(stored.wait(), seconds)
        assert not loop.done(), loop
        loop.cancel()
        with suppress(asyncio.CancelledError):
            await loop
    return asked


LAST = {"ok": True, "result": [said(9, chat={"id": 909, "type": "private"})]}


@pytest.mark.parametrize(
    "odd",
    [
        {"ok": True},
        {"ok": True, "result": 7},
        {"ok": True, "result": "текст"},
        {"ok": True, "result": [None]},
        {"ok": False, "error_code": 429, "parameters": [1]},
        {"ok": False, "error_code": 429, "parameters": {"retry_after": "долго"}},
        {"ok": False, "description": ["нет"]},
        [],
        None,
    ],
)
async def test_an_odd_answer_does_not_end_the_polling(
    database: Database, clock: MovableClock, odd: object
) -> None:
    await polled(database, clock, [odd, LAST])
    assert await numbers(database) == [9]


async def test_the_offset_moves_past_what_is_odd(database: Database, clock: MovableClock) -> None:
    batch = {"ok": True, "result": [said(5), None, said(2**70), said(6)]}
    asked = await polled(database, clock, [batch, LAST])
    assert await numbers(database) == [5, 6, 9]
    assert asked[:2] == [None, 7]


async def test_the_offset_moves_past_what_can_not_be_read(
    database: Database, clock: MovableClock
) -> None:
    """Deeper than anything can be read, and alone in its batch."""
    batch = {"ok": True, "result": [said(5, deep=nested(700))]}
    asked = await polled(database, clock, [batch, LAST])
    assert await numbers(database) == [9]
    assert asked[:2] == [None, 6]


@pytest.mark.parametrize("result", [[], [None], [said(2**70)], [said(5)]])
async def test_answers_at_once_with_nothing_new_do_not_make_it_spin(
    database: Database, clock: MovableClock, result: list[object]
) -> None:
    asked = await polled(database, clock, [{"ok": True, "result": result}], seconds=1)
    assert 2 <= len(asked) <= 6


async def test_a_batch_is_stored_by_one_statement_and_nothing_twice(
    database: Database, clock: MovableClock
) -> None:
    told: Counter[int] = Counter()
    intake = Intake(database, clock, "", told.update)
    assert await intake.store([said(5)]) == 1
    with counted(database) as statements:
        assert await intake.store([said(4), said(5), said(6), said(4, text="позже")]) == 2
    assert sum(one.startswith("INSERT INTO inbox") for one, _ in statements) == 1
    assert sorted(await numbers(database)) == [4, 5, 6]
    assert told == {101: 3}
    async with database.reading() as session:
        raws = (await session.scalars(select(InboxUpdate.raw))).all()
    assert not any("позже" in raw for raw in raws)
