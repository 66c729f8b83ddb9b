"""Whose report the actor may read (R12)."""

from collections.abc import Sequence

from bot.method.core.refusals import NotFound
from bot.models.user import User, receivers
from bot.services.core.rights import leads, people_of, require_leader
from bot.services.core.work import Act

MOST_PEOPLE = 5000
"""People of a company."""


async def led_team(act: Act, team_id: int | None) -> tuple[int | None, Sequence[User]]:
    """The active people whom the leader answers for; of one team only, if it has any."""
    require_leader(act)
    people = await receivers(act.session, await people_of(act), None, 0, MOST_PEOPLE)
    team = [person for person in people if person.team_id == team_id]
    if team_id is None:
        return None, people
    if not team:
        raise NotFound("thing")
    return team_id, team


async def led_person(act: Act, person_id: int | None) -> User:
    """The actor, or somebody whom the actor leads; NotFound for anybody else."""
    if person_id is None or person_id == act.actor.id:
        return act.actor
    person = await act.session.get(User, person_id)
    if person is None or not await leads(act, person):
        raise NotFound("person")
    return person


def name_for(act: Act, person: User) -> str | None:
    """What the person is called on the screen; nothing where that is the reader."""
    return None if person.id == act.actor.id else person.name
