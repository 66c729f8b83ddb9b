"""Clients: new ones, the card, the timeline (R1, R13)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile
from zoneinfo import ZoneInfo

from bot.lookup.phones import phones_in, without_phones
from bot.method.clients.cards import (
    ClientCard,
    Closed,
    ColleaguesClient,
    Created,
    Creation,
    Draft,
    KnownClient,
    surname_of,
)
from bot.method.core.cards import Phone
from bot.method.core.places import MyDay
from bot.method.core.refusals import Invalid
from bot.method.core.terms import (
    ClientKind,
    ClientStatus,
    ContactKind,
    Event,
    Role,
    UndoableAction,
)
from bot.method.core.texts import clean
from bot.method.inbound.matching import emails_in, handles_in
from bot.models.client import LONGEST_NAME, Client, owners_of_points
from bot.models.contact_point import ContactPoint
from bot.models.dossier import Dossier
from bot.models.user import User
from bot.services.clients.matching import Point
from bot.services.clients.search_words import index_new
from bot.services.core.cards import (
    contacts_of,
    deal_facts,
    deal_names,
    gap_notice,
    lines_of,
    person_lines,
    touches_of,
)
from bot.services.core.coverage import recompute_coverage
from bot.services.core.rights import require_client, works_with
from bot.services.core.steps import opened_by
from bot.services.core.timeline import note
from bot.services.core.undo import undoable
from bot.services.core.work import Act, Work
from bot.services.pool.attempts import attempt_facts
from bot.services.pool.leave.lines import request_of_client
from bot.services.tasks.reprieve_lines import reprieves_of


def draft_of(act: Act, text: str) -> Draft:
    """A new client as typed in one line: what is no contact is the name, a number that is nobody's
    as well."""
    plain = clean(text, 500)
    phones = tuple(phones_in(plain, act.company.country))
    emails, handles = emails_in(plain), handles_in(plain)
    said = without_phones(plain, act.company.country).replace(",", " ")
    words = [word for word in said.split() if not _is_address(word)]
    name = clean(" ".join(words), LONGEST_NAME)
    # Dots and dashes alone call nobody by a name.
    return Draft(name if any(map(str.isalnum, name)) else "", phones, emails, handles)


def caller_of(act: Act, text: str) -> Draft:
    """Who it was that called, as logged in one line: the name ends at a comma or at the contact,
    the rest says what it was about."""
    draft = draft_of(act, text)
    first, _, _ = clean(text, 500).partition(",")
    words = takewhile(lambda word: not _is_contact(word, draft.phones), first.split())
    return replace(draft, name=clean(" ".join(words), LONGEST_NAME) or draft.name)


async def create_client(act: Act, draft: Draft, kind: ClientKind | None = None) -> Creation:
    """A new client of the actor, without a task yet: the gap opens in the same transaction.

    Invalid("client-empty") where there is nothing to call it by. A contact that is known
    already leads to the client that has it, or says only whose it is.
    """
    if draft.empty:
        raise Invalid("client-empty")
    points = points_of_draft(draft)
    held = await _who_has(act, points)
    if held is not None:
        return held
    undoable(act, UndoableAction.ADD_CLIENT, MyDay())
    client = await add_client(act, act.actor, draft, kind or ClientKind.CUSTOMER)
    await recompute_coverage(act, Dossier(client, act.actor, [], [], []))
    return Created(client.id)


async def add_client(work: Work, owner: User, draft: Draft, kind: ClientKind) -> Client:
    """Add the client with its contacts without settling; flushed, so that it has an id."""
    client = new_client(work, owner, draft, kind)
    await work.session.flush([client])
    add_contacts(work, client, draft)
    index_new(work, client, points_of_draft(draft))
    return client


def new_client(work: Work, owner: User, draft: Draft, kind: ClientKind) -> Client:
    """The client in the session, not flushed yet; its contacts come once it has an id."""
    phones = [phone.number for phone in draft.phones]
    called = [draft.name, *phones, *draft.emails, *(f"@{handle}" for handle in draft.handles)]
    client = Client(
        name=next((name for name in called if name), str(draft.telegram_id))[:LONGEST_NAME],
        company=draft.company,
        kind=kind,
        status=ClientStatus.ACTIVE,
        owner_id=owner.id,
        created_at=work.now,
    )
    work.session.add(client)
    return client


def add_contacts(work: Work, client: Client, draft: Draft) -> list[ContactPoint]:
    """The contacts of a client that is new, and the first line of its history."""
    points = contacts_from(client.id, draft)
    work.session.add_all(points)
    note(work, Event.CLIENT_CREATED, client.id)
    return points


def contacts_from(
    client_id: int,
    draft: Draft,
    known: Iterable[ContactPoint] = (),
    person_id: int | None = None,
) -> list[ContactPoint]:
    """The contacts of the draft as rows, not in the session yet, without those already `known`.

    An extension is a part of its number: another one is another contact.
    """
    had = {(point.kind, point.value, point.extension) for point in known}
    phones = [(ContactKind.PHONE, phone.number, phone.extension) for phone in draft.phones]
    others = points_of_draft(draft)[len(phones) :]
    return [
        ContactPoint(
            client_id=client_id,
            kind=kind,
            value=value[:LONGEST_NAME],
            extension=extension,
            person_id=person_id,
        )
        for kind, value, extension in (*phones, *((kind, value, None) for kind, value in others))
        if (kind, value, extension) not in had
    ]


def points_of_draft(draft: Draft) -> list[Point]:
    """The contacts of a new client."""
    points: list[Point] = [(ContactKind.PHONE, phone.number) for phone in draft.phones]
    points += [(ContactKind.EMAIL, email) for email in draft.emails]
    points += [(ContactKind.HANDLE, handle) for handle in draft.handles]
    if draft.telegram_id is not None:
        points.append((ContactKind.TELEGRAM, str(draft.telegram_id)))
    return points


async def client_card(act: Act, client_id: int) -> ClientCard:
    """The card of a client that the actor may work with; who sees it without a task was told."""
    dossier = await require_client(act, client_id)
    client, owner = dossier.client, dossier.owner
    if owner is not None:
        await opened_by(act, owner, dossier.gaps)
    own = owner is not None and owner.id == act.actor.id
    return ClientCard(
        client_id=client.id,
        name=client.name,
        kind=client.kind,
        status=client.status,
        contacts=await contacts_of(act, client.id),
        deals=tuple(deal_facts(deal) for deal in dossier.deals),
        tasks=tuple(lines_of(act, dossier)),
        today=act.today,
        company=client.company,
        client_class=client.client_class,
        owner_name=owner.name if owner and not own else None,
        own=own,
        note=client.note,
        gap=await gap_notice(act, dossier, ZoneInfo(act.actor.zone)),
        attempt=await attempt_facts(act, client, ZoneInfo(act.actor.zone)),
        can_hand_over=act.actor.role in Role.leaders() and owner is not None,
        can_decide=act.actor.role in Role.leaders(),
        can_remove=own and client.import_id is None and not dossier.deals,
        persons=await person_lines(act, client.id),
        reprieves=await reprieves_of(act, client),
        leave=await request_of_client(act, client.id),
        touches=await touches_of(act, client.id, ZoneInfo(act.actor.zone), deal_names(dossier)),
    )


async def _who_has(act: Act, points: Sequence[Point]) -> Creation | None:
    """The client that has one of these contacts already."""
    rows = await owners_of_points(act.session, points)
    for client, _, _ in rows:
        if await works_with(act, client):
            return KnownClient(client.id)
    for client, _, _ in rows:
        if client.status is not ClientStatus.ACTIVE or client.owner_id is None:
            return Closed()
        owner = await act.session.get_one(User, client.owner_id)
        return ColleaguesClient(surname_of(owner.name))
    return None


def _is_contact(word: str, phones: Sequence[Phone]) -> bool:
    """Whether the word belongs to a contact and not to the name; a "Shop 24" keeps its 24."""
    if _is_address(word):
        return True
    digits = any(char.isdigit() for char in word)
    return bool(phones) and digits and not any(char.isalpha() for char in word)


def _is_address(word: str) -> bool:
    return "@" in word or word.startswith(("t.me/", "https://t.me/"))
