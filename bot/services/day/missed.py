"""What has become of a morning: who was asked by it, and who gets it with the next screen (R10)."""

from bot.method.day.cards import DayPage, DayPart
from bot.models.gap import gaps_with_owners
from bot.models.user import User
from bot.services.core.messages import End, Ending
from bot.services.core.steps import owner_named
from bot.services.core.work import Act, Work
from bot.services.day.day import day
from bot.services.day.messages import DigestMessage, SubstitutesDayMessage
from bot.services.inbound.late import morning_named


async def morning_ended(work: Work, about: DigestMessage | SubstitutesDayMessage, end: End) -> None:
    """Delivered, it has asked about the clients that it names; one that was tried and did not
    arrive is to be folded into the next screen of that day."""
    if end.ending is Ending.DELIVERED:
        for gap, owner in await gaps_with_owners(work.session, about.gaps):
            if gap.closed_at is None:
                owner_named(work, gap, owner)
        await morning_named(work, await _owner_of(work, about, end.person))
        return
    was_tried = end.ending is Ending.REFUSED or end.row.repeated
    if was_tried and about.on == work.today_of(end.person):
        end.person.morning_missed_on = about.on


async def _owner_of(work: Work, about: DigestMessage | SubstitutesDayMessage, reader: User) -> User:
    """Whose day the morning was about."""
    if isinstance(about, DigestMessage):
        return reader
    return await work.session.get_one(User, about.absent)


async def missed_morning(act: Act) -> DayPage | None:
    """The day of a morning that did not reach the actor, once; None where there is nothing to
    catch up with, or nothing to say of the day."""
    missed, act.actor.morning_missed_on = act.actor.morning_missed_on, None
    if missed != act.today:
        return None
    today = await day(act, 0)
    return today if today.total or today.gaps else None


async def opened_day(act: Act, page: int, part: DayPart | None = None) -> DayPage:
    """A page of the day that the actor has opened: it says what the morning would have said."""
    act.actor.morning_missed_on = None
    return await day(act, page, part)
