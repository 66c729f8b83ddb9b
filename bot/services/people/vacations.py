"""Vacations with somebody to stand in: set, begun and ended by themselves, called off (R10)."""

from collections.abc import Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.lookup.phrases import vocabulary
from bot.method.core.refusals import NotFound, NotNow, Stale
from bot.method.people.cards import PeoplePage
from bot.method.people.vacation import (
    LONGEST_DAYS,
    Alone,
    Told,
    Vacation,
    VacationCard,
    VacationNews,
    check_vacation,
)
from bot.method.people.vacation_words import read_vacation
from bot.method.tasks.calendar_grid import MonthGrid, month_grid
from bot.method.tasks.phrases.pieces import Today
from bot.models.client import recheck_all_of
from bot.models.due import vacations_to_look_at
from bot.models.user import PeopleScope, User, person_locked
from bot.services.core.outbox import enqueue
from bot.services.core.receivers import receivers_page
from bot.services.core.rights import leads
from bot.services.core.work import Act, Work
from bot.services.day.digest import next_digest
from bot.services.day.evening import next_evening
from bot.services.inbound.handing_on import hand_back_questions, hand_on_questions
from bot.services.people.ahead import is_soon, tell_ahead
from bot.services.people.left_alone import substitute_away, tell_heads_alone, vacation_of
from bot.services.people.messages import VacationMessage
from bot.services.report.morning import look_again
from bot.services.tasks.reminders import keep_reminders


async def vacation_card(act: Act, person_id: int) -> VacationCard:
    """The vacation, present or to come, of the actor or of somebody whom the actor leads."""
    return await card_of(act, await _person(act, person_id))


async def month(act: Act, person_id: int, year: int, number: int) -> MonthGrid:
    """The grid of a month to choose the first or the last day from."""
    person = await _person(act, person_id)
    today = act.today_of(person)
    return month_grid(year, number, today, 2 * LONGEST_DAYS, {}, act.calendar)


async def substitutes(act: Act, person_id: int, wanted: Vacation, page: int) -> PeoplePage:
    """Who may stand in: the own team, heads and admins; refused as `set_vacation` would be."""
    person = await _person(act, person_id)
    check_vacation(wanted, act.today_of(person), vacation_of(person))
    return await receivers_page(act, _colleagues(person), person.id, page)


async def vacation_typed(act: Act, person_id: int, text: str) -> Vacation:
    """The dates as people type them; Invalid as `read_vacation`."""
    person = await _person(act, person_id)
    here = Today(act.now.astimezone(ZoneInfo(person.zone)), act.planning_calendar_of(person))
    return Vacation(*read_vacation(text, vocabulary(), here))


async def set_vacation(
    act: Act, person_id: int, wanted: Vacation, substitute_id: int | None
) -> VacationCard:
    """From the first to the last day the substitute stands in; the same again changes nothing.

    It takes the place of the person's present vacation. Raises Invalid as `check_vacation`,
    NotFound("person") for somebody who can not stand in, NotNow("substitute-away") for somebody
    who is on vacation then.
    """
    person = await _person(act, person_id, lock=True)
    present = vacation_of(person)
    if (present, person.substitute_id) == (wanted, substitute_id):
        return await card_of(act, person)
    check_vacation(wanted, act.today_of(person), present)
    substitute = await _substitute(act, person, wanted, substitute_id)
    here = wanted.holds(act.today_of(person))
    before = (person.substitute_id, present)
    if person.away_told == Told.BEGAN and here:
        await _change_substitute(act, person, substitute)
    else:
        if person.away_told == Told.BEGAN:
            await _come_back(act, person)
        person.away_told, person.substitute_id = None, substitute_id
    person.away_from, person.away_until = wanted.first, wanted.last
    if here and person.away_told is None:
        await _begin(act, person)
    await substitute_away(act, person, wanted)
    await _tell_ahead(act, person, before)
    if substitute is None:
        await tell_heads_alone(act, person, Alone.NOBODY_CHOSEN)
    await hand_back_questions(act, person)
    await _follow_working_days(act, person)
    return await card_of(act, person)


async def call_off(act: Act, person_id: int) -> VacationCard:
    """No vacation any more, or back today from the one under way; both are told then."""
    person = await _person(act, person_id, lock=True)
    present, today = vacation_of(person), act.today_of(person)
    if present is None or present.last < today:
        raise Stale("vacation-over")
    if present.first < today:
        person.away_until = today - timedelta(days=1)
    if present.holds(today):
        await _come_back(act, person)
    if present.first > today:
        await tell_ahead(act, person, person.substitute_id, present, VacationNews.OFF, own=True)
    if present.first >= today:
        person.away_from = person.away_until = person.substitute_id = person.away_told = None
    await hand_back_questions(act, person)
    await _follow_working_days(act, person)
    return await card_of(act, person)


