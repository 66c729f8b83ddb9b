"""The nightly check that what is kept equals what a recomputation gives."""

import structlog

from bot.jobs.for_each import for_each_in_own_transaction
from bot.jobs.job import Counts
from bot.jobs.names import JobName
from bot.services.gaps.endings import free_stranded
from bot.services.gaps.reconcile import after, reconcile
from bot.transactions import Transactions

log = structlog.get_logger(__name__)


async def run_once(transactions: Transactions) -> Counts:
    """Recompute every active client and count those that had drifted; there must be none, nor a
    step that waits for a message which is not there."""
    last, looked, drifted = 0, 0, 0
    while True:
        async with transactions.looking() as work:
            clients = await after(work, last)
        if not clients:
            break
        name = JobName.RECONCILE
        results = await for_each_in_own_transaction(transactions, name, clients, reconcile)
        looked, drifted, last = looked + len(results), drifted + sum(results), clients[-1]
    async with transactions.work() as work:
        stranded = await free_stranded(work)
    if stranded:
        log.error("steps waited for no message", gaps=stranded)
    if drifted:
        log.error("coverage had drifted", clients=drifted)
    return {"looked": looked, "drifted": drifted}
