"""Which update a handler is for: a tap, a key of the persistent keyboard, an answer to a form."""

import json
from datetime import timedelta
from functools import cache
from typing import Any

from aiogram import Bot, F
from aiogram.enums import ContentType
from aiogram.filters import BaseFilter, Command
from aiogram.types import (
    CallbackQuery,
    Message,
    MessageOriginUnion,
    MessageOriginUser,
    TelegramObject,
    Update,
)

from bot.locales import LOCALES
from bot.method.core.refusals import Invalid
from bot.method.inbound.matching import AT_ONCE
from bot.method.inbound.raw import Raw, raw_object
from bot.method.inbound.words import is_card
from bot.method.tasks.voices import Voice
from bot.models.base import JsonDict
from bot.models.inbox import next_behind
from bot.telegram.context import Context, StrangerContext
from bot.telegram.forms import prompts_of
from bot.views.taps.base import Tap, unpack
from bot.views.words import Words

_LOOKED_BEHIND = 30
"""So many of what waits are looked through, however much there is."""
_SAYS_WHO = ("sender_user", "sender_chat", "chat")

private = F.chat.type == "private"


def command(name: str) -> Command:
    """The command, in any case: telephones begin a line with a capital letter."""
    return Command(name, ignore_case=True)


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
    takes a `voice`, that too. What is forwarded is somebody else's.

    A form is named by the tap that asked (`Context.ask`), which the handler gets as `asked`, or,
    where none did, by a word; then the handler gets all of the form as `form`.
    """

    def __init__(self, form: str | type[Tap], *, voice: bool = False) -> None:
        self.form = form
        self.voice = voice

    async def __call__(self, event: Message, ctx: Context | None = None) -> bool | dict[str, Any]:
        if ctx is None or not may_answer(event) or (event.text is None and not self._hears(event)):
            return False
        form = ctx.act.actor.form or {}
        if isinstance(self.form, str):
            return {"form": form} if form.get("name") == self.form else False
        asked = asking_tap(form)
        return {"asked": asked} if isinstance(asked, self.form) else False

    def _hears(self, event: Message) -> bool:
        return self.voice and event.voice is not None


class replied_to(BaseFilter):  # noqa: N801
    """A text that answers a message of ours by Telegram's reply: what the only button of this class
    there would have asked for, whatever form stands open. The handler gets its tap as `question`.

    The message of a form that stands open is the form's.
    """

    def __init__(self, cls: type[Tap]) -> None:
        self.cls = cls

    async def __call__(
        self, event: Message, bot: Bot, ctx: Context | StrangerContext | None = None
    ) -> bool | dict[str, Any]:
        answered = event.reply_to_message
        if answered is None or not isinstance(ctx, Context) or event.text is None:
            return False
        is_ours = answered.from_user is not None and answered.from_user.id == bot.id
        is_forms = answered.message_id in prompts_of(ctx.act.actor.form)
        if not is_ours or is_forms or not may_answer(event):
            return False
        keys = answered.reply_markup.inline_keyboard if answered.reply_markup else []
        taps = {_tap_of(key.callback_data) for row in keys for key in row}
        asked = [tap for tap in taps if isinstance(tap, self.cls)]
        return {"question": asked[0]} if len(asked) == 1 else False


class asked_by(BaseFilter):  # noqa: N801
    """Whatever it is, the form that stands open was asked for by a tap of this class; the handler
    gets it as `asked`."""

    def __init__(self, cls: type[Tap]) -> None:
        self.cls = cls

    async def __call__(
        self, event: TelegramObject, ctx: Context | None = None
    ) -> bool | dict[str, Any]:
        asked = asking_tap((ctx.act.actor.form if ctx is not None else None) or {})
        return {"asked": asked} if isinstance(asked, self.cls) else False


def asking_tap(form: JsonDict) -> Tap | None:
    """The tap that asked; None where none did, or where this version does not know it any more."""
    return _tap_of(form.get("tap"))


def _tap_of(data: str | None) -> Tap | None:
    try:
        return None if data is None else unpack(data)
    except Invalid:
        return None


def may_answer(message: Message) -> bool:
    """Whether it may be said to a form at all: commands, the persistent keys, what is forwarded,
    contacts and files are about something else."""
    if message.forward_origin is not None or (message.text is None and message.voice is None):
        return False
    text = message.text or ""
    return not text.startswith("/") and not any(text in _labels(key) for key in _KEYS)


def voice_of(message: Message) -> Voice | None:
    """What was spoken instead of typed."""
    said = message.voice
    return Voice(said.file_id, said.duration) if said else None


_KEYS = ("menu-today", "menu-new", "menu-find", "menu-more")
"""The persistent keys: pressing one is no answer to a form."""


@cache
def _labels(key: str) -> frozenset[str]:
    """What a key says in each language; the words are read when somebody writes first."""
    return frozenset(Words(locale).plain(key) for locale in LOCALES)


_BY_PEOPLE = frozenset(
    {
        ContentType.ANIMATION,
        ContentType.AUDIO,
        ContentType.CHECKLIST,
        ContentType.CONTACT,
        ContentType.DICE,
        ContentType.DOCUMENT,
        ContentType.GAME,
        ContentType.GIVEAWAY,
        ContentType.GIVEAWAY_WINNERS,
        ContentType.INVOICE,
        ContentType.LIVE_PHOTO,
        ContentType.LOCATION,
        ContentType.PAID_MEDIA,
        ContentType.PHOTO,
        ContentType.POLL,
        ContentType.RICH_MESSAGE,
        ContentType.STICKER,
        ContentType.STORY,
        ContentType.TEXT,
        ContentType.UNKNOWN,
        ContentType.VENUE,
        ContentType.VIDEO,
        ContentType.VIDEO_NOTE,
        ContentType.VOICE,
    }
)
"""What people send; the rest Telegram says by itself: pinned, a timer set, another background."""


def is_service(message: Message) -> bool:
    """Whether it is Telegram that says what has happened in the chat, and nobody anything to us."""
    return message.forward_origin is None and message.content_type not in _BY_PEOPLE


class stranger(BaseFilter):  # noqa: N801
    """Somebody who has not been let in."""

    async def __call__(self, event: object, ctx: Context | StrangerContext | None = None) -> bool:
        return isinstance(ctx, StrangerContext)


async def from_us(message: Message, bot: Bot) -> bool:
    """A forward of what the bot itself has written."""
    return _is_bots(message.forward_origin, bot)


async def answers_elsewhere(message: Message, bot: Bot, raw: dict[str, Any]) -> bool:
    """An answer to what people wrote in another chat, whoever they are; what the bot itself has
    written is nobody's."""
    answered = message.external_reply
    if answered is not None and _is_bots(answered.origin, bot):
        return False
    return bool(raw_object(raw_object(raw.get("message")).get("external_reply")))


