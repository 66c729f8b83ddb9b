"""The composition root: the only place where all parts meet."""

import asyncio
import gc
import signal
from collections import Counter
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Any

import structlog
from aiohttp import web

from bot.config import Settings
from bot.from_settings import transactions_of, vendor_keys_of
from bot.migrate import migrate
from bot.models.inbox import backlog
from bot.models.outbox import unsent
from bot.only_bot import OnlyBot
from bot.telegram.background import Background, retry_while_database_away
from bot.telegram.intake import Intake
from bot.telegram.updates.incoming import KINDS
from bot.web.status import status_app

if TYPE_CHECKING:
    from bot.at_work import AtWork
    from bot.web.metrics import Figures
    from bot.web.webhook import Webhook

log = structlog.get_logger(__name__)

DRAIN_SECONDS = 8.0


class CannotStart(Exception):
    """Nothing but the operator can help; `code` names the sentence `cli-<code>`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def _spare_the_start() -> None:
    """Let the garbage collector pass over what the start has made: to look through all of it again
    would stop the loop for a fifth of a second, and none of it ever goes."""
    gc.collect()
    gc.freeze()


def load_the_rest() -> None:
    """Import what `App` needs after the first poll: half of the start, in a thread beside it."""
    import bot.bot_api
    import bot.web.api_page
    import bot.web.metrics
    import bot.web.openapi
    import bot.web.vendors

    # isort: split
    import bot.at_work  # noqa: F401


class App:
    """Everything that runs: built once, started, and drained at the end."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._transactions = transactions_of(settings)
        self._background = Background()
        self.database = self._transactions.database
        self._at_work: AtWork | None = None
        self._api = f"{settings.telegram_api_url.rstrip('/')}/bot{settings.require_token()}"
        self._intake = Intake(self.database, self._transactions.clock, self._api, self._stored)

    async def run(self) -> None:
        """Serve until SIGTERM or SIGINT, then finish what is under way.

        Raises CannotStart where the token or the address to listen on is of no use, Invalid
        where a number of the policy is, AnotherBot where another bot works with the database.
        """
        told = self._told()
        async with AsyncExitStack() as stack:
            stack.push_async_callback(self.database.close)
            await self._be_the_only_one(stack)
            await migrate(self.database)
            await self._require_rules()
            # Updates are stored from the first moment; who we are can wait.
            if self._settings.webhook_url is None:
                run = retry_while_database_away(self._intake.run)
                self._background.start("intake", run, vital=True)
            await asyncio.to_thread(load_the_rest)
            await self._listen(stack)
            if await self._work(stack, told):
                _spare_the_start()
                await told.wait()
            await self._drain()

    async def _be_the_only_one(self, stack: AsyncExitStack) -> None:
        """Before anything is changed, and until everything else has ended."""
        only = OnlyBot(self.database)
        stack.push_async_callback(only.give_up)
        stack.push_async_callback(self._background.stop)
        await only.take()
        if not self.database.is_sqlite:
            keeping = retry_while_database_away(only.keep)
            self._background.start("only bot", keeping, vital=True)

    def _stored(self, updates: Counter[int]) -> None:
        """New updates are in the inbox; the workers look into it by themselves when they start."""
        if self._at_work is not None:
            self._at_work.take(updates)

    async def _work(self, stack: AsyncExitStack, told: asyncio.Event) -> bool:
        """Begin to answer, as soon as it is known who we are; False when told to end before."""
        from bot.at_work import AtWork
        from bot.bot_api import TokenRefused, telegram_of, username_of

        bot = telegram_of(self._settings)
        stack.push_async_callback(bot.session.close)
        # Before the session is closed, whatever uses it has ended.
        stack.push_async_callback(self._background.stop)
        try:
            username = await username_of(bot, told)
        except TokenRefused:
            raise CannotStart("token") from None
        if username is None:
            return False
        parts = self._settings, self._transactions, self._background
        self._at_work = AtWork(*parts, bot, username)
        log.info("the bot runs", username=username)
        return True

    async def _require_rules(self) -> None:
        """A number of the policy that can not be read would fail every update and every job."""
        async with self._transactions.looking():
            pass

    async def _listen(self, stack: AsyncExitStack) -> None:
        address = self._settings.http_address
        if address is None:
            if self._settings.intake_token or self._settings.intake_secret:
                log.warning("the intake is off without HTTP_LISTEN")
            return
        app = status_app(self._status)
        self._add_intake(app)
        webhook = self._webhook()
        if webhook is not None:
            webhook.add_to(app)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        try:
            await web.TCPSite(runner, *address).start()
        except OSError:
            raise CannotStart("listen") from None
        if webhook is not None:
            self._background.start("webhook", webhook.keep(self._api, KINDS), vital=True)

    def _add_intake(self, app: web.Application) -> None:
        """What other systems report of clients, and what they may ask."""
        from bot.web.api_page import add_api_page
        from bot.web.guard import Guard
        from bot.web.intake import HttpIntake, IntakeSecrets
        from bot.web.metrics import add_metrics
        from bot.web.openapi import add_openapi
        from bot.web.vendors import VendorIntake

        found = self._settings.intake_token, self._settings.intake_secret
        secrets = IntakeSecrets(*(key.get_secret_value() if key else None for key in found))
        guard = Guard()
        intake = HttpIntake(self._transactions, secrets, guard, self._wake_sender)
        intake.add_to(app)
        add_openapi(app)
        add_api_page(app)
        keys = vendor_keys_of(self._settings)
        VendorIntake(self._transactions, intake, guard, keys).add_to(app)
        add_metrics(app, self._figures)

    def _webhook(self) -> "Webhook | None":
        """What Telegram brings updates to; None where the bot fetches them."""
        from bot.web.guard import Guard
        from bot.web.webhook import Webhook, WebhookPlace

        url, path = self._settings.webhook_url, self._settings.webhook_path
        secret = self._settings.webhook_secret
        if url is None or path is None or secret is None:
            return None
        place = WebhookPlace(url, path, secret.get_secret_value())
        # Whatever other systems ask of us, there is a place for Telegram.
        return Webhook(place, Guard(), self._intake.store, self._transactions.now)

    def _wake_sender(self) -> None:
        """Before it is there, it looks by itself when it starts."""
        if self._at_work is not None:
            self._at_work.wake_sender()

    async def _status(self) -> dict[str, Any] | None:
        if self._at_work is None:
            return None
        now = self._transactions.now()
        async with self.database.reading() as session:
            waiting, parked = await backlog(session)
            outbox = await unsent(session, now)
        return {
            "database": True,
            "clock": now.isoformat(),
            "inbox": waiting + self._at_work.busy,
            "outbox": outbox,
            "parked": parked,
            **self._at_work.status(),
        }

    async def _figures(self) -> "Figures | None":
        if self._at_work is None:
            return None
        async with self.database.reading() as session:
            return await self._at_work.figures(session, self._transactions.now())

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
                if self._at_work is not None:
                    await self._at_work.drained()
        except TimeoutError:
            log.warning("stopped with work under way")
        if self._background.died.is_set():
            raise SystemExit(1)
