"""A screen as plain values, so that it can be kept until it was shown, and again as a screen."""

from dataclasses import replace
from typing import Any

from bot.method.core.refusals import Invalid
from bot.views.screen import Button, Screen
from bot.views.taps.base import pack, unpack


def kept(screen: Screen) -> dict[str, Any]:
    """What is needed to show it later. Pictures and files are not kept: the text says what has
    happened."""
    return {
        "text": screen.text,
        "rows": [[_plain(button) for button in row] for row in screen.rows],
        "home": screen.home_keyboard,
        "fresh": screen.fresh,
        "closes": screen.closes,
        "keys": screen.keys,
    }


def screen_of(plain: dict[str, Any]) -> Screen | None:
    """The same again; None where this version can not read it."""
    try:
        rows = tuple(tuple(_button(button) for button in row) for row in plain["rows"])
        home, fresh = bool(plain["home"]), bool(plain["fresh"])
        closes = tuple(map(int, plain.get("closes", ())))
        shown = Screen(plain["text"], rows, home_keyboard=home, fresh=fresh, closes=closes)
        return replace(shown, keys=plain.get("keys"))
    except (Invalid, KeyError, TypeError, ValueError):
        return None


def _plain(button: Button) -> list[str | bool | None]:
    tap = None if button.tap is None else pack(button.tap)
    return [button.label, tap, button.url, button.copy, button.style, button.dead]


def _button(plain: list[Any]) -> Button:
    # What an earlier version has kept says nothing of dead ones.
    label, tap, url, copy, style, *dead = plain
    return Button(label, None if tap is None else unpack(tap), url, copy, style, any(dead))
