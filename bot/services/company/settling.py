"""Carrying changes of the rules out over the whole base, a share at a time: how far that is stands
with the last change, so a further one has it begin anew (R3, R4)."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.models.policy import (
    PolicyChange,
    keep_clients_until,
    keep_tasks_until,
    settle_changes,
    unsettled_changes,
)
from bot.models.reconciling import last_client
from bot.services.core.work import Work

_NEARLY = 0.99
"""Of all, while there is something left."""


@dataclass(frozen=True)
class Pass:
    """One way through the base for all changes so far; `clients_until` and `tasks_until` are the
    last numbers gone through, tasks only once that has begun."""

    changes: tuple[int, ...]
    clients_until: int
    tasks_until: int | None


async def _changes_to_settle(work: Work) -> Sequence[PolicyChange]:
    """Changes that what is kept of clients does not follow yet, the last one last."""
    return await unsettled_changes(work.session)


async def pass_to_go_on(work: Work) -> Pass | None:
    """The way through the base that is to be gone on with; None where all is settled."""
    changes = await _changes_to_settle(work)
    if not changes:
        return None
    ids = tuple(change.id for change in changes)
    return Pass(ids, changes[-1].clients_until or 0, changes[-1].tasks_until)


async def clients_followed(work: Work, ongoing: Pass, until: int) -> None:
    """The clients up to this number follow the changes."""
    await keep_clients_until(work.session, ongoing.changes[-1], until)


async def tasks_followed(work: Work, ongoing: Pass, until: int) -> None:
    """All clients do, and the reminders of the tasks up to this number."""
    await keep_tasks_until(work.session, ongoing.changes[-1], until)


async def settled(work: Work, ongoing: Pass) -> None:
    """Everything follows these changes now; one that has come since is not among them."""
    await settle_changes(work.session, ongoing.changes, work.now)


async def share_settled(work: Work) -> float | None:
    """How much of the base follows the last change, from zero to one; None where all does."""
    ongoing = await pass_to_go_on(work)
    if ongoing is None:
        return None
    if ongoing.tasks_until is not None:
        return _NEARLY
    return min(ongoing.clients_until / max(await last_client(work.session), 1), _NEARLY)
