"""Times of day with their minutes."""

from datetime import time

from bot.method.tasks.phrases.pieces import SaidHour, Unit
from bot.method.tasks.phrases.readers.numbers import ordinal_at, whole_at
from bot.method.tasks.phrases.readers.place import DASHES, Found, Place
from bot.method.tasks.phrases.readers.times import clock_of, either_half

_ROUND = frozenset({0, 15, 30, 45})
"""The minutes that a number behind an hour is taken for without a sign between them."""


def colon(place: Place) -> Found:
    """15:00, 9:30, 15:00:00."""
    hours, minutes = place.digits(0), place.digits(2)
    if place.text(1) != ":" or not place.tight(3) or len(place.text(2)) != 2:
        return None
    if hours is None or minutes is None:
        return None
    seconds = place.text(3) == ":" and place.tight(3, 2) and place.digits(4) is not None
    taken = 5 if seconds else 3
    return clock_of(place.text(0), minutes, place.text(0, 3)), taken + place.at(taken).has("hour")


def dashed_clock(place: Place) -> Found:
    """9-30, 15-00; 10-12 are two hours and no minutes, 10-15 may be either."""
    hour, minutes = place.digits(0), place.digits(2)
    if place.text(1) not in DASHES or hour is None or minutes is None or not place.tight(3):
        return None
    if len(place.text(2)) != 2 or hour > 23 or minutes > 59 or not place.is_alone(3):
        return None
    known = place.said or place.beside_day
    text = place.text(0, 3)
    if minutes == 0 or minutes > 23:
        return clock_of(place.text(0), minutes, text, sure=known), 3
    if not known or minutes % 5 or minutes <= hour:
        return None
    both = (*either_half(place.text(0), minutes)[-1:], *either_half(place.text(0))[-1:])
    if hour >= 8:
        both = (time(hour, minutes), time(hour))
    return SaidHour(both, text=text), 3


def lettered(place: Place) -> Found:
    """15h30, 15 hours 30 minutes."""
    hour, minutes = place.digits(0), place.digits(2)
    if hour is None or minutes is None or not place.at(1).has("hour"):
        return None
    unit = place.at(3).get("unit") == Unit.MINUTE
    if not (unit or (place.tight(3) and len(place.text(2)) == 2)):
        return None
    sure = place.said or place.beside_day or not unit
    return clock_of(place.text(0), minutes, place.text(0, 3), sure=sure), 3 + unit


def spaced(place: Place) -> Found:
    """At 15 00."""
    hour, minutes = place.digits(0), place.digits(1)
    if hour is None or minutes not in _ROUND or len(place.text(1)) != 2 or hour > 23:
        return None
    if not (place.said or place.beside_day) or place.at(2).get("month") is not None:
        return None
    if not place.is_alone(2) or place.at(2).get("unit") is not None:
        return None
    return clock_of(place.text(0), minutes, place.text(0, 2)), 2


def packed(place: Place) -> Found:
    """At 1530, tomorrow 1530, 1030am."""
    number = place.digits(0, 4)
    if number is None or len(place.text(0)) < 3:
        return None
    hour, minutes = divmod(number, 100)
    half = place.at(1).get("part") in ("am", "pm")
    led = (place.said and place.dated) or (place.beside_day and place.at(1).text == "")
    said = led and len(place.text(0)) == 4 and minutes % 5 == 0
    if hour > 23 or minutes > 59 or not (half or said) or not place.is_alone(1):
        return None
    return clock_of(place.text(0)[:-2], minutes, place.text(0)), 1


def spoken(place: Place) -> Found:
    """At fifteen thirty, at nine zero zero."""
    hour = whole_at(place, 0)
    if hour is None or place.at(0).number is not None or hour[0] > 23:
        return None
    if place.at(0).has("article"):
        return None
    minutes = whole_at(place, hour[1])
    if minutes is None or place.at(hour[1]).number is not None:
        return None
    number, taken = minutes[0], hour[1] + minutes[1]
    if number == 0:
        ones = whole_at(place, taken)
        number, taken = (ones[0], taken + ones[1]) if ones is not None else (0, taken)
    elif number < 10 or place.at(taken).get("unit") is not None:
        return None
    known = place.said or place.dated or place.at(taken).has("oclock")
    if number > 59 or not known:
        return None
    return SaidHour(either_half(str(hour[0]), number), text=place.text(0, taken)), taken


def past_the_hour(place: Place) -> Found:
    """Half past three, a quarter past five, ten past nine."""
    minutes = _minutes(place, 0)
    if minutes is None:
        return None
    step = minutes[1]
    in_words = place.at(step - 1).number is None
    if place.at(step).has("past") or (in_words and place.at(step).has("past_in_words")):
        step += 1
    elif not place.at(0).has("half") or place.at(step).number is not None:
        return None
    hour = _hour(place, step)
    return None if hour is None else (_time(hour[0], minutes[0]), hour[1])


def to_the_hour(place: Place) -> Found:
    """A quarter to five; "without a quarter five", as Russian says it."""
    less = place.at(0).has("less")
    minutes = _minutes(place, 1 if less else 0)
    if minutes is None:
        return None
    step = minutes[1]
    if not less:
        # "10 to 12" are two hours.
        if not place.at(step).has("to_hour") or place.at(step - 1).number is not None:
            return None
        step += 1
    hour = _hour(place, step)
    return None if hour is None else (_time(hour[0] - 1, 60 - minutes[0]), hour[1])


def of_the_next_hour(place: Place) -> Found:
    """ "Half of the third" is half past two, as Russian says it; "a quarter of the sixth"."""
    compact = place.at(0).get("half_before")
    if compact is not None:
        return _time(int(compact) - 1, 30), 1
    minutes = _minutes(place, 0)
    if minutes is None:
        return None
    part = place.at(0).has("half") or place.at(0).has("quarter")
    if not part and place.at(minutes[1] - 1).get("unit") != Unit.MINUTE:
        return None
    hour = ordinal_at(place, minutes[1])
    if hour is None or not 1 <= hour[0] <= 12:
        return None
    return _time(hour[0] - 1, minutes[0]), minutes[1] + hour[1]


def _minutes(place: Place, step: int) -> tuple[int, int] | None:
    """Minutes short of an hour, and the step behind them."""
    if place.at(step).has("quarter"):
        return 15, step + 1
    if place.at(step).has("half"):
        return 30, step + 1
    number = place.digits(step)
    found = (number, 1) if number is not None else whole_at(place, step)
    if found is None or not 1 <= found[0] <= 59 or place.at(step).has("article"):
        return None
    behind = step + found[1]
    return found[0], behind + (place.at(behind).get("unit") == Unit.MINUTE)


def _hour(place: Place, step: int) -> tuple[int, int] | None:
    number = place.digits(step)
    found = (number, 1) if number is not None else whole_at(place, step)
    if place.at(step).has("hour") and found is None:
        found = (1, 1)
    if found is None or not 1 <= found[0] <= 12:
        return None
    behind = step + found[1]
    return found[0], behind + place.at(behind).has("hour")


def _time(hour: int, minutes: int) -> SaidHour:
    """Nobody says these of the clock of 24 hours; the hour before one is twelve."""
    if hour == 0:
        return SaidHour((time(12, minutes), time(0, minutes)))
    return SaidHour(either_half(str(hour), minutes))
