"""What a person decides about himself: zone, language, hours of messages, reminders, quiet."""

import re
from datetime import time, timedelta

from bot.method.core.quiet import QuietHours
from bot.method.core.refusals import Invalid
from bot.method.people.cards import OwnSettings
from bot.models.user import Team
from bot.services.core.outbox import enqueue
from bot.services.core.own_messages import MenuMessage
from bot.services.core.quiet import quiet_hours
from bot.services.core.work import Act
from bot.services.day.digest import next_digest
from bot.services.day.evening import next_evening
from bot.services.people.vacations import vacation_card
from bot.services.report.morning import look_again
from bot.services.tasks.reminders import keep_reminders
from bot.zones import known_zone

_MOST_MINUTES = 120
_TIME = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?")
_BETWEEN = re.compile(r"\s*[-\N{EN DASH}\N{EM DASH}]\s*|\s+")


async def own_settings(act: Act) -> OwnSettings:
    """The person's present settings; the policy's where the person has said nothing."""
    user, policy = act.actor, act.policy
    team = None if user.team_id is None else await act.session.get(Team, user.team_id)
    before = policy.remind_before // timedelta(minutes=1)
    at_time = user.remind_at_time
    return OwnSettings(
        name=user.name,
        role=user.role,
        team=team.name if team else None,
        zone=user.zone,
        locale=user.locale,
        digest_at=user.digest_at,
        evening_at=user.evening_at,
        remind_minutes=before if user.remind_minutes is None else user.remind_minutes,
        remind_at_time=policy.remind_at_time if at_time is None else at_time,
        vacation=await vacation_card(act, user.id),
        quiet=quiet_hours(user),
        tables=bool(user.tables),
    )


async def choose_zone(act: Act, zone: str) -> None:
    """Another time zone (IANA name, in any case); the next digest follows it, today's comes only
    once."""
    known = known_zone(zone)
    if known is None:
        raise Invalid("zone", zone=zone[:40])
    act.actor.zone = known
    act.actor.digest_due_at = next_digest(act, act.actor)
    act.actor.evening_due_at = next_evening(act, act.actor)
    look_again(act, act.actor)
    await keep_reminders(act, act.actor)


async def choose_locale(act: Act, locale: str) -> None:
    """Another language, of the menu as well."""
    act.actor.locale = locale
    await enqueue(act, act.actor, MenuMessage())


async def choose_digest(act: Act, at: time) -> None:
    """Another hour (local) for the morning digest."""
    act.actor.digest_at = at
    act.actor.digest_due_at = next_digest(act, act.actor)


async def choose_evening(act: Act, at: time) -> None:
    """Another hour (local) for the evening check."""
    act.actor.evening_at = at
    act.actor.evening_due_at = next_evening(act, act.actor)


async def choose_reminder(act: Act, minutes: int) -> None:
    """So many minutes before a task with a time; 0 for none."""
    if not 0 <= minutes <= _MOST_MINUTES:
        raise Invalid("button")
    act.actor.remind_minutes = minutes
    await keep_reminders(act, act.actor)


async def choose_reminder_at_time(act: Act, wanted: bool) -> None:
    """Whether there is a second reminder, at the time itself."""
    act.actor.remind_at_time = wanted
    await keep_reminders(act, act.actor)


async def choose_quiet(act: Act, hours: QuietHours | None) -> None:
    """Local hours in which nothing comes that the bot starts; None for none.

    Invalid("quiet-all-day") where no working time would be left.
    """
    if hours is not None and hours.swallow(act.calendar.starts, act.calendar.ends):
        raise Invalid("quiet-all-day")
    act.actor.quiet_from = hours.since if hours else None
    act.actor.quiet_until = hours.until if hours else None
    await keep_reminders(act, act.actor)


async def choose_tables(act: Act, wanted: bool) -> None:
    """Whether digest and report show their numbers as tables."""
    act.actor.tables = wanted


def time_typed(text: str) -> time:
    """A time of day as people type it, "9:30", "9.30" or "9"; else Invalid("time")."""
    typed = _TIME.fullmatch(text.strip())
    if typed is None or int(typed[1]) > 23 or int(typed[2] or 0) > 59:
        raise Invalid("time", text=text[:20])
    return time(int(typed[1]), int(typed[2] or 0))


def quiet_typed(text: str) -> QuietHours:
    """Quiet hours as people type them, "22:00-8:00"; Invalid("quiet-unread") or of `time_typed`."""
    parts = _BETWEEN.split(text.strip())
    if len(parts) != 2:
        raise Invalid("quiet-unread")
    return QuietHours(time_typed(parts[0]), time_typed(parts[1]))
