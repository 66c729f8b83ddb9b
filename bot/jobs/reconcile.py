"""The nightly check that what is kept equals what a recomputation gives."""

from collections.abc import Sequence

import structlog

from bot.jobs.for_each import for_each_in_own_transaction, for_portions_in_own_transaction
from bot.jobs.job import Counts
from bot.jobs.names import JobName
from bot.services.gaps.endings import free_stranded, stranded
from bot.services.gaps.reconcile import (
    compare,
    in_portions,
    reconcile,
    reconcile_portion,
    reminders_to_move,
    to_settle,
)
from bot.transactions import Transactions

log = structlog.get_logger(__name__)

_AT_ONCE = 20
"""Clients that are changed in one transaction: a tap waits for no more of them."""


async def run_once(transactions: Transactions) -> Counts:
    """Compare every active client with its open tasks and count those that had drifted; there must
    be none, nor a step that waits for a message which is not there.

    Looking holds nobody up: only what has to be changed is, some clients at a time.
    """
    looked, drifted = await _settle_all(transactions, JobName.RECONCILE)
    freed = await _free_stranded(transactions)
    if freed:
        log.error("steps waited for no message", gaps=freed)
    if drifted:
        log.error("coverage had drifted", clients=drifted)
    return {"looked": looked, "drifted": drifted}


async def _settle_all(transactions: Transactions, name: JobName) -> tuple[int, int]:
    """Have all that is kept of clients follow their open tasks and the company's present rules:
    how many were looked at, and how many had drifted."""
    last, looked, drifted = 0, 0, 0
    while True:
        async with transactions.looking() as work:
            portion = await compare(work, last)
        if portion is None:
            break
        last, looked = portion.until, looked + portion.looked
        drifted += await settle_doubtful(transactions, name, portion.doubtful)
    await _move_reminders(transactions, name)
    return looked, drifted


async def _free_stranded(transactions: Transactions) -> int:
    async with transactions.looking() as work:
        gaps = await stranded(work)
    portions = in_portions(gaps)
    name = JobName.RECONCILE
    return sum(await for_each_in_own_transaction(transactions, name, portions, free_stranded))


async def settle_doubtful(
    transactions: Transactions, name: JobName, doubtful: Sequence[int]
) -> int:
    """Have what is kept of these clients follow: of how many that changed anything."""
    drifted = 0
    for clients in in_portions(doubtful):
        async with transactions.looking() as work:
            wrong = await to_settle(work, clients)
        drifted += await for_portions_in_own_transaction(
            transactions, name, wrong, reconcile_portion, _AT_ONCE
        )
    return drifted


async def _move_reminders(transactions: Transactions, name: JobName) -> None:
    """Have the reminders of all tasks with a time follow the company's present rules."""
    last: int | None = 0
    while last is not None:
        async with transactions.looking() as work:
            last, clients = await reminders_to_move(work, last)
        await for_each_in_own_transaction(transactions, name, clients, reconcile)
