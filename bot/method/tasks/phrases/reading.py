"""Reading a typed date, alone or inside a line: what it may mean, or why it can not be."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.method.core.refusals import Invalid
from bot.method.tasks.phrases.anchors import (
    anchors_of,
    grown,
    is_between,
    pieces_of,
    with_hour,
)
from bot.method.tasks.phrases.line import Item, Placed, is_preposition, items_of
from bot.method.tasks.phrases.meaning import combined
from bot.method.tasks.phrases.moment import Moment
from bot.method.tasks.phrases.pieces import (
    Part,
    Piece,
    Today,
)
from bot.method.tasks.phrases.words import Sign, Vocabulary, signs_of
from bot.method.tasks.steps import FARTHEST_DAYS

_DRAWN = frozenset({"So", "Sk", "Cf", "Mn", "Pi", "Pf"})
"""The kinds of characters that are pictures and their parts, or cannot be seen."""
_EDGES = re.compile(r"^[\s,.;:\-\u2013\u2014]+|[\s,;:\-\u2013\u2014]+$")
_LONGEST = 500
"""Characters of a line; what is longer is a letter, and no date is looked for in it."""
_MOST_ASKED = 4
"""Dates of one sentence that people are asked about."""


@dataclass(frozen=True)
class Cut:
    """A line without its date: what stands before and after it, and what the date may mean.

    `span` is how it was written, where it is the beginning of several days or hours.
    """

    moments: tuple[Moment, ...]
    before: str
    after: str
    span: str = ""


@dataclass(frozen=True)
class Understood:
    """What a typed text may mean, the likeliest first. Not `sure` is a date that was found among
    words which nobody here knows: it has to be asked about, even where it is one."""

    moments: tuple[Moment, ...]
    sure: bool


def understand(text: str, vocabulary: Vocabulary, today: Today) -> Understood:
    """The typed date, or the dates of a sentence, to be asked about. Invalid as `read`."""
    try:
        return Understood(read(text, vocabulary, today), sure=True)
    except Invalid as refusal:
        unread = refusal.code == "date-unread" and len(text) <= _LONGEST
        found = _mentioned(text, vocabulary, today) if unread else ()
        if not found:
            raise
        return Understood(found, sure=False)


def read(text: str, vocabulary: Vocabulary, today: Today) -> tuple[Moment, ...]:
    """What the typed date may mean, the likeliest first; more than one has to be asked about.

    Invalid: date-unread, date-contradicts, date-impossible (31.02), time-impossible (99:99),
    date-past, time-past, date-far.
    """
    if len(text) > _LONGEST:
        raise Invalid("date-unread")
    pieces = []
    for item in items_of(signs_of(text, vocabulary), today):
        if isinstance(item, Placed):
            pieces.append(item.piece)
        elif not _says_nothing(item):
            raise Invalid("date-unread")
    return _upcoming(pieces, today)


def cut(text: str, vocabulary: Vocabulary, today: Today) -> Cut | None:
    """The surest date of a line and the rest of it; None where the line holds no date.

    Invalid as in `read`, where it surely holds one that can not be.
    """
    if len(text) > _LONGEST:
        return None
    items = items_of(signs_of(text, vocabulary), today)
    anchor = next(iter(anchors_of(items, today)), None)
    if anchor is None:
        return None
    chosen = with_hour(items, grown(items, anchor, today), today)
    moments = _upcoming(pieces_of(items, chosen), today)
    places = [_place(items, index) for index in sorted(chosen)]
    after = text[places[0][1] :]
    for start, end in reversed(places[1:]):
        after = after[: start - places[0][1]] + after[end - places[0][1] :]
    spans = [_place(items, index) for index in sorted(chosen) if _is_span(items[index])]
    return Cut(
        moments,
        before=_trimmed(text[: places[0][0]]),
        after=_trimmed(" ".join(after.split())),
        span=", ".join(_trimmed(text[start:end]) for start, end in spans),
    )


def _mentioned(text: str, vocabulary: Vocabulary, today: Today) -> tuple[Moment, ...]:
    """The dates that a sentence speaks of, as far as they are ahead."""
    items = items_of(signs_of(text, vocabulary), today)
    used: set[int] = set()
    found: list[Moment] = []
    for anchor in anchors_of(items, today):
        part = isinstance(pieces_of(items, [anchor])[0], Part)
        if part or anchor in used or len(found) >= _MOST_ASKED:
            continue
        chosen = grown(items, anchor, today)
        if not used:
            chosen = with_hour(items, chosen, today)
        used |= chosen
        try:
            found += _upcoming(pieces_of(items, chosen), today)
        except Invalid:
            continue
    return tuple(dict.fromkeys(found))[:_MOST_ASKED]


def _upcoming(pieces: Sequence[Piece], today: Today) -> tuple[Moment, ...]:
    """Those still ahead and not too far; the first of the others says why there is none."""
    moments = tuple(Moment(on, at) for on, at in combined(pieces, today))
    codes = [_refused(moment, today.now) for moment in moments]
    kept = [moment for moment, code in zip(moments, codes, strict=True) if code is None]
    if not kept:
        raise Invalid(codes[0] or "date-unread", on=moments[0].on)
    likeliest = moments[0]
    if codes[0] == "time-past" and all(moment.at is not None for moment in kept):
        # "Today at 8" at nine is the evening or a slip: people say which, nothing is guessed.
        kept.append(replace(likeliest, on=likeliest.on + timedelta(days=1)))
    return tuple(dict.fromkeys(kept))


def _refused(moment: Moment, now: datetime) -> str | None:
    if moment.on < now.date():
        return "date-past"
    if moment.on > now.date() + timedelta(days=FARTHEST_DAYS):
        return "date-far"
    past = moment.on == now.date() and moment.at is not None and moment.at <= now.time()
    return "time-past" if past else None


def _place(items: Sequence[Item], index: int) -> tuple[int, int]:
    """The place of a piece with its prepositions."""
    first = index
    while first and is_preposition(items[first - 1]):
        first -= 1
    return items[first].start, items[index].end


def _says_nothing(sign: Sign) -> bool:
    """Whether a typed date means the same without it."""
    drawn = len(sign.text) == 1 and unicodedata.category(sign.text) in _DRAWN
    deed = sign.get("deed") is not None
    return is_between(sign) or drawn or deed or sign.has("aside")


def _is_span(item: Item) -> bool:
    return isinstance(item, Placed) and getattr(item.piece, "span", False)


def _trimmed(text: str) -> str:
    return _EDGES.sub("", text)
