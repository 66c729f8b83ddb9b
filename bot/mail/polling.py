"""Looking into the mailbox, every minute (R9)."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256

import structlog
from sqlalchemy.exc import DBAPIError

from bot.db import is_away, is_conflict
from bot.mail.imap import MailboxLook
from bot.mail.threads import in_thread
from bot.mailbox_url import MailboxAddress
from bot.method.inbound.mail.letter import ReceivedLetter
from bot.method.inbound.mail.looks import LastSeen, MailFailure, MailLook, MailTrouble
from bot.services.core.outbox import leaves
from bot.services.inbound.mail.letters import LetterFate, last_seen, saw, take_letter
from bot.transactions import Transactions

log = structlog.get_logger(__name__)

EVERY = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(minutes=30)
"""After so many failures in a row that it does not get longer."""
LONGEST_LOOK = 120.0
"""Seconds."""
MOST_TRIES = 3
"""So often a letter is tried that can not be kept; then it is passed over."""


class MailPolling:
    """One mailbox. Several processes may look into it: what one has kept the other finds known."""

    def __init__(
        self,
        transactions: Transactions,
        address: MailboxAddress,
        wake: Callable[[], None],
        seconds: float,
    ) -> None:
        self._transactions = transactions
        self._address = address
        self._wake = wake
        self._seconds = seconds
        self._key = key_of(address)
        self._failures = 0
        self._tries: dict[int, int] = {}
        self._began: datetime | None = None
        self._next: datetime | None = None
        self.looked_at: datetime | None = None
        """When the last look has gone well (UTC)."""
        self.trouble: MailTrouble | None = None

    @property
    def status(self) -> dict[str, str | None]:
        """When the last look has gone well, and what is in the way now."""
        looked_at = self.looked_at.isoformat() if self.looked_at else None
        return {"looked_at": looked_at, "trouble": self.trouble}

    async def run(self) -> None:
        """Look whenever it is time by the clock, until cancelled."""
        while True:
            if self._is_time():
                await self._look_once()
            await asyncio.sleep(self._seconds)

    async def run_once(self) -> dict[str, int]:
        """Take what is new and count it by what has become of it; MailFailure."""
        async with self._transactions.looking() as work:
            last = await last_seen(work, self._key)
        look = await self._look(last)
        counts: dict[str, int] = {}
        for received in look.letters:
            fate = await self._taken(look, received)
            if fate is None:
                return counts
            counts[fate] = counts.get(fate, 0) + 1
        async with self._transactions.work() as work:
            await saw(work, self._key, look.validity, look.uid)
        self.looked_at = self._transactions.now()
        if look.has_more:
            self._next = self.looked_at
        return counts

    async def _look_once(self) -> None:
        self._began = self._transactions.now()
        self._next = self._began + EVERY
        try:
            counts = await self.run_once()
        except MailFailure as failure:
            self._failed(failure.trouble)
        except Exception as error:
            # Its text may have what somebody wrote.
            log.warning("letters could not be taken", error=type(error).__name__)
        else:
            self._failures, self.trouble = 0, None
            if any(counts.values()):
                log.info("letters came", **counts)

    def _is_time(self) -> bool:
        now = self._transactions.now()
        is_back = self._began is not None and now < self._began
        return self._next is None or now >= self._next or is_back

    def _failed(self, trouble: MailTrouble) -> None:
        pause = min(EVERY * 2 ** min(self._failures, 10), LONGEST_PAUSE)
        self._failures, self.trouble = self._failures + 1, trouble
        self._next = self._transactions.now() + pause
        again = int(pause.total_seconds())
        log.warning("the mailbox can not be looked into", trouble=trouble, again_in=again)

    async def _look(self, last: LastSeen | None) -> MailLook:
        look = MailboxLook(self._address)
        try:
            async with asyncio.timeout(LONGEST_LOOK):
                return await in_thread(lambda: look.new_since(last))
        except TimeoutError:
            raise MailFailure(MailTrouble.AWAY) from None
        finally:
            look.give_up()

    async def _taken(self, look: MailLook, received: ReceivedLetter) -> LetterFate | None:
        """What has become of the letter; None where it stays for the next look."""
        try:
            async with self._transactions.work() as work:
                fate = await take_letter(work, self._address.user, received)
                if fate is LetterFate.WAITING:
                    return None
                await saw(work, self._key, look.validity, received.uid)
                left = leaves(work)
        except Exception as error:
            if is_away(error) or (isinstance(error, DBAPIError) and is_conflict(error)):
                raise
            return await self._try_later(look, received, error)
        if left:
            self._wake()
        return fate

    async def _try_later(
        self, look: MailLook, received: ReceivedLetter, error: Exception
    ) -> LetterFate | None:
        tries = self._tries[received.uid] = self._tries.get(received.uid, 0) + 1
        log.warning("a letter could not be taken", error=type(error).__name__, tries=tries)
        if tries < MOST_TRIES:
            return None
        async with self._transactions.work() as work:
            await saw(work, self._key, look.validity, received.uid)
        del self._tries[received.uid]
        return LetterFate.PASSED


def key_of(address: MailboxAddress) -> str:
    """64 characters for "this folder of this mailbox", which do not say whose it is."""
    said = "\n".join((address.host, str(address.port), address.user, address.folder))
    return sha256(said.encode()).hexdigest()
