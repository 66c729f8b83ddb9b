"""A client is found by the names of its deals as well."""

from bot.method.clients.search import words_of
from bot.models.client_word import LONGEST_WORD, ClientWord, kept_words
from bot.models.deal import Deal
from bot.services.core.work import Work


async def index_title(work: Work, deal: Deal) -> None:
    """Keep the words of the deal's name beside those of its client. Those of a name before stay
    until the client's own are kept anew."""
    words = {word[:LONGEST_WORD] for word in words_of([deal.title or ""])}
    if not words:
        return
    had = {row.word for row in await kept_words(work.session, [deal.client_id])}
    new = words - had
    work.session.add_all(ClientWord(word=word, client_id=deal.client_id) for word in new)
