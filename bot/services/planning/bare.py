"""What is typed with nothing open and holds no date: a search, or words about a client (R1, R9)."""

from dataclasses import replace
from datetime import datetime

from bot.lookup.phrases import vocabulary
from bot.method.clients.cards import (
    ClientLine,
    ClientPage,
    Created,
    Creation,
    Draft,
    KnownClient,
    Reception,
)
from bot.method.core.paging import PAGE, on_page, page_of
from bot.method.core.places import ClientAt
from bot.method.core.refusals import NotFound, Stale
from bot.method.core.terms import ClientStatus, TaskKind
from bot.method.core.texts import clean
from bot.method.inbound.matching import MessageSender, SenderSource, dedupe_key, fold_name
from bot.method.planning.bare import (
    Bare,
    NamedClient,
    Nobody,
    SaidOf,
    is_meant,
    is_name_like,
    rest_of,
)
from bot.method.planning.quick import line_of
from bot.method.tasks.cards import NextStep
from bot.models.client import clients_by_id
from bot.models.typed_line import TypedLine, typed_line
from bot.services.clients import clients, search
from bot.services.core.rights import require_client
from bot.services.core.work import Act
from bot.services.inbound.own_words import keep_line
from bot.services.inbound.reception import for_client
from bot.services.inbound.together import Message, arrival_from
from bot.services.tasks.asking import next_step
from bot.services.tasks.comments import comment_client

_LONGEST = 500
_MOST = 50
_MOST_WORDS = 4
_ACTIVE = frozenset({ClientStatus.ACTIVE})


async def begin(act: Act, text: str, typed_at: datetime) -> Bare | None:
    """Read what was typed at that instant (UTC); None where it names nobody and can be no name.
    The line is kept: a forward may follow that it goes with."""
    row = await keep_line(act, text, typed_at)
    line = clean(text, _LONGEST)
    draft = clients.draft_of(act, line)
    if not any(map(str.isalnum, line)):
        return None
    numbers = (phone.number for phone in draft.phones)
    reached = [*numbers, *draft.emails, *(f"@{handle}" for handle in draft.handles)]
    found = await search.exactly(act, reached[0] if reached else line)
    if found.page.total and (not reached or _is_part(draft, found.page.lines)):
        row.candidates = [client.client_id for client in found.page.lines]
        if found.page.total == 1:
            return NamedClient(found.page.lines[0].client_id)
        return found
    if reached:
        active = [client for client in found.page.lines if client.status is ClientStatus.ACTIVE]
        return await _said(act, row, active, "") if active else await _nobody(act, row)
    read = line_of(line, "", vocabulary())
    lines, name = await whom(act, read.before)
    if lines:
        row.kind = read.kind
        return await _said(act, row, lines, "" if read.lead else name)
    return await _nobody(act, row) if is_name_like(line) and not read.lead else None


async def whom(act: Act, text: str) -> tuple[list[ClientLine], str]:
    """The active clients of the actor whose name the text begins with, by its longest beginning
    that is one, and those words of it."""
    words = text.split()
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        name = " ".join(words[:count])
        if not fold_name(name):
            continue
        found = await search.exactly(act, name, size=_MOST, statuses=_ACTIVE)
        lines = [line for line in found.page.lines if is_meant(name, line)]
        if lines:
            return lines, name
    return [], ""


async def text_of(act: Act, line_id: int) -> str:
    """The line as it was typed, as long as nothing has come of it."""
    return (await _open(act, line_id)).text


async def shown(act: Act, line_id: int, page: int = 0) -> SaidOf:
    """Those whom the words may be about, page by page."""
    return await _shown(act, await _open(act, line_id), page)


async def choose(act: Act, line_id: int, client_id: int) -> SaidOf:
    """They are about this client."""
    row = await _open(act, line_id)
    await require_client(act, client_id)
    row.candidates = [client_id]
    return await _shown(act, row)


