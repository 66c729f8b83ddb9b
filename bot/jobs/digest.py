"""The morning digests that are due (R10)."""

from bot.jobs.for_each import for_portions_in_own_transaction
from bot.jobs.job import Counts
from bot.jobs.names import JobName
from bot.services.day.digest import AT_ONCE, decide_digests, people_for_digest
from bot.transactions import Transactions


async def run_once(transactions: Transactions) -> Counts:
    """Decide everybody's whose hour has come, so many people in a transaction."""
    async with transactions.looking() as work:
        people = await people_for_digest(work)
    count = await for_portions_in_own_transaction(
        transactions, JobName.DIGEST, people, decide_digests, AT_ONCE
    )
    return {"digests": count}
