"""Which update a handler is for: a tap, a key of the persistent keyboard, an answer to a form."""

from functools import cache
from typing import Any

from aiogram import Bot, F
from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, Message

from bot.telegram.context import Context, StrangerContext
from bot.views.taps import Tap
from bot.views.words import LOCALES, Words

private = F.chat.type == "private"


class tapped(BaseFilter):  # noqa: N801 -- reads as a word in the decorator
    """A tap of this class; the handler gets it as `tap`. The worker has parsed it already."""

    def __init__(self, cls: type[Tap]) -> None:
        self.cls = cls

    async def __call__(self, event: CallbackQuery, tap: Tap | None = None) -> bool:
        return isinstance(tap, self.cls)


class labelled(BaseFilter):  # noqa: N801
    """The label of a persistent key, in any language: people change theirs at any time."""

    def __init__(self, key: str) -> None:
        self._key = key

    async def __call__(self, event: Message) -> bool:
        return event.text in _labels(self._key)


class answers(BaseFilter):  # noqa: N801
    """What the person says to the form he was asked to fill in: a plain text, and where the form
    takes a `voice`, that too. What is forwarded is somebody else's."""

    def __init__(self, form: str, *, voice: bool = False) -> None:
        self.form = form
        self.voice = voice

    async def __call__(self, event: Message, ctx: Context | None = None) -> bool | dict[str, Any]:
        if ctx is None or not self._is_said(event):
            return False
        if any(event.text in _labels(key) for key in _KEYS):
            return False
        form = ctx.act.actor.form
        if event.forward_origin is not None or form is None or form.get("name") != self.form:
            return False
        return {"form": form}

    def _is_said(self, event: Message) -> bool:
        if event.text is not None:
            return not event.text.startswith("/")
        return self.voice and event.voice is not None


_KEYS = ("menu-today", "menu-new", "menu-find", "menu-more")
"""The persistent keys: pressing one is no answer to a form."""


@cache
def _labels(key: str) -> frozenset[str]:
    """What a key says in each language; the words are read when somebody writes first."""
    return frozenset(Words(locale).plain(key) for locale in LOCALES)


class stranger(BaseFilter):  # noqa: N801
    """Somebody who has not been let in."""

    async def __call__(self, event: object, ctx: Context | StrangerContext | None = None) -> bool:
        return isinstance(ctx, StrangerContext)


async def offered_by_us(message: Message, bot: Bot) -> bool:
    """What somebody chose from our own results and sent; a forward of it is a forward."""
    via = message.via_bot
    return via is not None and via.id == bot.id and message.forward_origin is None
