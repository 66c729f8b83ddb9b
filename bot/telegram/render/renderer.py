"""What draws the messages of one kind, and what follows from their end."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from bot.services.core.messages import BotMessage, End
from bot.services.core.work import Act, Work
from bot.views.screen import Screen
from bot.views.words import Words

_M = TypeVar("_M", bound=BotMessage)


@dataclass(frozen=True)
class Renderer(Generic[_M]):
    """From a message to a Screen for the actor, as things stand now; None: there is nothing left
    to say. `settle` is for what counts from its delivery: once it is known how the message has
    ended, in the transaction that marks it."""

    message: type[_M]
    draw: Callable[[Act, _M, Words], Awaitable[Screen | None]]
    settle: Callable[[Work, _M, End], Awaitable[None]] | None = None


Table = tuple[Renderer[Any], ...]
"""The renderers of one topic."""
