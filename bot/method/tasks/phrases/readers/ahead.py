"""Days and hours that are counted ahead of now, or back."""

from collections.abc import Collection
from dataclasses import replace
from fractions import Fraction

from bot.method.tasks.phrases import days
from bot.method.tasks.phrases.pieces import DAY, Impossible, Piece, SaidDay, Unit
from bot.method.tasks.phrases.readers.numbers import counts_at
from bot.method.tasks.phrases.readers.place import DASHES, Found, Place

_MOST_AHEAD = 1000
"""Of whatever unit; more is taken for a slip of the finger."""

_SMALLER = {
    Unit.HOUR: (Unit.MINUTE,),
    Unit.WEEK: (Unit.DAY,),
    Unit.MONTH: (Unit.DAY,),
}
"""What is counted on in which unit."""

_WHOLE = (("minutes", Unit.MINUTE), ("days", Unit.DAY), ("months", Unit.MONTH))
"""Words that are a number and its unit at once: half an hour, a fortnight."""


def ahead(place: Place) -> Found:
    """In a week, in 3 days, in half an hour, in about two and a half hours, in 2-3 days."""
    if not place.at(0).has("in"):
        return None
    step = place.skipped(1, "about")
    return (
        _whole(place, step)
        or _counted(place, step)
        or _number_behind(place, step)
        or _within_one(place, step)
    )


def unit_first(place: Place) -> Found:
    """The unit before the word, as Russian says "about": "days in three"."""
    unit = place.at(0).get("unit")
    if unit is None or not place.at(1).has("in"):
        return None
    counts = counts_at(place, place.skipped(2, "about"))
    if counts is None:
        return None
    return _piece(place, Unit(unit), counts[0], place.skipped(2, "about") + counts[1])


def later(place: Place) -> Found:
    """Two days later, a week from now."""
    found = _whole(place, 0) or _counted(place, 0)
    if found is None:
        return None
    if place.at(found[1]).has("later"):
        return found[0], found[1] + 1
    return _from_day(place, found[1]) if place.at(found[1]).has("from") else None


def _from_day(place: Place, step: int) -> Found:
    """A week from tomorrow, two days from Friday."""
    day, weekday = place.at(step + 1).get("day"), place.at(step + 1).get("weekday")
    if day is None and weekday is None:
        return None
    ahead = int(day or 0) if weekday is None else place.today.days_to(int(weekday))
    base = replace(place.today, now=place.today.now + ahead * DAY)
    found = _whole(replace(place, today=base), 0) or _counted(replace(place, today=base), 0)
    return None if found is None else (found[0], step + 2)


def ago(place: Place) -> Found:
    """Two days ago: no date to plan for, and no "two days" either."""
    counts = counts_at(place, 0)
    step = 0 if counts is None else counts[1]
    unit = place.at(step).get("unit")
    if unit is None or not place.at(step + 1).has("ago"):
        return None
    # Which day it was is all the same: it is over.
    return SaidDay((place.today.day - DAY,)), step + 2


def through_weekday(place: Place) -> Found:
    """The Friday after the coming one, as Russian says "through Friday"."""
    number, taken = place.at(1).get("weekday"), 2
    if not place.at(0).has("in") or place.at(0).has("after"):
        number = place.at(0).get("weekday")
        if not place.at(1).has("after_next"):
            return None
    if number is None:
        return None
    coming = place.today.day + (place.today.days_to(int(number)) or 7) * DAY
    # Some mean the coming one with it.
    return SaidDay((coming + 7 * DAY, coming)), taken


def _whole(place: Place, step: int) -> Found:
    for kind, unit in _WHOLE:
        number = place.at(step).get(kind)
        if number is not None:
            return days.later(place.today, unit, int(number)), step + 1
    return None


def _counted(place: Place, step: int) -> Found:
    """The number before its unit, or a unit that is one by itself."""
    counts = counts_at(place, step)
    if counts is None:
        return _one_unit(place, step)
    numbers, taken = counts
    unit = place.at(step + taken).get("unit")
    if unit is None:
        return None
    more = _or_more(place, step + taken + 1) if max(numbers) == 1 else None
    if more is not None:
        return _piece(place, Unit(unit), (Fraction(1), more[0]), more[1])
    return _piece(place, Unit(unit), numbers, step + taken + 1)


def _one_unit(place: Place, step: int) -> Found:
    """In a week, where the language needs no number; a week or two."""
    unit = place.at(step).get("unit")
    if unit is None or not place.at(step).has("single"):
        return None
    more = _or_more(place, step + 1)
    if more is not None:
        return _piece(place, Unit(unit), (Fraction(1), more[0]), more[1])
    return _piece(place, Unit(unit), (Fraction(1),), step + 1)


def _or_more(place: Place, step: int) -> tuple[Fraction, int] | None:
    """The number behind "a week or": the unit is said once."""
    if not (place.text(step) in DASHES or place.at(step).has("or")):
        return None
    counts = counts_at(place, step + 1)
    if counts is None or counts[0][0] <= 1 or place.at(step + 1 + counts[1]).get("unit"):
        return None
    return counts[0][0], step + 1 + counts[1]


def _within_one(place: Place, step: int) -> Found:
    """Within the hour: the word takes a unit in a case that others need a number for."""
    unit = place.at(step).get("unit")
    if unit is None or not place.at(0).has("within"):
        return None
    return _piece(place, Unit(unit), (Fraction(1),), step + 1)


def _number_behind(place: Place, step: int) -> Found:
    """The number behind its unit is about that number, as Russian has it."""
    unit = place.at(step).get("unit")
    counts = counts_at(place, step + 1)
    if unit is None or counts is None or place.at(step).has("single"):
        return None
    return _piece(place, Unit(unit), counts[0], step + 1 + counts[1])


def _piece(place: Place, unit: Unit, counts: tuple[Fraction, ...], taken: int) -> Found:
    if max(counts) > _MOST_AHEAD:
        return Impossible("date-far", place.text(0, taken)), taken
    pieces: list[Piece] = [days.later(place.today, unit, count) for count in counts]
    if len(counts) == 1 and unit in _SMALLER:
        more = _smaller(place, taken, _SMALLER[unit])
        if more is not None:
            return _sum(place, pieces[0], counts[0], more[0]), more[1]
    return days.any_of(pieces), taken


def _smaller(place: Place, step: int, units: Collection[Unit]) -> tuple[Fraction, int] | None:
    """What is added in a smaller unit: an hour and twenty minutes, two weeks and three days."""
    step = place.skipped(step, "and")
    counts = counts_at(place, step)
    if counts is None or place.at(step + counts[1]).get("unit") not in units:
        return None
    return min(counts[0][0], Fraction(_MOST_AHEAD)), step + counts[1] + 1


def _sum(place: Place, piece: Piece, count: Fraction, more: Fraction) -> Piece:
    if isinstance(piece, SaidDay):
        return SaidDay(tuple(on + int(more) * DAY for on in piece.dates))
    return days.instant(place.today, count * 60 + more)
