"""From the rows of a Screen to Telegram's keyboards."""

from aiogram.types import (
    CopyTextButton,
    DisabledButton,
    InlineKeyboardButton,
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
    if not screen.rows:
        return None
    rows = [[_button(button, dead) for button in row] for row in screen.rows]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def _button(button: Button, dead: bool) -> InlineKeyboardButton:
    if dead and button.dead:
        return InlineKeyboardButton(text=button.label, disabled=DisabledButton())
    return InlineKeyboardButton(
        text=button.label,
        callback_data=pack(button.tap) if button.tap else None,
        url=button.url,
        copy_text=CopyTextButton(text=button.copy) if button.copy else None,
        style=button.style,
    )
