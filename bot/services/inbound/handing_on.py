"""What somebody was asked and has not answered: it goes to who acts for him, and his head hears
that it stands (R9)."""

from collections import Counter

from bot.models.arrival import Arrival, ArrivalState, seen_before
from bot.models.arrival_parts import parts_of
from bot.models.questions import questions_brought_by, questions_of, standing_questions
from bot.models.user import User
from bot.services.core.hearers import hearers_of
from bot.services.core.rights import people_of
from bot.services.core.work import Act, Work
from bot.services.inbound.together import mark_brought_by, mark_own_again


async def hand_on_questions(work: Work, person: User) -> None:
    """The person is not there: whoever hears in his place is asked now, with all parts."""
    heard = await hearers_of(work, person)
    taker = next((hearer for hearer in heard.people if hearer.id != person.id), None)
    if taker is None:
        return
    for lead in await questions_of(work.session, person.id):
        mark_brought_by(lead, person)
        await _ask_instead(work, lead, taker)
    await work.session.flush()


async def hand_back_questions(work: Work, person: User) -> None:
    """The person is there again: what nobody has answered in his place is asked of him."""
    if not person.reachable or person.away_on(work.today_of(person)):
        return
    for lead in await questions_brought_by(work.session, person.id):
        mark_own_again(lead)
        await _ask_instead(work, lead, person)
    await work.session.flush()


async def _ask_instead(work: Work, lead: Arrival, taker: User) -> None:
    for part in (lead, *await parts_of(work.session, lead)):
        seen = await seen_before(work.session, part.dedupe_key or "")
        if any(earlier.user_id == taker.id for earlier in seen):
            # He has brought the very same: this one stands beside it.
            part.dedupe_key = None
        part.user_id, part.state = taker.id, ArrivalState.WAITING


async def unanswered_of_team(act: Act) -> tuple[tuple[str, int], ...]:
    """How many questions each of the people whom the actor leads has left standing for a working
    day, by name."""
    scope = await people_of(act)
    counts: Counter[str] = Counter()
    for person, asked_at in await standing_questions(act.session, act.now):
        if person.id == act.actor.id or not scope.holds(person):
            continue
        time = act.ladder_time_of(person)
        if time.between(asked_at, act.now) >= time.workday:
            counts[person.name] += 1
    return tuple(sorted(counts.items()))
