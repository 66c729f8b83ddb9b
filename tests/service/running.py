"""Jobs run as the command line runs them, by their names."""

from bot.jobs.job import Counts
from bot.jobs.table import JOBS
from tests.builders import Firm


async def run_job(firm: Firm, name: str) -> Counts:
    """What the job did at the firm's clock, counted."""
    return await JOBS[name].run(firm.transactions)
