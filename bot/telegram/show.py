"""A Screen out: edited in place or sent, after its transaction has committed."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
)
from aiogram.types import BufferedInputFile, InputFile, InputMediaPhoto, Message, MessageId

from bot.method.inbound.cards import FileKind
from bot.telegram.articles import articles_of, hint_of
from bot.telegram.breaker import AMBIGUOUS, never_left
from bot.telegram.calls.plain import answer_tap, edit_text
from bot.telegram.drawing import NotDrawn, drawn
from bot.telegram.keyboard import home_keys, inline_of, markup_of, plain_keys
from bot.telegram.rich.words import edit_words, send_words
from bot.telegram.updates.incoming import Incoming
from bot.views.screen import Again, Attachment, InlineResults, Screen
from bot.views.words import Markup, Words

log = structlog.get_logger(__name__)

_LONGEST_TOAST = 200
_TYPED_LASTS = 1
"""Seconds that Telegram may answer the same letters by itself: clients change, and so do rights."""


@dataclass
class Showing:
    """How far the showing of one screen has come; `rest` are seconds that Telegram asks to wait.

    `doubtful`: it was sent, and may have arrived. `message_id` is where it can be seen.
    """

    tries: int = 0
    answered: bool = False
    shown: bool = False
    doubtful: bool = False
    rest: float = 0.0
    message_id: int | None = None


async def show(
    bot: Bot,
    asked: Incoming,
    screen: Screen | InlineResults | None,
    words: Words,
    showing: Showing | None = None,
) -> bool:
    """Answer the update, once: the tap always, with a toast where there is one, and the screen.

    Whether all of it has come to an end: False where Telegram has given no answer that means
    anything, and the same is worth another try with the same `showing`. What is typed in some chat
    is answered there and nowhere else: a screen becomes an empty list, None is no answer. Nothing
    here can undo what was committed, so whatever is refused is only logged.
    """
    showing = showing or Showing()
    showing.tries, showing.rest = showing.tries + 1, 0.0
    try:
        if asked.inline_id is not None:
            if screen is not None:
                await _offer(bot, asked.inline_id, screen)
            return True
        if isinstance(screen, InlineResults):
            raise TypeError("nobody has typed, and is offered something")
        await _bring(bot, asked, screen, words, showing)
    except TelegramForbiddenError:
        log.info("not shown: blocked", chat=asked.chat_id)
    except TelegramRetryAfter as error:
        showing.rest = error.retry_after
        return False
    except AMBIGUOUS as error:
        log.warning("not shown yet", error=type(error).__name__, update=asked.update_id)
        return False
    except TelegramAPIError as error:
        log.warning("not shown", error=type(error).__name__, update=asked.update_id)
    return True


async def take_away(bot: Bot, chat_id: int, message_id: int) -> None:
    """Delete a message of our own that has had its answer; one too old for that loses its
    buttons. What comes of it is only logged."""
    try:
        await bot.delete_message(chat_id, message_id)
    except TelegramBadRequest:
        try:
            await bot.edit_message_reply_markup(chat_id=chat_id, message_id=message_id)
        except (TelegramAPIError, ClientDecodeError) as error:
            log.info("a question stays", error=type(error).__name__)
    except (TelegramAPIError, ClientDecodeError) as error:
        log.info("a question stays", error=type(error).__name__)


def repetition(screen: Screen, words: Words) -> Screen:
    """The same screen, for who may have it already."""
    mark = words("repeated-mark")
    rich = (mark, *screen.rich) if screen.rich else ()
    return replace(screen, text=Markup(f"{mark}\n{screen.text}"), rich=rich)


async def send(
    bot: Bot, chat_id: int, screen: Screen, words: Words, *, silent: bool, topic: int | None = None
) -> Message | MessageId:
    """Send a screen as a new message, once, in a group to the topic; errors are the caller's."""
    if screen.keys is not None:
        await bot.send_message(
            chat_id, screen.keys, reply_markup=home_keys(words), disable_notification=silent
        )
    message: Message | MessageId
    picture = await _picture(screen)
    if picture is not None:
        message = await bot.send_photo(
            chat_id,
            picture,
            caption=screen.text,
            reply_markup=markup_of(screen, words),
            disable_notification=silent,
        )
    else:
        message = await send_words(bot, chat_id, screen, words, silent=silent, topic=topic)
    for attachment in screen.attachments:
        await _attach(bot, chat_id, attachment)
    for again in screen.again:
        await _forward(bot, chat_id, again)
    return message


async def put_instead(bot: Bot, chat_id: int, message_id: int, screen: Screen) -> None:
    """Have a message of our own say this from now on; one that can not be edited any more stays."""
    try:
        await edit_text(bot, chat_id, message_id, screen.text, plain_keys(screen))
    except TelegramBadRequest as error:
        log.info("a message stays as it was", error=error.message)


