"""Messages that the bot starts by itself: what is stored is read back, and the key says which."""

from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from bot import services
from bot.services.core.messages import BotMessage, UnreadableMessageError, key_of, read, stored
from bot.services.core.own_messages import MenuMessage
from bot.services.day.messages import DigestMessage
from bot.services.gaps.messages import EscalationMessage, NudgeMessage
from bot.services.pool.messages import HandedOverMessage
from bot.telegram.render.rendering import RENDERERS
from tests.walking import modules_of

NINE = datetime(2026, 11, 24, 6, tzinfo=UTC)


def messages() -> set[type[BotMessage]]:
    """Every message, found on the pages of all topics."""
    return {
        made
        for module in modules_of(services)
        for made in vars(module).values()
        if isinstance(made, type) and issubclass(made, BotMessage) and made is not BotMessage
    }


def sample(hint: Any) -> Any:
    """A value of the type."""
    if isinstance(hint, UnionType):
        return sample(get_args(hint)[0])
    if get_origin(hint) is tuple:
        return (sample(get_args(hint)[0]), 9)
    if issubclass(hint, StrEnum):
        return next(iter(hint))
    return {bool: True, int: 7, str: "ab", date: date(2026, 11, 24), datetime: NINE}[hint]


def sampled(made: type[BotMessage]) -> BotMessage:
    """One such message."""
    return made(**{name: sample(hint) for name, hint in hints(made).items()})


def hints(made: type[BotMessage]) -> dict[str, Any]:
    """What each field is."""
    told = get_type_hints(made)
    return {field.name: told[field.name] for field in fields(made)}  # type: ignore[arg-type]


@pytest.mark.parametrize("made", sorted(messages(), key=lambda made: made.__name__))
def test_what_is_stored_is_read_back(made: type[BotMessage]) -> None:
    assert is_dataclass(made)
    message = sampled(made)
    assert read(made, stored(message)) == message
    assert key_of(message, 1, NINE).startswith(f"{made.kind}:1")


def test_every_message_is_drawn_but_the_menu() -> None:
    assert {renderer.message for renderer in RENDERERS.values()} == messages() - {MenuMessage}


def test_no_two_messages_have_one_name() -> None:
    kinds = [made.kind for made in messages()]
    assert len(set(kinds)) == len(kinds)


@pytest.mark.parametrize(
    ("message", "key"),
    [
        (DigestMessage(date(2026, 11, 24)), "digest:1:2026-11-24"),
        (NudgeMessage((5, 6), (9,)), "nudge:1:5"),
        (NudgeMessage((), (9,)), "nudge:1:inbound:9"),
        (EscalationMessage((5,), (), date(2026, 11, 24)), "escalation:1:5:2026-11-24"),
        (HandedOverMessage(3, 2), f"handed_over:1:3:{NINE.isoformat()}"),
        (MenuMessage(), f"menu:1:{NINE.isoformat()}"),
    ],
)
def test_the_key_is_what_it_was_before_messages_had_classes(message: BotMessage, key: str) -> None:
    assert key_of(message, 1, NINE) == key


@pytest.mark.parametrize("payload", [{}, {"on": 5}, {"on": "вчера"}, {"on": None}])
def test_what_is_no_message_is_told_by_its_kind_alone(payload: dict[str, Any]) -> None:
    with pytest.raises(UnreadableMessageError, match="digest"):
        read(DigestMessage, payload)
