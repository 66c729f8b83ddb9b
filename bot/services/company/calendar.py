"""The company's own calendar: an admin says which days are off, working or short."""

import calendar as months
from datetime import date, time, timedelta

from bot.lookup.calendars import is_provisional, work_calendar
from bot.method.company.calendar import (
    AS_COUNTRY,
    OFF,
    CompanyDay,
    CompanyMonth,
    DayCard,
    DayEffect,
    checked_day,
    last_day,
    name_of,
    own_days_in,
    with_own_days,
)
from bot.method.core.refusals import NotNow, Stale
from bot.method.core.workdays import WorkCalendar
from bot.models.morning import renew_daily_turns
from bot.models.policy import changes_of, stored_policy
from bot.models.task import planned_on
from bot.services.company.changes import (
    SHOWN,
    change_lines,
    keep_change,
    last_change,
    wait_for_others,
)
from bot.services.core.rights import require_admin
from bot.services.core.work import Act

_OWN_SHOWN = 10
_SHORTER_BY = (1, 2, 3)
"""Hours by which the offered short days are shorter."""


async def company_month(act: Act, year: int, month: int) -> CompanyMonth:
    """The days of a month, this one at the earliest and the end of the next year at the latest."""
    require_admin(act)
    first, last = act.today.replace(day=1), last_day(act.today)
    shown = min(max(date(year, month, 1), first), last.replace(day=1))
    own, country = await _own(act), _country(act)
    length = months.monthrange(shown.year, shown.month)[1]
    days = [shown + timedelta(days=number) for number in range(length)]
    ahead = sorted(day for day in own if day >= act.today)[:_OWN_SHOWN]
    return CompanyMonth(
        country=act.company.country,
        year=shown.year,
        month=shown.month,
        days=tuple(_day(act, country, own, day) for day in days),
        provisional=is_provisional(act.company.country, shown.year),
        earlier=shown > first,
        later=(shown.year, shown.month) < (last.year, last.month),
        today=act.today,
        own=tuple(_day(act, country, own, day) for day in ahead),
    )


async def day_card(act: Act, on: date) -> DayCard:
    """One day that may be changed, with who has changed it; refused as `propose_day`."""
    require_admin(act)
    _checked(act, on, AS_COUNTRY)
    rows = await changes_of(act.session, name_of(on), SHOWN)
    ends, starts = act.policy.day_ends, act.policy.day_starts
    short = [time(ends.hour - less, ends.minute) for less in _SHORTER_BY if ends.hour >= less]
    return DayCard(
        day=_day(act, _country(act), await _own(act), on),
        today=act.today,
        short=tuple(at for at in reversed(short) if at > starts),
        history=change_lines(act, rows),
    )


async def propose_day(act: Act, on: date, value: str) -> DayEffect:
    """What the change would move; nothing is changed yet.

    Refused as `checked_day`; NotNow("day-same") where it is so already.
    """
    require_admin(act)
    value, own, country = _checked(act, on, value), await _own(act), _country(act)
    if own.get(on, AS_COUNTRY) == value:
        raise NotNow("day-same")
    after = with_own_days(country, own | {on: value})
    return DayEffect(
        day=_day(act, country, own, on),
        after=value,
        works_after=after.is_working(on),
        tasks=await planned_on(act.session, on),
        instead=after.next_working(on),
        today=act.today,
    )


async def change_day(act: Act, on: date, before: str, value: str) -> None:
    """It holds from the next tap on, and from the next tick for what is kept of clients and for
    digests; tasks stay where they are. Stale("day-moved") where it is another by now."""
    require_admin(act)
    value = _checked(act, on, value)
    await wait_for_others(act)
    if (await _own(act)).get(on, AS_COUNTRY) != before:
        raise Stale("day-moved")
    if value == before:
        return
    own = None if value == AS_COUNTRY else value
    await keep_change(act, name_of(on), before, value, own=own)
    await renew_daily_turns(act.session, act.now)


async def take_back_day(act: Act, on: date, number: int) -> None:
    """Undo this change of the day while it is the last one; Stale("day-moved") later."""
    require_admin(act)
    last = await last_change(act, name_of(on), number)
    if last is None:
        raise Stale("day-moved")
    await change_day(act, on, last.after, last.before)


async def _own(act: Act) -> dict[date, str]:
    # Not the act's calendar: that is from before what the act itself has changed.
    return own_days_in(await stored_policy(act.session))


def _country(act: Act) -> WorkCalendar:
    return work_calendar(act.company.country, range(act.now.year - 1, act.now.year + 3))


def _checked(act: Act, on: date, value: str) -> str:
    return checked_day(on, value, act.today, act.policy.day_starts, act.policy.day_ends)


def _day(act: Act, country: WorkCalendar, own: dict[date, str], on: date) -> CompanyDay:
    calendar, text = with_own_days(country, own), own.get(on, AS_COUNTRY)
    short = dict(calendar.short_days).get(on) if text != OFF else None
    return CompanyDay(
        on, calendar.is_working(on), country.is_working(on), text, short, on < act.today
    )
