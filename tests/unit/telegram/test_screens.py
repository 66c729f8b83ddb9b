"""A screen that did not arrive is shown again, in the order of its chat, and no later than somebody
waits for it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
import pytest_asyncio
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramNetworkError,
    TelegramRetryAfter,
)
from aiogram.methods import SendMessage

from bot.clock import MovableClock
from bot.method.core.repeats import screen_pause
from bot.telegram.background import Background
from bot.telegram.screens import Screens
from bot.telegram.updates.incoming import Incoming
from bot.telegram.updates.result import TurnResult
from bot.views.screen import Screen
from bot.views.words import Words
from tests.heard_calls import HearsPlainCalls

METHOD = SendMessage(chat_id=1, text="")
NINE = datetime(2026, 11, 24, 6, tzinfo=UTC)
SICK = ClientDecodeError("a proxy's page", ValueError(), "<html>")
RESET = TelegramNetworkError(METHOD, "reset")
BUSY = TelegramRetryAfter(METHOD, "too many", retry_after=20)
GONE = TelegramBadRequest(METHOD, "message to edit not found")
SAME = TelegramBadRequest(METHOD, "message is not modified")
WORDS = Words("ru")


class Line(HearsPlainCalls):
    """Telegram's end of the line: `faults` of a method come one after another, then all is well."""

    def __init__(self) -> None:
        self.faults: dict[str, list[Exception]] = {}
        self.tries: list[str] = []
        self.shown: list[tuple[str, str]] = []
        self.silent: list[bool] = []
        self.hold: asyncio.Event | None = None

    async def _called(self, method: str, text: str) -> None:
        self.tries.append(method)
        if self.hold is not None:
            await self.hold.wait()
        if self.faults.get(method):
            raise self.faults[method].pop(0)
        self.shown.append((method, text))

    async def answer_callback_query(self, query_id: str, *, text: str | None, **_: Any) -> None:
        await self._called("answer", text or "")

    async def edit_message_text(self, text: str, **_: Any) -> None:
        await self._called("edit", text)

    async def send_message(self, chat_id: int, text: str, **how: Any) -> Any:
        self.silent.append(how["disable_notification"])
        await self._called("send", text)
        return SimpleNamespace(message_id=8)


class Bench:
    """The screens with a clock that is moved by hand."""

    def __init__(self) -> None:
        self.line, self.clock, self.background = Line(), MovableClock(NINE), Background()
        self.screens = Screens(self, self.line, self.background)  # type: ignore[arg-type]

    def now(self) -> datetime:
        return self.clock.now()

    async def shows(self, text: str, *, under: int | None = None, **how: Any) -> None:
        asks = how.pop("asks", False)
        tapped = "5" if under is not None else None
        asked = Incoming(1, 1, 1, "ru", private=True, message_id=under, callback_id=tapped)
        await self.screens.show(TurnResult(asked, Screen(text, **how), WORDS, asks=asks))

    async def after(self, seconds: float) -> None:
        """So much later, with what is due then done."""
        self.clock.move(timedelta(seconds=seconds))
        self.screens.run_once()
        for _ in range(20):
            await asyncio.sleep(0)


@pytest_asyncio.fixture
async def bench() -> AsyncIterator[Bench]:
    bench = Bench()
    yield bench
    await bench.background.stop()


def test_pauses_of_a_minute_and_those_of_a_question() -> None:
    def pauses(*, asks: bool) -> list[int | None]:
        lost, made = timedelta(), []
        for tries in range(1, 9):
            pause = screen_pause(tries, lost, timedelta(), asks=asks)
            made.append(None if pause is None else int(pause.total_seconds()))
            lost += pause or timedelta()
        return made

    assert pauses(asks=False) == [2, 10, 15, 30, None, None, None, None]
    assert pauses(asks=True) == [2, 10, 15, 30, 60, 300, 900, 900]


def test_telegram_may_ask_for_a_longer_pause() -> None:
    rest = timedelta(seconds=40)
    assert screen_pause(1, timedelta(), rest, asks=False) == rest
    assert screen_pause(1, timedelta(seconds=21), rest, asks=False) is None
    assert screen_pause(1, timedelta(seconds=21), rest, asks=True) == rest


