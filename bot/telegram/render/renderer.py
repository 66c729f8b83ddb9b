"""What draws the messages of one kind, and what follows from their end."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from bot.services.core.messages import BotMessage, End
from bot.services.core.work import Act, Work
from bot.views.screen import Screen
from bot.views.words import Words

_M = TypeVar("_M", bound=BotMessage)
_Draw = Callable[[Act, _M, Words], Awaitable[Screen | None]]


@dataclass(frozen=True)
class Renderer(Generic[_M]):
    """From a message to a Screen for the actor, as things stand now; None: there is nothing left
    to say. `settle` is for what counts from its delivery: once it is known how the message has
    ended, in the transaction that marks it. `stands` draws a question that stands in the chat,
    also once it is answered."""

    message: type[_M]
    draw: _Draw[_M]
    settle: Callable[[Work, _M, End], Awaitable[None]] | None = None
    stands: _Draw[_M] | None = None


@dataclass(frozen=True)
class Restater(Generic[_M]):
    """No message of its own: the one in the reader's chat that asks the `question` says from now
    on how it stands, beside whatever else it says."""

    message: type[_M]
    question: Callable[[_M], BotMessage]


Table = tuple[Renderer[Any] | Restater[Any], ...]
"""What draws the messages of one topic."""
