"""A message goes in the newest form that the server takes, and plainly where it takes none."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import pytest_asyncio
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest, TelegramRetryAfter
from aiogram.types import InputRichMessage

from bot.telegram.rich.methods import SendRich
from bot.telegram.rich.newest import Newer, server_of
from bot.telegram.rich.words import edit_words
from bot.telegram.show import repetition, send
from bot.views.screen import Button, Grid, Screen
from bot.views.taps.nav import Nothing
from bot.views.words import Markup, Words
from sandbox import MovableClock, Person, Sandbox
from sandbox.faults import FaultKind

NOW = datetime(2026, 11, 24, 6, tzinfo=UTC)
GRID = Grid(("Кто", "План"), (("Анна", "95"),))
PLAIN = Screen(Markup("Отчёт\nАнна: 95"))
RICH = replace(PLAIN, rich=("<b>Отчёт</b>", GRID))
LOCKED = Screen(Markup("Когда?"), ((Button("🔒30", Nothing(), dead=True),),))
NEW, OLD = "sendRichMessage", "sendMessage"


@pytest_asyncio.fixture
async def box() -> AsyncIterator[Sandbox]:
    async with Sandbox(clock=MovableClock(NOW), token="1:sandbox", patience=3.0) as box:
        yield box


@pytest_asyncio.fixture
async def anna(box: Sandbox) -> Person:
    anna = box.person("Анна", user_id=101)
    await anna.writes("/start", wait=False)
    return anna


@pytest_asyncio.fixture
async def bot(box: Sandbox) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(box.url))
    async with Bot(box.token, session, DefaultBotProperties(parse_mode="HTML")) as bot:
        yield bot


async def says(bot: Bot, anna: Person, screen: Screen) -> None:
    await send(bot, anna.id, screen, Words("ru"), silent=False)


async def test_the_table_is_one_message(box: Sandbox, bot: Bot, anna: Person) -> None:
    await says(bot, anna, RICH)
    assert anna.screen.text == "Отчёт\nКто | План\nАнна | 95"
    assert len(box.delivered) == 1


@pytest.mark.parametrize("kind", ["400", "404"])
async def test_a_refused_table_goes_plainly_in_the_same_sending(
    box: Sandbox, bot: Bot, anna: Person, kind: FaultKind
) -> None:
    box.faults.fail_next(NEW, kind=kind)
    await says(bot, anna, RICH)
    assert [post.text for post in box.delivered] == [PLAIN.text]
    assert server_of(bot).found.is_set()


async def test_it_is_remembered_and_not_tried_again(box: Sandbox, bot: Bot, anna: Person) -> None:
    box.faults.fail_next(NEW, kind="404")
    for _ in range(3):
        await says(bot, anna, RICH)
    assert box.state.calls[NEW] == 1
    assert box.state.calls[OLD] == 3


async def test_what_is_refused_plainly_too_teaches_nothing(
    box: Sandbox, bot: Bot, anna: Person
) -> None:
    with pytest.raises(TelegramBadRequest):
        await send(bot, 999, RICH, Words("ru"), silent=False)
    assert server_of(bot).takes(Newer.TABLES)
    await says(bot, anna, RICH)
    assert anna.screen.blocks


async def test_who_is_to_wait_waits(box: Sandbox, bot: Bot, anna: Person) -> None:
    """Only a definite refusal of the form is a reason for the plain one."""
    box.faults.fail_next(NEW, kind="429", retry_after=5)
    with pytest.raises(TelegramRetryAfter):
        await says(bot, anna, RICH)
    assert box.delivered == []
    assert server_of(bot).takes(Newer.TABLES)


async def test_a_repetition_is_marked_in_both_forms(box: Sandbox, bot: Bot, anna: Person) -> None:
    words = Words("ru")
    again = repetition(RICH, words)
    await says(bot, anna, again)
    mark = "(повтор)"
    assert mark in anna.screen.text
    box.faults.fail_next(NEW, kind="400")
    await says(bot, anna, again)
    assert mark in anna.screen.text


async def test_a_table_takes_the_place_of_another(box: Sandbox, bot: Bot, anna: Person) -> None:
    await says(bot, anna, RICH)
    other = replace(RICH, rich=(Grid(("Кто", "План"), (("Анна", "40"),)),))
    await edit_words(bot, anna.id, anna.screen.id, other)
    assert anna.screen.text == "Кто | План\nАнна | 40"
    with pytest.raises(TelegramBadRequest, match="not modified"):
        await edit_words(bot, anna.id, anna.screen.id, other)
    assert anna.screen.blocks


async def test_an_answer_with_parts_that_are_not_known_yet_is_an_answer(bot: Bot) -> None:
    """It would be in doubt else, and come again and again."""
    shown = {"message_id": 7, "rich_message": {"blocks": [{"type": "of tomorrow"}]}}
    asked = SendRich(chat_id=1, rich_message=InputRichMessage(html="x"))
    answer = json.dumps({"ok": True, "result": shown})
    found = bot.session.check_response(bot, asked, 200, answer)
    assert found.result is not None
    assert found.result.message_id == 7


async def test_a_locked_date_is_dead_where_the_server_knows_it(
    box: Sandbox, bot: Bot, anna: Person
) -> None:
    await says(bot, anna, LOCKED)
    assert anna.screen.rows[0][0].dead
    box.faults.fail_next(OLD, kind="400")
    await says(bot, anna, LOCKED)
    button = anna.screen.rows[0][0]
    assert not button.dead
    assert button.data
