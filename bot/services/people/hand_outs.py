"""Hand-outs to a person paused for a while, and resumed: head and admin only (R6)."""

from datetime import date, datetime, timedelta

from bot.method.core.journal import SPARED, TAKES, JournalKind
from bot.method.core.refusals import NotFound
from bot.method.core.terms import Role
from bot.method.people.cards import PersonLine
from bot.models.user import User
from bot.services.core.journal.recording import record
from bot.services.core.rights import leads, require_leader
from bot.services.core.substitutes import is_spared
from bot.services.core.work import Act
from bot.services.people.people import person

MOST_DAYS = 365


async def spare(act: Act, person_id: int, days: int = 0) -> PersonLine:
    """Nothing is handed out to the manager for so many days; until resumed where there are none."""
    user = await _manager(act, person_id)
    last = timedelta(days=min(days, MOST_DAYS) - 1)
    _put(act, user, act.now, act.today_of(user) + last if days else None)
    return await person(act, person_id)


async def resume(act: Act, person_id: int) -> PersonLine:
    """The manager takes part in hand-outs again."""
    user = await _manager(act, person_id)
    _put(act, user, None, None)
    return await person(act, person_id)


async def to_be_spared(act: Act, person_id: int) -> PersonLine:
    """The manager, for a leader to choose how long."""
    await _manager(act, person_id)
    return await person(act, person_id)


def _put(act: Act, user: User, since: datetime | None, until: date | None) -> None:
    """So it is from now on; the journal remembers where it was not so before."""
    before = _word(act, user)
    user.spared_since, user.spared_until = since, until
    after = _word(act, user)
    if before != after:
        record(act, JournalKind.SPARED, before, after, person_id=user.id)


def _word(act: Act, user: User) -> str:
    if not is_spared(act, user):
        return TAKES
    return SPARED if user.spared_until is None else user.spared_until.isoformat()


async def _manager(act: Act, person_id: int) -> User:
    """An active manager whom the leader answers for."""
    require_leader(act)
    user = await act.session.get(User, person_id)
    if user is None or not user.active or user.role is not Role.MANAGER:
        raise NotFound("person")
    if not await leads(act, user):
        raise NotFound("person")
    return user
