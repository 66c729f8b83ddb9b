"""`doctor`: settings, database, Telegram, clock and backlog, a line each."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

from aiogram.exceptions import AiogramError, TelegramNotFound, TelegramUnauthorizedError

from bot.app import telegram_of
from bot.config import Settings
from bot.db import is_database_error
from bot.from_settings import transactions_of
from bot.mail.imap import MailboxLook
from bot.mail.threads import in_thread
from bot.mailbox_url import MailboxAddress
from bot.method.core.policy import rule_at_fault
from bot.method.core.refusals import Invalid
from bot.method.inbound.mail.looks import MailFailure
from bot.migrate import version, versions
from bot.models.inbox import backlog
from bot.models.outbox import unsent
from bot.transactions import Transactions
from bot.views.words import Words

Finding = tuple[bool, str]

_MOST_WAITING = 1000
_MAIL_SECONDS = 60


async def run_doctor(settings: Settings, words: Words) -> int:
    """Print what was found; 0 where all is well, else 1."""
    well = True
    async for good, text in _findings(settings, words):
        mark = "\N{WHITE HEAVY CHECK MARK}" if good else "\N{CROSS MARK}"
        print(f"{mark} {text}")
        well = well and good
    return 0 if well else 1


async def _findings(settings: Settings, words: Words) -> AsyncIterator[Finding]:
    yield True, words.plain("doctor-settings")
    transactions = transactions_of(settings)
    try:
        async for finding in _database(transactions, words):
            yield finding
    finally:
        await transactions.database.close()
    yield await _telegram(settings, words)
    if settings.mailbox is not None:
        yield await _mailbox(settings.mailbox, words)
    now = transactions.now()
    plain = timedelta(0) == now.utcoffset() and now.year >= 2024
    yield plain, words.plain("doctor-clock", now=now.isoformat(timespec="seconds"))


async def _database(transactions: Transactions, words: Words) -> AsyncIterator[Finding]:
    database = transactions.database
    path = database.url.database
    if database.is_sqlite and path and not database.exists():
        yield False, words.plain("doctor-no-database")
        return
    try:
        found = await version(database)
        newest = versions()[-1]
        yield found == newest, words.plain("doctor-schema", found=found or "-", newest=newest)
        if found is None:
            return
        # Looking reads the policy: a number that can not be used shows itself here.
        async with transactions.looking() as work:
            waiting, parked = await backlog(work.session)
            outbox = await unsent(work.session, work.now)
    except Invalid as error:
        yield False, words.plain("cli-rule", name=rule_at_fault(error))
        return
    except Exception as error:
        if not is_database_error(error):
            raise
        yield False, words.plain("doctor-database", error=type(error).__name__)
        return
    keeps_up = waiting + outbox < _MOST_WAITING
    yield keeps_up, words.plain("doctor-backlog", inbox=waiting, outbox=outbox)
    yield parked == 0, words.plain("doctor-parked", count=parked)


async def _telegram(settings: Settings, words: Words) -> Finding:
    bot = telegram_of(settings)
    try:
        me = await bot.get_me(request_timeout=10)
    except (TelegramUnauthorizedError, TelegramNotFound):
        return False, words.plain("doctor-token")
    except AiogramError as error:
        return False, words.plain("doctor-no-telegram", error=type(error).__name__)
    finally:
        await bot.session.close()
    return True, words.plain("doctor-telegram", name=me.username or "")


async def _mailbox(address: MailboxAddress, words: Words) -> Finding:
    look = MailboxLook(address)
    try:
        async with asyncio.timeout(_MAIL_SECONDS):
            await in_thread(look.check)
    except MailFailure as failure:
        return False, words.plain(f"doctor-mail-{failure.trouble}")
    except TimeoutError:
        return False, words.plain("doctor-mail-away")
    finally:
        look.give_up()
    return True, words.plain("doctor-mail")
