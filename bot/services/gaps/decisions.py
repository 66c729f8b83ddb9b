"""What a head decides about a client without a task (R5)."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.method.core.places import ClientAt
from bot.method.core.refusals import Stale
from bot.method.core.terms import ClientStatus, Event, UndoableAction
from bot.models.client import Client
from bot.models.dossier import Dossier
from bot.services.core.coverage import reschedule
from bot.services.core.outbox import enqueue
from bot.services.core.rights import require_client, require_leader
from bot.services.core.timeline import note
from bot.services.core.undo import undoable
from bot.services.core.work import Act
from bot.services.gaps.messages import DayGivenMessage
from bot.services.tasks.tasks import owner_of


@dataclass(frozen=True)
class DayGiven:
    """Until when the ladder waits, in the reader's local time."""

    client_name: str
    until: datetime


async def give_day(act: Act, client_id: int) -> DayGiven:
    """The ladder waits until the end of the next working day; the owner is told."""
    dossier = await neglected(act, client_id)
    owner = owner_of(dossier)
    today = act.today_of(owner)
    time = act.ladder_time_of(owner)
    until = time.end_of_day(time.calendar.shift(today, 1))
    undoable(act, UndoableAction.GIVE_DAY, ClientAt(client_id))
    for gap in dossier.gaps:
        gap.day_given_until = until
    reschedule(act, dossier, owner)
    note(act, Event.DAY_GIVEN, client_id, until=until.isoformat())
    await enqueue(act, owner, DayGivenMessage(client_id, until, act.today))
    return DayGiven(dossier.client.name, until.astimezone(ZoneInfo(act.actor.zone)))


async def neglected(act: Act, client_id: int) -> Dossier:
    """A client with an open gap that the leader may decide about; else the fresh card."""
    require_leader(act)
    dossier = await require_client(act, client_id)
    if dossier.client.status is not ClientStatus.ACTIVE or not dossier.gaps:
        raise Stale("gap-closed", ClientAt(client_id))
    return dossier


async def still_given(act: Act, about: DayGivenMessage) -> DayGiven | None:
    """What the message says now; None once the client is another's or has a task."""
    client = await act.session.get_one(Client, about.client)
    if client.owner_id != act.actor.id or client.gap_since is None:
        return None
    return DayGiven(client.name, about.until.astimezone(act.zone))
