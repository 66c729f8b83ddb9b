"""What somebody sees: a screen of the chat, a button on it, a message as it would be sent now."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import cast

from aiogram.types import CallbackQuery, Message
from sqlalchemy import select

from bot.models import OutboxMessage, User
from bot.models.outbox import OutboxStatus
from bot.services.core.work import Act
from bot.telegram.context import Context
from bot.telegram.render.rendering import render
from bot.views.screen import Screen
from bot.views.taps.base import Tap
from bot.views.words import Words
from tests.builders import Firm
from tests.service import seen

TAP = cast(CallbackQuery, None)
TYPED = cast(Message, None)


def text(screen: Screen | None) -> str:
    assert screen is not None
    return re.sub(r"<[^>]*>", "", screen.text)


def behind(screen: Screen, label: str) -> Tap:
    """The tap behind the button whose label starts so."""
    taps = [button.tap for row in screen.rows for button in row if button.label.startswith(label)]
    assert taps and taps[0] is not None, label
    return taps[0]


@asynccontextmanager
async def chat(firm: Firm, person: int) -> AsyncIterator[Context]:
    """One update of the person."""
    async with firm.act(person) as act:
        yield Context(act, Words("ru"), "moidela_bot")


async def sent(firm: Firm, kind: str, which: int = -1) -> Screen | None:
    """The message of this kind as it would be sent now."""
    row = (await seen.messages(firm, kind))[which]
    async with firm.transactions.looking() as work:
        person = await work.session.get_one(User, row.user_id)
        return await render(Act.by(person, work), kind, row.payload, Words("ru"))


async def in_one_message(firm: Firm, who: int) -> None:
    """All that waits for the person stands in one message of his chat."""
    async with firm.work() as work:
        own = select(OutboxMessage).where(OutboxMessage.user_id == who)
        for row in await work.session.scalars(own):
            row.status, row.message_id, row.sent_at = OutboxStatus.SENT, 7, work.now
