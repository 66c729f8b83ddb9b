"""Single managers who come to the team of a head who is invited: chosen, listed, moved (R7)."""

from dataclasses import dataclass
from secrets import token_urlsafe

from bot.method.core.paging import PAGE, on_page, page_of
from bot.method.core.refusals import NotFound
from bot.method.core.terms import Role
from bot.method.people.cards import CompanionLine, CompanionPage, Companions, WhyLeft
from bot.models.base import JsonDict
from bot.models.user import (
    Invite,
    User,
    active_managers,
    all_teams,
    names_of_people,
    person_locked,
)
from bot.services.core.rights import require_admin
from bot.services.core.work import Act, Work
from bot.services.people.codes import hash_of
from bot.services.people.roles import place, put, team_called_after


@dataclass(frozen=True)
class Coming:
    """Who moves to the head of an invite, and the ids of those who do not any more."""

    people: tuple[User, ...]
    left: tuple[int, ...]

    def ids_besides(self, head: User) -> tuple[int, ...]:
        """Whose ids the inviter reads."""
        return tuple(person.id for person in self.people if person.id != head.id)


async def start_choosing(act: Act) -> int:
    """A list of managers for an invite to come; an invite that opens nothing holds it."""
    require_admin(act)
    draft = Invite(
        code_hash=hash_of(token_urlsafe()),
        role=Role.HEAD,
        people={},
        created_by=act.actor.id,
        created_at=act.now,
        expires_at=act.now,
    )
    act.session.add(draft)
    await act.session.flush()
    return draft.id


async def choose(act: Act, draft_id: int, person_id: int, *, chosen: bool) -> None:
    """The manager comes along, or does not; the same again changes nothing."""
    draft = await _draft(act, draft_id)
    others = {key: team for key, team in (draft.people or {}).items() if key != str(person_id)}
    if chosen:
        person = await act.session.get(User, person_id)
        if person is None or not _is_manager(person):
            raise NotFound("person")
        others[str(person_id)] = person.team_id
    draft.people = others


async def choice(act: Act, draft_id: int, page: int) -> CompanionPage:
    """One page of the managers, each with the team and whether chosen."""
    draft = await _draft(act, draft_id)
    managers = sorted(await active_managers(act.session), key=lambda person: person.name)
    page, pages = page_of(page, len(managers), PAGE)
    teams = {team.id: team.name for team in await all_teams(act.session)}
    ids = set(map(int, draft.people or {}))
    lines = tuple(
        CompanionLine(person.id, person.name, teams.get(person.team_id or 0), person.id in ids)
        for person in on_page(managers, page)
    )
    return CompanionPage(draft_id, lines, len(ids), page, pages)


async def chosen_so_far(act: Act, draft_id: int | None) -> Companions:
    """Who comes along as chosen, by name; nobody without a list."""
    if draft_id is None:
        require_admin(act)
        return Companions(None, ())
    draft = await _draft(act, draft_id)
    return Companions(draft_id, await names_of(act, draft.people))


async def chosen_for(act: Act, draft_id: int, team_id: int | None) -> JsonDict:
    """Whom an invite names that is made with this list; who is of its team already is none."""
    draft = await _draft(act, draft_id)
    return {
        key: team
        for key, team in (draft.people or {}).items()
        if team_id is None or team != team_id
    }


async def names_of(act: Act, people: JsonDict | None) -> tuple[str, ...]:
    """What those are called who come along."""
    found = await names_of_people(act.session, map(int, people or {}))
    return tuple(sorted(found.values()))


async def companions(work: Work, invite: Invite) -> Coming:
    """Who can come along now: active managers, still in the team where they were chosen."""
    moving: list[User] = []
    left: list[int] = []
    for key, team_id in sorted((invite.people or {}).items(), key=lambda item: int(item[0])):
        person = await person_locked(work.session, int(key))
        if person is None:
            continue
        if _is_manager(person) and person.team_id == team_id:
            moving.append(person)
        else:
            left.append(person.id)
    return Coming(tuple(moving), tuple(left))


async def bring(work: Work, head: User, coming: Coming) -> None:
    """Move them to the head's team, a new one in the head's name where there is none."""
    people = [person for person in coming.people if person.id != head.id]
    if not people:
        return
    if head.team_id is None:
        put(work, head, head.role, await team_called_after(work, head))
        await work.session.flush()
    for person in people:
        await place(work, person, Role.MANAGER, head.team_id)


def why_left(person: User) -> WhyLeft:
    """Why somebody who was chosen does not come, as things are now."""
    if not person.active:
        return WhyLeft.INACTIVE
    return WhyLeft.MOVED if person.role is Role.MANAGER else WhyLeft.NO_MANAGER


def _is_manager(person: User) -> bool:
    return person.active and person.role is Role.MANAGER


async def _draft(act: Act, draft_id: int) -> Invite:
    require_admin(act)
    draft = await act.session.get(Invite, draft_id, with_for_update=True)
    if draft is None or draft.created_by != act.actor.id or draft.people is None:
        raise NotFound("button")
    if draft.expires_at > draft.created_at:
        raise NotFound("button")
    return draft
