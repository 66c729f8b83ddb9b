"""An answer to the question for the next date that says more than the date."""

from dataclasses import dataclass, replace

from bot.method.core.refusals import Invalid
from bot.method.core.terms import TaskKind
from bot.method.planning.quick import led, line_of, unjoined
from bot.method.tasks.phrases.pieces import Today
from bot.method.tasks.phrases.reading import Cut, Understood, cut, understand
from bot.method.tasks.phrases.words import Sign, Vocabulary, signs_of

_PAST = frozenset({"date-past", "time-past"})
_ENDINGS = range(2, 5)
"""Letters of the endings that the verb of a deed may have."""


@dataclass(frozen=True)
class ReadAnswer:
    """What an answer says: of which `kind` the next task is (None where it does not say), in which
    `words`, and `when` (None where it holds no date: it is a comment).

    `who` are those of the words that a quick line would begin its client with: they may name
    somebody else than the client who was asked about.
    """

    kind: TaskKind | None
    words: str
    when: Understood | None
    who: str = ""


def read_answer(text: str, vocabulary: Vocabulary, today: Today) -> ReadAnswer:
    """Read an answer as a quick line is read, its client being known. Of several dates people
    choose, and the words stay as they were written.

    Invalid as `phrases.reading.read` where the answer is a date that can not be; what is past
    among other words is no answer, but what has been done.
    """
    when, found = _when(text, vocabulary, today), None
    if when is None:
        found = _hour_beside(text, vocabulary, today)
        if found is None:
            return ReadAnswer(led(text, vocabulary).kind, text.strip(), None, text.strip())
        when = Understood(found.moments, sure=False)
    if when.sure:
        deeds = [sign for sign in signs_of(text, vocabulary) if sign.get("deed")]
        said = " ".join(text[sign.start : sign.end] for sign in deeds)
        lead = led(said, vocabulary)
        return ReadAnswer(lead.kind, lead.deeds, when)
    found = found or cut(text, vocabulary, today)
    if found is None:
        return ReadAnswer(None, text.strip(), when, text.strip())
    line = line_of(found.before, found.after, vocabulary)
    before, after = _said_before(found.before, vocabulary), found.after
    kind = led(before, vocabulary).kind or led(unjoined(after, vocabulary), vocabulary).kind
    several = len(when.moments) > 1 and set(when.moments) != set(found.moments)
    words = text if several else unjoined(f"{before} {after}".strip(), vocabulary)
    return ReadAnswer(kind, " ".join(words.split()), when, line.before)


def is_deed_only(text: str, vocabulary: Vocabulary) -> bool:
    """Whether the text says no more than the kind of a task does: to call, a meeting."""
    return not led(text, vocabulary).rest


def _when(text: str, vocabulary: Vocabulary, today: Today) -> Understood | None:
    try:
        return understand(text, vocabulary, today)
    except Invalid as refusal:
        if refusal.code != "date-unread":
            raise
    try:
        # Among words as well something may stand that looks like a date and can be none.
        found = cut(text, vocabulary, today)
    except Invalid as refusal:
        if refusal.code not in _PAST:
            raise
        return None
    is_plan = found is not None and _is_to_do(found, vocabulary)
    return Understood(found.moments, sure=False) if found is not None and is_plan else None


def _hour_beside(text: str, vocabulary: Vocabulary, today: Today) -> Cut | None:
    """An hour without its minutes, before or behind what is to be done: "at 15 discuss the price".
    Among other words such a number may be anything: "at 15 he is busy", "in 3 parts"."""
    signs = signs_of(text, vocabulary)
    first = next((step for step, sign in enumerate(signs) if not _leads(sign)), len(signs))
    if 0 < first < len(signs) - 1 and _is_hour(signs[first]):
        hour, before, after = text[: signs[first].end], "", text[signs[first].end :]
    elif len(signs) > 2 and _is_hour(signs[-1]) and _leads(signs[-2]):
        hour, before, after = text[signs[-2].start :], text[: signs[-2].start], ""
    else:
        return None
    beside = Cut((), before.strip(), after.strip(" ,.;:-"))
    if not _is_to_do(beside, vocabulary):
        return None
    try:
        return replace(beside, moments=understand(hour, vocabulary, today).moments)
    except Invalid as refusal:
        if refusal.code != "date-unread":
            raise
        return None


def _leads(sign: Sign) -> bool:
    return any(sign.has(word) for word in ("at", "after", "about"))


def _is_hour(sign: Sign) -> bool:
    return sign.get("number") is not None or (sign.number is not None and len(sign.text) <= 2)


def _said_before(text: str, vocabulary: Vocabulary) -> str:
    """What stood before the date, unless it says no more than that there is one: "move it to"."""
    lead = led(text, vocabulary)
    return text if lead.deeds or lead.rest else ""


def _is_to_do(found: Cut, vocabulary: Vocabulary) -> bool:
    """Whether it says what is to be done in a part of today: "discuss the price this evening". That
    one "could not talk in the morning" has been."""
    first = next(iter(signs_of(found.before or found.after, vocabulary)), None)
    follows = next(iter(signs_of(found.after, vocabulary)), None)
    if first is None or (found.before and follows is not None and follows.has("not")):
        return False
    ends = (vocabulary.get(("-", first.text[-count:]), {}) for count in _ENDINGS)
    is_verb = not first.kinds and any("todo" in kinds.get("sign", "").split() for kinds in ends)
    return is_verb or first.has("todo") or led(first.text, vocabulary).kind is not None