async def note(act: Act, line_id: int, client_id: int) -> None:
    """Keep the words as a comment, once."""
    row = await _open(act, line_id)
    await comment_client(act, client_id, _words(row))
    _settle(row, client_id)


async def take_inbound(act: Act, line_id: int, client_id: int) -> Reception:
    """The client has said so: an inbound, once."""
    row = await _open(act, line_id)
    dossier = await require_client(act, client_id)
    sender = MessageSender(name=dossier.client.name, source=SenderSource.TYPED)
    key = dedupe_key("line", str(line_id), row.created_at, row.text, str(act.actor.id))
    arrival = arrival_from(act, Message(sender, _words(row), act.now, key, kind=TaskKind.CALL))
    act.session.add(arrival)
    await act.session.flush([arrival])
    _settle(row, client_id)
    row.arrival_id = arrival.id
    return await for_client(act, arrival, client_id)


async def ask_plan(act: Act, line_id: int, client_id: int) -> NextStep:
    """When is it to be done? The question carries the words."""
    row = await _open(act, line_id)
    ask = await next_step(act, client_id)
    return replace(ask, kind=row.kind, words=clean(_words(row), 200))


async def add_new(act: Act, line_id: int) -> Creation:
    """A new client with what the line says to call and to reach it by; the words behind that are
    its first comment."""
    row = await _open(act, line_id)
    draft = _draft(act, row)
    made = await clients.create_client(act, draft)
    if not isinstance(made, Created | KnownClient):
        return made
    _settle(row, made.client_id)
    words = _beyond(act, row, draft)
    if words:
        await comment_client(act, made.client_id, words)
    return made


async def _open(act: Act, line_id: int) -> TypedLine:
    row = await typed_line(act.session, line_id)
    if row is None or row.user_id != act.actor.id or row.moments or row.looks_for:
        raise NotFound("thing")
    if row.sure:
        raise Stale("line-taken", ClientAt(row.candidates[0]))
    return row


def _settle(row: TypedLine, client_id: int) -> None:
    """Something has come of it. The client is named loosely: it may be taken back."""
    row.sure, row.candidates = True, [client_id]


async def _said(act: Act, row: TypedLine, lines: list[ClientLine], name: str) -> SaidOf:
    row.name, row.candidates = name, [line.client_id for line in lines]
    return await _shown(act, row)


async def _shown(act: Act, row: TypedLine, page: int = 0) -> SaidOf:
    page, pages = page_of(page, len(row.candidates), PAGE)
    rows = await clients_by_id(act.session, on_page(row.candidates, page))
    lines = await search.client_lines(act, rows)
    said = SaidOf(row.id, clean(row.text, _LONGEST), clean(_words(row), _LONGEST), lines)
    if len(row.candidates) != 1 or not lines:
        return replace(said, page=page, pages=pages)
    return replace(said, candidates=(), client_id=lines[0].client_id, client_name=lines[0].name)


async def _nobody(act: Act, row: TypedLine) -> Nobody:
    draft = _draft(act, row)
    alike = ClientPage((), 0, 0, 1, act.today)
    if not (draft.phones or draft.emails or draft.handles):
        found = await search.find(act, row.text)
        alike = found.page
        row.candidates = [client.client_id for client in alike.lines]
    return Nobody(row.id, draft.called, draft.contacts, alike)


def _draft(act: Act, row: TypedLine) -> Draft:
    return clients.caller_of(act, clean(row.text, _LONGEST))


def _beyond(act: Act, row: TypedLine, draft: Draft) -> str:
    """What the line says besides the name and the contacts."""
    whole = clients.draft_of(act, row.text).name
    return rest_of(whole, draft.name) if whole.startswith(draft.name) else ""


def _words(row: TypedLine) -> str:
    return rest_of(row.text, row.name) or row.text


def _is_part(draft: Draft, lines: tuple[ClientLine, ...]) -> bool:
    """Whether the line says nothing but who it is."""
    said = set(fold_name(draft.name).split())
    known = {
        word for line in lines for word in fold_name(f"{line.name} {line.company or ''}").split()
    }
    return said <= known
