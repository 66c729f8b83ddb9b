"""What would become of an event, for the admin who connects a system: tried and taken back (R9)."""

from bot.lookup.phones import phones_in
from bot.method.core.refusals import Invalid
from bot.method.core.texts import clean
from bot.method.inbound.intake.addresses import Trial, TrialEnd
from bot.method.inbound.intake.event import (
    LONGEST_NAME,
    LONGEST_TEXT,
    CallEnd,
    IntakeChannel,
    IntakeEvent,
)
from bot.method.inbound.intake.receipt import Receipt
from bot.method.inbound.intake.vendors.table import VENDORS
from bot.method.inbound.matching import emails_in
from bot.models.arrival import Arrival
from bot.models.claim import has_offers
from bot.models.client import Client
from bot.models.intake import IntakeRecord, IntakeState
from bot.models.outbox import last_message, readers_since
from bot.models.task import Task
from bot.services.core.rights import require_admin
from bot.services.core.work import Act
from bot.services.inbound.intake.taking import take
from bot.services.inbound.together import has_created

_FORMS = frozenset({"form", "tilda"})
_ID = "trial"
_ENDS = {
    IntakeState.TASK: TrialEnd.TASK,
    IntakeState.ASKED: TrialEnd.ASKED,
    IntakeState.HEADS: TrialEnd.HEADS,
}


async def try_event(act: Act, vendor: str, typed: str) -> Trial:
    """What a form of somebody's, or the missed call, would come to; nothing of it stays.

    Invalid: trial where what was typed is nobody, trial-phone where a call has no number.
    """
    require_admin(act)
    if vendor not in VENDORS:
        raise Invalid("button")
    event = _event(act, vendor, typed)
    last = await last_message(act.session)
    trial = None
    async with act.session.begin_nested() as attempt:
        taken = await take(act, vendor, event)
        if isinstance(taken, Receipt):
            trial = await _seen(act, taken, last)
        await attempt.rollback()  # house: a part of the transaction, which goes on
    if trial is None:
        raise Invalid("trial")
    return trial


def _event(act: Act, vendor: str, typed: str) -> IntakeEvent:
    """A call has a number and no more; without a contact it is a name that was typed."""
    text = clean(typed, LONGEST_TEXT, lines=True)
    phones = phones_in(text, act.company.country)
    if vendor not in _FORMS:
        if not phones:
            raise Invalid("trial-phone")
        call = (IntakeChannel.CALL, act.now)
        return IntakeEvent(_ID, *call, phone=phones[0].number, call=CallEnd.MISSED)
    if not text:
        raise Invalid("trial")
    name = "" if phones or emails_in(text) else clean(typed, LONGEST_NAME)
    return IntakeEvent(_ID, IntakeChannel.FORM, act.now, name=name, text=text)


async def _seen(act: Act, taken: Receipt, last: int) -> Trial | None:
    record = await act.session.get_one(IntakeRecord, taken.record_id)
    readers = await readers_since(act.session, last, act.now)
    arrival = None
    if record.arrival_id is not None:
        arrival = await act.session.get(Arrival, record.arrival_id)
    client_id = arrival.client_id if arrival is not None else None
    if record.task_id is not None:
        client_id = (await act.session.get_one(Task, record.task_id)).client_id
    client = await act.session.get(Client, client_id) if client_id is not None else None
    offered = await has_offers(act.session, record.id)
    return Trial(
        TrialEnd.OFFERED if offered else _ENDS.get(record.state, TrialEnd.PASSED),
        client.name if client else None,
        tuple(readers),
        is_new=arrival is not None and has_created(arrival),
    )
