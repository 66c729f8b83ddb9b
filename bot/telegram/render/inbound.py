"""What people are told when something arrived that concerns them (R9)."""

from bot.services.core.going_up import go_up
from bot.services.core.messages import BotMessage
from bot.services.core.work import Act
from bot.services.inbound import notices
from bot.services.inbound.intake.messages import IntakeReturnMessage
from bot.services.inbound.messages import (
    AbsentInboundMessage,
    InboundMessage,
    ReturningMessage,
    UnansweredMessage,
)
from bot.services.inbound.telling import inbound_ended
from bot.services.inbound.unanswered import still_asked
from bot.services.pool.messages import ReturnSettledMessage
from bot.telegram.render.renderer import Renderer, Restater, Table
from bot.views.inbound.inbound import (
    notice_screen,
    open_question_screen,
    return_notice_screen,
)
from bot.views.screen import Screen
from bot.views.words import Words


async def brought(act: Act, about: InboundMessage, words: Words) -> Screen | None:
    """A colleague brought something; nothing to say once it is worked off."""
    notice = await notices.brought(act, about)
    return None if notice is None else notice_screen(words, notice)


async def brought_for_absent(act: Act, about: AbsentInboundMessage, words: Words) -> Screen | None:
    """A colleague brought something for somebody who does not hear of it."""
    notice = await notices.brought_for_absent(act, about)
    return None if notice is None else notice_screen(words, notice)


async def returning(act: Act, about: ReturningMessage, words: Words) -> Screen | None:
    """A lost or lately released client writes."""
    notice = await notices.returning(act, about)
    return None if notice is None else return_notice_screen(words, notice)


def _asked_of_heads(about: ReturnSettledMessage) -> BotMessage:
    """The question that was put to the heads."""
    if about.bringer is None:
        return IntakeReturnMessage(about.arrival, about.client)
    return ReturningMessage(about.arrival, about.client, about.bringer)


async def unanswered(act: Act, about: UnansweredMessage, words: Words) -> Screen | None:
    """What the person was asked and has not answered, whether or not the screen was seen."""
    question = await still_asked(act, about)
    return None if question is None else open_question_screen(words, question)


RENDERERS: Table = (
    Renderer(InboundMessage, brought, inbound_ended),
    Renderer(AbsentInboundMessage, brought_for_absent, go_up),
    Renderer(ReturningMessage, returning, go_up),
    Restater(ReturnSettledMessage, _asked_of_heads),
    Renderer(UnansweredMessage, unanswered),
)
