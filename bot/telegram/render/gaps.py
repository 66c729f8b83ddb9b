"""Reminders and escalations about clients without a task, and the day a head has given (R5)."""

from bot.method.gaps.reprieve import ReprieveState
from bot.services.core.going_up import go_up
from bot.services.core.work import Act
from bot.services.gaps.decisions import still_given
from bot.services.gaps.endings import escalation_ended, nudge_ended
from bot.services.gaps.messages import (
    DayGivenMessage,
    EscalationMessage,
    NudgeMessage,
    OwnerAnsweredMessage,
    OwnerAskedMessage,
    ReprieveAskedMessage,
    ReprieveDecidedMessage,
    ReprieveOverMessage,
    ReprieveSettledMessage,
)
from bot.services.gaps.neglect import escalated_gaps, gaps_for_message
from bot.services.gaps.questions import answer_for_message, question_for_message
from bot.services.gaps.reprieve_endings import reprieve_for_message
from bot.services.inbound.late import late_for_message
from bot.telegram.render.renderer import Renderer, Restater, Table
from bot.views.core.notices import told_day_screen
from bot.views.gaps import gaps as view
from bot.views.gaps import questions as question_view
from bot.views.gaps import reprieves as reprieve_view
from bot.views.screen import Screen
from bot.views.words import Words


async def nudge(act: Act, about: NudgeMessage, words: Words) -> Screen | None:
    """Only what is still without a task, or without an answer, and still this person's."""
    page = await gaps_for_message(act, act.actor, about.gaps)
    late = await late_for_message(act, act.actor, about.late, own=True)
    return view.nudge_screen(words, page, late)


async def escalation(act: Act, about: EscalationMessage, words: Words) -> Screen | None:
    """Only what is still without a task, or without an answer."""
    page = await escalated_gaps(act, about.gaps)
    late = await late_for_message(act, act.actor, about.late)
    return view.escalation_screen(words, page, late)


async def day_given(act: Act, about: DayGivenMessage, words: Words) -> Screen | None:
    """The head has given another day for the person's client."""
    given = await still_given(act, about)
    if given is None:
        return None
    until = words.moment(given.until, act.today)
    return told_day_screen(words, given.client_name, about.client, until)


async def reprieve_asked(act: Act, about: ReprieveAskedMessage, words: Words) -> Screen | None:
    """The request while no head has decided."""
    line = await reprieve_for_message(act, about.reprieve)
    if line is None or line.state is not ReprieveState.ASKED:
        return None
    return reprieve_view.asked_screen(words, line, act.today)


async def reprieve_stands(act: Act, about: ReprieveAskedMessage, words: Words) -> Screen | None:
    """The request with what was decided."""
    line = await reprieve_for_message(act, about.reprieve)
    return None if line is None else reprieve_view.asked_screen(words, line, act.today)


async def reprieve_decided(act: Act, about: ReprieveDecidedMessage, words: Words) -> Screen | None:
    """What a head has said, while it stands."""
    line = await reprieve_for_message(act, about.reprieve)
    if line is None or line.state not in (ReprieveState.RUNNING, ReprieveState.REFUSED):
        return None
    return reprieve_view.decided_screen(words, line, act.today)


async def reprieve_over(act: Act, about: ReprieveOverMessage, words: Words) -> Screen | None:
    """That it is over, and why."""
    line = await reprieve_for_message(act, about.reprieve)
    if line is None or line.state is not ReprieveState.OVER:
        return None
    return reprieve_view.over_screen(words, line, own=line.whose == act.actor.name)


async def owner_asked(act: Act, about: OwnerAskedMessage, words: Words) -> Screen | None:
    """What the head asks, while the client is still this person's."""
    asked = await question_for_message(act, about.question)
    return None if asked is None else question_view.owner_asked_screen(words, asked)


async def owner_answered(act: Act, about: OwnerAnsweredMessage, words: Words) -> Screen | None:
    """The answer, with the way to the decisions."""
    asked = await answer_for_message(act, about.answer)
    return None if asked is None else question_view.owner_answered_screen(words, asked)


RENDERERS: Table = (
    Renderer(NudgeMessage, nudge, nudge_ended),
    Renderer(EscalationMessage, escalation, escalation_ended),
    Renderer(DayGivenMessage, day_given),
    Renderer(OwnerAskedMessage, owner_asked),
    Renderer(OwnerAnsweredMessage, owner_answered),
    Renderer(ReprieveAskedMessage, reprieve_asked, go_up, reprieve_stands),
    Restater(ReprieveSettledMessage, lambda about: ReprieveAskedMessage(about.reprieve)),
    Renderer(ReprieveDecidedMessage, reprieve_decided),
    Renderer(ReprieveOverMessage, reprieve_over),
)
