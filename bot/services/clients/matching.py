"""Whose message is it (R9)? Contacts are looked up in the whole company, names only among the
clients that the person works with: a name proves too little to tell a colleague's surname."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.lookup.names import is_nobodys, similar
from bot.lookup.phones import phones_in
from bot.method.core.terms import ClientStatus, ContactKind
from bot.method.inbound.matching import (
    MOST_CANDIDATES,
    MOST_CONTACTS,
    Candidate,
    Decision,
    MessageSender,
    SenderSource,
    Way,
    decide,
    emails_in,
    fold_name,
    handles_in,
)
from bot.models.arrival import Arrival
from bot.models.base import hold
from bot.models.client import Client, ClientQuery, client_rows, names_of_clients, owners_of_points
from bot.models.contact_point import ContactPoint, points_of_client
from bot.services.clients.search_words import reindex
from bot.services.core.rights import scope_of, works_with
from bot.services.core.work import Act, Work

MOST_NAMES = 20_000
"""How many names a search for something alike reads."""
_REMEMBERED = "remembered"

Point = tuple[ContactKind, str]


def with_text(work: Work, sender: MessageSender, text: str) -> MessageSender:
    """The sender with the phones and addresses that stand in the text, and without a name that
    is nobody's. A handle in it is as like as not somebody else's: see `match`."""
    phones = tuple(phone.number for phone in phones_in(text, work.company.country))
    if is_nobodys(sender.name or ""):
        sender = replace(sender, name=None)
    return sender.joined(MessageSender(phones=phones, emails=emails_in(text)))


def points_of(sender: MessageSender) -> list[Point]:
    """The contacts that name a sender for sure."""
    points: list[Point] = [(ContactKind.PHONE, phone) for phone in sender.phones]
    points += [(ContactKind.EMAIL, email) for email in sender.emails]
    if sender.handle:
        points.append((ContactKind.HANDLE, sender.handle))
    if sender.telegram_id is not None:
        points.append((ContactKind.TELEGRAM, str(sender.telegram_id)))
    return points


async def alone_with(work: Work, sender: MessageSender) -> None:
    """Whatever else comes of who has one of these contacts, or of nobody but this name, waits until
    this is kept: it finds the client that is made now. On another instance as well."""
    names = [f"{kind}:{value}" for kind, value in points_of(sender)]
    await hold(work.session, names or [f"name:{(sender.name or '').casefold()}"])


async def made_since(act: Act, sender: MessageSender, since: datetime) -> int | None:
    """The client with one of these contacts who was made after that moment (UTC)."""
    rows = await owners_of_points(act.session, points_of(sender))
    return next((client.id for client, _, _ in rows if client.created_at > since), None)


async def match(act: Act, sender: MessageSender, text: str = "") -> Decision:
    """The client whose sender it is: by Telegram id, then contacts, then names; whoever the text
    mentions by a handle may be it as well, and is asked about."""
    sure = await _by_contacts(act, sender)
    if sure:
        return decide(sender, sure)
    mentioned = await _mentioned(act, text)
    return decide(sender, [*await _by_names(act, sender), *mentioned])


async def remember(act: Act, client: Client, arrival: Arrival) -> None:
    """Keep who the person said it was: the account, or the bare name of a hidden sender.

    The arrival keeps which contacts that has added, for `forget`.
    """
    known = {(point.kind, point.value) for point in await points_of_client(act.session, client.id)}
    added = [
        ContactPoint(client_id=client.id, kind=kind, value=value)
        for kind, value in _remembered_of(sender_of(arrival))
        if (kind, value) not in known
    ]
    act.session.add_all(added)
    await act.session.flush()
    arrival.sender = arrival.sender | {_REMEMBERED: [point.id for point in added]}


async def learn_account(act: Act, client: Client, arrival: Arrival) -> None:
    """A contact has proved who it was: the account that wrote is known from now on as if it had
    been chosen, unless it is somebody's already."""
    sender = sender_of(arrival)
    if sender.source is not SenderSource.SENT:
        return
    points = [
        point
        for point in points_of(sender)
        if point[0] in (ContactKind.TELEGRAM, ContactKind.HANDLE)
    ]
    taken = {(kind, value) for _, kind, value in await owners_of_points(act.session, points)}
    added = [
        ContactPoint(client_id=client.id, kind=kind, value=value)
        for kind, value in points
        if (kind, value) not in taken
    ]
    if not added:
        return
    act.session.add_all(added)
    await act.session.flush()
    before = arrival.sender.get(_REMEMBERED, [])
    arrival.sender = arrival.sender | {_REMEMBERED: [*before, *(point.id for point in added)]}
    await reindex(act, client)


