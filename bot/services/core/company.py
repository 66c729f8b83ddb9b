"""The company's rules at one moment: its policy and its working calendar."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from sqlalchemy.ext.asyncio import AsyncSession

from bot.lookup.calendars import work_calendar
from bot.method.company.calendar import numbers_in, own_days_in, with_own_days
from bot.method.core.policy import Policy
from bot.method.core.workdays import WorkCalendar
from bot.models.policy import stored_policy, user_with_policy
from bot.services.core.work import Act, Company, Work

_YEARS_AHEAD = 2


async def work_at(session: AsyncSession, now: datetime, company: Company) -> Work:
    """The work of nobody in particular at this moment (UTC), by the company's present rules."""
    return _work(session, now, company, await stored_policy(session))


async def act_at(
    session: AsyncSession, now: datetime, company: Company, telegram_id: int | None
) -> Act | Work:
    """The act of the active person with this Telegram account; nobody's work for a stranger."""
    known = None if telegram_id is None else await user_with_policy(session, telegram_id)
    if known is None:
        return await work_at(session, now, company)
    user, stored = known
    work = _work(session, now, company, stored)
    return Act.by(user, work) if user.active else work


def under(work: Work, policy: Policy) -> Work:
    """The same transaction and moment, were this the company's policy; nobody's work."""
    calendar = _with_hours(work.calendar, policy)
    return Work(work.session, work.now, policy, calendar, work.company)


def _work(
    session: AsyncSession, now: datetime, company: Company, stored: Mapping[str, str]
) -> Work:
    policy, calendar = _rules(company.country, now.year, frozenset(stored.items()))
    return Work(session, now, policy, calendar, company)


@lru_cache(maxsize=8)
def _rules(
    country: str, year: int, stored: frozenset[tuple[str, str]]
) -> tuple[Policy, WorkCalendar]:
    """Kept by all that they are made of: what is stored is read each time."""
    kept = dict(stored)
    policy = Policy().with_overrides(numbers_in(kept))
    known = work_calendar(country, range(year - 1, year + _YEARS_AHEAD + 1))
    return policy, _with_hours(with_own_days(known, own_days_in(kept)), policy)


def _with_hours(calendar: WorkCalendar, policy: Policy) -> WorkCalendar:
    return replace(calendar, starts=policy.day_starts, ends=policy.day_ends)
