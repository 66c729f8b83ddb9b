"""What a job is: a name, what it does, and when it is its time."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace

from bot.jobs.for_each import for_each_in_own_transaction
from bot.jobs.names import JobName
from bot.services.core.work import Work
from bot.transactions import Transactions

Counts = dict[str, int]
Run = Callable[[Transactions], Awaitable[Counts]]
IsDue = Callable[[Work], Awaitable[bool]]


@dataclass(frozen=True)
class Job:
    """`run` does what is due now and says what it did, counted."""

    name: str
    """In the log, and in what is kept of the days on which it ran."""
    run: Run
    asked_as: tuple[JobName, ...] = ()
    """The names under which `job NAME` runs it."""
    daily_from: int | None = None
    """Once a day, from this hour of the company's clock on; None: at every tick."""
    is_due: IsDue | None = None
    """Whether a job of every tick has anything to do, looked at with all the others at once."""

    @classmethod
    def named(
        cls,
        name: JobName,
        run: Run,
        daily_from: int | None = None,
        is_due: IsDue | None = None,
    ) -> "Job":
        """A job that is asked for by its own name."""
        return cls(name, run, (name,), daily_from, is_due)


def for_each_due(
    name: JobName,
    due: Callable[[Work], Awaitable[Iterable[int]]],
    act: Callable[[Work, int], Awaitable[bool | None]],
    counted_as: str,
) -> Job:
    """The job of every tick that acts on each id that is due, in a transaction of its own.

    An act that answers False had nothing to do and is not counted.
    """

    async def run(transactions: Transactions) -> Counts:
        async with transactions.looking() as work:
            subjects = await due(work)
        results = await for_each_in_own_transaction(transactions, name, subjects, act)
        return {counted_as: sum(result is not False for result in results)}

    return Job.named(name, run, is_due=any_of(due))


def daily(
    name: JobName,
    due: Callable[[Work], Awaitable[Iterable[int]]],
    act: Callable[[Work, int], Awaitable[bool | None]],
    counted_as: str,
    hour: int,
) -> Job:
    """The same once a day, from this hour of the company's clock on."""
    return replace(for_each_due(name, due, act, counted_as), daily_from=hour, is_due=None)


def any_of(due: Callable[[Work], Awaitable[Iterable[object]]]) -> IsDue:
    """Whether anything at all is due."""

    async def is_due(work: Work) -> bool:
        return any(True for _ in await due(work))

    return is_due
