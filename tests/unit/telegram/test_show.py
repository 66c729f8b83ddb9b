"""A screen with a picture is one message, and a text where it can not be drawn; a refusal is said
once: in a window, or in a message where there is no window or it is too small."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import AnswerCallbackQuery

from bot.method.core.workdays import WorkCalendar
from bot.method.planning.load import Load, day_loads
from bot.telegram import drawing
from bot.telegram.show import send, show
from bot.telegram.updates.incoming import Incoming, read
from bot.views.planning.load import load_screen
from bot.views.planning.load_chart import LoadChart
from bot.views.screen import Screen
from bot.views.words import Words
from tests.heard_calls import HearsPlainCalls

TODAY = date(2026, 11, 24)
LOAD = Load(1, None, TODAY, 12, day_loads({}, TODAY, WorkCalendar()))
SCREEN = load_screen(Words("ru"), LOAD)


class Line(HearsPlainCalls):
    """Telegram's end of the line: what was sent, by the name of the method."""

    def __init__(self, *, too_late: bool = False) -> None:
        self.sent: list[tuple[str, Any]] = []
        self.too_late = too_late

    async def answer_callback_query(
        self, query_id: str, *, text: str | None, show_alert: bool
    ) -> None:
        if self.too_late:
            raise TelegramBadRequest(AnswerCallbackQuery(callback_query_id=query_id), "too old")
        if text is not None:
            self.sent.append(("window" if show_alert else "toast", text))

    async def send_message(self, chat_id: int, text: str, **_: Any) -> Any:
        self.sent.append(("text", text))
        return SimpleNamespace(message_id=8)

    async def edit_message_text(self, text: str, **_: Any) -> None:
        self.sent.append(("edited", text))

    async def edit_message_media(self, media: Any, **_: Any) -> None:
        self.sent.append(("edited", media.caption))

    async def send_photo(self, chat_id: int, photo: Any, *, caption: str, **_: Any) -> Any:
        assert photo.data.startswith(b"\x89PNG")
        self.sent.append(("photo", caption))
        return SimpleNamespace(message_id=8)


async def sent(screen: Screen) -> list[tuple[str, Any]]:
    line = Line()
    await send(line, 1, screen, Words("ru"), silent=False)  # type: ignore[arg-type]
    return line.sent


async def test_a_picture_is_one_message_with_the_text_below() -> None:
    """It is drawn in a process of its own, within the limits that it has in earnest."""
    assert await sent(SCREEN) == [("photo", SCREEN.text)]


@pytest.mark.parametrize("limits", [{"memory": 50_000_000}, {"seconds": 0.001}])
async def test_what_can_not_be_drawn_is_said(
    monkeypatch: pytest.MonkeyPatch, limits: dict[str, Any]
) -> None:
    async def limited(chart: LoadChart) -> bytes:
        return await drawing.drawn(chart, **limits)

    monkeypatch.setattr("bot.telegram.show.drawn", limited)
    assert await sent(SCREEN) == [("text", SCREEN.text)]


async def refused(said: str, *, tapped: bool = True, too_late: bool = False) -> list[str]:
    line = Line(too_late=too_late)
    asked = Incoming(1, 1, 1, "ru", private=True, callback_id="5" if tapped else None)
    screen = Screen(said, toast=said, alert=True, fresh=True)
    await show(line, asked, screen, Words("ru"))  # type: ignore[arg-type]
    return [kind for kind, _ in line.sent]


@pytest.mark.parametrize(
    ("length", "tapped", "too_late", "said"),
    [
        (200, True, False, ["window"]),
        (201, True, False, ["text"]),
        (200, True, True, ["text"]),
        (200, False, False, ["text"]),
    ],
)
async def test_a_refusal_is_said_once(
    length: int, tapped: bool, too_late: bool, said: list[str]
) -> None:
    assert await refused("я" * length, tapped=tapped, too_late=too_late) == said


@pytest.mark.parametrize(
    ("below", "screen", "shown"),
    [
        ({"text": "Мои дела"}, Screen("ok"), "edited"),
        ({"text": "Мои дела"}, SCREEN, "edited"),
        ({"photo": []}, SCREEN, "edited"),
        ({"photo": []}, Screen("ok"), "text"),
        ({"document": {}}, Screen("ok"), "text"),
    ],
)
async def test_a_picture_is_left_without_an_edit_that_can_not_be(
    below: dict[str, Any], screen: Screen, shown: str
) -> None:
    line = Line()
    message = {"message_id": 7, "chat": {"id": 1, "type": "private"}} | below
    query = {"id": "5", "from": {"id": 1}, "message": message, "data": "my"}
    asked = read({"update_id": 1, "callback_query": query})
    await show(line, asked, screen, Words("ru"))  # type: ignore[arg-type]
    assert line.sent == [(shown, screen.text)]
