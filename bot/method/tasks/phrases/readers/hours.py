"""Whole hours and parts of the day."""

from datetime import time

from bot.method.tasks.phrases import days
from bot.method.tasks.phrases.pieces import Impossible, Part, SaidDay, SaidHour
from bot.method.tasks.phrases.readers.numbers import whole_at
from bot.method.tasks.phrases.readers.place import Found, Place
from bot.method.tasks.phrases.readers.times import either_half

_PARTS = {
    "morning": time(10),
    "midday": time(12),
    "noon": time(12),
    "afternoon": time(15),
    "evening": time(17),
}
"""When is meant where no hour is said."""


def part(place: Place) -> Found:
    """In the morning."""
    name = place.at(0).get("part")
    if name is None:
        return None
    sure = place.said or place.at(0).has("alone")
    return Part(name, _PARTS.get(name), sure), 1


def midnight(place: Place) -> Found:
    """At midnight, at night."""
    return (SaidHour((time(0),), midnight=True), 1) if place.at(0).has("midnight") else None


def hour(place: Place) -> Found:
    """At 3, 15 h, 3 pm; a number by itself may be an hour or a day of the month."""
    if place.at(0).has("hour") and place.at(1).has("at"):
        # "Of the hours at 10" is about ten, as Russian says it.
        found = _number(place, 2)
        if found is not None and found[0] <= 23:
            return SaidHour(either_half(found[1]), text=found[1]), 2 + found[2]
    if place.said and place.at(0).has("hour") and place.at(0).number is None:
        return SaidHour((time(1), time(13))), 1
    found = _number(place, 0)
    if found is None:
        return None
    number, text, taken = found
    after = place.at(taken)
    hours, half = after.has("hour"), after.has("oclock")
    if not (place.said or place.dated) and half and after.get("unit") is not None:
        # "3 days" and "3 in the afternoon" are the same words: only "at" makes it an hour.
        return None
    if place.said or hours or half:
        taken += hours
        if number > 23:
            return Impossible("time-impossible", text, sure=False), taken
        sure = half or (hours and (place.said or place.beside_day))
        return SaidHour(either_half(text), text=text, sure=sure), taken
    return _bare(place, number, text, taken)


def _bare(place: Place, number: int, text: str, taken: int) -> Found:
    """A number that nothing tells to be an hour; in words only after a day or before a "to"."""
    written = place.digits(0) is not None
    half = place.at(taken).get("part") is not None
    if not (written or half or place.dated or place.at(-1).has("from")):
        return None
    day = days.of_month(place.today, number) if written else None
    times, dates = either_half(text), day.dates if isinstance(day, SaidDay) else ()
    if not (times or dates):
        return None
    ends = place.at(taken).text == "" or place.at(taken).get("deed") is not None
    return SaidHour(times, dates, text, sure=place.beside_day and ends), taken


def _number(place: Place, step: int) -> tuple[int, str, int] | None:
    number = place.digits(step)
    if number is not None:
        return number, place.text(step), 1
    in_words = None if place.at(step).has("article") else whole_at(place, step)
    return None if in_words is None else (in_words[0], str(in_words[0]), in_words[1])
