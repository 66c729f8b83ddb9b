"""An answer to the question for the next date that says more than the date."""

from dataclasses import dataclass

from bot.method.core.refusals import Invalid
from bot.method.core.terms import TaskKind
from bot.method.planning.quick import led, line_of
from bot.method.tasks.phrases.pieces import Today
from bot.method.tasks.phrases.reading import Understood, cut, understand
from bot.method.tasks.phrases.words import Vocabulary, signs_of

_PAST = frozenset({"date-past", "time-past"})


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
    when = _when(text, vocabulary, today)
    if when is None:
        return ReadAnswer(led(text, vocabulary).kind, text.strip(), None, text.strip())
    if when.sure:
        deeds = [sign for sign in signs_of(text, vocabulary) if sign.get("deed")]
        said = " ".join(text[sign.start : sign.end] for sign in deeds)
        lead = led(said, vocabulary)
        return ReadAnswer(lead.kind, lead.deeds, when)
    found = cut(text, vocabulary, today)
    if found is None:
        return ReadAnswer(None, text.strip(), when, text.strip())
    line = line_of(found.before, found.after, vocabulary)
    kind = led(found.before, vocabulary).kind or led(found.after, vocabulary).kind
    several = len(when.moments) > 1 and set(when.moments) != set(found.moments)
    words = text if several else f"{found.before} {found.after}"
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
        cut(text, vocabulary, today)
    except Invalid as refusal:
        if refusal.code not in _PAST:
            raise
    return None
