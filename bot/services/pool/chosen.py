"""A choice of clients of the pool as a question to the database (R6)."""

from bot.method.inbound.matching import fold_name
from bot.method.pool.filters import PoolChoice
from bot.models.pool_list import PoolQuery
from bot.models.pool_pick import PoolSearch
from bot.services.core.work import Work


async def chosen_of(work: Work, reader_id: int | None, choice: PoolChoice) -> PoolQuery:
    """Whom the choice means now: of the ticks and the search those of the reader count."""
    search = None if reader_id is None else await work.session.get(PoolSearch, reader_id)
    sought = None if search is None else _sought(search.typed)
    attempts = work.policy.reactivation_attempts
    return PoolQuery(work.now, attempts, choice, reader_id=reader_id, sought=sought)


def _sought(typed: str) -> str:
    """The folded name; a number that is marked as one stays so."""
    number = typed.lstrip("№# ")
    return f"№{number}" if typed[0] in "№#" and number.isdigit() else fold_name(typed)
