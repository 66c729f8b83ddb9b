"""Numbers in digits and in words: how many of a unit, and which one of the month."""

from fractions import Fraction

from bot.method.tasks.phrases.readers.place import DASHES, Place

_HALF = Fraction(1, 2)

Counts = tuple[tuple[Fraction, ...], int] | None
"""What the number may be, the smallest first, and how many signs it took."""


def counts_at(place: Place, step: int) -> Counts:
    """3, 1.5, 1/2, twenty-five, two and a half, 2-3, two or three, several."""
    several = place.at(step).get("several")
    if several is not None:
        return tuple(Fraction(count) for count in several.split()), 1
    first = _count(place, step)
    if first is None:
        return None
    number, taken = first
    between = step + taken
    if place.text(between) in DASHES or place.at(between).has("or"):
        second = _count(place, between + 1)
        if second is not None and second[0] > number:
            return (number, second[0]), taken + 1 + second[1]
    return (number,), taken


def whole_at(place: Place, step: int) -> tuple[int, int] | None:
    """A whole number in words, of two of them where they belong together: twenty-five."""
    tens = _in_words(place, step)
    if tens is None or tens.denominator != 1:
        return None
    if tens >= 20 and tens % 10 == 0:
        ones_step = step + 1 + (place.text(step + 1) == "-")
        ones = _in_words(place, ones_step)
        if ones is not None and 1 <= ones <= 9 and ones.denominator == 1:
            return int(tens + ones), ones_step + 1 - step
    return int(tens), 1


def ordinal_at(place: Place, step: int) -> tuple[int, int] | None:
    """The day of a month in words: the first, twenty-fifth."""
    said = place.at(step).get("ordinal")
    if said is not None:
        return int(said), 1
    tens = _in_words(place, step)
    if tens in (20, 30):
        ones_step = step + 1 + (place.text(step + 1) == "-")
        ones = place.at(ones_step).get("ordinal")
        if ones is not None and int(ones) <= 9:
            return int(tens) + int(ones), ones_step + 1 - step
    return None


def _count(place: Place, step: int) -> tuple[Fraction, int] | None:
    written = _written(place, step)
    if written is None:
        half = place.at(step).get("number")
        in_words = whole_at(place, step)
        if in_words is None and half is None:
            return None
        number, taken = in_words or (Fraction(half or 0), 1)
        written = Fraction(number), taken
    if place.at(step + written[1]).has("and_half"):
        return written[0] + _HALF, written[1] + 1
    return written


def _written(place: Place, step: int) -> tuple[Fraction, int] | None:
    number = place.digits(step, 4)
    if number is None:
        return None
    sign, more = place.text(step + 1), place.at(step + 2)
    if more.number is None or not place.tight(3, step) or len(more.text) > 2:
        return Fraction(number), 1
    if sign in {".", ","}:
        return Fraction(number) + Fraction(more.number, 10 ** len(more.text)), 3
    if sign == "/" and more.number:
        return Fraction(number, more.number), 3
    return Fraction(number), 1


def _in_words(place: Place, step: int) -> Fraction | None:
    said = place.at(step).get("number")
    return Fraction(said) if said is not None else None
