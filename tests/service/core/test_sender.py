"""Looking what is due, where another instance looks as well."""

import asyncio
from datetime import time, timedelta

from aiogram import Bot
from sqlalchemy import update

from bot.clock import MovableClock
from bot.models import User
from bot.models.outbox import pending_message
from bot.services.core.outbox import enqueue
from bot.services.core.own_messages import ParkedMessage
from bot.telegram.background import Background
from bot.telegram.pace import Pace
from bot.telegram.sender import Sender
from sandbox.patience import patient
from tests.builders import Firm
from tests.databases import empty_postgres
from tests.service import seen


async def test_a_message_that_another_instance_has_locked_is_left_alone(
    clock: MovableClock,
) -> None:
    """It must wait and can not be told so: that is no reason to look again and again."""
    async with empty_postgres() as database:
        firm = Firm(database, clock)
        anna = await firm.person("Анна")
        async with firm.work() as work:
            await enqueue(work, await work.session.get_one(User, anna), ParkedMessage("ab"))
        async with firm.work() as work:
            # The quiet hours have come since.
            quiet = {"quiet_from": time(8), "quiet_until": time(22)}
            await work.session.execute(update(User).values(quiet))
        async with Bot("1:nobody") as bot:
            sender = Sender(firm.transactions, bot, Pace(30), Background())
            (message,) = await seen.messages(firm, "parked")
            async with database.transaction() as another:
                assert await pending_message(another, message.id) is not None
                assert not await asyncio.wait_for(sender.run_once(), patient(5))
            assert not await sender.run_once()
        (message,) = await seen.messages(firm, "parked")
        assert message.not_before - clock.now() == timedelta(hours=13)
