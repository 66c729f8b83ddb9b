"""Keyboards: what a bot sends, checked as Telegram checks it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sandbox.errors import bad_request

Json = dict[str, Any]
_PROTOCOLS = ("http", "https", "tg", "ton")
_ACTIONS = (
    "callback_data",
    "url",
    "copy_text",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "callback_game",
    "pay",
    "disabled",
)


@dataclass(frozen=True)
class Button:
    """A button under a message: what is written on it and what it does; a `dead` one does nothing
    and tells nobody."""

    label: str
    data: str | None = None
    url: str | None = None
    copy: str | None = None
    style: str | None = None
    dead: bool = False


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True)
class Markup:
    """What came as reply_markup: inline rows, or a reply keyboard, or its removal."""

    rows: Rows = ()
    inline: list[list[Json]] | None = None
    keyboard: list[list[str]] | None = None
    requests: dict[str, int] = field(default_factory=dict)


def read_markup(value: Any) -> Markup:
    """Check a reply_markup object; raises ApiError."""
    if value is None:
        return Markup()
    if not isinstance(value, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in value:
        inline = [[_clean(button) for button in row] for row in value["inline_keyboard"] if row]
        rows = tuple(tuple(_button(raw) for raw in row) for row in inline)
        return Markup(rows=rows, inline=inline)
    if "keyboard" in value:
        keys = [[_label(key) for key in row] for row in value["keyboard"]]
        return Markup(keyboard=keys, requests=_requests(value["keyboard"]))
    if value.get("remove_keyboard"):
        return Markup(keyboard=[])
    return Markup()


def pick(label: str, buttons: list[Button]) -> Button | None:
    """The button with this label: exact, else the first that starts with it or contains it."""
    tests: tuple[Callable[[str], bool], ...] = (
        lambda shown: shown == label,
        lambda shown: shown.startswith(label),
        lambda shown: label in shown,
    )
    for test in tests:
        for button in buttons:
            if test(button.label):
                return button
    return None


def _label(key: Any) -> str:
    text = key if isinstance(key, str) else key.get("text", "")
    if not text:
        raise bad_request("keyboard button text must be non-empty")
    return str(text)


def _requests(keyboard: list[list[Any]]) -> dict[str, int]:
    """The keys by which people of Telegram are chosen."""
    keys = [key for row in keyboard for key in row if isinstance(key, dict)]
    asking = [key for key in keys if isinstance(key.get("request_users"), dict)]
    return {str(key["text"]): int(key["request_users"]["request_id"]) for key in asking}


def _clean(raw: Any) -> Json:
    if not isinstance(raw, dict):
        raise bad_request(
            "can't parse inline keyboard button: InlineKeyboardButton must be an Object"
        )
    return {key: value for key, value in raw.items() if value is not None}


def _button(raw: Json) -> Button:
    label = str(raw.get("text", ""))
    if not label.strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if not any(action in raw for action in _ACTIONS):
        raise bad_request("text buttons are unallowed in the inline keyboard")
    if "disabled" in raw:
        _check_dead(raw)
    data, url, copy = raw.get("callback_data"), raw.get("url"), raw.get("copy_text")
    if data is not None and not 1 <= len(str(data).encode()) <= 64:
        raise bad_request("BUTTON_DATA_INVALID")
    if url is not None:
        _check_url(str(url))
    if copy is not None and not 1 <= len(copy.get("text", "")) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return Button(
        label=label,
        data=None if data is None else str(data),
        url=None if url is None else str(url),
        copy=None if copy is None else str(copy["text"]),
        style=raw.get("style"),
        dead="disabled" in raw,
    )


def _check_dead(raw: Json) -> None:
    """Exactly one thing makes a button what it is, and this one holds nothing."""
    if not isinstance(raw["disabled"], dict):
        raise bad_request(
            'can\'t parse inline keyboard button: Field "disabled" must be of type Object'
        )
    if any(action in raw for action in _ACTIONS if action != "disabled"):
        raise bad_request("BUTTON_TYPE_INVALID")


def _check_url(url: str) -> None:
    protocol, colon, rest = url.partition(":")
    if "." not in protocol and colon and protocol.lower() not in _PROTOCOLS:
        raise bad_request(
            f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol"
        )
    if not rest.strip("/") and "." not in protocol:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
