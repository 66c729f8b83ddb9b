"""Whoever was to stand in during a vacation does not any more: the heads hear of it (R10)."""

from collections.abc import Callable, Sequence

from bot.method.people.vacation import Alone, Vacation
from bot.models.client import recheck_all_of
from bot.models.user import User, people_away_with, person_locked
from bot.services.core.heads import heads_of
from bot.services.core.outbox import enqueue
from bot.services.core.work import Work
from bot.services.people.messages import AloneMessage


def vacation_of(person: User) -> Vacation | None:
    """The person's last or next vacation."""
    if person.away_from is None or person.away_until is None:
        return None
    return Vacation(person.away_from, person.away_until)


async def substitute_left(work: Work, leaving: User) -> tuple[int, ...]:
    """Somebody's access has ended: whoever relied on him has nobody; their ids."""
    return await _leave(work, leaving, lambda _: True)


async def substitute_away(work: Work, leaving: User, wanted: Vacation) -> None:
    """Those for whom the person was to stand in during these days have nobody now."""
    await _leave(work, leaving, wanted.meets)


async def stand_in_again(work: Work, person: User, absent_ids: Sequence[int]) -> None:
    """The person has never left: he stands in for whom nobody else was named meanwhile."""
    own = vacation_of(person)
    for absent_id in absent_ids:
        absent = await person_locked(work.session, absent_id)
        theirs = None if absent is None else vacation_of(absent)
        if absent is None or theirs is None or absent.substitute_id is not None:
            continue
        if work.today_of(absent) <= theirs.last and (own is None or not own.meets(theirs)):
            absent.substitute_id = person.id
            await recheck_all_of(work.session, absent.id, work.now)


async def tell_heads_alone(work: Work, person: User, code: Alone) -> None:
    """Nobody stands in: the person's head has to know, unless it was the head who said so."""
    for head in await heads_of(work, person):
        if head.id not in (person.id, work.actor_id):
            await enqueue(work, head, AloneMessage(person.id, code))


async def _leave(work: Work, leaving: User, which: Callable[[Vacation], bool]) -> tuple[int, ...]:
    left = []
    for absent in await people_away_with(work.session, [leaving.id]):
        theirs = vacation_of(absent)
        if theirs is None or work.today_of(absent) > theirs.last or not which(theirs):
            continue
        absent.substitute_id = None
        await tell_heads_alone(work, absent, Alone.SUBSTITUTE_GONE)
        await recheck_all_of(work.session, absent.id, work.now)
        left.append(absent.id)
    return tuple(left)
