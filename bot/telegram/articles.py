"""From what is offered while typing to Telegram's results."""

from aiogram.types import (
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InlineQueryResultUnion,
    InputTextMessageContent,
)

from bot.views.screen import InlineResults


def articles_of(offered: InlineResults) -> list[InlineQueryResultUnion]:
    """Each with the message that it becomes, in the form of the bot's other messages."""
    return [
        InlineQueryResultArticle(
            id=result.key,
            title=result.title,
            description=result.description or None,
            input_message_content=InputTextMessageContent(message_text=result.message),
        )
        for result in offered.results
    ]


def hint_of(offered: InlineResults) -> InlineQueryResultsButton | None:
    """The button above the list; None where there is none."""
    if offered.hint is None:
        return None
    return InlineQueryResultsButton(text=offered.hint, start_parameter=offered.start)
