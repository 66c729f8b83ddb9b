"""What is shown for what has arrived."""

from typing import assert_never

from bot.method.clients.cards import (
    Arrived,
    CameBack,
    ColleaguesClient,
    HeadTold,
    LostClient,
    PassedOn,
    Reception,
    WhoseMessage,
)
from bot.method.inbound.cards import OwnLine
from bot.services.clients.clients import client_card
from bot.services.day.day import task_card
from bot.services.inbound.together import more_of
from bot.services.inbound.unanswered import ask_until_shown
from bot.telegram.context import Context
from bot.views.clients.clients import client_screen
from bot.views.inbound import inbound as view
from bot.views.screen import Screen


async def reception_screen(ctx: Context, made: Reception) -> Screen:
    """The task, the question whose it is, or whom it concerns; a question until it was shown."""
    words = ctx.words
    await ask_until_shown(ctx.act, made)
    match made:
        case Arrived():
            card = await task_card(ctx.act, made.task_id)
            return view.arrived_screen(words, card, made, await more_of(ctx.act, made))
        case WhoseMessage() | ColleaguesClient() | CameBack():
            more = await more_of(ctx.act, made)
            return view.open_question_screen(words, made, more)
        case HeadTold():
            return view.head_told_screen(words, made)
        case PassedOn():
            return view.passed_screen(words, made)
        case LostClient(client_id):
            return client_screen(words, await client_card(ctx.act, client_id))
        case OwnLine():
            return view.own_line_screen(words, made)
    assert_never(made)
