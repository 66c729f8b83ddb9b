"""A tap goes straight to its handler: its class says which, no other need be asked."""

from collections.abc import Awaitable, Callable, Iterator
from typing import Any

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.types import TelegramObject

from bot.telegram.context import Context
from bot.telegram.filters import tapped
from bot.views.taps.base import Tap


class ByTap:
    """Stands before all routers; strangers, and whatever is for several handlers, go on to them."""

    def __init__(self, root: Router) -> None:
        self.handlers: dict[type, HandlerObject] = {}
        for handler in _handlers(root):
            if (cls := _tap_of(handler)) is not None:
                # The first that is asked has it.
                self.handlers.setdefault(cls, handler)

    async def __call__(
        self,
        ask_all: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        handler = self.handlers.get(type(data.get("tap")))
        if handler is None or not isinstance(data.get("ctx"), Context):
            return await ask_all(event, data)
        try:
            return await handler.call(event, **data)
        except SkipHandler:
            return await ask_all(event, data)


def _handlers(router: Router) -> Iterator[HandlerObject]:
    yield from router.callback_query.handlers
    for inner in router.sub_routers:
        yield from _handlers(inner)


def _tap_of(handler: HandlerObject) -> type[Tap] | None:
    """The class of the taps that it is for, where it asks for nothing else."""
    match [each.callback for each in handler.filters or ()]:
        case [tapped(cls=cls)]:
            return cls
    return None
