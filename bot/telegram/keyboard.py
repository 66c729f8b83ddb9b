"""From the rows of a Screen to Telegram's keyboards."""

from aiogram.types import (
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
)

from bot.views.screen import Button, Screen
from bot.views.taps.base import pack
from bot.views.words import Words

HOME = (("menu-today", "menu-new"), ("menu-find", "menu-more"))


def markup_of(screen: Screen, words: Words) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | None:
    """The keyboard of a screen: its buttons, or the persistent keys where it brings them."""
    if screen.home_keyboard and not screen.rows:
        keys = [[KeyboardButton(text=words.plain(key)) for key in row] for row in HOME]
        return ReplyKeyboardMarkup(keyboard=keys, resize_keyboard=True, is_persistent=True)
    return inline_of(screen)


def inline_of(screen: Screen) -> InlineKeyboardMarkup | None:
    """The buttons under a message; None where there are none."""
    if not screen.rows:
        return None
    rows = [[_button(button) for button in row] for row in screen.rows]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def _button(button: Button) -> InlineKeyboardButton:
    return InlineKeyboardButton(
        text=button.label,
        callback_data=pack(button.tap) if button.tap else None,
        url=button.url,
        copy_text=CopyTextButton(text=button.copy) if button.copy else None,
        style=button.style,
    )
