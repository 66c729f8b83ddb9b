"""The composition root: the only place where all parts meet."""

import bot.telegram.lazy_aiogram  # noqa: F401

# isort: split
import asyncio
import gc
import signal
from collections import Counter
from contextlib import AsyncExitStack, suppress
from typing import TYPE_CHECKING, Any

import structlog
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiohttp import web

from bot.config import Settings
from bot.from_settings import transactions_of, vendor_keys_of
from bot.jobs.ticker import Ticker
from bot.migrate import migrate
from bot.models.inbox import backlog
from bot.models.outbox import unsent
from bot.telegram.background import Background, retry_while_database_away
from bot.telegram.intake import Intake
from bot.telegram.lazy_aiogram import answer_types
from bot.telegram.pace import Pace
from bot.telegram.turn import TurnParts
from bot.telegram.worker import Workers
from bot.web.api_page import add_api_page
from bot.web.guard import Guard
from bot.web.intake import HttpIntake, IntakeSecrets
from bot.web.openapi import add_openapi
from bot.web.status import status_app
from bot.web.vendors import VendorIntake

if TYPE_CHECKING:
    from bot.mail.polling import MailPolling

log = structlog.get_logger(__name__)

DRAIN_SECONDS = 8.0
_ANSWER_SECONDS = 5


class CannotStart(Exception):
    """Nothing but the operator can help; `code` names the sentence `cli-<code>`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def telegram_of(settings: Settings) -> Bot:
    """aiogram's client at the Bot API server of the settings."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(settings.telegram_api_url))
    defaults = DefaultBotProperties(parse_mode="HTML", link_preview_is_disabled=True)
    return Bot(settings.require_token(), session=session, default=defaults)


def _spare_the_start() -> None:
    """Let the garbage collector pass over what the start has made: to look through all of it again
    would stop the loop for a fifth of a second, and none of it ever goes."""
    gc.collect()
    gc.freeze()


