"""Who touches the bot, and who has not for two working days of his own: the heads hear once."""

from collections.abc import Sequence

from bot.method.people.presence import is_silent
from bot.models.user import User, active_people, person_locked
from bot.services.core.heads import heads_of
from bot.services.core.outbox import enqueue
from bot.services.core.work import Act, Work
from bot.services.people.messages import SilentMessage


def touched(act: Act) -> None:
    """The actor has written or tapped; written down once a day."""
    if act.actor.seen_on != act.today or act.actor.silent_since is not None:
        act.actor.seen_on, act.actor.silent_since = act.today, None


async def people_to_look_at(work: Work) -> Sequence[int]:
    """Active people who are reached, and of whom the heads have not been told; each in a
    transaction of its own."""
    return [
        person.id
        for person in await active_people(work.session)
        if person.blocked_at is None and person.silent_since is None and _is_due(work, person)
    ]


async def tell_silent(work: Work, person_id: int) -> bool:
    """The heads hear of it, once until the person touches the bot again; the days of somebody who
    was never seen count from now on."""
    person = await person_locked(work.session, person_id)
    if person is None or not person.reachable or not _is_due(work, person):
        return False
    if person.seen_on is None:
        person.seen_on = work.today_of(person)
        return False
    person.silent_since = person.seen_on
    for head in await heads_of(work, person):
        if head.id != person.id:
            await enqueue(work, head, SilentMessage(person.id, person.seen_on))
    return True


async def still_silent(act: Act, about: SilentMessage) -> str | None:
    """Who it is, while nothing has come from him since."""
    person = await act.session.get_one(User, about.person)
    return person.name if person.active and person.silent_since == about.since else None


def _is_due(work: Work, person: User) -> bool:
    if person.seen_on is None:
        return True
    return is_silent(person.seen_on, work.today_of(person), work.calendar_of(person))
