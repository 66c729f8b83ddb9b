"""What people are told of their own accounts (R9)."""

from bot.services.core.work import Act
from bot.services.inbound.business import notices
from bot.services.inbound.business.messages import (
    BusinessAnsweredMessage,
    BusinessMessage,
    BusinessOffMessage,
    BusinessOnMessage,
    BusinessPassedMessage,
    BusinessPromiseMessage,
    BusinessQuestionMessage,
    BusinessRightMessage,
    BusinessUnknownMessage,
)
from bot.telegram.render.renderer import Renderer, Table
from bot.views.inbound import business as view
from bot.views.screen import Screen
from bot.views.words import Words


async def came(
    act: Act, about: BusinessMessage | BusinessAnsweredMessage, words: Words
) -> Screen | None:
    """An inbound from the reader's account; nothing to say once it is worked off."""
    notice = await notices.letter_notice(act, about.task)
    return None if notice is None else view.letter_screen(words, notice)


async def promised(act: Act, about: BusinessPromiseMessage, words: Words) -> Screen | None:
    """What the reader has written there may be a promise."""
    notice = await notices.promise_notice(act, about)
    return None if notice is None else view.promise_screen(words, notice)


async def passed(act: Act, about: BusinessPassedMessage, words: Words) -> Screen | None:
    """A colleague has the inbound."""
    surname = await notices.passed_to(act, about)
    return None if surname is None else view.passed_letter_screen(words, surname)


async def unknown(act: Act, about: BusinessUnknownMessage, words: Words) -> Screen | None:
    """A client or not?"""
    asked = await notices.asked_of_account(act, about.arrival)
    return None if asked is None else view.unknown_screen(words, *asked)


async def whose(act: Act, about: BusinessQuestionMessage, words: Words) -> Screen | None:
    """Whose chat is it?"""
    asked = await notices.asked_of_account(act, about.arrival)
    return None if asked is None else view.account_question_screen(words, *asked)


async def turned_on(act: Act, about: BusinessOnMessage, words: Words) -> Screen | None:
    """The reader's account is connected."""
    return view.connected_screen(words)


async def turned_off(act: Act, about: BusinessOffMessage, words: Words) -> Screen | None:
    """It is not any more."""
    return view.disconnected_screen(words)


async def right_lost(act: Act, about: BusinessRightMessage, words: Words) -> Screen | None:
    """The bot may do less there."""
    return view.right_lost_screen(words, about.right)


RENDERERS: Table = (
    Renderer(BusinessMessage, came),
    Renderer(BusinessAnsweredMessage, came),
    Renderer(BusinessPromiseMessage, promised),
    Renderer(BusinessPassedMessage, passed),
    Renderer(BusinessUnknownMessage, unknown),
    Renderer(BusinessQuestionMessage, whose),
    Renderer(BusinessOnMessage, turned_on),
    Renderer(BusinessOffMessage, turned_off),
    Renderer(BusinessRightMessage, right_lost),
)
