"""A line as its pieces and, between them, the signs that belong to none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from bot.method.tasks.phrases.days import is_too_far
from bot.method.tasks.phrases.pieces import (
    DAY,
    Piece,
    SaidDay,
    SaidHour,
    SignLine,
    Today,
    Week,
    Weekday,
)
from bot.method.tasks.phrases.readers import ahead, clock, hours, named, weeks, written
from bot.method.tasks.phrases.readers.place import DASHES, MOST_SKIPPED, Place
from bot.method.tasks.phrases.words import Sign

_READERS = (
    written.iso,
    written.dashed_date,
    ahead.ahead,
    ahead.unit_first,
    ahead.later,
    ahead.ago,
    ahead.through_weekday,
    named.named,
    named.weekday_of_month,
    named.day_of_month,
    named.edge_of_month,
    clock.colon,
    clock.lettered,
    clock.dashed_clock,
    clock.spaced,
    clock.packed,
    clock.past_the_hour,
    clock.to_the_hour,
    clock.of_the_next_hour,
    clock.spoken,
    written.dotted,
    weeks.edge_of_period,
    weeks.period,
    weeks.weekday,
    weeks.day_word,
    weeks.period_word,
    weeks.month,
    hours.midnight,
    hours.hour,
    hours.part,
)
"""The longer phrase before the shorter one that it begins with."""

_GROUP = frozenset("./,:") | DASHES
_DAYS = SaidDay | Week | Weekday
_EARLIEST = 8
"""The first hour that is taken for one where only "at" says so."""

_PREPOSITIONS = ("at", "after", "from", "about", "lead")


@dataclass(frozen=True)
class Placed:
    """A piece with its place in the text, the prepositions before it included."""

    piece: Piece
    start: int
    end: int


Item = Placed | Sign


def items_of(signs: Sequence[Sign], today: Today) -> list[Item]:
    """The pieces of a line and, between them, the signs that belong to none. A span of days or
    hours is one piece, its beginning."""
    return _with_numbered_days(_without_ends(list(_read(signs, today)), today))


def is_preposition(item: Item) -> bool:
    """Whether it is a word that leads to a day or an hour."""
    return isinstance(item, Sign) and any(item.has(sign) for sign in _PREPOSITIONS)


def _read(signs: Sequence[Sign], today: Today) -> Iterator[Item]:
    line = SignLine(signs)
    index, dated, written_day, day_ends = 0, False, False, -1
    while index < len(line):
        skipped = _label(line, index)
        if skipped:
            yield from (line.at(index + step) for step in range(skipped))
            index += skipped
            continue
        place = Place(line, index, today, dated, written_day, index == day_ends)
        found = next(filter(None, (reader(place) for reader in _READERS)), None)
        if found is None:
            yield line.at(index)
            index += 1
            continue
        piece, taken = found
        if isinstance(piece, _DAYS) and _is_led_by(line, index, "not"):
            yield from (line.at(index + step) for step in range(taken))
            index += taken
            continue
        if isinstance(piece, _DAYS) and _is_led_by(line, index, "after"):
            piece = _day_after(piece, today)
        yield Placed(piece, line.at(index).start, line.at(index + taken - 1).end)
        numbers = any(char.isdigit() for char in line.text(index, taken))
        index += taken
        if isinstance(piece, _DAYS):
            dated, day_ends = True, index
            written_day = written_day or (isinstance(piece, SaidDay) and numbers)


def _label(line: SignLine, index: int) -> int:
    """How many signs a word with its number takes, where the number names a thing: No. 12/3."""
    hard, paper = line.at(index).has("label"), line.at(index).has("paper")
    if not (hard or paper):
        return 0
    step = 1
    while line.at(index + step).has("label") or line.at(index + step).text in {".", ":"}:
        hard, step = True, step + 1
    begin = step
    while line.at(index + step).text.isdigit() or (
        step > begin and line.at(index + step).text in _GROUP and line.tight(index + step - 1, 3)
    ):
        if step > begin and not line.tight(index + step - 1, 2):
            break
        step += 1
    group = [line.at(index + number) for number in range(begin, step)]
    named_date = line.at(index + step).get("month") is not None
    links = {sign.text for sign in group if not sign.text.isdigit()}
    # A paper is often asked for by a date: "the invoice 25.11", "the contract 25 November".
    dates = named_date or (not hard and (links == {"."} or ":" in links))
    return 0 if dates or not group else step


def _is_led_by(line: SignLine, index: int, sign: str) -> bool:
    """Whether this sign stands before the piece, prepositions between them or not."""
    for before in range(index - 1, index - 1 - MOST_SKIPPED, -1):
        if line.at(before).has(sign):
            return True
        if not line.at(before).has("at"):
            break
    return False


def _day_after(piece: SaidDay | Week | Weekday, today: Today) -> Piece:
    """The first working day after it."""
    match piece:
        case SaidDay(dates):
            # What nobody plans for is refused for its own sake.
            days = [on for on in dates if not is_too_far(today, on.year)]
        case Week(monday):
            days = [monday + 6 * DAY]
        case Weekday(number):
            days = [today.day + today.days_to(number) * DAY]
        case _:
            assert_never(piece)
    following = tuple(today.calendar.next_working(on + DAY) for on in days)
    return SaidDay(following) if following else piece


def _without_ends(items: list[Item], today: Today) -> list[Item]:
    """Two days or hours with a "to" between them are their beginning."""
    kept: list[Item] = []
    index = 0
    while index < len(items):
        first, *others = items[index : index + 3]
        joined = None
        if len(others) == 2 and isinstance(first, Placed) and isinstance(others[1], Placed):
            between = kept and isinstance(kept[-1], Sign) and kept[-1].has("between")
            if isinstance(others[0], Sign) and _is_till(others[0], bool(between)):
                joined = _beginning(first, others[1], kept, today)
        kept.append(joined or first)
        index += 3 if joined else 1
    return kept


def _with_numbered_days(items: list[Item]) -> list[Item]:
    """A bare number before "at" and an hour is a day of the month: 26 at 11."""
    found = list(items)
    for index, (first, between, last) in enumerate(zip(items, items[1:], items[2:], strict=False)):
        if not (isinstance(first, Placed) and isinstance(last, Placed) and is_preposition(between)):
            continue
        day, hour = first.piece, last.piece
        if isinstance(day, SaidHour) and isinstance(hour, SaidHour) and day.days and not hour.days:
            # "3 in 1" is neither.
            sure = any(at.hour >= _EARLIEST for at in hour.times[:1])
            found[index] = replace(first, piece=SaidDay(day.days, sure=sure, written=True))
    return found


def _is_till(sign: Sign, between: bool) -> bool:
    return sign.text in DASHES or sign.has("till") or (between and sign.has("and"))


def _beginning(first: Placed, last: Placed, before: Sequence[Item], today: Today) -> Placed | None:
    piece: Piece
    match first.piece, last.piece:
        case SaidHour() as begins, SaidHour() as ends:
            leads = before[-1] if before else None
            known = isinstance(leads, Placed) or is_preposition(leads) if leads else False
            days = () if known or begins.sure or ends.sure else begins.days
            piece = replace(begins, sure=begins.sure or ends.sure or known, span=True, days=days)
        case SaidDay() | Weekday() as begins, SaidDay() | Weekday() as ends:
            piece = _first_day(begins, ends, today)
        case _:
            return None
    return Placed(piece, first.start, last.end)


def _first_day(begins: SaidDay | Weekday, ends: SaidDay | Weekday, today: Today) -> Piece:
    """The beginning; of two days side by side either may be meant."""
    if isinstance(begins, SaidDay) and isinstance(ends, SaidDay):
        if ends.dates[0] - begins.dates[0] == DAY:
            return replace(begins, dates=(begins.dates[0], ends.dates[0]))
        return replace(begins, span=True)
    if isinstance(begins, Weekday) and isinstance(ends, Weekday):
        if ends.number - begins.number == 1:
            first, second = (
                today.day + today.days_to(weekday.number) * DAY for weekday in (begins, ends)
            )
            return SaidDay((first, second))
        return replace(begins, span=True)
    return replace(begins, span=True)
