"""Pauses and locks: asked for by the owner, given by a head (R5)."""

from collections.abc import Sequence
from datetime import date, time
from zoneinfo import ZoneInfo

from bot.lookup.phrases import vocabulary
from bot.method.core.journal import ASKED, GIVEN, REFUSED
from bot.method.core.places import ClientAt
from bot.method.core.refusals import Invalid, NotFound, NotNow, Stale
from bot.method.core.terms import CancelReason, ClientStatus, Event, Role, UndoableAction
from bot.method.core.texts import clean
from bot.method.gaps.reprieve import (
    ReprieveAsk,
    ReprieveEnd,
    ReprieveKind,
    ReprieveLine,
    ReprieveReason,
    ReprieveSet,
    ReprieveState,
    checked_until,
    offered_dates,
)
from bot.method.tasks.phrases.pieces import Today
from bot.method.tasks.phrases.reading import read
from bot.models.dossier import Dossier
from bot.models.reprieve import Reprieve, living_of_client
from bot.models.task import Task
from bot.models.user import User, active_leaders
from bot.services.core.coverage import end_reprieve, recompute_coverage
from bot.services.core.heads import heads_of
from bot.services.core.outbox import enqueue
from bot.services.core.rights import require_client, require_leader
from bot.services.core.timeline import note
from bot.services.core.undo import undoable
from bot.services.core.work import Act
from bot.services.gaps.decisions import decided_before
from bot.services.gaps.messages import (
    ReprieveAskedMessage,
    ReprieveDecidedMessage,
    ReprieveSettledMessage,
)
from bot.services.gaps.reprieve_endings import record_reprieve
from bot.services.tasks.ending import cancel_tasks
from bot.services.tasks.reprieve_lines import reprieve_line
from bot.services.tasks.tasks import owner_of

_LONGEST_COMMENT = 300


async def to_reprieve(act: Act, client_id: int, kind: ReprieveKind) -> ReprieveAsk:
    """The dates that are offered; the refusals are those of `set_reprieve`."""
    dossier = await _may_get(act, client_id, kind)
    owner = owner_of(dossier)
    today = act.today_of(owner)
    return ReprieveAsk(
        kind=kind,
        client_id=client_id,
        client_name=dossier.client.name,
        dates=offered_dates(kind, today, act.policy.pause_max_days, act.calendar_of(owner)),
        today=today,
        longest_days=act.policy.pause_max_days,
        by_head=act.actor.role in Role.leaders(),
    )


async def until_typed(act: Act, client_id: int, kind: ReprieveKind, text: str) -> date:
    """The date as people type it; Invalid as `read`, and as `checked_until`."""
    owner = owner_of(await _may_get(act, client_id, kind))
    here = Today(act.now.astimezone(ZoneInfo(owner.zone)), act.calendar_of(owner))
    return _checked(act, owner, read(clean(text, 100), vocabulary(), here)[0].on)


async def check_reprieve(act: Act, client_id: int, kind: ReprieveKind, until: date) -> date:
    """The working day that comes of the chosen one; refused as `set_reprieve` would be."""
    return _checked(act, owner_of(await _may_get(act, client_id, kind)), until)


async def set_reprieve(
    act: Act,
    client_id: int,
    kind: ReprieveKind,
    until: date,
    reason: ReprieveReason,
    comment: str | None = None,
) -> ReprieveSet:
    """A leader gives it, whoever else works the client asks the heads for it; a lock is only the
    leader's to give.

    The same again changes nothing; another request takes the place of the one before. Stale
    ("client-not-active", "reprieve-runs"), NotNow("pause-inbound") while the client's own inbound
    waits, and as `checked_until`.
    """
    dossier = await _may_get(act, client_id, kind, but=(until, reason))
    owner = owner_of(dossier)
    until = _checked(act, owner, until)
    if reason not in ReprieveReason.of(kind):
        raise Invalid("button")
    living = await _living(act, client_id, kind)
    if living is not None and _is_same(living, act, until, reason):
        return ReprieveSet(
            reprieve_line(act, living, dossier.client, owner, act.actor.name), act.today
        )
    undoable(act, UndoableAction.REPRIEVE, ClientAt(client_id))
    if living is not None:
        end_reprieve(act, dossier, living, ReprieveEnd.REPLACED)
        await act.session.flush()
    reprieve = Reprieve(
        client_id=client_id,
        kind=kind,
        state=ReprieveState.ASKED,
        owner_id=owner.id,
        until=until,
        reason=reason,
        comment=clean(comment or "", _LONGEST_COMMENT) or None,
        asked_by=act.actor.id,
        asked_at=act.now,
    )
    act.session.add(reprieve)
    if act.actor.role in Role.leaders():
        return await _give(act, dossier, reprieve)
    return await _ask_heads(act, dossier, reprieve)


async def grant(act: Act, reprieve_id: int, *, confirmed: bool = False) -> ReprieveSet:
    """What the owner has asked for runs from now on.

    Stale("reprieve-decided") where another head was first or it is not asked for any more;
    NotNow("decided-before") where another head has decided something else of the client.
    """
    dossier, reprieve = await _asked(act, reprieve_id)
    await _may_get(act, dossier.client.id, reprieve.kind)
    before = await decided_before(act, dossier.client, dossier.gaps)
    if not confirmed and before.last is not None:
        raise NotNow("decided-before")
    owner = owner_of(dossier)
    if reprieve.until <= act.today_of(owner):
        raise NotNow("reprieve-past-due", until=reprieve.until)
    undoable(act, UndoableAction.REPRIEVE, ClientAt(dossier.client.id))
    return await _give(act, dossier, reprieve)


