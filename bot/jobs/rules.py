"""Rules that were changed: what is kept of clients follows them, a share of the base at each tick,
so that what else is due does not wait for all of it."""

from bot.jobs.for_each import for_each_in_own_transaction
from bot.jobs.job import Counts
from bot.jobs.names import JobName
from bot.jobs.reconcile import settle_doubtful
from bot.services.company import settling
from bot.services.company.settling import Pass
from bot.services.gaps.reconcile import compare, reconcile, reminders_to_move
from bot.transactions import Transactions

_SHARE = 1000
"""Clients that are recomputed at one tick."""
_LOOK = 250
"""Looking at many clients or tasks takes as long as recomputing so many."""


async def run_once(transactions: Transactions, share: int = _SHARE, look: int = _LOOK) -> Counts:
    """Go on through the base for all changes so far, from where the last tick has ended."""
    async with transactions.looking() as work:
        ongoing = await settling.pass_to_go_on(work)
    if ongoing is None:
        return {"rules": 0, "changed": 0}
    changed, left = 0, share
    if ongoing.tasks_until is None:
        changed, left = await _clients(transactions, ongoing, share, look)
    if left > 0 and await _reminders(transactions, ongoing, left, look):
        async with transactions.work() as work:
            await settling.settled(work, ongoing)
    return {"rules": len(ongoing.changes), "changed": changed}


async def _clients(
    transactions: Transactions, ongoing: Pass, left: int, look: int
) -> tuple[int, int]:
    """Of how many clients it changed anything, and what is left of the share at their end; zero
    or less before that."""
    until, changed = ongoing.clients_until, 0
    while left > 0:
        async with transactions.looking() as work:
            portion = await compare(work, until)
        if portion is None:
            return changed, left
        now, later = portion.doubtful[:left], portion.doubtful[left:]
        changed += await settle_doubtful(transactions, JobName.RULES, now)
        until = now[-1] if later else portion.until
        left -= len(now) + look
        async with transactions.work() as work:
            await settling.clients_followed(work, ongoing, until)
    return changed, 0


async def _reminders(transactions: Transactions, ongoing: Pass, left: int, look: int) -> bool:
    """Have the reminders of tasks with a time follow; True at their end."""
    until = ongoing.tasks_until or 0
    while left > 0:
        async with transactions.looking() as work:
            last, clients = await reminders_to_move(work, until)
        await for_each_in_own_transaction(transactions, JobName.RULES, clients, reconcile)
        if last is None:
            return True
        until, left = last, left - len(clients) - look
        async with transactions.work() as work:
            await settling.tasks_followed(work, ongoing, until)
    return False
