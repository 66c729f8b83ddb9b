"""Which pieces of a line are its date: where it begins, and what belongs to it."""

from collections.abc import Iterable, Sequence

from bot.method.core.refusals import Invalid
from bot.method.tasks.phrases.line import Item, Placed, is_preposition
from bot.method.tasks.phrases.meaning import combined
from bot.method.tasks.phrases.pieces import (
    Impossible,
    Instant,
    Part,
    Piece,
    SaidDay,
    SaidHour,
    Today,
    Week,
    Weekday,
)
from bot.method.tasks.phrases.words import Sign

MARKS = frozenset(",.;!?()\N{EN DASH}\N{EM DASH}-\N{HORIZONTAL ELLIPSIS}\"'\u00ab\u00bb")
_MOST_PIECES = 6
"""Of one date; what goes on longer is no date any more."""
_SHORTEST_NAME = 5
"""Letters of a weekday that may be the name of a person; shorter ones are days cut short."""


def anchors_of(items: Sequence[Item], today: Today) -> list[int]:
    """Where the dates of the line begin, the surest first: a day in words, one in numbers, a time
    that can be nothing else; what is past comes last."""
    ranked = sorted((_rank(item, today), index) for index, item in enumerate(items))
    found = [index for rank, index in ranked if rank < _NO_ANCHOR]
    if len(found) > 1 and _is_surname(items, found, today):
        return [*found[1:], found[0]]
    return found


def _is_surname(items: Sequence[Item], anchors: Sequence[int], today: Today) -> bool:
    """Whether the weekday that comes first is the name Friday: it stands alone, and a word for
    another day follows."""
    first, second = (pieces_of(items, [index])[0] for index in anchors[:2])
    led = anchors[0] and is_preposition(items[anchors[0] - 1])
    said = isinstance(second, SaidDay) and not second.written
    if not isinstance(first, Weekday) or led or not said:
        return False
    if items[anchors[0]].end - items[anchors[0]].start < _SHORTEST_NAME:
        return False
    between = items[anchors[0] + 1 : anchors[1]]
    apart = any(isinstance(item, Sign) and item.text in MARKS for item in between)
    return not apart and len(grown(items, anchors[0], today)) == 1


_PART = 4
"""A part of the day alone may be the time of what has been done: it is confirmed by people."""
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
        case Part():
            return _PART
    return _NO_ANCHOR


def _is_sure(piece: Piece) -> bool:
    if isinstance(piece, SaidHour):
        return piece.sure and not piece.days
    if isinstance(piece, Part):
        return piece.sure and piece.usual is not None
    return piece.sure if isinstance(piece, Impossible | SaidDay) else True


def grown(items: Sequence[Item], anchor: int, today: Today) -> set[int]:
    """The anchor with the pieces beside it that make sense together with it."""
    chosen = {anchor}
    for step in (1, -1):
        index = anchor + step
        while 0 <= index < len(items) and len(chosen) < _MOST_PIECES:
            item = items[index]
            if isinstance(item, Placed):
                numbered = isinstance(pieces_of(items, [anchor])[0], Part) and step < 0
                joins = numbered or _joins(items, index)
                if not joins or not _fits(items, chosen | {index}, today):
                    break
                chosen.add(index)
            elif not is_between(item):
                break
            index += step
    return chosen


def with_hour(items: Sequence[Item], chosen: set[int], today: Today) -> set[int]:
    """A time that stands apart from its day."""
    if any(isinstance(piece, SaidHour | Instant) for piece in pieces_of(items, chosen)):
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
    """A number beside the day may be its hour or the same day once more, and any part of it is."""
    if isinstance(piece, Part):
        return True
    return piece.sure if isinstance(piece, SaidHour) else _is_sure(piece)


def _fits(items: Sequence[Item], chosen: set[int], today: Today) -> bool:
    try:
        combined(pieces_of(items, chosen), today)
    except Invalid as refusal:
        return refusal.code in {"date-impossible", "time-impossible", "date-far"}
    return True


def pieces_of(items: Sequence[Item], chosen: Iterable[int]) -> list[Piece]:
    """The pieces at these places, in their order."""
    found = [items[index] for index in sorted(chosen)]
    return [item.piece for item in found if isinstance(item, Placed)]


def is_between(sign: Sign) -> bool:
    """Whether a date goes on behind this sign."""
    return sign.text in MARKS or is_preposition(sign) or sign.has("filler")
