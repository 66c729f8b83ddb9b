"""Reading a typed date, alone or inside a line: what it may mean, or why it can not be."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.method.core.refusals import Invalid
from bot.method.tasks.phrases.line import Item, Placed, is_preposition, items_of
from bot.method.tasks.phrases.meaning import combined
from bot.method.tasks.phrases.pieces import (
    Impossible,
    Instant,
    Piece,
    SaidDay,
    SaidHour,
    Today,
    Week,
    Weekday,
)
from bot.method.tasks.phrases.words import Sign, Vocabulary, signs_of
from bot.method.tasks.steps import FARTHEST_DAYS

_MARKS = frozenset(",.;!?()\N{EN DASH}\N{EM DASH}-\N{HORIZONTAL ELLIPSIS}\"'\u00ab\u00bb")
_DRAWN = frozenset({"So", "Sk", "Cf", "Mn", "Pi", "Pf"})
"""The kinds of characters that are pictures and their parts, or cannot be seen."""
_EDGES = re.compile(r"^[\s,.;:\-\u2013\u2014]+|[\s,;:\-\u2013\u2014]+$")
_LONGEST = 500
"""Characters of a line; what is longer is a letter, and no date is looked for in it."""
_MOST_PIECES = 6
"""Of one date; what goes on longer is no date any more."""
_MOST_ASKED = 4
"""Dates of one sentence that people are asked about."""


@dataclass(frozen=True)
class Moment:
    """A local date, with a local time where one was said; all-day otherwise."""

    on: date
    at: time | None = None


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
    anchor = next(iter(_anchors(items, today)), None)
    if anchor is None:
        return None
    chosen = _with_hour(items, _grown(items, anchor, today), today)
    moments = _upcoming(_pieces(items, chosen), today)
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
    for anchor in _anchors(items, today):
        if anchor in used or len(found) >= _MOST_ASKED:
            continue
        chosen = _grown(items, anchor, today)
        if not used:
            chosen = _with_hour(items, chosen, today)
        used |= chosen
        try:
            found += _upcoming(_pieces(items, chosen), today)
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
    return tuple(dict.fromkeys(kept))


def _refused(moment: Moment, now: datetime) -> str | None:
    if moment.on < now.date():
        return "date-past"
    if moment.on > now.date() + timedelta(days=FARTHEST_DAYS):
        return "date-far"
    past = moment.on == now.date() and moment.at is not None and moment.at <= now.time()
    return "time-past" if past else None


def _anchors(items: Sequence[Item], today: Today) -> list[int]:
    """Where the dates of the line begin, the surest first: a day in words, one in numbers, a time
    that can be nothing else; what is past comes last."""
    ranked = sorted((_rank(item, today), index) for index, item in enumerate(items))
    return [index for rank, index in ranked if rank < _NO_ANCHOR]


_NO_ANCHOR = 9


def _rank(item: Item, today: Today) -> int:
    if not isinstance(item, Placed) or not _is_sure(item.piece):
        return _NO_ANCHOR
    match item.piece:
        case SaidDay(dates, written=written):
            return 3 if max(dates) < today.day else int(written)
        case Week() | Weekday() | Instant():
            return 0
        case SaidHour() | Impossible():
            return 2
    return _NO_ANCHOR


def _is_sure(piece: Piece) -> bool:
    if isinstance(piece, SaidHour):
        return piece.sure and not piece.days
    return piece.sure if isinstance(piece, Impossible | SaidDay) else True


def _is_span(item: Item) -> bool:
    return isinstance(item, Placed) and getattr(item.piece, "span", False)


def _grown(items: Sequence[Item], anchor: int, today: Today) -> set[int]:
    """The anchor with the pieces beside it that make sense together with it."""
    chosen = {anchor}
    for step in (1, -1):
        index = anchor + step
        while 0 <= index < len(items) and len(chosen) < _MOST_PIECES:
            item = items[index]
            if isinstance(item, Placed):
                if not _joins(items, index) or not _fits(items, chosen | {index}, today):
                    break
                chosen.add(index)
            elif not _is_between(item):
                break
            index += step
    return chosen


def _with_hour(items: Sequence[Item], chosen: set[int], today: Today) -> set[int]:
    """A time that stands apart from its day."""
    if any(isinstance(piece, SaidHour | Instant) for piece in _pieces(items, chosen)):
        return chosen
    for index, item in enumerate(items):
        apart = (
            isinstance(item, Placed) and isinstance(item.piece, SaidHour) and _is_sure(item.piece)
        )
        if apart and _fits(items, chosen | {index}, today):
            return chosen | {index}
    return chosen


def _joins(items: Sequence[Item], index: int) -> bool:
    item, before = items[index], items[index - 1] if index else None
    said = isinstance(before, Sign) and (before.has("at") or before.has("after"))
    return isinstance(item, Placed) and (said or _has_certainty(item.piece))


def _has_certainty(piece: Piece) -> bool:
    """A number beside the day may be its hour or the same day once more."""
    return piece.sure if isinstance(piece, SaidHour) else _is_sure(piece)


def _fits(items: Sequence[Item], chosen: set[int], today: Today) -> bool:
    try:
        combined(_pieces(items, chosen), today)
    except Invalid as refusal:
        return refusal.code in {"date-impossible", "time-impossible", "date-far"}
    return True


def _pieces(items: Sequence[Item], chosen: Iterable[int]) -> list[Piece]:
    found = [items[index] for index in sorted(chosen)]
    return [item.piece for item in found if isinstance(item, Placed)]


def _place(items: Sequence[Item], index: int) -> tuple[int, int]:
    """The place of a piece with its prepositions."""
    first = index
    while first and is_preposition(items[first - 1]):
        first -= 1
    return items[first].start, items[index].end


def _is_between(sign: Sign) -> bool:
    """Whether a date goes on behind this sign."""
    return sign.text in _MARKS or is_preposition(sign) or sign.has("filler")


def _says_nothing(sign: Sign) -> bool:
    """Whether a typed date means the same without it."""
    drawn = len(sign.text) == 1 and unicodedata.category(sign.text) in _DRAWN
    deed = sign.get("deed") is not None
    return _is_between(sign) or drawn or deed or sign.has("aside")


def _trimmed(text: str) -> str:
    return _EDGES.sub("", text)
