"""Taking back for a minute what somebody has just done.

`begin` listens to everything that the act changes, a use case calls its act `undoable`, `keep`
writes down how to restore what was before. The timeline keeps both.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import assert_never, get_args

from bot.method.core.places import (
    ClientAt,
    DateAsked,
    DealAt,
    DealList,
    DecisionOn,
    FoundList,
    HandOutPreview,
    MyDay,
    PersonAt,
    Place,
    PoolList,
    SpreadPreview,
    TaskAt,
    TeamGapList,
    UnloadPreview,
    WalkAt,
)
from bot.method.core.refusals import NotFound, Stale
from bot.method.core.terms import Event, UndoableAction
from bot.models.base import JsonDict, flush_many
from bot.models.changes import ChangeLog, put_back
from bot.models.dossier import dossiers_of_clients
from bot.models.outbox import forget_unsent
from bot.models.undo import (
    UndoStep,
    add_step,
    clients_by,
    counted_back,
    opens_deal,
    outcome_of,
    own_step,
    step_before,
)
from bot.services.core.coverage import end_pause_by_deal, recompute_coverage
from bot.services.core.journal.recording import record_undone, recorded
from bot.services.core.plain_json import plain, typed
from bot.services.core.timeline import note
from bot.services.core.work import Act, Work

_KEY = "undo"
_PLACES: Mapping[str, type[Place]] = {made.__name__: made for made in get_args(Place)}


@dataclass
class _Book:
    """What one transaction of a person has done so far; lives in the session. `round` is the work
    mode that it began in, `tap` the button as it was packed, `update` its number in the inbox."""

    log: ChangeLog
    round: JsonDict | None = None
    tap: str | None = None
    update: int | None = None
    named: tuple[UndoableAction, Place] | None = None
    messages: list[str] = field(default_factory=list)
    follows: int | None = None
    beside: JsonDict | None = None
    entries: list[int] | None = None
    """Of the journal, once the act is complete: the rest is not of this act."""


@dataclass(frozen=True)
class TakenBack:
    """What was taken back, the clients it was about, and where the person was before."""

    deed: UndoableAction
    before: Place
    clients: tuple[int, ...]
    earlier: int | None = None
    """The step before it on the same clients, which may be taken back as well."""
    follows: int | None = None
    """The step of the part before, where the act was one of many transactions: it is not taken
    back yet."""
    beside: JsonDict | None = None
    """What the use case has kept for itself: no row that is watched."""
    crowded: tuple[int, ...] = ()
    """The clients with more than one open inbound by it: something new has come meanwhile."""
    strayed: tuple[int, ...] = ()
    """Those with a task of somebody's who had them meanwhile."""


def begin(
    act: Act, follows: int | None = None, tap: str | None = None, update: int | None = None
) -> None:
    """Watch the act from here on, which this `tap` begins by the `update` of the inbox; it goes on
    with what was kept as the step `follows`."""
    kept = act.actor.round if act.in_round else None
    act.session.info[_KEY] = _Book(ChangeLog(act.session), kept, tap, update, follows=follows)


def goes_on(act: Act, step: UndoStep) -> bool:
    """Whether the step is a part of the very update that is being handled: then the process was
    ended in the middle of the act, and what is done now follows that part."""
    book = _book(act)
    if book is None or book.update is None or step.subject.get("update") != book.update:
        return False
    book.follows = step.id
    return True


def followed(work: Work) -> int | None:
    """The step of the part before, where this one goes on with an act of many transactions."""
    book = _book(work)
    return book.follows if book is not None else None


def undoable(work: Work, deed: UndoableAction, before: Place) -> None:
    """The act may be taken back, all its changes at once; a job's may not.

    `before` is where the screen goes then. The first to call gives the name: an act of many parts
    calls before its parts do. RuntimeError where a message was queued before the call: it would
    not wait.
    """
    book = _book(work)
    if book is not None and book.named is None:
        if book.messages:
            raise RuntimeError(f"{deed} is called undoable after its message was queued")
        book.named = (deed, before)


def keep_beside(work: Work, facts: JsonDict) -> None:
    """What the use case needs to take back what is no row that is watched."""
    book = _book(work)
    if book is not None:
        book.beside = facts


def stays_from(work: Work) -> datetime:
    """From when on (UTC) the act can not be taken back: people may be told of it."""
    book = _book(work)
    named = book is not None and book.named is not None
    return work.now + work.policy.undo_window if named else work.now


def queued(work: Work, key: str) -> None:
    """A message of the act: when the act is taken back before it was sent, it goes as well."""
    book = _book(work)
    if book is not None:
        book.messages.append(key)


async def complete(act: Act) -> None:
    """What the update changes from here on belongs to the act no more."""
    book = _book(act)
    if book is not None and book.named is not None:
        await act.session.flush()
        book.log.close()
        book.entries = recorded(act)


