"""What answers, sends, imports and ticks, put together. The app imports it late, because the first
poll need not wait for the screens; `bot.telegram.lazy_aiogram` has to be there before it."""

from collections import Counter
from datetime import datetime
from functools import partial
from typing import Any

from aiogram import Bot
from sqlalchemy.ext.asyncio import AsyncSession

from bot.config import Settings
from bot.jobs.ticker import Ticker
from bot.logs import HEARD
from bot.models.intake import events_by_source
from bot.models.standing import last_runs, standing
from bot.telegram.background import Background, retry_while_database_away
from bot.telegram.importer import Importer
from bot.telegram.lazy_aiogram import answer_types
from bot.telegram.pace import Pace
from bot.telegram.rich.telling import tell_of_refusals
from bot.telegram.turn import TurnParts
from bot.telegram.worker import Workers
from bot.transactions import Transactions
from bot.web.metrics import Figures
from bot.wiring import ANSWERS, Sender, dispatcher


class AtWork:
    """The parts that begin once it is known who the bot is: made and started at once."""

    def __init__(
        self,
        settings: Settings,
        transactions: Transactions,
        background: Background,
        bot: Bot,
        username: str,
    ) -> None:
        self._models = answer_types()
        pace = Pace(settings.send_per_second)
        parts = TurnParts(transactions, bot, dispatcher(), username, ANSWERS)
        self._sender = Sender(transactions, bot, pace, background)
        self.wake_sender = self._sender.wake
        self._importer = Importer(transactions, bot, background, self.wake_sender)
        self._ticker = Ticker(transactions, settings.tick_seconds, self.wake_sender)
        self._workers = Workers(parts, background, self._acted)
        self._mail = None
        start = background.start
        start("workers", retry_while_database_away(self._workers.run), vital=True)
        start("screens", retry_while_database_away(self._workers.screens.run), vital=True)
        start("sender", retry_while_database_away(self._sender.run), vital=True)
        refusals = partial(tell_of_refusals, transactions, bot, self.wake_sender)
        start("refusals", retry_while_database_away(refusals), vital=True)
        start("importer", retry_while_database_away(self._importer.run), vital=True)
        start("ticker", self._ticker.run(), vital=True)
        if settings.mailbox is not None:
            from bot.mail.polling import MailPolling

            seconds = settings.tick_seconds
            self._mail = MailPolling(transactions, settings.mailbox, self.wake_sender, seconds)
            start("mail", self._mail.run(), vital=True)

    def take(self, updates: Counter[int]) -> None:
        """So many new updates of each chat are in the inbox."""
        self._workers.take(updates)

    @property
    def busy(self) -> int:
        """Updates that are being worked on."""
        return self._workers.busy

    def status(self) -> dict[str, Any]:
        """That it ticks, and how the mailbox is where there is one: for `/ready`."""
        ticked = self._ticker.ticked_at
        return {
            "ticks": self._ticker.ticks,
            "ticked_at": ticked.isoformat() if ticked else None,
            **({} if self._mail is None else {"mail": self._mail.status}),
        }

    async def figures(self, session: AsyncSession, now: datetime) -> Figures:
        """How all goes at this moment: for `/metrics`."""
        return Figures(
            now,
            await standing(session, now),
            await events_by_source(session),
            await last_runs(session),
            self._workers.handling,
            self._ticker.ticks,
            self._ticker.ticked_at,
            HEARD,
        )

    async def drained(self) -> None:
        """Until what is under way has ended."""
        await self._workers.drained()
        await self._workers.screens.mark()
        await self._sender.drained()

    def _acted(self) -> None:
        self.wake_sender()
        self._importer.wake()