async def refuse(act: Act, reprieve_id: int) -> ReprieveLine:
    """The head says no, and whoever has asked hears of it."""
    dossier, reprieve = await _asked(act, reprieve_id)
    undoable(act, UndoableAction.REPRIEVE, ClientAt(dossier.client.id))
    reprieve.state, reprieve.told_at = ReprieveState.REFUSED, act.now
    reprieve.decided_by, reprieve.decided_at = act.actor.id, act.now
    note(act, Event.REPRIEVE_REFUSED, dossier.client.id, kind=reprieve.kind)
    record_reprieve(act, dossier, reprieve, ASKED, REFUSED)
    await _tell_owner(act, owner_of(dossier), reprieve)
    await _tell_leaders(act, reprieve)
    return reprieve_line(act, reprieve, dossier.client, owner_of(dossier), act.actor.name)


async def _ask_heads(act: Act, dossier: Dossier, reprieve: Reprieve) -> ReprieveSet:
    owner = owner_of(dossier)
    await act.session.flush()
    _note(act, Event.REPRIEVE_ASKED, reprieve)
    for head in await heads_of(act, owner):
        await enqueue(act, head, ReprieveAskedMessage(reprieve.id))
    line = reprieve_line(act, reprieve, dossier.client, owner, act.actor.name)
    return ReprieveSet(line, act.today)


async def _give(act: Act, dossier: Dossier, reprieve: Reprieve) -> ReprieveSet:
    client, owner = dossier.client, owner_of(dossier)
    before = ASKED if reprieve.asked_by != act.actor.id else None
    reprieve.state, reprieve.owner_id = ReprieveState.RUNNING, owner.id
    reprieve.decided_by, reprieve.decided_at = act.actor.id, act.now
    cancelled = 0
    if reprieve.kind is ReprieveKind.PAUSE:
        client.paused_until = reprieve.until
        reprieve.due_at = act.company_time_of(owner).at(reprieve.until, time())
        inside = [task for task in _planned(dossier) if not _is_later(task.due_on, reprieve.until)]
        cancelled = len(cancel_tasks(act, dossier, inside, CancelReason.OBSOLETE))
    else:
        client.locked_until = act.ladder_time_of(owner).end_of_day(reprieve.until)
        reprieve.due_at = client.locked_until
    await act.session.flush()
    _note(act, Event.REPRIEVE_GIVEN, reprieve)
    record_reprieve(act, dossier, reprieve, before, GIVEN)
    await recompute_coverage(act, dossier)
    await _tell_owner(act, owner, reprieve)
    if before is not None:
        await _tell_leaders(act, reprieve)
    line = reprieve_line(act, reprieve, client, owner, act.actor.name)
    return ReprieveSet(line, act.today, cancelled)


def _note(act: Act, event: Event, reprieve: Reprieve) -> None:
    note(
        act,
        event,
        reprieve.client_id,
        kind=reprieve.kind,
        until=reprieve.until.isoformat(),
        why=reprieve.reason,
        comment=reprieve.comment,
    )


async def _tell_owner(act: Act, owner: User, reprieve: Reprieve) -> None:
    if owner.id != act.actor.id:
        await enqueue(act, owner, ReprieveDecidedMessage(reprieve.id))


async def _tell_leaders(act: Act, reprieve: Reprieve) -> None:
    """The messages of the others that ask for it say what has become of it."""
    for leader in await active_leaders(act.session):
        if leader.id != act.actor.id:
            await enqueue(act, leader, ReprieveSettledMessage(reprieve.id))


async def _asked(act: Act, reprieve_id: int) -> tuple[Dossier, Reprieve]:
    """A request that waits for a head, of a client that is still the same person's."""
    require_leader(act)
    found = await act.session.get(Reprieve, reprieve_id)
    if found is None:
        raise NotFound("thing")
    dossier = await require_client(act, found.client_id)
    await act.session.refresh(found)
    if found.state is not ReprieveState.ASKED or found.owner_id != dossier.client.owner_id:
        raise Stale("reprieve-decided", ClientAt(found.client_id))
    return dossier, found


async def _may_get(
    act: Act,
    client_id: int,
    kind: ReprieveKind,
    but: tuple[date, ReprieveReason] | None = None,
) -> Dossier:
    """A client that may be paused or locked now; `but` what runs already may be said once more."""
    if kind is ReprieveKind.LOCK:
        require_leader(act)
    dossier = await require_client(act, client_id)
    if dossier.client.status is not ClientStatus.ACTIVE or dossier.owner is None:
        raise Stale("client-not-active", ClientAt(client_id))
    living = await _living(act, client_id, kind)
    if living is not None and living.state is ReprieveState.RUNNING:
        if but is None or not _is_same(living, act, *but):
            raise Stale("reprieve-runs", ClientAt(client_id))
        return dossier
    if kind is ReprieveKind.PAUSE and dossier.inbound:
        raise NotNow("pause-inbound")
    return dossier


async def _living(act: Act, client_id: int, kind: ReprieveKind) -> Reprieve | None:
    rows: Sequence[Reprieve] = await living_of_client(act.session, client_id)
    return next((row for row in rows if row.kind is kind), None)


def _is_same(living: Reprieve, act: Act, until: date, reason: ReprieveReason) -> bool:
    same_person = (living.decided_by or living.asked_by) == act.actor.id
    return same_person and (living.until, living.reason) == (until, reason)


def _checked(act: Act, owner: User, until: date) -> date:
    today, calendar = act.today_of(owner), act.calendar_of(owner)
    return checked_until(until, today, act.policy.pause_max_days, calendar)


def _planned(dossier: Dossier) -> list[Task]:
    return [task for task in dossier.tasks if task not in dossier.inbound]


def _is_later(due_on: date | None, until: date) -> bool:
    return due_on is not None and due_on >= until
