"""From an outbox row to a Screen, at the time of sending: the state may have changed since."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from bot.models.base import JsonDict
from bot.models.user import User
from bot.services.core.work import Work
from bot.views.screen import Screen
from bot.views.words import Words

Renderer: TypeAlias = Callable[[Work, User, JsonDict, Words], Awaitable[Screen | None]]

_renderers: dict[str, Renderer] = {}


def renders(kind: str) -> Callable[[Renderer], Renderer]:
    """Register the renderer of an outbox kind; None from it: there is nothing left to say."""

    def register(renderer: Renderer) -> Renderer:
        if kind in _renderers:
            raise ValueError(f"the kind {kind!r} has a renderer already")
        _renderers[kind] = renderer
        return renderer

    return register


async def render(
    kind: str, work: Work, person: User, payload: JsonDict, words: Words
) -> Screen | None:
    """The message of this kind for the person as things stand now."""
    return await _renderers[kind](work, person, payload, words)


def kinds() -> frozenset[str]:
    """Every kind that can be rendered."""
    return frozenset(_renderers)
