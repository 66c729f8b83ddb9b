"""What the substitute and the heads hear before a vacation begins (R10)."""

from datetime import date

from bot.method.core.terms import Direction
from bot.method.people.vacation import AheadNotice, Vacation, VacationNews
from bot.models.task import open_counts
from bot.models.user import User
from bot.services.core.heads import heads_of
from bot.services.core.outbox import enqueue
from bot.services.core.work import Act, Work
from bot.services.people.messages import VacationAheadMessage


def is_soon(work: Work, person: User, first: date) -> bool:
    """Whether the vacation begins on the next working day, or before that, but not yet."""
    today = work.today_of(person)
    return work.calendar.shift(first, -1) <= today < first


async def tell_ahead(
    work: Work,
    person: User,
    substitute_id: int | None,
    vacation: Vacation,
    what: VacationNews,
    *,
    own: bool = False,
) -> None:
    """The substitute hears of it and the heads do, but not who has said so. `own`: so does the
    person where somebody else has."""
    readers: dict[int, User] = {}
    if substitute_id is not None:
        readers = {head.id: head for head in await heads_of(work, person)}
        readers[substitute_id] = await work.session.get_one(User, substitute_id)
    readers.pop(person.id, None)
    if own:
        readers[person.id] = person
    about = VacationAheadMessage(person.id, substitute_id, vacation.first, vacation.last, what)
    for reader in readers.values():
        if reader.id != work.actor_id:
            await enqueue(work, reader, about)


async def ahead_notice(act: Act, about: VacationAheadMessage) -> AheadNotice | None:
    """What it says now; None where it is not so any more."""
    person = await act.session.get_one(User, about.person)
    so = (person.away_from, person.away_until, person.substitute_id) == (
        about.first,
        about.last,
        about.substitute,
    )
    if so == (about.code is VacationNews.OFF):
        return None
    counts = await open_counts(act.session, [person.id], about.last)
    tasks = sum(
        count
        for _, direction, on, _, count in counts
        if direction is Direction.OUTBOUND and on is not None and on >= about.first
    )
    substitute = None
    if about.substitute is not None:
        substitute = await act.session.get_one(User, about.substitute)
    return AheadNotice(
        about.code,
        person.name,
        Vacation(about.first, about.last),
        act.today,
        None if substitute is None else substitute.name,
        tasks,
        own=act.actor.id == about.person,
        to_head=act.actor.id != about.substitute,
    )
