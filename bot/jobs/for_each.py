"""Going through many subjects, each in a transaction of its own."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
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


async def for_portions_in_own_transaction(
    transactions: Transactions,
    job: str,
    subjects: Sequence[_S],
    do: Callable[[Work, Sequence[_S]], Awaitable[int]],
    at_once: int,
) -> int:
    """The same, so many at a time, counted; a portion that fails is gone through one by one."""

    async def alone(work: Work, subject: _S) -> int:
        return await do(work, [subject])

    count = 0
    for start in range(0, len(subjects), at_once):
        portion = subjects[start : start + at_once]
        try:
            async with transactions.work() as work:
                done = await do(work, portion)
        except Exception as error:
            log.warning("a portion of a job failed", job=job, exc_info=error)
            done = sum(await for_each_in_own_transaction(transactions, job, portion, alone))
        count += done
    return count
