"""The earliest moment for a message, whatever the zone, the quiet hours and the vacation are."""

from datetime import UTC, date, datetime, time, timedelta
from typing import cast
from zoneinfo import available_timezones

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import AsyncSession

from bot.method.core.policy import Policy
from bot.method.core.workdays import WorkCalendar
from bot.models.user import User
from bot.services.core.quiet import may_reach, quiet_hours
from bot.services.core.work import Work
from tests.builders import COMPANY

CALENDAR = WorkCalendar()
NO_SESSION = cast(AsyncSession, None)

minutes = st.builds(time, st.integers(0, 23), st.integers(0, 59))
# The weeks in which most clocks of the world change.
instants = st.datetimes(datetime(2026, 3, 20), datetime(2026, 4, 10), timezones=st.just(UTC))


@st.composite
def people(draw: st.DrawFn) -> User:
    """Somebody anywhere, with quiet hours or none, with a vacation or none."""
    since = draw(st.none() | minutes)
    until = draw(minutes.filter(lambda one: one != since)) if since else None
    first = draw(st.none() | st.dates(date(2026, 3, 15), date(2026, 4, 15)))
    last = first + timedelta(days=draw(st.integers(0, 20))) if first else None
    zone = draw(st.sampled_from(sorted(available_timezones())))
    return User(zone=zone, quiet_from=since, quiet_until=until, away_from=first, away_until=last)


def work_at(now: datetime) -> Work:
    return Work(NO_SESSION, now, Policy(), CALENDAR, COMPANY)


@given(people(), instants, st.booleans(), st.booleans())
def test_never_quiet_and_never_on_vacation(
    person: User, at: datetime, working: bool, on_vacation: bool
) -> None:
    work = work_at(at)
    reached = may_reach(work, person, at, working=working, on_vacation=on_vacation)
    time_of = work.time_of(person)
    local = reached.astimezone(time_of.zone)
    quiet = quiet_hours(person)
    assert reached >= at
    assert quiet is None or not quiet.holds(local.time())
    swallowed = quiet is not None and quiet.swallow(CALENDAR.starts, CALENDAR.ends)
    if not swallowed:
        assert on_vacation or not person.away_on(local.date())
        if working:
            own = work.company_time_of(person) if on_vacation else time_of
            assert own.contains(reached)


def test_quiet_hours_that_last_into_the_vacation() -> None:
    person = User(
        zone="UTC",
        quiet_from=time(22),
        quiet_until=time(8),
        away_from=date(2026, 3, 25),
        away_until=date(2026, 3, 26),
    )
    evening = datetime(2026, 3, 24, 23, tzinfo=UTC)
    friday = datetime(2026, 3, 27, 9, tzinfo=UTC)
    assert may_reach(work_at(evening), person, evening, working=False) == friday


@given(people(), instants, st.booleans())
def test_asking_again_changes_nothing(person: User, at: datetime, working: bool) -> None:
    work = work_at(at)
    reached = may_reach(work, person, at, working=working)
    assert may_reach(work, person, reached, working=working) == reached or (
        quiet_hours(person) is not None and not work.time_of(person).contains(reached)
    )
