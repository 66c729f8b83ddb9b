"""The company's rules at one moment: its policy and its working calendar."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.lookup.calendars import work_calendar
from bot.method.policy import Policy
from bot.method.workdays import WorkCalendar
from bot.models.policy import stored_policy
from bot.services.work import Company, Work

_YEARS_AHEAD = 2


async def work_at(session: AsyncSession, now: datetime, company: Company) -> Work:
    """The work of nobody in particular at this moment (UTC), by the company's present rules."""
    policy = Policy().with_overrides(await stored_policy(session))
    return Work(session, now, policy, _calendar(company, now, policy), company)


def _calendar(company: Company, now: datetime, policy: Policy) -> WorkCalendar:
    known = work_calendar(company.country, range(now.year - 1, now.year + _YEARS_AHEAD + 1))
    return replace(known, starts=policy.day_starts, ends=policy.day_ends)
