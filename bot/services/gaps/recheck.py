"""Coverage that changes by time alone: a task overdue past the grace, a far one come near (R3)."""

from collections.abc import Sequence

from bot.models.due import clients_to_recheck
from bot.services.core.coverage import refresh
from bot.services.core.work import Work

_BATCH = 500


async def due_for_recheck(work: Work) -> Sequence[int]:
    """Clients whose verdict may have changed by `work.now`; each in a transaction of its own."""
    return await clients_to_recheck(work.session, work.now, _BATCH)


async def recheck(work: Work, client_id: int) -> None:
    """Settle the client by today's date."""
    await refresh(work, client_id)
