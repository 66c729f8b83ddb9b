"""What a job is: a name, what it does, and when it is its time."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace

from bot.jobs.for_each import for_each_in_own_transaction
from bot.jobs.names import JobName
from bot.models.idle import DueSign
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
    sign: DueSign | None = None
    """Seen where a job of every tick may have something to do; looked for with those of all the
    others by one statement."""
    confirm: IsDue | None = None
    """Asked where the sign is seen, if that alone says little."""
    is_due: IsDue | None = None
    """What no sign tells: whether it is time besides. Asked at each tick."""

    @classmethod
    def named(
        cls,
        name: JobName,
        run: Run,
        daily_from: int | None = None,
        sign: DueSign | None = None,
        is_due: IsDue | None = None,
    ) -> "Job":
        """A job that is asked for by its own name."""
        return cls(name, run, (name,), daily_from, sign, is_due=is_due)

    @property
    def of_every_tick(self) -> bool:
        """Whether it says when it has something to do; the others are a matter of the day."""
        return self.sign is not None or self.is_due is not None

    async def may_be_due(self, work: Work, seen: frozenset[DueSign]) -> bool:
        """Whether a job of every tick is to be run, where these signs are seen."""
        if self.sign in seen and (self.confirm is None or await self.confirm(work)):
            return True
        return self.is_due is not None and await self.is_due(work)


def for_each_due(
    name: JobName,
    due: Callable[[Work], Awaitable[Iterable[int]]],
    act: Callable[[Work, int], Awaitable[bool | None]],
    counted_as: str,
    sign: DueSign | None = None,
    *,
    confirmed: bool = False,
) -> Job:
    """The job of every tick that acts on each id that is due, in a transaction of its own.

    An act that answers False had nothing to do and is not counted. `confirmed`: much that shows
    the sign is not due.
    """

    async def run(transactions: Transactions) -> Counts:
        async with transactions.looking() as work:
            subjects = await due(work)
        results = await for_each_in_own_transaction(transactions, name, subjects, act)
        return {counted_as: sum(result is not False for result in results)}

    confirm = _any_of(due) if confirmed else None
    return replace(Job.named(name, run, sign=sign), confirm=confirm)


def daily(
    name: JobName,
    due: Callable[[Work], Awaitable[Iterable[int]]],
    act: Callable[[Work, int], Awaitable[bool | None]],
    counted_as: str,
    hour: int,
) -> Job:
    """The same once a day, from this hour of the company's clock on."""
    return replace(for_each_due(name, due, act, counted_as), daily_from=hour)


def _any_of(due: Callable[[Work], Awaitable[Iterable[object]]]) -> IsDue:
    """Whether anything at all is due."""

    async def is_due(work: Work) -> bool:
        return any(True for _ in await due(work))

    return is_due
