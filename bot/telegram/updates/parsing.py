"""What aiogram gets of a raw update."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import structlog
from pydantic import ValidationError

if TYPE_CHECKING:
    from aiogram import Bot
    from aiogram.types import Update

log = structlog.get_logger(__name__)

_TRIES = 3
_NEEDED = frozenset({"message_id", "date", "chat", "from", "data", "id"})
"""Without these a message is none, and by these it is known whose it is."""
_NOBODY = {"type": "hidden_user", "sender_user_name": ""}
"""A forward stays one: without its origin it would be the words of who has brought it."""

_Loc = Sequence[int | str]


class Unreadable(Exception):
    """An update that is none: the places at fault, never what people wrote there."""


def parsed(raw: dict[str, Any], bot: "Bot | None" = None) -> "Update":
    """The update as aiogram has it, without the parts of its messages that it can not parse.

    The library refuses all of it for one block, kind or origin that is newer than itself. What
    people have written is read from the raw message, so nothing is lost with what is left out.
    Raises Unreadable where something is at fault that no message can be without.
    """
    # Late: what is stored of an update before the first tap needs no type of the library.
    from aiogram.types import Update

    for _ in range(_TRIES):
        try:
            return Update.model_validate(raw, context={"bot": bot})
        except ValidationError as error:
            faults = [problem["loc"] for problem in error.errors(include_input=False)]
        less = _without(raw, faults)
        if less == raw:
            break
        log.info("parsed without some parts", update=raw.get("update_id"))
        raw = less
    raise Unreadable(", ".join(".".join(map(str, loc)) for loc in faults[:5]))


def _without(value: dict[str, Any], faults: Sequence[_Loc]) -> dict[str, Any]:
    """The object without the parts at fault: of a message the field that one stands in."""
    left = dict(value)
    inner: dict[str, list[_Loc]] = {}
    for loc in faults:
        # Between the names of fields stand those of the types that were tried.
        at = next((at for at, name in enumerate(loc) if name in value), None)
        if at is not None:
            inner.setdefault(str(loc[at]), []).append(loc[at + 1 :])
    for name, locs in inner.items():
        body = value[name]
        less = _without(body, locs) if isinstance(body, dict) and _holds_message(body) else body
        if less != body:
            left[name] = less
        elif name == "forward_origin":
            left[name] = _NOBODY | {"date": value.get("date", 0)}
        elif "message_id" in value and name not in _NEEDED:
            del left[name]
    return left


def _holds_message(body: dict[str, Any]) -> bool:
    """Whether it is a message, or something around one."""
    return "message_id" in body or isinstance(body.get("message"), dict)
