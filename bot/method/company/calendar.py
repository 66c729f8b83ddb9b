"""Own days of the company: days off, working and short days beside those of the country."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time

from bot.method.company.changes import PolicyChangeLine
from bot.method.core.refusals import Invalid, NotNow
from bot.method.core.workdays import WorkCalendar

_PREFIX = "day:"
OFF, WORKING, AS_COUNTRY = "off", "work", "-"
"""What is stored of an own day; a short day is the time at which it ends."""


def name_of(day: date) -> str:
    """Under which name the own day stands among the rules."""
    return f"{_PREFIX}{day.isoformat()}"


def day_of(name: str) -> date | None:
    """The own day that stands under this name; None for a rule."""
    if not name.startswith(_PREFIX):
        return None
    return date.fromisoformat(name.removeprefix(_PREFIX))


def numbers_in(stored: Mapping[str, str]) -> dict[str, str]:
    """The rules without the own days."""
    return {name: text for name, text in stored.items() if not name.startswith(_PREFIX)}


def own_days_in(stored: Mapping[str, str]) -> dict[date, str]:
    """The own days among the rules."""
    return {
        date.fromisoformat(name.removeprefix(_PREFIX)): text
        for name, text in stored.items()
        if name.startswith(_PREFIX)
    }


def with_own_days(country: WorkCalendar, own: Mapping[date, str]) -> WorkCalendar:
    """The country's calendar under the company's own days; an own day beats a public one."""
    free = {day for day, text in own.items() if text == OFF}
    works = {day for day, text in own.items() if text not in (OFF, AS_COUNTRY)}
    short = {(day, time.fromisoformat(own[day])) for day in works if own[day] != WORKING}
    return replace(
        country,
        days_off=country.days_off | free,
        extra_working=(country.extra_working | works) - free,
        short_days=frozenset(short),
    )


def checked_day(day: date, text: str, today: date, starts: time, ends: time) -> str:
    """What is stored of the day.

    Invalid("day-unreadable") for what is none of them; NotNow("day-past"), NotNow("day-far") beyond
    the end of the next year; Invalid("day-short") where a short day has no working time or is not
    short (with `starts`, `ends`).
    """
    if day < today:
        raise NotNow("day-past")
    if day > last_day(today):
        raise NotNow("day-far", last=last_day(today))
    if text in (OFF, WORKING, AS_COUNTRY):
        return text
    try:
        until = time.fromisoformat(text)
    except ValueError as error:
        raise Invalid("day-unreadable", text=text[:40]) from error
    if not starts < until < ends or until.tzinfo is not None:
        raise Invalid("day-short", starts=starts, ends=ends)
    return f"{until:%H:%M}"


def last_day(today: date) -> date:
    """The last day that may be changed: the end of the next year."""
    return date(today.year + 1, 12, 31)


@dataclass(frozen=True)
class CompanyDay:
    """One day: what it is, what the country says, and what the company has said of it (stored).

    `ends` is when it ends, where it is short.
    """

    on: date
    working: bool
    by_country: bool
    own: str = AS_COUNTRY
    ends: time | None = None
    past: bool = False


@dataclass(frozen=True)
class CompanyMonth:
    """A month; `provisional`: the transferred days of its year are not decreed yet."""

    country: str
    year: int
    month: int
    days: tuple[CompanyDay, ...]
    provisional: bool
    earlier: bool
    later: bool
    today: date
    own: tuple[CompanyDay, ...] = ()
    """The next own days, of whatever month."""


@dataclass(frozen=True)
class DayCard:
    """One day with its changes; `short` are the ends of a short day that are offered."""

    day: CompanyDay
    today: date
    short: tuple[time, ...]
    history: tuple[PolicyChangeLine, ...] = ()


@dataclass(frozen=True)
class DayEffect:
    """What becomes of the day, before it is confirmed; `tasks` are planned on it and stay there,
    `instead` is the working day to which reminders of gaps wait."""

    day: CompanyDay
    after: str
    works_after: bool
    tasks: int
    instead: date
    today: date
