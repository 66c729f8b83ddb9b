"""Dates with the name of their month, days of a month, and the weekdays of a month."""

from bot.method.tasks.phrases import days
from bot.method.tasks.phrases.periods import Period, edge_of, month_of
from bot.method.tasks.phrases.pieces import DAY, Impossible, Piece, SaidDay, SaidHour
from bot.method.tasks.phrases.readers.numbers import ordinal_at
from bot.method.tasks.phrases.readers.place import DASHES, Found, Place

_MOST_LISTED = 4


def named(place: Place) -> Found:
    """25 November, the first of May, Nov 25th; several days of one month; the year or not."""
    day_first = _days_at(place, 0)
    if day_first is not None:
        numbers, span, step = day_first
        step = place.skipped(step, "of")
        month = place.at(step).get("month")
        if month is None:
            return _last_of_dotted(place, numbers, step)
        return _of_the_month(place, numbers, span, month, step + 1)
    month = place.at(0).get("month")
    day_behind = _days_at(place, place.skipped(1, "of"), listed=False)
    if month is None or day_behind is None:
        return None
    numbers, span, taken = day_behind
    if place.at(place.skipped(taken, "of")).get("month") is not None:
        # Months are names of people as well, and the day belongs to the month behind it.
        return None
    return _of_the_month(place, numbers, span, month, taken)


def day_of_month(place: Place) -> Found:
    """The 25th; the 25th or the 26th."""
    found = _days_at(place, 0)
    if found is None:
        return None
    numbers, span, taken = found
    if place.at(taken).has("day_number"):
        return _joined([days.of_month(place.today, number) for number in numbers], span), taken + 1
    if len(numbers) > 1 or (taken == 1 and place.at(0).number is not None):
        return None
    day = days.of_month(place.today, numbers[0])
    if place.at(taken - 1).has("ordinal"):
        return day, taken
    if place.at(taken - 1).has("nth") and not place.said:
        return None
    # "The second" may be of anything: only alone or with a part of the day it is a date.
    return SaidHour((), days=day.dates) if isinstance(day, SaidDay) else day, taken


def weekday_of_month(place: Place) -> Found:
    """The first Tuesday of December, the last Monday of March."""
    nth = ordinal_at(place, 0)
    last = place.at(0).has("last")
    number, taken = nth or (0, 1)
    weekday = place.at(taken).get("weekday")
    month_at = place.skipped(taken + 1, "of", "at", "in")
    month = place.at(month_at).get("month")
    if weekday is None or month is None or not (last or 1 <= number <= 5):
        return None
    period = month_of(place.today, int(month), None)
    ahead = period.first + (int(weekday) - period.first.weekday()) % 7 * DAY
    every = [ahead + 7 * week * DAY for week in range(5)]
    inside = [on for on in every if on <= period.last]
    if number > len(inside):
        return Impossible("date-impossible", place.text(0, month_at + 1), sure=False), month_at + 1
    return SaidDay((inside[-1] if last else inside[number - 1],)), month_at + 1


def edge_of_month(place: Place) -> Found:
    """At the beginning of December, mid-December, at the end of this month's namesake."""
    edge = place.at(0).get("edge")
    step = place.skipped(1 + (place.text(1) in DASHES), "of", "at")
    month = place.at(step).get("month")
    if edge is None or month is None:
        return None
    period, taken = _period_at(place, int(month), step + 1)
    if isinstance(period, Impossible):
        return period, taken
    on = edge_of(place.today, period, edge)
    late = edge == "end" and on < place.today.day <= period.last
    return SaidDay((period.last if late else on,)), taken


def month_alone(place: Place, step: int) -> tuple[Period | Impossible, int] | None:
    """A month by its name, with its year where that is said."""
    month = place.at(step).get("month")
    return None if month is None else _period_at(place, int(month), step + 1)


def _period_at(place: Place, month: int, step: int) -> tuple[Period | Impossible, int]:
    year, taken = _year_at(place, step)
    if year is not None and days.is_too_far(place.today, year):
        return Impossible("date-far", place.text(0, taken)), taken
    return month_of(place.today, month, year), taken


def _year_at(place: Place, step: int) -> tuple[int | None, int]:
    """The year that follows a month, "this year" and "next year" included."""
    comma = place.text(step) == ","
    year = place.digits(step + comma, 4)
    if year is not None and len(place.text(step + comma)) == 4:
        after = step + comma + 1
        return year, after + place.at(after).has("year")
    for sign, ahead in (("this", 0), ("next", 1)):
        if place.at(step).has(sign) and place.at(step + 1).has("year"):
            return place.today.day.year + ahead, step + 2
    return None, step


def _days_at(place: Place, step: int, *, listed: bool = True) -> tuple[list[int], bool, int] | None:
    """The days that stand here, whether they are from the first to the last, and the step behind
    them. Not `listed`: what follows a comma or an "and" is something else."""
    day = _day_at(place, step)
    if day is None:
        return None
    found, span = [day[0]], False
    while len(found) < _MOST_LISTED:
        between = place.at(day[1])
        spans = between.text in DASHES or between.has("till")
        lists = listed and (between.has("or") or between.has("and") or between.text == ",")
        following = _day_at(place, day[1] + 1) if spans or lists else None
        if following is None or following[0] <= found[-1]:
            break
        found.append(following[0])
        day, span = following, span or spans
    return found, span, day[1]


def _day_at(place: Place, step: int) -> tuple[int, int] | None:
    number = place.digits(step)
    if number is not None:
        tail = place.at(step + 1)
        return number, step + 1 + (tail.has("ordinal") and not tail.has("day_number"))
    in_words = ordinal_at(place, step)
    return (in_words[0], step + in_words[1]) if in_words is not None else None


def _of_the_month(place: Place, numbers: list[int], span: bool, month: str, step: int) -> Found:
    year, taken = _year_at(place, step)
    text = place.text(0, taken)
    read = [days.dated(place.today, day, int(month), year, text) for day in numbers]
    return _joined(read, span), taken


def _last_of_dotted(place: Place, numbers: list[int], step: int) -> Found:
    """25-27.11: the month stands with the last day only."""
    month = place.digits(step + 1)
    if len(numbers) != 2 or place.text(step) != "." or not place.tight(3, step - 1):
        return None
    if month is None or not 1 <= month <= 12 or len(place.text(step + 1)) != 2:
        return None
    text = place.text(0, step + 2)
    return _joined([days.dated(place.today, numbers[0], month, None, text)], True), step + 2


def _joined(read: list[Piece], span: bool) -> Piece:
    """The beginning of a span, else any of the days that are listed."""
    first = read[0]
    if not isinstance(first, SaidDay):
        return first
    if span:
        return SaidDay(first.dates, span=True)
    return SaidDay(tuple(on for piece in read if isinstance(piece, SaidDay) for on in piece.dates))
