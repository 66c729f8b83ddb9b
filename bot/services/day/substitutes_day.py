"""The day of somebody on vacation, for the one who stands in (R10)."""

from collections.abc import Sequence

from bot.method.core.refusals import NotFound, Stale
from bot.method.gaps.cards import GapPage
from bot.method.people.vacation import StandInDay, Told, VacationNotice
from bot.models.user import User
from bot.services.core.substitutes import is_away, is_substitute_of
from bot.services.core.work import Act, Work
from bot.services.day.day import day
from bot.services.gaps.neglect import gaps_for_message, own_gaps


async def stand_in_day(act: Act, person_id: int, page: int) -> StandInDay:
    """What the actor has to do for the absent person, by that person's date.

    NotFound("person") for anybody else; Stale("stand-in-over") once the vacation is over.
    """
    absent = await absent_person(act, person_id)
    gaps = await own_gaps(Act.by(absent, act), 0)
    return await _day_of(act, absent, page, gaps)


async def absent_person(act: Act, person_id: int) -> User:
    """Who is on vacation while the actor stands in; refused as `stand_in_day`."""
    absent = await act.session.get(User, person_id)
    if absent is None or absent.substitute_id != act.actor.id or absent.away_until is None:
        raise NotFound("person")
    if not is_substitute_of(act, absent):
        raise Stale("stand-in-over")
    return absent


async def stand_in_morning(
    act: Act, person_id: int, gap_ids: Sequence[int] = ()
) -> StandInDay | None:
    """The same for the message that comes with the digest, which asks about these clients without
    a task; None once the vacation is over."""
    absent = await act.session.get_one(User, person_id)
    if not is_substitute_of(act, absent):
        return None
    gaps = await gaps_for_message(act, absent, gap_ids)
    return await _day_of(act, absent, 0, gaps)


async def vacation_notice(
    work: Work, reader: User, person_id: int, told: Told
) -> VacationNotice | None:
    """What the reader is told of the vacation; None where it is not so any more."""
    person = await work.session.get_one(User, person_id)
    concerned = reader.id in (person.id, person.substitute_id) and is_away(work, person)
    # A substitute who was replaced hears that it is over for him, though it goes on.
    if concerned != (told is Told.BEGAN):
        return None
    substitute = None
    if person.substitute_id is not None:
        substitute = (await work.session.get_one(User, person.substitute_id)).name
    until, today = person.away_until or work.today_of(person), work.today_of(person)
    own = person.id == reader.id
    return VacationNotice(told, own, person.id, person.name, until, today, substitute)


async def _day_of(act: Act, absent: User, page: int, gaps: GapPage) -> StandInDay:
    shown = await day(Act.by(absent, act), page)
    until = absent.away_until or shown.today
    return StandInDay(absent.id, absent.name, until, shown, gaps.lines)
