"""One typed line that is a client, a date and what is to be done."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.method.clients.cards import ClientLine
from bot.method.core.cards import Contacts, DealFacts
from bot.method.core.terms import TaskKind
from bot.method.tasks.date_question import Verdict
from bot.method.tasks.phrases.words import Vocabulary, signs_of

_DEED = "deed"
_LINK, _REMIND, _NEW = "link", "remind", "new"
_NO_DEEDS = frozenset({_LINK, _REMIND, _NEW})
_PRONOUN = "pronoun"
_AROUND = " \t\n:,;"


class Lacking(StrEnum):
    """What a line would have to say to be a task."""

    DATE = "date"
    CLIENT = "client"


@dataclass(frozen=True)
class QuickLine:
    """A line without its date: `before` begins with the client, `after` stood behind the date.
    `lead` is what is to be done, where the line began with it, of that `kind`; `new`: the line says
    that the client is."""

    before: str
    after: str
    lead: str
    kind: TaskKind
    new: bool = False


@dataclass(frozen=True)
class Lead:
    """What a text begins with that names nobody: deeds, the kind of the first of them, whether a
    client is said to be new; `rest` follows."""

    deeds: str
    kind: TaskKind | None
    rest: str
    new: bool = False


def line_of(before: str, after: str, vocabulary: Vocabulary) -> QuickLine:
    """What is to be done is no part of a name: "call Ivanov tomorrow", "tomorrow write to him"."""
    before, after = unjoined(before, vocabulary), unjoined(after, vocabulary)
    begin, rest = (before, after) if before else (after, "")
    lead = led(begin, vocabulary)
    deeds, kind, begin, new = lead.deeds, lead.kind, lead.rest, lead.new
    if not begin:
        # The date stands right behind the verb: "call tomorrow Ivanov".
        more = led(rest, vocabulary, begun=True)
        deeds, kind, rest = f"{deeds} {more.deeds}".strip(), kind or more.kind, ""
        begin, new = more.rest, new or more.new
    if begin and all(sign.get(_PRONOUN) for sign in signs_of(begin, vocabulary)):
        # "Call him back tomorrow" is about somebody, but does not say who it is.
        deeds, begin = f"{deeds} {begin}".strip(), ""
    if _is_led_to(begin, vocabulary):
        # "Tomorrow for 15 boxes" names nobody either.
        deeds, begin = f"{deeds} {begin}".strip(), ""
    beside = kind or led(rest, vocabulary).kind or _last_kind(begin, vocabulary)
    return QuickLine(begin, rest, deeds, beside or TaskKind.CALL, new)


def led(text: str, vocabulary: Vocabulary, *, begun: bool = False) -> Lead:
    """What the text begins with before anybody is named; `begun`: a deed stood before it. That one
    is to be reminded is what the bot is for, and no deed."""
    deeds: list[str] = []
    kind: TaskKind | None = None
    end, new = 0, False
    for sign in signs_of(text, vocabulary):
        deed = sign.get(_DEED)
        if deed is None or (deed == _LINK and not (end or begun)):
            break
        new = new or deed == _NEW
        if deed not in _NO_DEEDS:
            deeds.append(text[sign.start : sign.end])
            kind = kind or TaskKind(deed)
        end = sign.end
    return Lead(" ".join(deeds), kind, text[end:].strip(_AROUND), new)


def unjoined(text: str, vocabulary: Vocabulary) -> str:
    """The text without the word that only joins it to what stood before: "and", "so that". One
    that begins a name is written with a capital."""
    first, second, *_ = [*signs_of(text, vocabulary), None, None]
    if first is None or not first.has("joins") or text[first.start].isupper():
        return text
    follows = second is None or text[second.start].isalnum()
    return text[first.end :].strip() if follows else text


def _is_led_to(text: str, vocabulary: Vocabulary) -> bool:
    """Whether the text begins with a preposition of dates and a number: no name does."""
    first, second, *_ = [*signs_of(text, vocabulary), None, None]
    return (
        first is not None and second is not None and first.has("at") and second.number is not None
    )


def may_be_date(name: str, vocabulary: Vocabulary) -> bool:
    """Whether something in the name could be read as a part of a date: a month, a weekday, the end
    of "Smith & Co" where that is spelt like a preposition."""
    signs = signs_of(name, vocabulary)
    at_end = any(sign.has("at") and name[sign.start].isupper() for sign in signs)
    return at_end or any(sign.get("month") or sign.get("weekday") for sign in signs)


def _last_kind(text: str, vocabulary: Vocabulary) -> TaskKind | None:
    """The kind of the deed right before the date: "Ivanov meeting tomorrow"."""
    signs = signs_of(text, vocabulary)
    deed = signs[-1].get(_DEED) if signs else None
    return None if deed is None or deed in _NO_DEEDS else TaskKind(deed)


@dataclass(frozen=True)
class Quick:
    """What was read of the line so far. `candidates` have to be chosen from first, then one of
    the `deals` where the client has several (R2), then the date where the verdict asks for it;
    no `client_id`: the client is new."""

    line_id: int
    text: str
    client_id: int | None
    client_name: str
    title: str | None
    candidates: tuple[ClientLine, ...]
    verdict: Verdict
    today: date
    deals: tuple[DealFacts, ...] = ()
    deal_title: str | None = None
    kind: TaskKind = TaskKind.CALL
    page: int = 0
    pages: int = 1
    contacts: Contacts = field(default_factory=Contacts)
    """Of a new client, that will be saved with it."""


def title_of(words: Sequence[str], span: str) -> str:
    """What is to be done; of several days or hours the date is the beginning, so all of them are
    said with it."""
    deed = " ".join(words).strip()
    if not span:
        return deed
    return f"{deed} ({span})" if deed else span


def name_of(before: Sequence[str], after: Sequence[str]) -> int:
    """How many words of `before` are the name of a client whom nobody knows yet.

    With something after the date all of them; else those that begin with no small letter,
    one at least: "Ivanov Peter to call about the offer tomorrow".
    """
    if after:
        return len(before)
    count = 0
    while count < len(before) and not before[count][:1].islower():
        count += 1
    return max(count, min(1, len(before)))
