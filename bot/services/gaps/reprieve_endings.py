"""Pauses and locks that run: their lists, their end by hand and by time (R5)."""

from collections.abc import Sequence
from datetime import time, timedelta

from bot.method.core.journal import ASKED, ENDED, GIVEN, JournalKind
from bot.method.core.paging import PAGE, page_of
from bot.method.core.places import ClientAt
from bot.method.core.refusals import NotFound, NotNow, Stale
from bot.method.core.terms import Direction, Event, Role, UndoableAction
from bot.method.gaps.cards import ToDecide
from bot.method.gaps.reprieve import (
    ReprieveEnd,
    ReprieveKind,
    ReprieveLine,
    ReprievePage,
    ReprieveState,
)
from bot.models.dossier import Dossier, dossier_of_client
from bot.models.leave_request import count_waiting
from bot.models.reprieve import (
    Reprieve,
    count_asked,
    count_running,
    reprieve_row,
    reprieves_due,
    running_page,
)
from bot.models.task import Task
from bot.models.user import User
from bot.services.core.coverage import end_reprieve, recompute_coverage
from bot.services.core.heads import heads_of
from bot.services.core.journal.recording import record_of_client
from bot.services.core.outbox import enqueue
from bot.services.core.rights import people_of, require_client
from bot.services.core.timeline import note
from bot.services.core.undo import undoable
from bot.services.core.work import Act, Work
from bot.services.gaps.messages import ReprieveOverMessage
from bot.services.tasks.reprieve_lines import reprieve_line
from bot.services.tasks.tasks import horizon_of, owner_of

_BATCH = 500
_OVERLOOKED = timedelta(days=1)
"""After which a request is named in the digest."""


async def running(act: Act, kind: ReprieveKind, page: int = 0) -> ReprievePage:
    """Those of the actor's own clients, for a leader of all whom he leads; with the pauses that a
    head has not decided about yet."""
    scope = await people_of(act)
    total = await count_running(act.session, kind, scope)
    page, pages = page_of(page, total, PAGE)
    rows = await running_page(act.session, kind, scope, page * PAGE, PAGE)
    lines = tuple(reprieve_line(act, *row) for row in rows)
    team = act.actor.role in Role.leaders()
    return ReprievePage(kind, lines, total, page, pages, act.today, team)


async def to_decide(act: Act) -> ToDecide:
    """What has waited for the head's word for a day: what is newer comes by itself. Of an admin
    nothing, who is asked only in a head's place."""
    if act.actor.role is not Role.HEAD:
        return ToDecide()
    scope, since = await people_of(act), act.now - _OVERLOOKED
    pauses = await count_asked(act.session, scope, since)
    return ToDecide(pauses, await count_waiting(act.session, scope, since))


async def reprieve_for_message(act: Act, reprieve_id: int) -> ReprieveLine | None:
    """What a message about it says now; None where its client has no owner any more, or is another
    team's."""
    row = await reprieve_row(act.session, reprieve_id)
    if row is None or not (await people_of(act)).holds(row[2]):
        return None
    return reprieve_line(act, *row)


async def lift(act: Act, reprieve_id: int) -> Dossier:
    """The pause is over: by its owner or a leader; a lock is for a leader only. The clock of the
    gap begins now. Stale("reprieve-over") where it runs no more."""
    found = await act.session.get(Reprieve, reprieve_id)
    if found is None:
        raise NotFound("thing")
    dossier = await require_client(act, found.client_id)
    await act.session.refresh(found)
    if found.kind is ReprieveKind.LOCK and act.actor.role not in Role.leaders():
        raise NotNow("lock-by-head-only")
    if found.state not in (ReprieveState.RUNNING, ReprieveState.ASKED):
        raise Stale("reprieve-over", ClientAt(found.client_id))
    undoable(act, UndoableAction.REPRIEVE, ClientAt(found.client_id))
    before = GIVEN if found.state is ReprieveState.RUNNING else ASKED
    record_reprieve(act, dossier, found, before, ENDED)
    end_reprieve(act, dossier, found, ReprieveEnd.BY_HAND)
    await recompute_coverage(act, dossier)
    return dossier


def record_reprieve(
    work: Work, dossier: Dossier, reprieve: Reprieve, before: str | None, after: str
) -> None:
    """What somebody has decided about a pause or a lock, with its date."""
    kind = JournalKind.PAUSE if reprieve.kind is ReprieveKind.PAUSE else JournalKind.LOCK
    on = reprieve.until.isoformat()
    record_of_client(work, kind, dossier, before, after, subject=on)


async def reprieves_to_turn(work: Work) -> Sequence[int]:
    """Those that end by `work.now`, or have ended untold; each in a transaction of its own."""
    return await reprieves_due(work.session, work.now, _BATCH)


async def turn_reprieve(work: Work, reprieve_id: int) -> bool:
    """End it at its date, with a task for who waits no more; tell the owner and the heads once.

    False where nothing was due any more, or the owner's own day has not begun yet.
    """
    known = await work.session.get(Reprieve, reprieve_id)
    dossier = None if known is None else await dossier_of_client(work.session, known.client_id)
    if known is None or dossier is None:
        return False
    await work.session.refresh(known)
    if known.told_at is not None or known.due_at is None or known.due_at > work.now:
        return False
    if known.state is ReprieveState.RUNNING and dossier.owner is not None:
        if known.kind is ReprieveKind.PAUSE and work.today_of(dossier.owner) < known.until:
            # The owner lives elsewhere by now.
            known.due_at = work.company_time_of(dossier.owner).at(known.until, time())
            return False
        end_reprieve(work, dossier, known, ReprieveEnd.ITS_DATE)
        if known.kind is ReprieveKind.PAUSE:
            await _bring_back(work, dossier)
        await recompute_coverage(work, dossier)
    if known.told_at is None:
        known.told_at = work.now
        if dossier.owner is not None:
            await _tell(work, dossier.owner, known)
    return True


async def _tell(work: Work, owner: User, reprieve: Reprieve) -> None:
    if reprieve.why_ended is ReprieveEnd.BY_HAND:
        hearers = {owner.id: owner} if reprieve.ended_by != owner.id else {}
    else:
        hearers = {owner.id: owner} | {head.id: head for head in await heads_of(work, owner)}
    for person in hearers.values():
        await enqueue(work, person, ReprieveOverMessage(reprieve.id))


async def _bring_back(work: Work, dossier: Dossier) -> None:
    """A task for today on every deal, or on the client, that has none to be covered by."""
    owner = owner_of(dossier)
    today = work.today_of(owner)
    for subject in dossier.subjects:
        last = today + timedelta(days=horizon_of(work, dossier, subject))
        dates = [task.due_on for task in dossier.planned(subject) if task.due_on is not None]
        if any(today <= on <= last for on in dates):
            continue
        task = Task(
            client_id=dossier.client.id,
            deal_id=subject,
            owner_id=owner.id,
            direction=Direction.OUTBOUND,
            due_on=today,
            created_at=work.now,
        )
        work.session.add(task)
        await work.session.flush()
        dossier.tasks.append(task)
        note(work, Event.TASK_PLANNED, dossier.client.id, task=task, on=today.isoformat())
