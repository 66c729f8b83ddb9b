"""Vacations as people say them: from Wednesday for a week, 14 days from the 1st of December."""

from datetime import date, timedelta
from fractions import Fraction

from bot.method.core.refusals import Invalid
from bot.method.tasks.phrases.days import later
from bot.method.tasks.phrases.pieces import DAY, SaidDay, SignLine, Today, Unit
from bot.method.tasks.phrases.readers.numbers import counts_at
from bot.method.tasks.phrases.readers.place import Place
from bot.method.tasks.phrases.reading import read
from bot.method.tasks.phrases.span import read_span
from bot.method.tasks.phrases.words import Sign, Vocabulary, signs_of

_LONGEST = 100
_WHOLE_DAYS = frozenset({Unit.DAY, Unit.WORKDAY, Unit.WEEK, Unit.MONTH})


def read_vacation(text: str, vocabulary: Vocabulary, today: Today) -> tuple[date, date]:
    """The first and the last day: two dates as `read_span`, or a date and how long from it.

    Invalid as `read_span`.
    """
    counted = _counted(text, vocabulary, today) if len(text) <= _LONGEST else None
    return counted or read_span(text, vocabulary, today.day)


def _counted(text: str, vocabulary: Vocabulary, today: Today) -> tuple[date, date] | None:
    signs = signs_of(text, vocabulary)
    line = SignLine(signs)
    for index, sign in enumerate(signs):
        place = Place(line, index, today, dated=False, written=False, beside_day=False)
        length = _length(place)
        # "In a week" is when it begins, not how long it lasts.
        if length is None or place.at(-1).has("in"):
            continue
        unit, count, taken = length
        lead = signs[index - 1].start if index and signs[index - 1].has("at") else sign.start
        rest = f"{text[:lead]} {text[signs[index + taken - 1].end :]}"
        first = _first(rest, vocabulary, today)
        if first is not None:
            return first, _last(first, unit, count, today)
    return None


def _length(place: Place) -> tuple[Unit, int, int] | None:
    """The unit, how many of it, and the signs that this takes."""
    counts = counts_at(place, 0)
    step = 0 if counts is None else counts[1]
    unit = place.at(step).get("unit")
    numbers: tuple[Fraction, ...] = counts[0] if counts else (Fraction(1),)
    alone = counts is not None or place.at(step).has("single")
    if unit not in _WHOLE_DAYS or len(numbers) > 1 or not alone:
        return None
    whole = numbers[0].denominator == 1 and 1 <= numbers[0] <= 366
    return (Unit(unit), int(numbers[0]), step + 1) if whole else None


def _first(text: str, vocabulary: Vocabulary, today: Today) -> date | None:
    kept = [sign for sign in signs_of(text, vocabulary) if not _only_leads(sign)]
    if not kept:
        return None
    said = text[kept[0].start : kept[-1].end]
    try:
        moments = read(said, vocabulary, today)
    except Invalid:
        return None
    # A weekday said on that very day is that day: it comes first.
    return moments[0].on if all(moment.at is None for moment in moments) else None


def _only_leads(sign: Sign) -> bool:
    return sign.has("from") or sign.has("at")


def _last(first: date, unit: Unit, count: int, today: Today) -> date:
    if unit is Unit.WORKDAY:
        begins = today.calendar.next_working(first)
        return today.calendar.shift(begins, count - 1) if count > 1 else begins
    ahead = (first - today.day) // DAY
    shifted = Today(today.now + timedelta(days=ahead), today.calendar)
    after = later(shifted, unit, count)
    return after.dates[0] - DAY if isinstance(after, SaidDay) else first
