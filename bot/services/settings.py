"""What a person decides about himself: time zone, language, the hour of the digest."""

from datetime import time
from zoneinfo import ZoneInfo, available_timezones

from bot.method.people_cards import OwnSettings
from bot.method.refusals import Invalid
from bot.models.user import Team
from bot.services.digest import next_digest
from bot.services.evening import next_evening
from bot.services.outbox import enqueue
from bot.services.reminders import keep_reminders
from bot.services.work import Act


async def own_settings(act: Act) -> OwnSettings:
    """The person's present settings."""
    user = act.actor
    team = None if user.team_id is None else await act.session.get(Team, user.team_id)
    return OwnSettings(
        name=user.name,
        role=user.role,
        team=team.name if team else None,
        zone=user.zone,
        locale=user.locale,
        digest_at=user.digest_at,
    )


async def choose_zone(act: Act, zone: str) -> None:
    """Another time zone (IANA name); the next digest follows it, today's comes only once."""
    if zone not in available_timezones():
        raise Invalid("zone", zone=zone[:40])
    act.actor.zone = ZoneInfo(zone).key
    act.actor.digest_due_at = next_digest(act, act.actor)
    act.actor.evening_due_at = next_evening(act, act.actor)
    await keep_reminders(act, act.actor)


async def choose_locale(act: Act, locale: str) -> None:
    """Another language, of the menu as well."""
    act.actor.locale = locale
    await enqueue(act, "menu", act.actor, locale, act.now)


async def choose_digest(act: Act, at: time) -> None:
    """Another hour (local) for the morning digest."""
    act.actor.digest_at = at
    act.actor.digest_due_at = next_digest(act, act.actor)


def time_typed(text: str) -> time:
    """A time of day as people type it, "9:30"; Invalid("time") for anything else."""
    hours, colon, minutes = text.strip().partition(":")
    plain = hours.isascii() and hours.isdigit() and minutes.isascii() and minutes.isdigit()
    if not colon or not plain or len(hours) > 2 or len(minutes) != 2:
        raise Invalid("time", text=text[:20])
    if int(hours) > 23 or int(minutes) > 59:
        raise Invalid("time", text=text[:20])
    return time(int(hours), int(minutes))
