"""Going through many subjects, each in a transaction of its own."""

from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

import structlog

from bot.services.core.work import Work
from bot.transactions import Transactions

log = structlog.get_logger(__name__)

_S = TypeVar("_S")
_R = TypeVar("_R")


async def for_each_in_own_transaction(
    transactions: Transactions,
    job: str,
    subjects: Iterable[_S],
    do: Callable[[Work, _S], Awaitable[_R]],
) -> list[_R]:
    """What came of each subject; one that fails is logged and does not stop the others."""
    results: list[_R] = []
    for subject in subjects:
        try:
            async with transactions.work() as work:
                results.append(await do(work, subject))
        except Exception as error:
            log.error("one of a job failed", job=job, subject=subject, exc_info=error)
    return results
