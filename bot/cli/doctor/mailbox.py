"""The mailbox: opened as the bot would open it."""

import asyncio

from bot.cli.doctor.finding import Finding, well, wrong
from bot.mail.imap import MailboxLook
from bot.mail.threads import in_thread
from bot.mailbox_url import MailboxAddress
from bot.method.inbound.mail.looks import MailFailure

_SECONDS = 60


async def mailbox(address: MailboxAddress) -> Finding:
    """Whether it opens, or what is in the way."""
    look = MailboxLook(address)
    try:
        async with asyncio.timeout(_SECONDS):
            await in_thread(look.check)
    except MailFailure as failure:
        return wrong(f"mail-{failure.trouble}")
    except TimeoutError:
        return wrong("mail-away")
    finally:
        look.give_up()
    return well("mail")