async def test_an_edit_comes_again_and_then_as_a_message(bench: Bench) -> None:
    bench.line.faults = {"edit": [SICK, RESET]}
    await bench.shows("Кто это?", under=7)
    assert bench.line.shown == [("answer", "")]
    await bench.after(1)
    assert bench.line.tries == ["answer", "edit"]
    await bench.after(1)
    assert bench.line.shown == [("answer", ""), ("send", "Кто это?")]
    await bench.after(3600)
    assert len(bench.line.tries) == 4


@pytest.mark.parametrize(("refusal", "shown"), [(GONE, ["send"]), (SAME, [])])
async def test_what_can_not_be_edited_is_a_message_at_once(
    bench: Bench, refusal: Exception, shown: list[str]
) -> None:
    bench.line.faults = {"edit": [refusal]}
    await bench.shows("ok", under=7)
    assert [method for method, _ in bench.line.shown] == ["answer", *shown]


async def test_a_message_in_doubt_comes_again_silently_and_marked(bench: Bench) -> None:
    bench.line.faults = {"send": [SICK]}
    await bench.shows("Кто это?")
    await bench.after(2)
    assert bench.line.shown == [("send", "<i>(повтор)</i>\nКто это?")]
    assert bench.line.silent == [False, True]


async def test_slow_down_is_no_doubt(bench: Bench) -> None:
    bench.line.faults = {"send": [BUSY]}
    await bench.shows("ok")
    await bench.after(19)
    assert bench.line.tries == ["send"]
    await bench.after(1)
    assert bench.line.shown == [("send", "ok")]


async def test_a_tap_is_answered_again_and_its_screen_shown_once(bench: Bench) -> None:
    bench.line.faults = {"answer": [SICK]}
    await bench.shows("ok", under=7, toast="Готово")
    assert bench.line.shown == [("edit", "ok")]
    await bench.after(2)
    assert bench.line.shown == [("edit", "ok"), ("answer", "Готово")]


async def test_a_window_is_shown_again_whole(bench: Bench) -> None:
    bench.line.faults = {"answer": [SICK]}
    await bench.shows("Нельзя", under=7, toast="Нельзя", alert=True)
    assert bench.line.shown == []
    await bench.after(2)
    assert bench.line.shown == [("answer", "Нельзя")]


async def test_a_later_screen_is_not_covered_by_an_older_one(bench: Bench) -> None:
    bench.line.faults = {"edit": [SICK]}
    await bench.shows("старое", under=7)
    await bench.shows("новое", under=7)
    await bench.after(3600)
    assert bench.line.shown[1:] == [("answer", ""), ("edit", "новое")]


async def test_the_older_one_gives_way_on_its_way(bench: Bench) -> None:
    bench.line.faults = {"edit": [SICK]}
    await bench.shows("старое", under=7)
    bench.line.hold = asyncio.Event()
    await bench.after(2)
    assert bench.line.tries[-1] == "edit"
    hold, bench.line.hold = bench.line.hold, None
    await bench.shows("новое", under=7)
    hold.set()
    await bench.after(3600)
    assert [text for method, text in bench.line.shown if method == "edit"] == ["новое"]


async def test_a_toast_does_not_drive_a_screen_away(bench: Bench) -> None:
    bench.line.faults = {"edit": [SICK], "answer": [SICK, SICK]}
    await bench.shows("Кто это?", under=7)
    await bench.shows("", under=8, toast="Уже сделано")
    await bench.after(2)
    assert ("edit", "Кто это?") in bench.line.shown


@pytest.mark.parametrize(("asks", "shown"), [(True, True), (False, False)])
async def test_a_question_waits_as_long_as_telegram_is_ill(
    bench: Bench, asks: bool, shown: bool
) -> None:
    bench.line.faults = {"send": [SICK] * 7}
    await bench.shows("Когда следующий контакт?", asks=asks)
    for pause in (2, 10, 15, 30, 60, 300, 900):
        await bench.after(pause)
    assert bool(bench.line.shown) is shown
    assert len(bench.line.tries) == (8 if asks else 5)
