"""What every job works with: a transaction at the present moment, as often as it needs one."""

from dataclasses import dataclass, field
from datetime import date

from bot.models.job_run import first_run
from bot.transactions import Transactions

Counts = dict[str, int]


@dataclass(frozen=True)
class Room(Transactions):
    """Jobs take it and return what they did, counted."""

    _ran: set[str] = field(default_factory=set, compare=False)

    @classmethod
    def of(cls, transactions: Transactions) -> "Room":
        """The same database, clock and company."""
        return cls(transactions.database, transactions.clock, transactions.company)

    async def first_time(self, key: str) -> bool:
        """Whether nobody has run this yet; from now on somebody has.

        Remembered here as well, so that a tick does not ask the database for the night's job.
        """
        if key in self._ran:
            return False
        async with self.work() as work:
            first = await first_run(work.session, key, work.now)
        self._ran.add(key)
        return first

    def today(self) -> date:
        """The company's local date."""
        return self.local_now().date()
