"""The addresses that vendors report to: each with a secret of its own, kept as a hash (R9)."""

import hmac
from hashlib import sha256
from secrets import token_urlsafe

from bot.method.core.journal import MADE, NONE, JournalKind
from bot.method.core.refusals import Invalid
from bot.method.core.terms import ClientStatus
from bot.method.inbound.intake.addresses import AddressLine, CallerFacts, NewAddress
from bot.method.inbound.intake.event import IntakeChannel, IntakeEvent
from bot.method.inbound.intake.vendors.table import SIGNING, VENDORS
from bot.method.inbound.mail.letter_event import MAIL
from bot.models.intake import IntakeAddress, intake_addresses, last_events
from bot.models.mailbox import first_look
from bot.models.user import User
from bot.services.core.journal.recording import record
from bot.services.core.rights import require_admin
from bot.services.core.work import Act, Work
from bot.services.inbound.intake.sender import clients_of, said_of
from bot.services.inbound.intake.taking import API

_BYTES = 24
"""Of chance: 32 characters."""


async def is_address(work: Work, vendor: str, secret: str) -> bool:
    """Whether the secret is the vendor's; how long that takes does not say how nearly."""
    found = await work.session.get(IntakeAddress, vendor)
    given = _hash(secret)
    return hmac.compare_digest(given, found.secret_hash if found else _hash("")) and bool(found)


async def addresses(act: Act) -> tuple[AddressLine, ...]:
    """Every vendor, with when its address was made and when the last event came by it; our own
    JSON and the mailbox first."""
    require_admin(act)
    made = {address.vendor: address.made_at for address in await intake_addresses(act.session)}
    looked_at = await first_look(act.session)
    if looked_at is not None:
        made[MAIL] = looked_at
    last = {record.source: record.received_at for record in await last_events(act.session)}
    return tuple(
        AddressLine(
            source,
            made[source].astimezone(act.zone) if source in made else None,
            last[source].astimezone(act.zone) if source in last else None,
            is_vendor=source in VENDORS,
            is_signed=source in act.company.signing_vendors if source in SIGNING else None,
        )
        for source in (API, MAIL, *VENDORS)
    )


async def make_address(act: Act, vendor: str) -> NewAddress:
    """A new secret for the vendor, to be shown once; the one before is of no use any more."""
    require_admin(act)
    if vendor not in VENDORS:
        raise Invalid("button")
    secret = token_urlsafe(_BYTES)
    address = await act.session.get(IntakeAddress, vendor)
    before = NONE if address is None else MADE
    record(act, JournalKind.ADDRESS, before, MADE, subject=vendor)
    if address is None:
        address = IntakeAddress(vendor=vendor)
        act.session.add(address)
    address.secret_hash, address.made_at = _hash(secret), act.now
    address.made_by = act.actor.id
    await act.session.flush()
    return NewAddress(vendor, secret)


async def who_calls(work: Work, phone: str) -> CallerFacts | None:
    """The client whose number it is, for the screen of the telephone; None where it is nobody's,
    or several clients'."""
    event = IntakeEvent("", IntakeChannel.CALL, work.now, phone=phone)
    clients = await clients_of(work, said_of(work, event))
    if len(clients) != 1:
        return None
    (client,) = clients
    owner = None
    if client.status is ClientStatus.ACTIVE and client.owner_id is not None:
        owner = await work.session.get(User, client.owner_id)
    return CallerFacts(client.name, owner.name if owner else None)


def _hash(secret: str) -> str:
    return sha256(secret.encode("utf-8", "replace")).hexdigest()
