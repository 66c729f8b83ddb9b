"""Finding clients among those that the person may look through (R1)."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.lookup.names import similar, similar_words
from bot.lookup.phones import is_placeholder, phone_of
from bot.lookup.phrases import case_endings
from bot.method.clients.cards import ClientFilter, ClientLine, ClientPage, Found
from bot.method.clients.search import (
    LEAST_STEM,
    Seeking,
    digits_typed,
    is_numbered,
    named_part,
    number_typed,
    stems_of,
)
from bot.method.core.paging import PAGE, on_page, page_of
from bot.method.core.refusals import NotFound
from bot.method.core.terms import ClientStatus, ContactKind
from bot.method.core.texts import clean
from bot.method.inbound.matching import emails_in, fold_name, handles_in
from bot.models.client import (
    ClientQuery,
    ClientRow,
    ClientScope,
    client_rows,
    clients_by_id,
    count_clients,
    names_of_clients,
)
from bot.models.client_list import count_listed, listed_clients
from bot.models.client_word import vocabulary
from bot.models.contact_point import phones_of_clients
from bot.services.clients.matching import MOST_NAMES, Point
from bot.services.core.rights import scope_of
from bot.services.core.work import Act

LONGEST_QUERY = 100
_MOST_WORDS = 6
_MOST_ALIKE = 8
_RANKED = 50
"""How many clients with words that are written alike are put in order."""
_VOCABULARY = 50_000


async def my_clients(act: Act, page: int, only: ClientFilter | None = None) -> ClientPage:
    """The clients that the actor may look through, or those of them that fit, by name."""
    scope = await scope_of(act)
    total = await count_listed(act.session, scope, only, act.today)
    page, pages = page_of(page, total, PAGE)
    rows = await listed_clients(act.session, scope, only, act.today, page * PAGE, PAGE)
    return replace(await _shown(act, rows, total, page, pages), only=only)


async def find(act: Act, text: str, page: int = 0, size: int = PAGE) -> Found:
    """Clients as `exactly`; where nothing fits, what is written similarly, or holds it somewhere
    inside."""
    found = await exactly(act, text, page, size)
    if found.page.total or _query(act, found.query) == ClientQuery():
        return found
    return Found(found.query, await _alike(act, found.query), alike=True)


async def exactly(
    act: Act,
    text: str,
    page: int = 0,
    size: int = PAGE,
    statuses: frozenset[ClientStatus] = frozenset(),
) -> Found:
    """Clients by number, phone in any spelling, handle, e-mail or how their words begin, those of
    their deals among them; where nothing fits, whose words are the same in another case. Of these
    `statuses` only, where any are said."""
    typed = clean(text, LONGEST_QUERY)
    scope = replace(await scope_of(act), statuses=statuses)
    query = _query(act, typed)
    found = await _page(act, scope, query, page, size)
    if found.total or query == ClientQuery():
        return Found(typed, found)
    declined = await _with_words(act, scope, typed, _same_name, LEAST_STEM, _RANKED)
    page, pages = page_of(page, len(declined), size)
    rows = on_page(declined, page, size)
    return Found(typed, await _shown(act, rows, len(declined), page, pages))


async def one_client(act: Act, text: str, seeking: Seeking) -> int | Found:
    """The client that a command names, for what is to be done; what was found, to choose from,
    where several fit.

    NotFound("client") where none does.
    """
    found = await exactly(act, text, statuses=seeking.statuses)
    if found.page.total == 1:
        return found.page.lines[0].client_id
    if found.page.total:
        return found
    # What can not be done with the only one that is called so is said of it.
    found = await exactly(act, text)
    if found.page.total != 1:
        raise NotFound("client")
    return found.page.lines[0].client_id


async def client_lines(act: Act, rows: Sequence[ClientRow]) -> tuple[ClientLine, ...]:
    """The clients of one list; namesakes in it get the phone that tells them apart."""
    lines = [client_line(act, row) for row in rows]
    looks = Counter(_looks(line) for line in lines)
    alike = [line.client_id for line in lines if looks[_looks(line)] > 1]
    points = await phones_of_clients(act.session, alike) if alike else ()
    # The first phone of each, which the list ends with.
    phones = {point.client_id: point.value for point in reversed(points)}
    return tuple(replace(line, phone=phones.get(line.client_id)) for line in lines)


def _looks(line: ClientLine) -> tuple[str, str]:
    return fold_name(line.name), fold_name(line.company or "")


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
    points: list[Point] = []
    if phone is not None:
        points.append((ContactKind.PHONE, phone.number))
    points += [(ContactKind.EMAIL, email) for email in emails_in(typed)]
    points += [(ContactKind.HANDLE, handle) for handle in handles_in(typed)]
    folded = fold_name(named_part(typed))
    words = () if points else tuple((word,) for word in folded.split()[:_MOST_WORDS])
    number = number_typed(typed)
    if number is not None and is_numbered(typed):
        return ClientQuery(number=number)
    if number is None and is_placeholder(typed, act.company.country):
        return ClientQuery()
    return ClientQuery(
        beginnings=(digits_typed(typed),) if digits_typed(typed) else words,
        points=tuple(points),
        number=number,
    )


async def _page(
    act: Act, scope: ClientScope, query: ClientQuery, page: int, size: int = PAGE
) -> ClientPage:
    total = await count_clients(act.session, scope, query)
    page, pages = page_of(page, total, size)
    rows = await client_rows(act.session, scope, query, page * size, size)
    return await _shown(act, rows, total, page, pages)


async def _alike(act: Act, typed: str) -> ClientPage:
    scope = await scope_of(act)
    rows = await _with_words(act, scope, typed, similar_words, 1, _MOST_ALIKE)
    if not rows:
        names = await names_of_clients(act.session, scope, MOST_NAMES)
        alike = similar(typed, [name for _, name in names], _MOST_ALIKE)
        rows = await clients_by_id(act.session, [names[index][0] for index, _ in alike])
    return await _shown(act, rows, len(rows), 0, 1)


def _same_name(word: str, known: Sequence[str]) -> tuple[str, ...]:
    """The known words that differ from this one in their case only."""
    stems = stems_of(word, case_endings())
    return tuple(name for name in known if stems & stems_of(name, case_endings()))


async def _with_words(
    act: Act,
    scope: ClientScope,
    typed: str,
    meant_by: Callable[[str, Sequence[str]], tuple[str, ...]],
    letters: int,
    most: int,
) -> Sequence[ClientRow]:
    """Clients of whom each typed word has one that may be meant by it, the likest first; what
    may be meant begins with the same letters, so many of them."""
    meant: list[tuple[str, ...]] = []
    for word in fold_name(typed).split()[:_MOST_WORDS]:
        known = await vocabulary(act.session, word[:letters], _VOCABULARY)
        meant.append(meant_by(word, known))
    if not meant or not all(meant):
        return []
    found = await client_rows(act.session, scope, ClientQuery(anyhow=tuple(meant)), 0, _RANKED)
    ranked = similar(typed, [client.name for client, _ in found], most)
    best = [found[index] for index, _ in ranked]
    return best or list(found[:most])


async def _shown(
    act: Act, rows: Sequence[ClientRow], total: int, page: int, pages: int
) -> ClientPage:
    return ClientPage(await client_lines(act, rows), total, page, pages, act.today)