async def _forward(bot: Bot, chat_id: int, again: Again) -> None:
    """Telegram leaves out what was deleted, and refuses where there is nothing else."""
    try:
        found = await bot.forward_messages(chat_id, again.chat_id, list(again.message_ids))
    except TelegramBadRequest as error:
        log.info("not shown again", error=error.message)
        found = []
    if not found:
        await bot.send_message(chat_id, again.missing)


async def _bring(
    bot: Bot, asked: Incoming, screen: Screen | None, words: Words, showing: Showing
) -> None:
    """What is left of it: the tap is answered once, and the screen shown once. A screen comes
    whether or not its tap could be answered; a window is all or nothing."""
    unanswered: TelegramAPIError | ClientDecodeError | None = None
    if asked.callback_id is not None and not showing.answered:
        try:
            closed = await _answered(bot, asked.callback_id, screen)
        except (TelegramRetryAfter, *AMBIGUOUS) as error:
            if screen is not None and screen.alert:
                raise
            unanswered, closed = error, False
        showing.answered = unanswered is None
        showing.shown = showing.shown or closed
    if screen is not None and screen.text and not showing.shown:
        await _show(bot, asked, screen, words, showing)
        showing.shown = True
    if unanswered is not None:
        raise unanswered


async def _answered(bot: Bot, callback_id: str, screen: Screen | None) -> bool:
    """Answer the tap; whether a window has said all there is to say. What is longer than a window
    is left to the message."""
    toast = screen.toast if screen is not None else None
    alert = screen is not None and screen.alert
    if toast is not None and len(toast) > _LONGEST_TOAST:
        toast, alert = (None, False) if alert else (toast[:_LONGEST_TOAST], False)
    try:
        await answer_tap(bot, callback_id, toast, alert=alert)
    except TelegramBadRequest:
        # Too late for Telegram (20 s, or a restart in between); the screen still comes.
        log.info("tap answered too late")
        return False
    return alert


async def _offer(bot: Bot, inline_id: str, screen: Screen | InlineResults) -> None:
    offered = screen if isinstance(screen, InlineResults) else InlineResults()
    try:
        await bot.answer_inline_query(
            inline_id,
            articles_of(offered),
            cache_time=_TYPED_LASTS,
            is_personal=True,
            next_offset="" if offered.next_page is None else str(offered.next_page),
            button=hint_of(offered),
        )
    except TelegramBadRequest as error:
        # Mostly too late, for somebody who has typed on.
        log.info("typed answered in vain", error=error.message)


async def _show(bot: Bot, asked: Incoming, screen: Screen, words: Words, showing: Showing) -> None:
    edits = asked.message_id is not None and not screen.fresh and not screen.home_keyboard
    if edits and not screen.attachments and await _edited(bot, asked, screen, showing):
        showing.message_id = asked.message_id
        return
    again = showing.doubtful
    try:
        sent = repetition(screen, words) if again else screen
        topic = asked.group.thread_id if asked.group else None
        message = await send(bot, asked.chat_id, sent, words, silent=again, topic=topic)
        showing.message_id = message.message_id
    except AMBIGUOUS as error:
        showing.doubtful = again or not never_left(error)
        raise


async def _edited(bot: Bot, asked: Incoming, screen: Screen, showing: Showing) -> bool:
    """Whether the message could be edited; one that looks so already counts.

    A text becomes a picture, but no picture a text: the next screen comes below it. So it does
    where the message can not be edited, or nobody can say for the second time whether it was.
    """
    picture = await _picture(screen)
    if asked.on_file and picture is None:
        return False
    try:
        await _edit(bot, asked, screen, picture)
    except TelegramBadRequest as error:
        return "message is not modified" in error.message
    except AMBIGUOUS:
        if showing.tries == 1:
            raise
        return False
    return True


async def _edit(bot: Bot, asked: Incoming, screen: Screen, picture: InputFile | None) -> None:
    if picture is None:
        await edit_words(bot, asked.chat_id, asked.message_id, screen)
        return
    media, markup = InputMediaPhoto(media=picture, caption=screen.text), inline_of(screen)
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
    senders: dict[FileKind, Callable[[int, InputFile | str], Awaitable[Message]]] = {
        "photo": bot.send_photo,
        "voice": bot.send_voice,
        "document": bot.send_document,
        "video": bot.send_video,
        "audio": bot.send_audio,
        "video_note": bot.send_video_note,
        "animation": bot.send_animation,
        "sticker": bot.send_sticker,
    }
    try:
        await senders[attachment.kind](chat_id, file)
    except TelegramBadRequest as error:
        if attachment.missing is None:
            raise
        log.info("not shown again", error=error.message)
        await bot.send_message(chat_id, attachment.missing)


async def _file(attachment: Attachment) -> InputFile | str:
    content = attachment.content
    if isinstance(content, str):
        return content
    if not isinstance(content, bytes):
        content = await asyncio.to_thread(content)
    return BufferedInputFile(content, attachment.name)
