"""Weekdays, and the words for days and periods: tomorrow, next week, at the end of the month."""

from bot.method.tasks.phrases import periods
from bot.method.tasks.phrases.pieces import DAY, Impossible, SaidDay, Unit, Week, Weekday
from bot.method.tasks.phrases.readers.named import month_alone
from bot.method.tasks.phrases.readers.place import Found, Place

_WHICH = {"next": 1, "this": 0, "last": -1}


def weekday(place: Place) -> Found:
    """On Friday; "next" is of the next calendar week, "this" of the present one."""
    number = place.at(0).get("weekday")
    if number is not None:
        return Weekday(int(number)), 1
    ahead, number = _which(place, 0), place.at(1).get("weekday")
    if number is None or ahead is None:
        return None
    monday = place.today.monday + 7 * ahead * DAY
    return Week(monday, monday + int(number) * DAY), 2


def day_word(place: Place) -> Found:
    """Tomorrow; "this" before a part of the day is today."""
    ahead = place.at(0).get("day")
    if ahead is not None:
        return SaidDay((place.today.day + int(ahead) * DAY,)), 1
    part = place.at(1).get("part") is not None or place.at(1).has("midnight")
    if place.at(0).has("this") and part:
        return SaidDay((place.today.day,)), 1
    return None


def period_word(place: Place) -> Found:
    """After the holidays, at the weekend: names that stand for some days by themselves."""
    name = place.at(0).get("period")
    return None if name is None else (periods.PERIODS[name](place.today), 1)


def period(place: Place) -> Found:
    """Next week, this month, in the first quarter."""
    ahead, unit = _which(place, 0), place.at(1).get("unit")
    if ahead is not None and unit is not None:
        found = periods.whole_period(place.today, Unit(unit), ahead)
        return None if found is None else (found, 2)
    quarter = place.at(0).get("quarter")
    if quarter is None:
        return None
    said = periods.quarter_of(place.today, int(quarter))
    return SaidDay((periods.edge_of(place.today, said, "begin"),)), 1


def edge_of_period(place: Place) -> Found:
    """At the end of the week, early next month, by the end of the quarter."""
    edge = place.at(0).get("edge")
    if edge is None:
        return None
    step = place.skipped(1, "of", "at")
    quarter = place.at(step).get("quarter")
    if quarter is not None:
        said = periods.quarter_of(place.today, int(quarter))
        return SaidDay((periods.edge_of(place.today, said, edge),)), step + 1
    ahead = _which(place, step)
    unit = place.at(step + (ahead is not None)).get("unit")
    if unit is None or (edge in {"tens", "twenties"} and unit != Unit.MONTH):
        return None
    taken = step + 1 + (ahead is not None)
    if not ahead:
        found = periods.edge_ahead(place.today, Unit(unit), edge)
        return None if found is None else (found, taken)
    which = periods.period_of(place.today, Unit(unit), ahead)
    if which is None:
        return None
    return SaidDay((periods.edge_of(place.today, which, edge),)), taken


def month(place: Place) -> Found:
    """In December: any day of it, so that people are asked."""
    ahead = _which(place, 0)
    found = month_alone(place, 0 if ahead is None else 1)
    if found is None or ahead == _WHICH["last"]:
        return None
    said, taken = found
    if isinstance(said, Impossible):
        return said, taken
    if place.at(-1).has("after"):
        # What follows the month is what comes after its last day.
        return SaidDay((said.last,)), taken
    # Names of people are months as well: only "in" makes it sure.
    sure = place.at(-1).has("at") or place.at(-1).has("in")
    whole = periods.whole_month(place.today, said)
    return SaidDay(whole.dates, sure=sure), taken


def _which(place: Place, step: int) -> int | None:
    said = place.at(step)
    return next((ahead for sign, ahead in _WHICH.items() if said.has(sign)), None)
