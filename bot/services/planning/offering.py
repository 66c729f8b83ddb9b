"""Clients offered to who types the bot's name in any chat (R1)."""

from collections import defaultdict

from bot.method.clients.cards import ClientLine
from bot.method.clients.offered import Hit, Hits
from bot.method.core.cards import Phone
from bot.method.core.paging import on_page, page_of
from bot.method.core.texts import clean
from bot.models.client import clients_by_id
from bot.models.contact_point import phones_of_clients
from bot.services.clients.search import LONGEST_QUERY, client_line, find
from bot.services.core.cards import phone_at
from bot.services.core.work import Act
from bot.services.day.day import day_lines

PAGE = 20


async def offer(act: Act, text: str, page: int = 0) -> Hits:
    """One page of the clients that fit, out of those that the actor may look through.

    Without a text those of today's tasks, in the order of the day. A page that is not there is
    the last one.
    """
    typed = clean(text, LONGEST_QUERY)
    if not typed:
        return await _of_today(act, page)
    found = (await find(act, typed, page, PAGE)).page
    return await _hits(act, typed, found.lines, found.page + 1 < found.pages, found.page)


async def _of_today(act: Act, page: int) -> Hits:
    every = list(dict.fromkeys(line.client_id for line in await day_lines(act)))
    page, pages = page_of(page, len(every), PAGE)
    rows = await clients_by_id(act.session, on_page(every, page, PAGE))
    lines = tuple(client_line(act, row) for row in rows)
    return await _hits(act, "", lines, page + 1 < pages, page)


async def _hits(act: Act, typed: str, lines: tuple[ClientLine, ...], more: bool, page: int) -> Hits:
    phones: defaultdict[int, list[Phone]] = defaultdict(list)
    if lines:
        for point in await phones_of_clients(act.session, [line.client_id for line in lines]):
            phones[point.client_id].append(phone_at(point))
    hits = tuple(Hit(line, tuple(phones[line.client_id])) for line in lines)
    return Hits(typed, hits, act.today, page + 1 if more else None)