async def vacations_to_turn(work: Work) -> Sequence[int]:
    """People whose vacation begins or ends by `work.now`; each in a transaction of its own."""
    people = await vacations_to_look_at(work.session, work.now)
    return [person.id for person in people if _is_due(work, person)]


async def turn(work: Work, person_id: int) -> bool:
    """Begin or end the person's vacation and tell both; False where it is done already."""
    person = await person_locked(work.session, person_id)
    if person is None or not _is_due(work, person):
        return False
    present = vacation_of(person)
    if present is not None and work.today_of(person) < present.first:
        person.away_told = Told.SOON
        await tell_ahead(work, person, person.substitute_id, present, VacationNews.SOON)
        return True
    if person.away_on(work.today_of(person)):
        await _begin(work, person)
    else:
        await _come_back(work, person)
        await hand_back_questions(work, person)
    # The digests have reckoned with these days since the vacation was set.
    await recheck_all_of(work.session, person.id, work.now)
    return True


async def card_of(act: Act, person: User) -> VacationCard:
    """The card of a person whom the actor may know of."""
    present, today = vacation_of(person), act.today_of(person)
    if present is not None and present.last < today:
        present = None
    substitute = None
    if present is not None and person.substitute_id is not None:
        substitute = (await act.session.get_one(User, person.substitute_id)).name
    own = person.id == act.actor.id
    return VacationCard(person.id, person.name, own, today, present, substitute)


async def _person(act: Act, person_id: int, *, lock: bool = False) -> User:
    find = person_locked(act.session, person_id) if lock else act.session.get(User, person_id)
    person = await find
    if person is None or not person.active or not await leads(act, person):
        raise NotFound("person")
    return person


def _colleagues(person: User) -> PeopleScope:
    return PeopleScope(person.id, team_id=person.team_id, leaders=True)


async def _substitute(
    act: Act, person: User, wanted: Vacation, substitute_id: int | None
) -> User | None:
    if substitute_id is None:
        return None
    found = await act.session.get(User, substitute_id)
    if found is None or found.id == person.id or not found.active:
        raise NotFound("person")
    if not _colleagues(person).holds(found):
        raise NotFound("person")
    away = vacation_of(found)
    if away is not None and away.meets(wanted):
        raise NotNow("substitute-away", name=found.name, first=away.first, last=away.last)
    return found


async def _change_substitute(act: Act, person: User, substitute: User | None) -> None:
    """During the vacation: the one before hears that it is over for him, the next that it began."""
    before, after = person.substitute_id, substitute.id if substitute else None
    person.substitute_id = after
    if before is not None and before != after:
        await _tell(act, await act.session.get_one(User, before), person, Told.ENDED)
    if substitute is not None and before != after:
        await _tell(act, substitute, person, Told.BEGAN)


async def _begin(work: Work, person: User) -> None:
    person.away_told = Told.BEGAN
    await _tell_both(work, person, Told.BEGAN)
    await hand_on_questions(work, person)


async def _come_back(work: Work, person: User) -> None:
    person.away_told = Told.ENDED
    await _tell_both(work, person, Told.ENDED)


async def _tell_ahead(act: Act, person: User, before: tuple[int | None, Vacation | None]) -> None:
    """A vacation was set: who stands in then and the heads hear of it, and who does not any more.
    One that has begun is told of as such."""
    stood_in, former = before
    wanted, today = vacation_of(person), act.today_of(person)
    if former is not None and former.first > today and stood_in != person.substitute_id:
        await tell_ahead(act, person, stood_in, former, VacationNews.OFF)
    if wanted is None or wanted.first <= today:
        return
    if is_soon(act, person, wanted.first):
        person.away_told = Told.SOON
    await tell_ahead(act, person, person.substitute_id, wanted, VacationNews.SET, own=True)


async def _tell_both(work: Work, person: User, told: Told) -> None:
    await _tell(work, person, person, told)
    if person.substitute_id is not None:
        await _tell(work, await work.session.get_one(User, person.substitute_id), person, told)


async def _tell(work: Work, reader: User, person: User, told: Told) -> None:
    await enqueue(work, reader, VacationMessage(person.id, told))


async def _follow_working_days(work: Work, person: User) -> None:
    """What depends on the person's working days is worked out anew: digest, evening, clients."""
    person.digest_due_at = next_digest(work, person)
    person.evening_due_at = next_evening(work, person)
    look_again(work, person)
    await keep_reminders(work, person)
    await recheck_all_of(work.session, person.id, work.now)


def _is_due(work: Work, person: User) -> bool:
    present, today = vacation_of(person), work.today_of(person)
    if present is None:
        return False
    if today < present.first:
        return person.away_told is None and is_soon(work, person, present.first)
    return person.away_told != (Told.BEGAN if today <= present.last else Told.ENDED)
