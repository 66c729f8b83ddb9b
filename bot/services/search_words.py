"""Keeping the words by which a client is found, whenever its names or contacts change."""

from collections.abc import Iterable

from bot.method.search import words_of
from bot.method.terms import ContactKind
from bot.models.client import Client, points_of_client
from bot.models.client_word import LONGEST_WORD, ClientWord, kept_words
from bot.models.person import persons_of_client
from bot.services.work import Work


def index_new(work: Work, client: Client, points: Iterable[tuple[ContactKind, str]]) -> None:
    """Keep the words of a client that has just been added, with these contacts."""
    work.session.add_all(ClientWord(**row) for row in words_of_new(client, points))


def words_of_new(
    client: Client, points: Iterable[tuple[ContactKind, str]]
) -> list[dict[str, object]]:
    """The same as rows, for many clients at once."""
    return [{"word": word, "client_id": client.id} for word in _words(client, points, ())]


async def reindex(work: Work, client: Client) -> None:
    """Keep what the client is called by now: add what is new, drop what is gone."""
    await work.session.flush()
    points = await points_of_client(work.session, client.id)
    persons = await persons_of_client(work.session, client.id)
    wanted = _words(
        client, ((one.kind, one.value) for one in points), (one.name for one in persons)
    )
    kept = {row.word: row for row in await kept_words(work.session, client.id)}
    for word in wanted - kept.keys():
        work.session.add(ClientWord(word=word, client_id=client.id))
    for word in kept.keys() - wanted:
        await work.session.delete(kept[word])


def _words(
    client: Client, points: Iterable[tuple[ContactKind, str]], persons: Iterable[str]
) -> set[str]:
    of: dict[ContactKind, list[str]] = {}
    for kind, value in points:
        of.setdefault(kind, []).append(value)
    found = words_of(
        [client.name, client.company or "", *persons, *of.get(ContactKind.ALIAS, ())],
        phones=of.get(ContactKind.PHONE, ()),
        emails=of.get(ContactKind.EMAIL, ()),
        handles=of.get(ContactKind.HANDLE, ()),
    )
    return {word[:LONGEST_WORD] for word in found}