async def keep(act: Act) -> int | None:
    """Write down how to take the act back; None where it is not undoable or changed nothing, the
    part before where only this one has changed nothing."""
    book = _book(act)
    if book is None or book.named is None:
        return None
    await act.session.flush()
    rows = book.log.rows()
    if not rows:
        return book.follows
    deed, before = book.named
    subject: JsonDict = {"before": {"at": type(before).__name__} | plain(before)}
    if book.follows is not None:
        subject["follows"] = book.follows
        subject["clients_before"] = await clients_by(act.session, book.follows)
    if book.update is not None:
        subject["update"] = book.update
    if book.beside is not None:
        subject["beside"] = book.beside
    if book.round is not None:
        subject["round"] = book.round
    if book.tap is not None:
        subject["tap"] = book.tap
    changes = {"clients": book.log.client_ids, "rows": rows, "messages": book.messages}
    if entries := recorded(act) if book.entries is None else book.entries:
        changes["journal"] = entries
    return await add_step(
        act.session, act.actor.id, deed.value, act.now, subject=subject, changes=changes
    )


def changed_nothing(act: Act) -> bool:
    """Whether nothing was done that could be taken back: what was wanted is there already."""
    book = _book(act)
    return book is None or book.named is None


async def take_back(act: Act, step_id: int) -> TakenBack:
    """Restore what was before the actor's own act, within the minute and once.

    Stale with the fresh card where it is too late ("undo-late"), was done already ("undo-used")
    or something has been changed since ("undo-changed"). A message sent all the same stays.
    """
    step = await _unused(act, step_id)
    if act.now >= step.made_at + act.policy.undo_window:
        raise Stale("undo-late", _card(step))
    return await _restore(act, step)


async def take_back_more(act: Act, step_id: int) -> TakenBack:
    """The part before of an act whose later part was in time and has just been taken back."""
    return await _restore(act, await _unused(act, step_id))


async def _unused(act: Act, step_id: int) -> UndoStep:
    step = await own_step(act.session, step_id, act.actor.id)
    if step is None:
        raise NotFound("thing")
    if step.used_at is not None:
        raise Stale("undo-used", _card(step))
    return step


async def _restore(act: Act, step: UndoStep) -> TakenBack:
    # Read now: where something newer hangs on a row that has to go, the transaction is over.
    clients, card = step.changes["clients"], _card(step)
    if not await put_back(act.session, step.changes["rows"], clients):
        raise Stale("undo-changed", card)
    step.used_at = act.now
    await record_undone(act, step.changes.get("journal", []))
    if not act.in_round:
        # With the last card of a round the work mode ended by itself: it is going on again.
        act.actor.round = step.subject.get("round")
    await forget_unsent(act.session, step.changes["messages"])
    crowded, strayed = [], []
    for dossier in await dossiers_of_clients(act.session, clients):
        note(
            act,
            Event.UNDONE,
            dossier.client.id,
            code=step.code,
            moves=counted_back(step, dossier, "moves"),
            attempts=counted_back(step, dossier, "attempts"),
            made_at=step.made_at.isoformat(),
        )
        if opens_deal(step):
            await end_pause_by_deal(act, dossier, since=step.made_at)
        # Nothing to do, unless something that did not touch these rows came in between.
        await recompute_coverage(act, dossier)
        if len(dossier.inbound) > 1:
            crowded.append(dossier.client.id)
        if any(task.owner_id != dossier.client.owner_id for task in dossier.tasks):
            strayed.append(dossier.client.id)
    await flush_many(act.session)
    back = replace(_back(step), crowded=tuple(crowded), strayed=tuple(strayed))
    earlier = await step_before(act.session, step, act.now - act.policy.undo_window)
    if earlier is None or earlier.changes["clients"] != clients:
        return back
    before = back.before
    if isinstance(before, DateAsked):
        # The question that is asked again came after the outcome of the step before.
        before = replace(before, outcome=outcome_of(earlier))
    return replace(back, earlier=earlier.id, before=before)


def _book(work: Work) -> _Book | None:
    book = work.session.info.get(_KEY)
    return book if isinstance(book, _Book) else None


def _back(step: UndoStep) -> TakenBack:
    return TakenBack(
        deed=UndoableAction(step.code),
        before=place_before(step),
        clients=tuple(step.changes["clients"]),
        follows=step.subject.get("follows"),
        beside=step.subject.get("beside"),
    )


def place_before(step: UndoStep) -> Place:
    """Where the person was; the day for a step that an earlier version has kept."""
    stored = step.subject.get("before")
    return MyDay() if stored is None else typed(_PLACES[stored["at"]], stored)


def _card(step: UndoStep) -> Place | None:
    """The card that shows what became of it; a list or a preview does not."""
    before = place_before(step)
    match before:
        case TaskAt() | ClientAt() | DealAt() | WalkAt() | PersonAt():
            return before
        case DateAsked(client_id):
            return ClientAt(client_id)
        case SpreadPreview() | UnloadPreview() | HandOutPreview() | PoolList() | MyDay():
            return None
        case FoundList() | DealList() | TeamGapList() | DecisionOn():
            return None
    assert_never(before)
