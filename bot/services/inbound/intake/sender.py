"""Who an event is of: the contacts as we compare them, and the clients that have them (R9)."""

from dataclasses import dataclass

from bot.lookup.phones import phone_of
from bot.method.core.terms import ClientStatus, ContactKind
from bot.method.inbound.intake.event import LONGEST_TEXT, IntakeEvent
from bot.method.inbound.joining import with_line
from bot.method.inbound.matching import Decision, MessageSender, Unknown
from bot.method.people.extensions import extension_of
from bot.models.client import Client, owners_of_points
from bot.models.intake import holders_of
from bot.models.people_names import people_called
from bot.models.user import User
from bot.services.clients.matching import match, points_of, with_text
from bot.services.core.work import Act, Work


@dataclass(frozen=True)
class ReadEvent:
    """Who has sent it, and the words with what could not be read as a phone."""

    sender: MessageSender
    text: str


def said_of(work: Work, event: IntakeEvent) -> ReadEvent:
    """A number of nobody's stays a text: something may be made of it by who reads it."""
    text = event.text
    phones: tuple[str, ...] = ()
    if event.phone:
        country, bare = work.company.country, event.phone.lstrip("+ ")
        # A telephone exchange leaves out the plus.
        spellings = (event.phone, f"+{bare}")
        found = next(filter(None, (phone_of(spelling, country) for spelling in spellings)), None)
        phones = (found.number,) if found else ()
        text = text if found else with_line(text, event.phone)
    is_number = event.telegram.isdigit()
    sender = MessageSender(
        telegram_id=int(event.telegram) if is_number else None,
        handle=None if is_number else event.telegram or None,
        phones=phones,
        emails=(event.email,) if event.email else (),
        name=event.name or None,
    )
    return ReadEvent(sender, text[:LONGEST_TEXT])


async def clients_of(work: Work, said: ReadEvent) -> list[Client]:
    """The clients whose contacts these are, those with an owner alone where there are any: by what
    is said of the sender, else by what stands in the words."""
    for sender in (said.sender, with_text(work, said.sender, said.text)):
        rows = await owners_of_points(work.session, points_of(sender))
        telegram = [client for client, kind, _ in rows if kind is ContactKind.TELEGRAM]
        clients = list(dict.fromkeys(telegram or [client for client, _, _ in rows]))
        if clients:
            active = [client for client in clients if client.status is ClientStatus.ACTIVE]
            return active or clients
    return []


async def alike(work: Work, said: ReadEvent, reader: User) -> Decision:
    """Of whom nothing but a name is known may be any of the reader's clients of that name. Who
    has a contact that nobody has is somebody new, whatever he is called."""
    if points_of(with_text(work, said.sender, said.text)):
        return Unknown()
    return await match(Act.by(reader, work), said.sender, said.text)


async def named_manager(work: Work, event: IntakeEvent) -> User | None:
    """Whom the event names, by Telegram id, name or extension; None where it is nobody of ours."""
    if not event.manager:
        return None
    found = await people_called(work.session, [event.manager])
    person_id = found.get(event.manager)
    if person_id is not None:
        return await work.session.get(User, person_id)
    holders = await holders_of(work.session, [extension_of(event.manager)])
    return next((holder for holder, _ in holders if holder.active), None)
