"""What heads and owners are told about clients that are to leave (R5, R7)."""

from bot.method.pool.leave import LeaveState
from bot.services.core.going_up import go_up
from bot.services.core.work import Act
from bot.services.pool.leave.lines import request_for_message
from bot.services.pool.messages import (
    LeaveAskedMessage,
    LeaveDecidedMessage,
    LeaveSettledMessage,
)
from bot.telegram.render.renderer import Renderer, Restater, Table
from bot.views.pool import leave as view
from bot.views.screen import Screen
from bot.views.words import Words


async def asked(act: Act, about: LeaveAskedMessage, words: Words) -> Screen | None:
    """The question while no head has decided."""
    line = await request_for_message(act, about.request)
    if line is None or line.state is not LeaveState.ASKED:
        return None
    return view.leave_asked_screen(words, line)


async def stands(act: Act, about: LeaveAskedMessage, words: Words) -> Screen | None:
    """The question with what was decided."""
    line = await request_for_message(act, about.request)
    return None if line is None else view.leave_asked_screen(words, line)


async def decided(act: Act, about: LeaveDecidedMessage, words: Words) -> Screen | None:
    """What a head has said, while it stands."""
    line = await request_for_message(act, about.request)
    if line is None or line.state not in (LeaveState.GRANTED, LeaveState.REFUSED):
        return None
    return view.leave_answer_screen(words, line)


RENDERERS: Table = (
    Renderer(LeaveAskedMessage, asked, go_up, stands),
    Restater(LeaveSettledMessage, lambda about: LeaveAskedMessage(about.request)),
    Renderer(LeaveDecidedMessage, decided),
)
