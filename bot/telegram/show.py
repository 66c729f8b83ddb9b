"""A Screen out: edited in place or sent, after its transaction has committed."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar, assert_never

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import BufferedInputFile, InputFile, InputMediaPhoto, Message

from bot.telegram.articles import articles_of, hint_of
from bot.telegram.drawing import NotDrawn, drawn
from bot.telegram.incoming import Incoming
from bot.telegram.keyboard import inline_of, markup_of
from bot.views.screen import Attachment, InlineResults, Screen
from bot.views.words import Words

log = structlog.get_logger(__name__)

_TRIES = 3
_LONGEST_TOAST = 200
_TYPED_LASTS = 1
"""Seconds that Telegram may answer the same letters by itself: clients change, and so do rights."""
_AMBIGUOUS = (TelegramNetworkError, TelegramServerError, ClientDecodeError)
_T = TypeVar("_T")


async def show(
    bot: Bot, asked: Incoming, screen: Screen | InlineResults | None, words: Words
) -> None:
    """Answer the update: the tap always, with a toast where there is one, and the screen.

    What is typed in some chat is answered there and nowhere else: a screen becomes an empty list,
    None is no answer. Nothing here can undo what was committed, so whatever goes wrong is only
    logged.
    """
    try:
        if asked.inline_id is not None:
            if screen is not None:
                await _offer(bot, asked.inline_id, screen)
            return
        if isinstance(screen, InlineResults):
            raise TypeError("nobody has typed, and is offered something")
        if asked.callback_id is not None and await _answered(bot, asked.callback_id, screen):
            return
        if screen is not None and screen.text:
            await _show(bot, asked, screen, words)
    except TelegramForbiddenError:
        log.info("not shown: blocked", chat=asked.chat_id)
    except (TelegramAPIError, ClientDecodeError) as error:
        log.warning("not shown", error=type(error).__name__, update=asked.update_id)


async def send(bot: Bot, chat_id: int, screen: Screen, words: Words, *, silent: bool) -> Message:
    """Send a screen as a new message, once; the errors of aiogram are the caller's."""
    markup = markup_of(screen, words)
    picture = await _picture(screen)
    if picture is not None:
        message = await bot.send_photo(
            chat_id,
            picture,
            caption=screen.text,
            reply_markup=markup,
            disable_notification=silent,
        )
    else:
        message = await bot.send_message(
            chat_id, screen.text, reply_markup=markup, disable_notification=silent
        )
    for attachment in screen.attachments:
        await _attach(bot, chat_id, attachment)
    return message


async def _answered(bot: Bot, callback_id: str, screen: Screen | None) -> bool:
    """Answer the tap; whether a window has said all there is to say. What is longer than a window
    is left to the message."""
    toast = screen.toast if screen is not None else None
    alert = screen is not None and screen.alert
    if toast is not None and len(toast) > _LONGEST_TOAST:
        toast, alert = (None, False) if alert else (toast[:_LONGEST_TOAST], False)
    try:
        await _patiently(
            lambda: bot.answer_callback_query(callback_id, text=toast, show_alert=alert)
        )
    except TelegramBadRequest:
        # Too late for Telegram (20 s, or a restart in between); the screen still comes.
        log.info("tap answered too late")
        return False
    return alert


async def _offer(bot: Bot, inline_id: str, screen: Screen | InlineResults) -> None:
    offered = screen if isinstance(screen, InlineResults) else InlineResults()
    try:
        await _patiently(
            lambda: bot.answer_inline_query(
                inline_id,
                articles_of(offered),
                cache_time=_TYPED_LASTS,
                is_personal=True,
                next_offset="" if offered.next_page is None else str(offered.next_page),
                button=hint_of(offered),
            )
        )
    except TelegramBadRequest as error:
        # Mostly too late, for somebody who has typed on.
        log.info("typed answered in vain", error=error.message)


async def _show(bot: Bot, asked: Incoming, screen: Screen, words: Words) -> None:
    edits = asked.message_id is not None and not screen.fresh and not screen.home_keyboard
    if edits and not screen.attachments and await _edited(bot, asked, screen):
        return
    try:
        await send(bot, asked.chat_id, screen, words, silent=False)
    except TelegramRetryAfter as error:
        await asyncio.sleep(error.retry_after)
        await send(bot, asked.chat_id, screen, words, silent=False)


async def _edited(bot: Bot, asked: Incoming, screen: Screen) -> bool:
    """Whether the message could be edited; one that looks so already counts.

    A text becomes a picture, but no picture a text: the next screen comes below it.
    """
    picture = await _picture(screen)
    if asked.on_file and picture is None:
        return False
    try:
        await _patiently(lambda: _edit(bot, asked, screen, picture))
    except TelegramBadRequest as error:
        return "message is not modified" in error.message
    return True


async def _edit(bot: Bot, asked: Incoming, screen: Screen, picture: InputFile | None) -> None:
    markup = inline_of(screen)
    if picture is None:
        await bot.edit_message_text(
            screen.text,
            chat_id=asked.chat_id,
            message_id=asked.message_id,
            reply_markup=markup,
        )
        return
    media = InputMediaPhoto(media=picture, caption=screen.text)
    await bot.edit_message_media(
        media, chat_id=asked.chat_id, message_id=asked.message_id, reply_markup=markup
    )


async def _picture(screen: Screen) -> InputFile | None:
    """The picture of the screen; None too where it can not be drawn: the text says the same."""
    if screen.picture is None:
        return None
    try:
        made = await drawn(screen.picture.chart)
    except (NotDrawn, TimeoutError, OSError) as error:
        log.error("a picture can not be drawn", name=screen.picture.name, exc_info=error)
        return None
    return BufferedInputFile(made, screen.picture.name)


async def _attach(bot: Bot, chat_id: int, attachment: Attachment) -> None:
    file = await _file(attachment)
    match attachment.kind:
        case "photo":
            await bot.send_photo(chat_id, file)
        case "voice":
            await bot.send_voice(chat_id, file)
        case "document":
            await bot.send_document(chat_id, file)
        case unknown:
            assert_never(unknown)


async def _file(attachment: Attachment) -> InputFile | str:
    content = attachment.content
    if isinstance(content, str):
        return content
    if not isinstance(content, bytes):
        content = await asyncio.to_thread(content)
    return BufferedInputFile(content, attachment.name)


async def _patiently(call: Callable[[], Awaitable[_T]]) -> _T:
    """Repeat a call that may be made twice: after a lost connection or when told to wait."""
    for left in reversed(range(_TRIES)):
        try:
            return await call()
        except TelegramRetryAfter as error:
            if not left:
                raise
            await asyncio.sleep(error.retry_after)
        except _AMBIGUOUS:
            if not left:
                raise
            await asyncio.sleep(0.2 * (_TRIES - left))
    raise AssertionError("the last try has returned or raised")
