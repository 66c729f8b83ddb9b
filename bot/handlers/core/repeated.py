"""A second tap within the minute: what the first one has shown."""

from typing import assert_never

from bot.handlers.clients.clients import client_screen_of
from bot.handlers.day.rounds import go_on
from bot.handlers.tasks.dates import written_screen
from bot.handlers.tasks.next_step import asked_screen
from bot.method.core.refusals import Refusal, Stale
from bot.method.core.terms import Role, UndoableAction
from bot.method.deals.cards import DealEnded
from bot.method.pool.cards import HandOutFacts
from bot.method.tasks.cards import NextStep
from bot.services.planning.dates import Written
from bot.services.planning.repeated import (
    AttemptFailed,
    CalledLost,
    CountedAnew,
    Given,
    LetGo,
    ManyLost,
    MovedOn,
    Repeated,
    repeated,
)
from bot.telegram.context import Context
from bot.views.core.undo import with_undo
from bot.views.day.evening import tasks_moved_screen
from bot.views.deals.deals import ended_text
from bot.views.pool.hand_out import handed_out_screen
from bot.views.pool.handover import handed_screen
from bot.views.pool.lost import lost_screen, restored_screen
from bot.views.pool.picks import picked_gone_screen
from bot.views.pool.pool import (
    assigned_screen,
    failed_screen,
    released_screen,
)
from bot.views.screen import Screen
from bot.views.words import Words


async def shown_before(ctx: Context, refusal: Refusal) -> Screen | None:
    """The answer to the first of two taps, with its way back; None where what was refused is no
    repetition."""
    place = refusal.place if isinstance(refusal, Stale) else None
    if place is None and ctx.tap_data is None:
        return None
    try:
        first = await repeated(ctx.act, ctx.tap_data, place)
        return None if first is None else await _screen(ctx, first)
    except Refusal:
        # The client has left the person's sight in the meantime.
        return None


async def _screen(ctx: Context, first: Repeated) -> Screen:
    words, shown = ctx.words, first.shown
    match shown:
        case NextStep():
            screen = asked_screen(ctx, shown)
        case DealEnded():
            screen = asked_screen(ctx, shown.ask, ended_text(words, shown))
        case Written():
            screen = await written_screen(ctx, shown)
        case LetGo(name):
            leads = ctx.act.actor.role in Role.leaders()
            screen = await go_on(ctx, released_screen(words, name, leads=leads))
        case AttemptFailed(spent):
            screen = await go_on(ctx, failed_screen(words, spent=spent))
        case CalledLost() | ManyLost() | MovedOn():
            screen = _gone(ctx.words, shown)
        case CountedAnew(client_id):
            screen = await client_screen_of(ctx, client_id)
        case Given():
            screen = _given(ctx, shown)
        case HandOutFacts():
            screen = handed_out_screen(words, shown)
        case _:
            assert_never(shown)
    return with_undo(words, screen, first.step_id)


def _gone(words: Words, gone: CalledLost | ManyLost | MovedOn) -> Screen:
    if isinstance(gone, ManyLost):
        return picked_gone_screen(words, gone.count)
    if isinstance(gone, MovedOn):
        return tasks_moved_screen(words, gone.count)
    return lost_screen(words, gone.client_name, gone.client_id)


def _given(ctx: Context, given: Given) -> Screen:
    client, person = given.client_name, given.person_name
    if given.deed is UndoableAction.RESTORE or person is None:
        return restored_screen(ctx.words, client, given.client_id, person)
    if given.deed is UndoableAction.ASSIGN:
        return assigned_screen(ctx.words, client, given.client_id, person)
    return handed_screen(ctx.words, client, given.client_id, person)
