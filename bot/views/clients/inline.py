"""What is offered to who types the bot's name in any chat, and the message that it becomes."""

import re

from bot.method.clients.cards import ClientLine
from bot.method.clients.offered import Hit, Hits
from bot.method.core.cards import Contacts
from bot.method.core.terms import ClientStatus
from bot.views.screen import InlineResult, InlineResults
from bot.views.tasks.card import contact_lines
from bot.views.words import Markup, Words, clean

START = "find"
"""What `/start` is told by the button above the list."""
_LONGEST_TITLE = 100
_LONGEST_DESCRIPTION = 200
_NUMBER = re.compile(r"\D{0,8}([0-9]{1,18})")


def offered(words: Words, hits: Hits) -> InlineResults:
    """The list of the clients; a hint where there is none."""
    results = tuple(_result(words, hit, hits) for hit in hits.hits)
    if results:
        return InlineResults(results, hits.next_page)
    hint = words.plain("inline-nobody" if hits.query else "inline-nothing-today")
    return InlineResults(hint=hint, start=START)


def number_in(text: str) -> int | None:
    """The number of the client that a message of ours ends with; whoever sent it may have typed
    it himself."""
    last = text.rstrip().rpartition("\n")[2]
    found = _NUMBER.fullmatch(last)
    return int(found[1]) if found else None


def _result(words: Words, hit: Hit, hits: Hits) -> InlineResult:
    line = hit.line
    facts = [_company(line), line.owner_name or "", _state(words, line, hits)]
    return InlineResult(
        key=str(line.client_id),
        title=clean(line.name, _LONGEST_TITLE),
        description=clean(" · ".join(filter(None, facts)), _LONGEST_DESCRIPTION),
        message=_message(words, hit),
    )


def _state(words: Words, line: ClientLine, hits: Hits) -> str:
    if line.status is not ClientStatus.ACTIVE:
        return words.plain(f"inline-{line.status}")
    if line.uncovered:
        return words.plain("inline-uncovered")
    return words.day(line.next_due, hits.today) if line.next_due else ""


def _message(words: Words, hit: Hit) -> Markup:
    """Nothing of it is for the company alone: it is sent to any chat."""
    line = hit.line
    parts = [words("client-title", name=line.name)]
    company = _company(line)
    if company:
        parts.append(words("task-company", company=company))
    parts += contact_lines(words, Contacts(phones=hit.phones))
    parts.append(words("inline-number", number=str(line.client_id)))
    return Markup("\n".join(parts))


def _company(line: ClientLine) -> str:
    return line.company if line.company and line.company != line.name else ""
