"""A screen with a picture: sent as one message, and as a text where it can not be drawn."""

from typing import Any

from bot.telegram.show import send
from bot.views.screen import Attachment, Screen
from bot.views.words import Words


class Line:
    """Telegram's end of the line: what was sent, by the name of the method."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, Any]] = []

    async def send_message(self, chat_id: int, text: str, **_: Any) -> None:
        self.sent.append(("text", text))

    async def send_photo(self, chat_id: int, photo: Any, *, caption: str, **_: Any) -> None:
        self.sent.append((photo.data.decode(), caption))


async def sent(screen: Screen) -> list[tuple[str, Any]]:
    line = Line()
    await send(line, 1, screen, Words("ru"), silent=False)  # type: ignore[arg-type]
    return line.sent


def broken() -> bytes:
    raise ValueError("no font")


async def test_a_picture_is_one_message_with_the_text_below() -> None:
    for content in (b"png", lambda: b"png"):
        screen = Screen("Нагрузка", picture=Attachment("photo", "load.png", content))
        assert await sent(screen) == [("png", "Нагрузка")]


async def test_what_can_not_be_drawn_is_said() -> None:
    screen = Screen("Нагрузка", picture=Attachment("photo", "load.png", broken))
    assert await sent(screen) == [("text", "Нагрузка")]
