"""A call or a visit that is logged by hand in one line: who it was, and what about (R9)."""

from bot.lookup.phones import without_phones
from bot.method.clients.cards import ClientLine, Draft, Reception, WhoseMessage
from bot.method.core.terms import ClientStatus, TaskKind
from bot.method.core.texts import clean
from bot.method.inbound.joining import LONGEST_TEXT
from bot.method.inbound.matching import MessageSender, SenderSource, fold_name
from bot.services.clients.clients import caller_of
from bot.services.clients.search import find
from bot.services.core.work import Act
from bot.services.inbound.inbound import own_waiting, receive
from bot.services.inbound.reception import for_client, question
from bot.services.inbound.together import Message

_MOST_WORDS = 5
"""Of a client's name at the beginning of a line."""
_LEAST_LETTERS = 3
"""Of a single word that is worth looking for: a preposition begins too many names."""
_MOST = 5
_BEGIN_PHONES, _BETWEEN = ("+", "("), " ,:;-"


async def log_call(act: Act, text: str, kind: TaskKind, key: str) -> Reception:
    """The inbound of whom the line begins with; the rest of it is what it was about.

    The longest beginning that names clients counts: whole words of one client are that client,
    anything less is asked about.
    """
    draft = caller_of(act, text)
    named, words, taken = await _named(act, text, draft)
    sender = MessageSender(
        phones=tuple(phone.number for phone in draft.phones),
        emails=draft.emails,
        handle=next(iter(draft.handles), None),
        name=words or draft.name or None,
        source=SenderSource.TYPED,
    )
    said = _rest(act, draft, text, taken)
    made = await receive(act, Message(sender, said, act.now, key, kind=kind))
    if not named or not isinstance(made, WhoseMessage) or made.joined:
        return made
    arrival = await own_waiting(act, made.arrival_id)
    if len(named) == 1 and _is_sure(words, named[0]):
        return await for_client(act, arrival, named[0].client_id)
    return await question(act, arrival, [line.client_id for line in named])


async def _named(act: Act, text: str, draft: Draft) -> tuple[list[ClientLine], str, int]:
    """The clients whom the line begins with, in which words, and how many those are."""
    line = clean(text, LONGEST_TEXT)
    words = line.split()
    if not words or draft.phones or draft.emails or draft.handles:
        is_address = bool(words) and "@" in words[0]
        return [], "", int(is_address)
    begins = line.partition(",")[0].split()
    if _is_number(words[0]):
        number = words[0].removeprefix("№")
        page = (await find(act, number)).page
        return [line for line in page.lines if str(line.client_id) == number], words[0], 1
    for count in range(min(_MOST_WORDS, len(begins)), 0, -1):
        query = " ".join(begins[:count])
        if count == 1 and len(fold_name(query)) < _LEAST_LETTERS:
            continue
        found = await find(act, query)
        lines = [line for line in found.page.lines if line.status is ClientStatus.ACTIVE][:_MOST]
        if lines and not found.alike:
            return lines, query, count
    return [], "", 0


def _is_number(word: str) -> bool:
    return word[0] == "№" and word[1:].isdigit()


def _is_sure(typed: str, line: ClientLine) -> bool:
    words = fold_name(typed).split()
    whole = set(words) <= set(fold_name(line.name).split())
    return _is_number(typed) or (len(words) > 1 and whole)


def _rest(act: Act, draft: Draft, text: str, taken: int) -> str:
    """The line without who it was; all of it where it does not begin with that."""
    whole = clean(text, LONGEST_TEXT, lines=True)
    if not taken:
        country = act.company.country
        begins = len(draft.phones) == 1 and (whole[:1].isdigit() or whole[:1] in _BEGIN_PHONES)
        return without_phones(whole, country).lstrip(_BETWEEN) if begins else whole
    left = whole.split(maxsplit=taken)
    return left[taken].lstrip(_BETWEEN) if len(left) > taken else ""