class App:
    """Everything that runs: built once, started, and drained at the end."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._transactions = transactions_of(settings)
        self._background = Background()
        self.database = self._transactions.database
        self.bot = telegram_of(settings)
        self._workers: Workers | None = None
        self._mail: MailPolling | None = None

    async def run(self) -> None:
        """Serve until SIGTERM or SIGINT, then finish what is under way.

        Raises CannotStart where the token or the address to listen on is of no use, Invalid
        where a number of the policy is.
        """
        told = self._told()
        async with AsyncExitStack() as stack:
            stack.push_async_callback(self.database.close)
            stack.push_async_callback(self.bot.session.close)
            await migrate(self.database)
            await self._require_rules()
            stack.push_async_callback(self._background.stop)
            # Updates are stored from the first moment; who we are can wait.
            self._background.start(
                "intake", retry_while_database_away(self._intake().run), vital=True
            )
            await self._listen(stack)
            username = await self._username(told)
            if username is not None:
                self._work(username)
                _spare_the_start()
                log.info("the bot runs", username=username)
                await told.wait()
            await self._drain()

    def _intake(self) -> Intake:
        token = self._settings.require_token()
        url = f"{self._settings.telegram_api_url.rstrip('/')}/bot{token}"
        return Intake(self.database, self._transactions.clock, url, self._stored)

    def _stored(self, updates: Counter[int]) -> None:
        """New updates are in the inbox; the workers look into it by themselves when they start."""
        if self._workers is not None:
            self._workers.take(updates)

    def _work(self, username: str) -> None:
        # Late: the first poll need not wait for the screens.
        self._models = answer_types()
        from bot.telegram.importer import Importer
        from bot.wiring import ANSWERS, Sender, dispatcher

        start, settings, transactions = self._background.start, self._settings, self._transactions
        pace = Pace(settings.send_per_second)
        parts = TurnParts(transactions, self.bot, dispatcher(), username, ANSWERS)
        self._sender = Sender(transactions, self.bot, pace, self._background)
        wake = self._sender.wake
        importer = Importer(transactions, self.bot, self._background, wake)

        def acted() -> None:
            wake()
            importer.wake()

        self._ticker = Ticker(transactions, settings.tick_seconds, wake)
        self._workers = Workers(parts, self._background, acted)
        start("workers", retry_while_database_away(self._workers.run), vital=True)
        start("screens", retry_while_database_away(self._workers.screens.run), vital=True)
        start("sender", retry_while_database_away(self._sender.run), vital=True)
        start("importer", retry_while_database_away(importer.run), vital=True)
        start("ticker", self._ticker.run(), vital=True)
        if settings.mailbox is not None:
            from bot.mail.polling import MailPolling

            self._mail = MailPolling(transactions, settings.mailbox, wake, settings.tick_seconds)
            start("mail", self._mail.run(), vital=True)

    async def _require_rules(self) -> None:
        """A number of the policy that can not be read would fail every update and every job."""
        async with self._transactions.looking():
            pass

    async def _username(self, told: asyncio.Event) -> str | None:
        """The bot's name; Telegram may be away for a while when we start. None when told to end."""
        pause = 0.5
        while not told.is_set():
            try:
                return (await self.bot.get_me(request_timeout=_ANSWER_SECONDS)).username or ""
            except (TelegramUnauthorizedError, TelegramNotFound):
                raise CannotStart("token") from None
            except (TelegramNetworkError, TelegramServerError, ClientDecodeError) as error:
                log.warning("Telegram does not answer", error=type(error).__name__, again_in=pause)
                with suppress(TimeoutError):
                    await asyncio.wait_for(told.wait(), pause)
                pause = min(pause * 2, 30.0)
        return None

    async def _listen(self, stack: AsyncExitStack) -> None:
        address = self._settings.http_address
        if address is None:
            if self._settings.intake_token or self._settings.intake_secret:
                log.warning("the intake is off without HTTP_LISTEN")
            return
        app = status_app(self._status)
        self._add_intake(app)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        try:
            await web.TCPSite(runner, *address).start()
        except OSError:
            raise CannotStart("listen") from None

    def _add_intake(self, app: web.Application) -> None:
        """What other systems report of clients."""
        found = self._settings.intake_token, self._settings.intake_secret
        secrets = IntakeSecrets(*(key.get_secret_value() if key else None for key in found))
        guard = Guard()
        intake = HttpIntake(self._transactions, secrets, guard, self._wake_sender)
        intake.add_to(app)
        add_openapi(app)
        add_api_page(app)
        keys = vendor_keys_of(self._settings)
        VendorIntake(self._transactions, intake, guard, keys).add_to(app)

    def _wake_sender(self) -> None:
        """Before it is there, it looks by itself when it starts."""
        if self._workers is not None:
            self._sender.wake()

    async def _status(self) -> dict[str, Any] | None:
        if self._workers is None:
            return None
        now = self._transactions.now()
        async with self.database.reading() as session:
            waiting, parked = await backlog(session)
            outbox = await unsent(session, now)
        ticked = self._ticker.ticked_at
        return {
            "database": True,
            "clock": now.isoformat(),
            "ticks": self._ticker.ticks,
            "ticked_at": ticked.isoformat() if ticked else None,
            "inbox": waiting + self._workers.busy,
            "outbox": outbox,
            "parked": parked,
            **({} if self._mail is None else {"mail": self._mail.status}),
        }

    def _told(self) -> asyncio.Event:
        """Set by a signal, or when a vital part dies: then the process ends and is restarted."""
        told = asyncio.Event()
        loop = asyncio.get_running_loop()
        for name in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(name, told.set)
        self._background.on_death(told.set)
        return told

    async def _drain(self) -> None:
        """Let what is under way end; what is left is in the database."""
        log.info("the bot stops")
        try:
            async with asyncio.timeout(DRAIN_SECONDS):
                if self._workers is not None:
                    await self._workers.drained()
                    await self._workers.screens.mark()
                    await self._sender.drained()
        except TimeoutError:
            log.warning("stopped with work under way")
        if self._background.died.is_set():
            raise SystemExit(1)
