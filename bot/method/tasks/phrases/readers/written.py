"""Dates that are written in numbers."""

from dataclasses import replace
from datetime import time

from bot.method.tasks.phrases import days
from bot.method.tasks.phrases.pieces import Impossible, Piece, SaidDay, SaidHour
from bot.method.tasks.phrases.readers.place import DASHES, Found, Place
from bot.method.tasks.phrases.readers.times import clock_of

_SEPARATORS = frozenset("./,")
_ISO_SEPARATORS = frozenset("./") | DASHES


def iso(place: Place) -> Found:
    """2026-11-25, 2026.11.25."""
    year, month, day = place.digits(0, 4), place.digits(2), place.digits(4)
    if len(place.text(0)) != 4 or place.text(1) not in _ISO_SEPARATORS:
        return None
    if year is None or month is None or day is None or not place.tight(5):
        return None
    if place.text(3) != place.text(1):
        return None
    return days.dated(place.today, day, month, year, place.text(0, 5)), 5


def dashed_date(place: Place) -> Found:
    """25-11-2026; without its year 25-11, which may be a size as well."""
    day, month, year = place.digits(0), place.digits(2), place.digits(4, 4)
    if place.text(1) not in DASHES or day is None or month is None or not place.tight(3):
        return None
    if year is not None and len(place.text(4)) == 4 and place.tight(5):
        if place.text(3) not in DASHES or not place.is_alone(5):
            return None
        return days.dated(place.today, day, month, year, place.text(0, 5)), _with_word(place, 5)
    if place.said or place.dated or not place.is_alone(3):
        return None
    if day < 24 or not 1 <= month <= 12 or len(place.text(2)) != 2:
        return None
    found = days.dated(place.today, day, month, None, place.text(0, 3))
    return (_doubtful(found), 3) if isinstance(found, SaidDay) else None


def dotted(place: Place) -> Found:
    """25.11, 25.11.2026, 11/25; after a day or a preposition also 10.30 as a time."""
    first, sign, second = place.digits(0), place.text(1), place.digits(2)
    if first is None or second is None or sign not in _SEPARATORS or not place.tight(3):
        return None
    if place.text(3) == sign and place.at(4).number is not None and place.tight(5):
        if sign == "," or not place.is_alone(5, DASHES):
            return None
        return _with_year(place, first, second, sign), _with_word(place, 5)
    text, is_month, long = place.text(0, 3), 1 <= second <= 12, len(place.text(2)) == 2
    counted = not long and place.at(3).get("unit") is not None
    if counted or not place.is_alone(3, DASHES | {","}):
        return None
    said = place.said
    clock = sign == "." and first < 24 and second < 60 and long
    if clock and (place.written or (said and (place.dated or not is_month))):
        return clock_of(place.text(0), second, text), 3
    if clock and not is_month:
        return SaidHour((time(first, second),), sure=place.beside_day or place.day_behind(3)), 3
    if sign == "," and not (long and is_month and len(place.text(0)) == 2):
        return None
    return _day_and_month(place, first, second, sign), _with_word(place, 3)


def _day_and_month(place: Place, first: int, second: int, sign: str) -> Piece:
    text, is_month = place.text(0, 3), 1 <= second <= 12
    small = len(place.text(0)) == 1 and len(place.text(2)) == 1
    if sign != "/" and not (is_month and first <= 12):
        found = days.dated(place.today, first, second, None, text)
    else:
        found = days.either_way(place.today, first, second, None, text)
    past = isinstance(found, SaidDay) and found.dates[0] < place.today.day
    if sign != "/" and isinstance(found, SaidDay) and past:
        # With a dot the day comes first; it is no reason to guess when that day is past.
        found = SaidDay(found.dates[:1])
    if isinstance(found, SaidDay):
        found = replace(found, written=True)
    return _doubtful(found) if small or sign == "," else found


def _doubtful(found: Piece) -> Piece:
    """A number with a part, like 2.5, is more often a size than a date."""
    if isinstance(found, SaidDay):
        return replace(found, sure=False, written=True)
    return replace(found, sure=False) if isinstance(found, Impossible) else found


def _with_year(place: Place, day: int, month: int, sign: str) -> Piece:
    year, written = place.at(4).number or 0, len(place.text(4))
    text = place.text(0, 5)
    if written not in {2, 4}:
        return Impossible("date-impossible", text, sure=False)
    year += 2000 if written == 2 else 0
    read = days.either_way if sign == "/" else days.dated
    return read(place.today, day, month, year, text)


def _with_word(place: Place, taken: int) -> int:
    """The word for "year" belongs to the number before it."""
    return taken + place.at(taken).has("year")
