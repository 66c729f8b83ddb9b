"""Keeping the words by which a client is found, whenever its names or contacts change."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from bot.method.clients.search import words_of
from bot.method.core.terms import ContactKind
from bot.models.base import insert_many
from bot.models.client import Client
from bot.models.client_word import LONGEST_WORD, ClientWord, kept_words
from bot.models.contact_point import ContactPoint, points_of_clients
from bot.models.deal import titles_of_deals
from bot.models.person import Person, persons_of_clients
from bot.services.core.work import Work

_Row = TypeVar("_Row", ContactPoint, Person, ClientWord)
Told = tuple[Client, Iterable[tuple[ContactKind, str]], Iterable[str], Iterable[str]]
"""A client with its contacts, the names of the people inside, and the titles of its deals."""


def index_new(work: Work, client: Client, points: Iterable[tuple[ContactKind, str]]) -> None:
    """Keep the words of a client that has just been added, with these contacts."""
    words = _words(client, points, (), ())
    work.session.add_all(ClientWord(word=word, client_id=client.id) for word in words)


async def index_many_new(work: Work, told: Iterable[Told]) -> None:
    """The same for many, who have nothing but what is told of them."""
    rows = [
        {"word": word, "client_id": client.id}
        for client, points, persons, titles in told
        for word in _words(client, points, persons, titles)
    ]
    await insert_many(work.session, ClientWord, rows)


async def reindex(work: Work, *clients: Client) -> None:
    """Keep what these clients are called by now: add what is new, drop what is gone."""
    session, ids = work.session, [client.id for client in clients]
    await session.flush()
    points = _by_client(await points_of_clients(session, ids))
    persons = _by_client(await persons_of_clients(session, ids))
    titles = defaultdict[int, list[str]](list)
    for client_id, title in await titles_of_deals(session, ids):
        titles[client_id].append(title)
    kept = _by_client(await kept_words(session, ids))
    new: list[dict[str, object]] = []
    for client in clients:
        reached = ((point.kind, point.value) for point in points[client.id])
        named = (person.name for person in persons[client.id])
        wanted = _words(client, reached, named, titles[client.id])
        had = {row.word: row for row in kept[client.id]}
        new += ({"word": word, "client_id": client.id} for word in wanted - had.keys())
        for word in had.keys() - wanted:
            await session.delete(had[word])
    await insert_many(session, ClientWord, new)


def _by_client(rows: Iterable[_Row]) -> dict[int, list[_Row]]:
    found = defaultdict[int, list[_Row]](list)
    for row in rows:
        found[row.client_id].append(row)
    return found


def _words(
    client: Client,
    points: Iterable[tuple[ContactKind, str]],
    persons: Iterable[str],
    titles: Iterable[str],
) -> set[str]:
    of: dict[ContactKind, list[str]] = {}
    for kind, value in points:
        of.setdefault(kind, []).append(value)
    found = words_of(
        [client.name, client.company or "", *persons, *titles, *of.get(ContactKind.ALIAS, ())],
        phones=of.get(ContactKind.PHONE, ()),
        emails=of.get(ContactKind.EMAIL, ()),
        handles=of.get(ContactKind.HANDLE, ()),
    )
    return {word[:LONGEST_WORD] for word in found}
