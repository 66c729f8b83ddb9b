"""Rules that were changed: what is kept of clients follows them with the next tick."""

from bot.jobs.job import Counts
from bot.jobs.names import JobName
from bot.jobs.reconcile import settle_all
from bot.services.company.effect import changes_to_settle, settled
from bot.transactions import Transactions


async def run_once(transactions: Transactions) -> Counts:
    """Go through all clients once for all changes so far; after a crash, once more."""
    async with transactions.looking() as work:
        changes = await changes_to_settle(work)
    if not changes:
        return {"rules": 0, "changed": 0}
    _, changed = await settle_all(transactions, JobName.RULES)
    async with transactions.work() as work:
        await settled(work, changes)
    return {"rules": len(changes), "changed": changed}
