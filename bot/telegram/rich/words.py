"""A screen without a picture to Telegram: sent, or put in the place of another."""

from aiogram import Bot
from aiogram.types import InputRichMessage, Message, MessageId

from bot.telegram.calls.plain import Json, edit_text
from bot.telegram.keyboard import markup_of, plain_keys
from bot.telegram.rich.html import rich_html
from bot.telegram.rich.methods import SendRich
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
                    rich_message=InputRichMessage(**_rich(screen)),
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
        keys = plain_keys(screen, dead=Newer.DEAD_BUTTONS in forms)
        rich = _rich(screen) if Newer.TABLES in forms else None
        await edit_text(bot, chat_id, message_id, screen.text, keys, rich=rich)

    await in_newest_form(bot, screen, edit)


def _rich(screen: Screen) -> Json:
    # A name or a number of a client that looks like a command or a card is no link in a table.
    return {"html": rich_html(screen.rich), "skip_entity_detection": True}