async def learn(act: Act, client: Client, news: MessageSender) -> None:
    """Give the client the contacts that are nobody's yet."""
    points = points_of(news)
    taken = {(kind, value) for _, kind, value in await owners_of_points(act.session, points)}
    act.session.add_all(
        ContactPoint(client_id=client.id, kind=kind, value=value)
        for kind, value in points
        if (kind, value) not in taken
    )
    await reindex(act, client)


async def forget(
    act: Act, client: Client, known: Iterable[Arrival], senders: Iterable[MessageSender]
) -> None:
    """Drop what people's choices, and nothing else, have taught about these senders: that they
    are this client. What the client had before any choice stays.

    `known` is everything that was put on the client.
    """
    taught: set[int] = set()
    for arrival in known:
        taught.update(arrival.sender.get(_REMEMBERED, ()))
    wrong = {point for sender in senders for point in _remembered_of(sender)}
    for point in await points_of_client(act.session, client.id):
        if point.id in taught and (point.kind, point.value) in wrong:
            await act.session.delete(point)
    await act.session.flush()


def sender_of(arrival: Arrival) -> MessageSender:
    """Who sent what arrived."""
    facts = dict(arrival.sender)
    return MessageSender(
        telegram_id=facts.get("telegram_id"),
        handle=facts.get("handle"),
        phones=tuple(facts.get("phones", ())),
        emails=tuple(facts.get("emails", ())),
        name=facts.get("name"),
        company=facts.get("company"),
        source=SenderSource(facts.get("source", SenderSource.SENT)),
    )


def _remembered_of(sender: MessageSender) -> list[Point]:
    points: list[Point] = [
        point
        for point in points_of(sender)
        if point[0] in (ContactKind.TELEGRAM, ContactKind.HANDLE)
    ]
    folded = fold_name(sender.name or "")[:200]
    if sender.telegram_id is None and folded:
        points.append((ContactKind.ALIAS, folded))
    return points


async def _by_contacts(act: Act, sender: MessageSender) -> list[Candidate]:
    rows = await owners_of_points(act.session, points_of(sender))
    if not rows:
        return []
    telegram = [client for client, kind, _ in rows if kind is ContactKind.TELEGRAM]
    way = Way.TELEGRAM if telegram else Way.CONTACT
    clients = telegram or [client for client, _, _ in rows]
    own = [client for client in clients if await works_with(act, client)]
    if not own:
        clients.sort(key=lambda client: (client.status is not ClientStatus.ACTIVE, client.id))
    return [Candidate(client.id, way) for client in own or clients[:1]]


async def _mentioned(act: Act, text: str) -> list[Candidate]:
    handles = [(ContactKind.HANDLE, handle) for handle in handles_in(text)[:MOST_CONTACTS]]
    rows = await owners_of_points(act.session, handles) if handles else ()
    clients = {client.id: client for client, _, _ in rows}.values()
    return [
        Candidate(client.id, Way.MENTIONED) for client in clients if await works_with(act, client)
    ]


async def _by_names(act: Act, sender: MessageSender) -> list[Candidate]:
    folded = fold_name(sender.name or "")
    if not folded:
        return []
    scope = await scope_of(act)
    found: list[Candidate] = []
    for way, query in (
        (Way.ALIAS, ClientQuery(points=((ContactKind.ALIAS, folded[:200]),))),
        (Way.NAME, ClientQuery(name=folded[:200])),
    ):
        rows = await client_rows(act.session, scope, query, 0, MOST_CANDIDATES + 1)
        found += [Candidate(client.id, way) for client, _ in rows]
    if found:
        return found
    names = await names_of_clients(act.session, scope, MOST_NAMES)
    alike = similar(folded, [name for _, name in names], MOST_CANDIDATES)
    return [Candidate(names[index][0], Way.FUZZY, score) for index, score in alike]
