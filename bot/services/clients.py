"""Clients: new ones, the card, the list, the search, the timeline (R1, R13)."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.lookup.names import similar
from bot.lookup.phones import phone_of, phones_in
from bot.method.cards import Phone
from bot.method.client_cards import (
    ClientCard,
    ClientLine,
    ClientPage,
    Closed,
    Created,
    Creation,
    Draft,
    Found,
    Held,
    History,
    Known,
    surname_of,
)
from bot.method.inbound import emails_in, fold_name, handles_in
from bot.method.refusals import Invalid, NotFound
from bot.method.terms import ClientKind, ClientStatus, ContactKind, Event, Role
from bot.method.texts import clean
from bot.models.client import (
    LONGEST_NAME,
    Client,
    ClientQuery,
    ClientRow,
    ClientScope,
    ContactPoint,
    client_rows,
    clients_by_id,
    count_clients,
    names_of_clients,
    owners_of_points,
)
from bot.models.dossier import Dossier
from bot.models.timeline import timeline_page, timeline_size
from bot.models.user import User
from bot.services.attempts import attempt_facts
from bot.services.cards import contacts_of, deal_facts, gap_notice, lines_of, touch_of
from bot.services.coverage import settle
from bot.services.matching import MOST_NAMES, Point, scope_of, works_with
from bot.services.rights import require_client
from bot.services.timeline import note
from bot.services.work import Act, Work

PAGE = 8
_LONGEST_QUERY = 100
_MOST_ALIKE = 8
_LEAST_DIGITS = 4


def draft_of(act: Act, text: str) -> Draft:
    """A new client as typed in one line: what is no contact is the name."""
    plain = clean(text, 500)
    phones = tuple(phones_in(plain, act.company.country))
    emails, handles = emails_in(plain), handles_in(plain)
    words = [word for word in plain.replace(",", " ").split() if not _is_contact(word, phones)]
    return Draft(clean(" ".join(words), LONGEST_NAME), phones, emails, handles)


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
    client = await add_client(act, act.actor, draft, kind or ClientKind.CUSTOMER)
    await settle(act, Dossier(client, [], [], []))
    return Created(client.id)


async def add_client(work: Work, owner: User, draft: Draft, kind: ClientKind) -> Client:
    """Add the client with its contacts without settling; flushed, so that it has an id."""
    phones = [phone.number for phone in draft.phones]
    called = [draft.name, *phones, *draft.emails, *(f"@{one}" for one in draft.handles)]
    client = Client(
        name=next(one for one in called if one)[:LONGEST_NAME],
        company=draft.company,
        kind=kind,
        owner_id=owner.id,
        created_at=work.now,
    )
    work.session.add(client)
    await work.session.flush([client])
    extensions = {phone.number: phone.extension for phone in draft.phones}
    for point_kind, value in points_of_draft(draft):
        work.session.add(
            ContactPoint(
                client_id=client.id,
                kind=point_kind,
                value=value[:LONGEST_NAME],
                extension=extensions.get(value),
            )
        )
    note(work, Event.CLIENT_CREATED, client.id)
    return client


def points_of_draft(draft: Draft) -> list[Point]:
    """The contacts of a new client."""
    points: list[Point] = [(ContactKind.PHONE, phone.number) for phone in draft.phones]
    points += [(ContactKind.EMAIL, email) for email in draft.emails]
    points += [(ContactKind.HANDLE, handle) for handle in draft.handles]
    if draft.telegram_id is not None:
        points.append((ContactKind.TELEGRAM, str(draft.telegram_id)))
    return points


async def client_card(act: Act, client_id: int) -> ClientCard:
    """The card of a client that the actor may work with."""
    dossier = await require_client(act, client_id)
    client = dossier.client
    owner = None if client.owner_id is None else await act.session.get(User, client.owner_id)
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
        attempt=await attempt_facts(act, client.id, ZoneInfo(act.actor.zone)),
        can_hand_over=act.actor.role in Role.leaders() and owner is not None,
        can_decide=act.actor.role in Role.leaders(),
    )


async def my_clients(act: Act, page: int) -> ClientPage:
    """The clients that the actor may look through, by name."""
    return await _page(act, await scope_of(act), None, page)


async def find(act: Act, text: str, page: int = 0) -> Found:
    """Clients by number, phone in any spelling, handle, e-mail or part of a name.

    Where nothing fits, names that are written similarly.
    """
    typed = clean(text, _LONGEST_QUERY)
    query = _query(act, typed)
    found = await _page(act, await scope_of(act), query, page)
    if found.total:
        return Found(typed, found)
    return Found(typed, await _alike(act, typed), alike=True)


async def one_client(act: Act, text: str) -> int | ClientPage:
    """The client that a command names; a page to choose from where several fit.

    NotFound("client") where none does.
    """
    found = await find(act, text)
    if not found.page.total or found.alike:
        raise NotFound("client")
    if found.page.total == 1:
        return found.page.lines[0].client_id
    return found.page


async def history(act: Act, client_id: int, page: int) -> History:
    """One page of the timeline, the latest first."""
    dossier = await require_client(act, client_id)
    pages = max(1, -(-await timeline_size(act.session, client_id) // PAGE))
    page = min(max(page, 0), pages - 1)
    zone = ZoneInfo(act.actor.zone)
    rows = await timeline_page(act.session, client_id, page * PAGE, PAGE)
    touches = tuple(touch_of(entry, name, zone) for entry, name in rows)
    return History(client_id, dossier.client.name, touches, page, pages, act.today)


def client_line(act: Act, row: ClientRow) -> ClientLine:
    """A client in a list, with the owner where that is somebody else."""
    client, owner = row
    return ClientLine(
        client_id=client.id,
        name=client.name,
        status=client.status,
        kind=client.kind,
        company=client.company,
        next_due=client.next_due,
        uncovered=client.gap_since is not None,
        owner_name=owner.name if owner and owner.id != act.actor.id else None,
    )


def _query(act: Act, typed: str) -> ClientQuery:
    phone = phone_of(typed, act.company.country)
    digits = "".join(char for char in typed if char.isdigit())
    only_digits = digits and not any(char.isalpha() for char in typed)
    points: list[Point] = []
    if phone is not None:
        points.append((ContactKind.PHONE, phone.number))
    points += [(ContactKind.EMAIL, email) for email in emails_in(typed)]
    points += [(ContactKind.HANDLE, handle) for handle in handles_in(typed)]
    return ClientQuery(
        words=() if points or only_digits else tuple(fold_name(typed).split()),
        points=tuple(points),
        digits=digits if only_digits and len(digits) >= _LEAST_DIGITS else None,
        number=int(digits) if only_digits and len(digits) <= 9 else None,
    )


async def _page(act: Act, scope: ClientScope, query: ClientQuery | None, page: int) -> ClientPage:
    total = await count_clients(act.session, scope, query)
    pages = max(1, -(-total // PAGE))
    page = min(max(page, 0), pages - 1)
    rows = await client_rows(act.session, scope, query, page * PAGE, PAGE)
    return _shown(act, rows, total, page, pages)


async def _alike(act: Act, typed: str) -> ClientPage:
    names = await names_of_clients(act.session, await scope_of(act), MOST_NAMES)
    alike = similar(typed, [name for _, name in names], _MOST_ALIKE)
    rows = await clients_by_id(act.session, [names[index][0] for index, _ in alike])
    return _shown(act, rows, len(rows), 0, 1)


def _shown(act: Act, rows: Sequence[ClientRow], total: int, page: int, pages: int) -> ClientPage:
    return ClientPage(tuple(client_line(act, row) for row in rows), total, page, pages, act.today)


async def _who_has(act: Act, points: Sequence[Point]) -> Creation | None:
    """The client that has one of these contacts already."""
    rows = await owners_of_points(act.session, points)
    for client, _, _ in rows:
        if await works_with(act, client):
            return Known(client.id)
    for client, _, _ in rows:
        if client.status is not ClientStatus.ACTIVE or client.owner_id is None:
            return Closed()
        owner = await act.session.get_one(User, client.owner_id)
        return Held(surname_of(owner.name))
    return None


def _is_contact(word: str, phones: Sequence[Phone]) -> bool:
    """Whether the word belongs to a contact and not to the name; a "Shop 24" keeps its 24."""
    if "@" in word or word.startswith(("t.me/", "https://t.me/")):
        return True
    digits = any(char.isdigit() for char in word)
    return bool(phones) and digits and not any(char.isalpha() for char in word)
