"""From the rows of a Screen to Telegram's keyboards."""

from typing import Any

from aiogram.types import (
    InlineKeyboardMarkup,
    KeyboardButton,
    KeyboardButtonRequestUsers,
    ReplyKeyboardMarkup,
)

from bot.views.screen import Button, ChatRequest, Screen
from bot.views.taps.base import pack
from bot.views.words import Words

HOME = (("menu-today", "menu-new"), ("menu-find", "menu-more"))


def markup_of(
    screen: Screen, words: Words, *, dead: bool = False
) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | None:
    """The keyboard of a screen: its buttons, or the persistent keys where it brings them."""
    if screen.request is not None:
        return _requesting(screen.request, words)
    if screen.home_keyboard and not screen.rows:
        return home_keys(words)
    return inline_of(screen, dead=dead)


def home_keys(words: Words) -> ReplyKeyboardMarkup:
    """The persistent keys."""
    return ReplyKeyboardMarkup(keyboard=_home(words), resize_keyboard=True, is_persistent=True)


def _home(words: Words) -> list[list[KeyboardButton]]:
    return [[KeyboardButton(text=words.plain(key)) for key in row] for row in HOME]


def _requesting(request: ChatRequest, words: Words) -> ReplyKeyboardMarkup:
    """The key to choose with, above the persistent ones: who goes elsewhere misses none of them."""
    users = KeyboardButtonRequestUsers(
        request_id=request.number,
        user_is_bot=False,
        max_quantity=1,
        request_name=True,
        request_username=True,
    )
    choose = KeyboardButton(text=request.label, request_users=users)
    rows = [[choose], [KeyboardButton(text=request.cancel)], *_home(words)]
    return ReplyKeyboardMarkup(keyboard=rows, resize_keyboard=True, one_time_keyboard=True)


def inline_of(screen: Screen, *, dead: bool = False) -> InlineKeyboardMarkup | None:
    """The buttons under a message; None where there are none. `dead`: Telegram knows those that
    can not be tapped."""
    keys = plain_keys(screen, dead=dead)
    return None if keys is None else InlineKeyboardMarkup.model_validate(keys)


def plain_keys(screen: Screen, *, dead: bool = False) -> dict[str, Any] | None:
    """The same for calls that are made of plain values."""
    if not screen.rows:
        return None
    return {"inline_keyboard": [[_button(button, dead) for button in row] for row in screen.rows]}


def _button(button: Button, dead: bool) -> dict[str, Any]:
    told: dict[str, Any] = {"text": button.label}
    if dead and button.dead:
        return told | {"disabled": {}}
    if button.tap:
        told["callback_data"] = pack(button.tap)
    if button.url:
        told["url"] = button.url
    if button.copy:
        told["copy_text"] = {"text": button.copy}
    if button.style:
        told["style"] = button.style
    return told
