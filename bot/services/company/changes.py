"""Changes of the company's numbers and days: made one after the other, each kept with who has made
it, when, and what was before."""

from collections.abc import Iterable
from datetime import datetime

from bot.method.company.calendar import day_of
from bot.method.company.changes import PolicyChangeLine
from bot.method.core.journal import JournalKind
from bot.models.job_run import run_again
from bot.models.policy import PolicyChange, changes_of, keep_override
from bot.services.core.journal.recording import record
from bot.services.core.work import Act

SHOWN = 5
"""Changes on a card."""
_LOCK = "rules"


async def wait_for_others(act: Act) -> None:
    """Whoever else changes something waits until this is kept: two numbers that are right alone may
    contradict each other."""
    await run_again(act.session, _LOCK, act.now)


async def keep_change(
    act: Act,
    name: str,
    before: str,
    after: str,
    *,
    own: str | None,
    settled_at: datetime | None = None,
) -> None:
    """The company's `own` value from now on, None: it has none, with the change for the history."""
    await keep_override(act.session, name, own, act.actor.id, act.now)
    act.session.add(
        PolicyChange(
            name=name,
            before=before,
            after=after,
            changed_by=act.actor.id,
            changed_at=act.now,
            settled_at=settled_at,
        )
    )
    kind = JournalKind.RULE if day_of(name) is None else JournalKind.DAY
    record(act, kind, before, after, subject=name)


async def last_change(act: Act, name: str, number: int) -> PolicyChange | None:
    """The change of this number, while it is the last one of what is called so."""
    rows = await changes_of(act.session, name, 1)
    return next((change for change, _ in rows if change.id == number), None)


def change_lines(
    act: Act, rows: Iterable[tuple[PolicyChange, str]]
) -> tuple[PolicyChangeLine, ...]:
    """The same for a card, at the actor's local times."""
    return tuple(
        PolicyChangeLine(
            change.id, who, change.changed_at.astimezone(act.zone), change.before, change.after
        )
        for change, who in rows
    )
