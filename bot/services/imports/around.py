"""What is known here when a file is read: it helps to see what the columns are (R1)."""

from bot.method.imports.recognition import Surroundings
from bot.models.people_names import names_at_work
from bot.services.core.work import Work


async def around_of(work: Work) -> Surroundings:
    """The company's local day, and what the people are called."""
    names = await names_at_work(work.session)
    return Surroundings(work.company.local(work.now).date(), frozenset(names))
