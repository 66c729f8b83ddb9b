"""What a head decides about a client without a task (R5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.method.core.journal import JournalKind
from bot.method.core.places import ClientAt
from bot.method.core.refusals import NotNow, Stale
from bot.method.core.terms import ClientStatus, Event, Role, UndoableAction
from bot.method.gaps.cards import DECISIONS, DecidedBefore, Decision
from bot.method.gaps.reprieve import ReprieveKind
from bot.models.client import Client
from bot.models.dossier import Dossier
from bot.models.gap import Gap
from bot.models.timeline import PastEvent, latest_entries, standing
from bot.models.user import active_leaders
from bot.services.core.coverage import reschedule
from bot.services.core.journal.recording import record_of_client
from bot.services.core.outbox import enqueue
from bot.services.core.rights import require_client, require_leader
from bot.services.core.timeline import note
from bot.services.core.undo import undoable
from bot.services.core.work import Act
from bot.services.gaps.messages import DayGivenMessage
from bot.services.tasks.tasks import owner_of

_LOOKED_AT = 20
"""How many decisions about one client are looked through."""
_REMEMBERED = timedelta(days=1)
"""How long a decision is named to who decides next, once the client has a task again."""


@dataclass(frozen=True)
class DayGiven:
    """Until when the ladder waits, in the reader's local time."""

    client_name: str
    until: datetime


async def give_day(act: Act, client_id: int, *, confirmed: bool = False) -> DayGiven:
    """The ladder waits until the end of the next working day; the owner is told.

    The same again changes nothing. Where another head has decided before, only when confirmed:
    NotNow("decided-before").
    """
    dossier = await neglected(act, client_id)
    owner = owner_of(dossier)
    today = act.today_of(owner)
    time = act.ladder_time_of(owner)
    until = time.end_of_day(time.calendar.shift(today, 1))
    given = DayGiven(dossier.client.name, until.astimezone(ZoneInfo(act.actor.zone)))
    if not confirmed and (await decided_before(act, dossier.client, dossier.gaps)).last is not None:
        raise NotNow("decided-before")
    if all(gap.day_given_until == until for gap in dossier.gaps):
        return given
    undoable(act, UndoableAction.GIVE_DAY, ClientAt(client_id))
    for gap in dossier.gaps:
        gap.day_given_until = until
    reschedule(act, dossier, owner)
    note(act, Event.DAY_GIVEN, client_id, until=until.isoformat())
    on = until.astimezone(ZoneInfo(owner.zone)).date()
    record_of_client(act, JournalKind.DAY_GIVEN, dossier, subject=on.isoformat())
    await enqueue(act, owner, DayGivenMessage(client_id, until, act.today))
    return given


async def decided_before(act: Act, client: Client, gaps: Sequence[Gap]) -> DecidedBefore:
    """What another head has decided of the client since these gaps are open, or within a day.

    It takes no lock: a message that only shows it is drawn in a transaction that may not.
    """
    sets = [DECISIONS, frozenset({Event.UNDONE})]
    rows = standing(await latest_entries(act.session, client.id, sets, _LOOKED_AT))
    opened = min((gap.opened_at for gap in gaps), default=act.now)
    leaders = {leader.id for leader in await active_leaders(act.session)}
    besides = {act.actor.id, client.owner_id}
    last = next(
        (
            Decision(entry.event, name or "", act.now - entry.at, _reprieve(entry))
            for entry, name in rows
            if entry.event in DECISIONS
            and entry.actor_id in leaders - besides
            and entry.at >= min(opened, act.now - _REMEMBERED)
        ),
        None,
    )
    given = sum(entry.event is Event.DAY_GIVEN and entry.at >= opened for entry, _ in rows)
    return DecidedBefore(last, given)


def _reprieve(entry: PastEvent) -> ReprieveKind | None:
    given = entry.event is Event.REPRIEVE_GIVEN
    return ReprieveKind(entry.data["kind"]) if given else None


async def decided_of_client(act: Act, client_id: int) -> DecidedBefore:
    """The same for the questions that lead to a decision; nothing for who is no head."""
    dossier = await require_client(act, client_id)
    if act.actor.role not in Role.leaders():
        return DecidedBefore()
    return await decided_before(act, dossier.client, dossier.gaps)


async def neglected(act: Act, client_id: int) -> Dossier:
    """A client with an open gap that the leader may decide about; else the fresh card."""
    require_leader(act)
    dossier = await require_client(act, client_id)
    if dossier.client.status is not ClientStatus.ACTIVE:
        raise Stale("client-not-active", ClientAt(client_id))
    if not dossier.gaps:
        raise Stale("gap-closed", ClientAt(client_id))
    return dossier


async def still_given(act: Act, about: DayGivenMessage) -> DayGiven | None:
    """What the message says now; None once the client is another's or has a task."""
    client = await act.session.get_one(Client, about.client)
    if client.owner_id != act.actor.id or client.gap_since is None:
        return None
    return DayGiven(client.name, about.until.astimezone(act.zone))
