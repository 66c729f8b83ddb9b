"""Who works somebody's clients: the person, or during the vacation the substitute.

This is the one place that says so. A substitute is somebody active who is not on vacation in
these days himself: `bot.services.people.vacations` keeps it that way.
"""

from collections.abc import Iterable, Sequence

from bot.models.user import User, people_away_with, users_by_id
from bot.services.core.work import Act, Work


def is_away(work: Work, person: User) -> bool:
    """Whether the person is on vacation today, by the own local date."""
    return person.away_on(work.today_of(person))


def is_spared(work: Work, person: User) -> bool:
    """Whether nothing is handed out to the person today, by a leader's decision (R6)."""
    if person.spared_since is None:
        return False
    return person.spared_until is None or work.today_of(person) <= person.spared_until


async def on_duty_for(work: Work, owner: User) -> User:
    """Who works the owner's clients now; the owner too where nobody stands in."""
    if owner.substitute_id is None or not is_away(work, owner):
        return owner
    return await work.session.get_one(User, owner.substitute_id)


async def on_duty_for_all(work: Work, owners: Iterable[User]) -> dict[int, User]:
    """The same for many, by the owner's number."""
    duty = {owner.id: owner for owner in owners}
    stand_ins = {
        owner.id: owner.substitute_id
        for owner in duty.values()
        if owner.substitute_id is not None and is_away(work, owner)
    }
    if stand_ins:
        wanted = sorted(set(stand_ins.values()))
        there = {person.id: person for person in await users_by_id(work.session, wanted)}
        duty |= {owner: there[person] for owner, person in stand_ins.items() if person in there}
    return duty


def is_substitute_of(act: Act, owner: User) -> bool:
    """Whether the actor stands in for the owner now."""
    return owner.substitute_id == act.actor.id and is_away(act, owner)


async def may_answer_for(act: Act, owner_id: int | None) -> bool:
    """Whether asking the actor about a client is asking its owner: it is him, or who stands in."""
    if owner_id is None or owner_id == act.actor.id:
        return owner_id is not None
    return is_substitute_of(act, await act.session.get_one(User, owner_id))


async def absent_of(work: Work, person: User) -> Sequence[User]:
    """Those for whom the person stands in now, by name."""
    return (await absent_of_each(work, [person])).get(person.id, [])


async def absent_of_each(work: Work, people: Sequence[User]) -> dict[int, list[User]]:
    """The same for many, by the number of who stands in."""
    found: dict[int, list[User]] = {}
    ids = [person.id for person in people]
    for colleague in await people_away_with(work.session, ids):
        if colleague.substitute_id is not None and is_away(work, colleague):
            found.setdefault(colleague.substitute_id, []).append(colleague)
    return found
