"""What goes to Telegram as plain JSON says and fails the same as aiogram's own form does."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import pytest_asyncio
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import BufferedInputFile

from bot.clock import MovableClock
from bot.telegram.calls.plain import answer_tap, edit_text
from bot.telegram.calls.session import JsonSession
from bot.telegram.keyboard import inline_of, plain_keys
from bot.views.screen import Button, Screen
from bot.views.taps.nav import OpenTask
from bot.views.words import Markup
from sandbox import MovableClock as SandboxClock
from sandbox import Person, Sandbox

TEXT = "Звонок <b>«Ромашке»</b> &amp; сыновьям\n+7 916 100%"
SCREEN = Screen(
    Markup(TEXT),
    (
        (Button("Открыть", OpenTask(1), style="primary"), Button("Сайт", url="https://x.ru/?a=1")),
        (Button("Номер", copy="+79161234567"),),
    ),
)


@pytest_asyncio.fixture
async def box(clock: MovableClock) -> AsyncIterator[Sandbox]:
    async with Sandbox(SandboxClock(clock.now())) as box:
        yield box


@asynccontextmanager
async def by(session: type[AiohttpSession], box: Sandbox) -> AsyncIterator[Bot]:
    """A bot with the defaults of the bot's own."""
    api = TelegramAPIServer.from_base(box.url)
    default = DefaultBotProperties(parse_mode="HTML", link_preview_is_disabled=True)
    async with Bot(box.token, session(api=api), default) as bot:
        yield bot


async def anna_of(box: Sandbox) -> Person:
    anna = box.person("Анна", 101)
    await anna.writes("/start", wait=False)
    return anna


async def test_a_message_is_the_same_both_ways(box: Sandbox) -> None:
    anna = await anna_of(box)
    for session in (JsonSession, AiohttpSession):
        async with by(session, box) as bot:
            await bot.send_message(
                anna.id, TEXT, reply_markup=inline_of(SCREEN), disable_notification=True
            )
            await bot.send_document(anna.id, BufferedInputFile(b"1", "a.csv"), caption=TEXT)
    plain, plain_file, form, form_file = anna.messages[-4:]
    assert (plain.text, plain.inline, plain.silent) == (form.text, form.inline, form.silent)
    assert plain_file.text == form_file.text


async def test_an_edit_is_the_same_as_objects_make(box: Sandbox) -> None:
    anna = await anna_of(box)
    async with by(JsonSession, box) as bot:
        first = await bot.send_message(anna.id, "1")
        second = await bot.send_message(anna.id, "2")
        await edit_text(bot, anna.id, first.message_id, TEXT, plain_keys(SCREEN))
        await bot.edit_message_text(
            TEXT,
            chat_id=anna.id,
            message_id=second.message_id,
            reply_markup=inline_of(SCREEN),
        )
        one, other = anna.messages[-2:]
        assert one.text == other.text == "Звонок «Ромашке» & сыновьям\n+7 916 100%"
        assert one.inline == other.inline
        with pytest.raises(TelegramBadRequest, match="message is not modified"):
            await edit_text(bot, anna.id, first.message_id, TEXT, plain_keys(SCREEN))


@pytest.mark.parametrize("session", [JsonSession, AiohttpSession])
@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("500", TelegramServerError),
        ("502_html", ClientDecodeError),
        ("502_after", ClientDecodeError),
        ("drop_before", TelegramNetworkError),
        ("403", TelegramForbiddenError),
        ("429", TelegramRetryAfter),
    ],
)
async def test_an_error_is_the_same_whatever_was_called(
    box: Sandbox, session: type[AiohttpSession], kind: str, error: type[Exception]
) -> None:
    anna = await anna_of(box)
    async with by(session, box) as bot:
        sent = await bot.send_message(anna.id, "1")
        box.faults.fail_next("editMessageText", 1, kind)  # type: ignore[arg-type]
        with pytest.raises(error):
            await edit_text(bot, anna.id, sent.message_id, TEXT, None)
        box.faults.fail_next("sendMessage", 1, kind)  # type: ignore[arg-type]
        with pytest.raises(error):
            await bot.send_message(anna.id, TEXT)


async def test_a_tap_of_long_ago_is_refused_and_said_so(box: Sandbox) -> None:
    async with by(JsonSession, box) as bot:
        with pytest.raises(TelegramAPIError):
            await answer_tap(bot, "12345", "поздно", alert=True)
