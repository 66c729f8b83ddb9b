"""What draws a message of one kind."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from bot.models.base import JsonDict
from bot.models.user import User
from bot.services.core.work import Work
from bot.views.screen import Screen
from bot.views.words import Words

Renderer: TypeAlias = Callable[[Work, User, JsonDict, Words], Awaitable[Screen | None]]
"""From what is stored to a Screen; None: there is nothing left to say."""
