"""Recomputing what is kept of a client, to prove that it was right (R3, R4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.method.core.workdays import midnight
from bot.models.client import Client
from bot.models.dossier import Dossier, dossiers_of_clients, dossiers_unlocked
from bot.models.reconciling import (
    Horizons,
    Lapse,
    count_active,
    doubtful_clients,
    last_client,
    timed_after,
    zones_of_people,
)
from bot.services.core.coverage import recompute_coverage
from bot.services.core.work import Work
from bot.services.tasks.reminders import keep_reminder_again, keep_reminders_of

_NUMBERS = 25_000
"""Clients whose numbers are compared by one statement."""
_AT_ONCE = 100
_TIMED = 500


@dataclass(frozen=True)
class Compared:
    """A portion of numbers: `until` was the last, `doubtful` are to be looked at."""

    until: int
    looked: int
    doubtful: tuple[int, ...]


async def compare(work: Work, after: int, numbers: int = _NUMBERS) -> Compared | None:
    """Compare what is kept of the next clients by number with their open tasks; None at the end."""
    if after >= await last_client(work.session):
        return None
    until = after + numbers
    lapses = _lapses(work, await zones_of_people(work.session))
    doubtful = await doubtful_clients(work.session, after, until, lapses, _horizons(work))
    return Compared(until, await count_active(work.session, after, until), tuple(doubtful))


def in_portions(ids: Sequence[int]) -> list[Sequence[int]]:
    """So many as are recomputed at once."""
    return [ids[at : at + _AT_ONCE] for at in range(0, len(ids), _AT_ONCE)]


async def to_settle(work: Work, client_ids: Sequence[int]) -> list[int]:
    """Recompute these clients without keeping it: those of them for which that changes anything."""
    session = work.session
    with session.no_autoflush:
        for dossier in await dossiers_unlocked(session, client_ids):
            await recompute_coverage(work, dossier)
        changed = [row for row in session.dirty if session.is_modified(row)]
    rows = [*session.new, *changed]
    return sorted({row.id if isinstance(row, Client) else row.client_id for row in rows})


async def reconcile(work: Work, client_id: int) -> bool:
    """Settle the client; True where that changed anything that was kept.

    What only waits for its recheck has not drifted: time has changed it, and the next tick would.
    Reminders follow the company's rules from here on; that a rule was changed is no drift.
    """
    return bool(await reconcile_portion(work, [client_id]))


async def reconcile_portion(work: Work, client_ids: Sequence[int]) -> int:
    """The same for some clients at once: of how many it changed anything."""
    dossiers = await dossiers_of_clients(work.session, client_ids)
    return sum([await _settle(work, dossier) for dossier in dossiers])


async def reminders_to_move(work: Work, after: int) -> tuple[int | None, list[int]]:
    """The clients among the next tasks with a time whose reminders do not follow the company's
    rules; and after which task to go on, None at the end."""
    rows = await timed_after(work.session, after, _TIMED)
    for task, owner in rows:
        keep_reminder_again(work, task, owner)
    moved = {task.client_id for task, _ in rows if work.session.is_modified(task)}
    return (rows[-1][0].id if rows else None), sorted(moved)


async def _settle(work: Work, dossier: Dossier) -> bool:
    before, recheck_at = _kept(dossier), dossier.client.recheck_at
    await recompute_coverage(work, dossier)
    await keep_reminders_of(work, dossier)
    is_due = recheck_at is not None and recheck_at <= work.now
    return _kept(dossier) != before and not is_due


def _kept(dossier: Dossier) -> tuple[object, ...]:
    client = dossier.client
    gaps = {gap.deal_id for gap in dossier.gaps}
    deals = tuple((deal.next_due, deal.gap_since) for deal in dossier.deals)
    held = client.paused_until, client.locked_until
    return client.next_due, client.gap_since, held, deals, gaps


def _horizons(work: Work) -> Horizons:
    policy = work.policy
    return Horizons(
        policy.deal_horizon_days,
        policy.client_horizon_days,
        policy.supplier_horizon_days,
        tuple(policy.class_horizons.items()),
    )


def _lapses(work: Work, zones: Sequence[str]) -> list[Lapse]:
    """For every date on which a lone task covers today somewhere, when it does no more."""
    horizons = _horizons(work)
    days = (horizons.deal, horizons.client, horizons.supplier or 0)
    longest = max(*days, *(of_class or 0 for _, of_class in horizons.by_class))
    found: list[Lapse] = []
    for zone in zones:
        place = ZoneInfo(zone)
        today = work.now.astimezone(place).date()
        for ahead in range(longest, -longest - 1, -1):
            due = today + timedelta(days=ahead)
            end = work.calendar.shift(due, work.policy.overdue_grace_days + 1)
            if end <= today:
                break
            found.append(Lapse(zone, due, ahead, midnight(end, place)))
    return found
