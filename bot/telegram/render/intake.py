"""What people are told of what has come over HTTP (R9)."""

from bot.services.core.going_up import go_up
from bot.services.core.work import Act
from bot.services.inbound.intake import notices
from bot.services.inbound.intake.hearing import intake_ended
from bot.services.inbound.intake.messages import (
    AbsentIntakeMessage,
    CallMessage,
    IntakeMessage,
    IntakeQuestionMessage,
    IntakeReturnMessage,
)
from bot.telegram.render.renderer import Renderer, Table
from bot.views.inbound.inbound import return_notice_screen
from bot.views.inbound.intake import call_screen, intake_question_screen, intake_screen
from bot.views.screen import Screen
from bot.views.words import Words


async def came(act: Act, about: IntakeMessage, words: Words) -> Screen | None:
    """An inbound of the reader's; nothing to say once it is worked off."""
    notice = await notices.came(act, about)
    return None if notice is None else intake_screen(words, notice)


async def came_for_absent(act: Act, about: AbsentIntakeMessage, words: Words) -> Screen | None:
    """An inbound of somebody who does not hear of it."""
    notice = await notices.came_for_absent(act, about)
    return None if notice is None else intake_screen(words, notice)


async def asked(act: Act, about: IntakeQuestionMessage, words: Words) -> Screen | None:
    """Whose is it?"""
    question = await notices.asked(act, about)
    return None if question is None else intake_question_screen(words, question)


async def returned(act: Act, about: IntakeReturnMessage, words: Words) -> Screen | None:
    """A client without an owner is back."""
    notice = await notices.returned(act, about)
    return None if notice is None else return_notice_screen(words, notice)


async def talked(act: Act, about: CallMessage, words: Words) -> Screen | None:
    """Somebody has talked to the client."""
    notice = await notices.talked(act, about)
    return None if notice is None else call_screen(words, notice)


RENDERERS: Table = (
    Renderer(IntakeMessage, came, intake_ended),
    Renderer(AbsentIntakeMessage, came_for_absent, go_up),
    Renderer(IntakeQuestionMessage, asked),
    Renderer(IntakeReturnMessage, returned, go_up),
    Renderer(CallMessage, talked),
)
