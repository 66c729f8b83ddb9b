"""A screen without a picture to Telegram: sent, or put in the place of another."""

from aiogram import Bot
from aiogram.types import InputRichMessage, Message, MessageId

from bot.telegram.keyboard import inline_of, markup_of
from bot.telegram.rich.html import rich_html
from bot.telegram.rich.methods import EditToRich, SendRich
from bot.telegram.rich.newest import Newer, in_newest_form
from bot.views.screen import Screen
from bot.views.words import Words


async def send_words(
    bot: Bot, chat_id: int, screen: Screen, words: Words, *, silent: bool, topic: int | None
) -> Message | MessageId:
    """A new message, once, in a group to the topic; errors are the caller's."""

    async def send(forms: frozenset[Newer]) -> Message | MessageId:
        markup = markup_of(screen, words, dead=Newer.DEAD_BUTTONS in forms)
        if Newer.TABLES in forms:
            return await bot(
                SendRich(
                    chat_id=chat_id,
                    rich_message=_rich(screen),
                    message_thread_id=topic,
                    reply_markup=markup,
                    disable_notification=silent,
                )
            )
        return await bot.send_message(
            chat_id,
            screen.text,
            message_thread_id=topic,
            reply_markup=markup,
            disable_notification=silent,
        )

    return await in_newest_form(bot, screen, send)


async def edit_words(bot: Bot, chat_id: int, message_id: int | None, screen: Screen) -> None:
    """In the place of a message; errors are the caller's."""

    async def edit(forms: frozenset[Newer]) -> None:
        markup = inline_of(screen, dead=Newer.DEAD_BUTTONS in forms)
        if Newer.TABLES in forms:
            await bot(
                EditToRich(
                    chat_id=chat_id,
                    message_id=message_id,
                    rich_message=_rich(screen),
                    reply_markup=markup,
                )
            )
            return
        await bot.edit_message_text(
            screen.text, chat_id=chat_id, message_id=message_id, reply_markup=markup
        )

    await in_newest_form(bot, screen, edit)


def _rich(screen: Screen) -> InputRichMessage:
    # A name or a number of a client that looks like a command or a card is no link in a table.
    return InputRichMessage(html=rich_html(screen.rich), skip_entity_detection=True)