async def offered_by_us(message: Message, bot: Bot) -> bool:
    """What somebody chose from our own results and sent; a forward of it is a forward."""
    via = message.via_bot
    return via is not None and via.id == bot.id and message.forward_origin is None


async def is_followed(
    message: Message, event_update: Update, ctx: Context | StrangerContext, more: bool
) -> bool:
    """Whether the next message of the chat, where it has come already, is a forward of the same
    moment: an app sends a comment and each forward that it goes with as messages of their own."""
    if not more or not isinstance(ctx, Context):
        return False
    behind = await _behind(ctx, message, event_update, 1)
    return any(_is_forward_within(AT_ONCE, raw, message) for raw in behind)


async def goes_on(
    message: Message, event_update: Update, ctx: Context, raw: dict[str, Any]
) -> bool:
    """Whether one more forward of the same sender waits in the chat: what is answered to that is
    the answer to this one too."""
    behind = await _behind(ctx, message, event_update, _LOOKED_BEHIND)
    window, own = ctx.act.policy.group_window, _origin_of(raw["message"])
    return any(
        _is_forward_within(window, other, message) and _origin_of(other) == own for other in behind
    )


async def _behind(ctx: Context, message: Message, event_update: Update, most: int) -> list[Raw]:
    found = await next_behind(ctx.act.session, message.chat.id, event_update.update_id, most)
    return [body for raw in found if (body := raw_object(json.loads(raw).get("message")))]


def _is_forward_within(apart: timedelta, behind: Raw, message: Message) -> bool:
    sent = behind.get("date")
    if not behind.get("forward_origin") or not isinstance(sent, int):
        return False
    return abs(sent - message.date.timestamp()) <= apart.total_seconds()


def _is_bots(origin: MessageOriginUnion | None, bot: Bot) -> bool:
    return isinstance(origin, MessageOriginUser) and origin.sender_user.id == bot.id


def _origin_of(message: Raw) -> object:
    """Who wrote it first; what nobody can tell apart is the same. A contact is about somebody."""
    origin = raw_object(message.get("forward_origin"))
    about = raw_object(message.get("contact")).get("phone_number")
    document = raw_object(message.get("document"))
    if is_card(document.get("file_name")):
        about = document.get("file_unique_id")
    of = next((origin[name] for name in _SAYS_WHO if isinstance(origin.get(name), dict)), None)
    who = origin.get("sender_user_name") or "" if of is None else of.get("id")
    return (who, about)
