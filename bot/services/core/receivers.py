"""People to choose from: who may get a client or stand in, by name and a page at a time."""

from collections.abc import Sequence

from bot.lookup.phrases import case_endings
from bot.method.core.paging import PAGE, page_of
from bot.method.core.refusals import NotFound
from bot.method.people.cards import PeoplePage, PersonLine
from bot.method.people.naming import Named, people_meant
from bot.models.client import clients_by_owner
from bot.models.user import PeopleScope, User, count_receivers, receivers
from bot.services.core.work import Work

_LOOKED_AT = 1000
"""How many people a name is looked for among."""
_CHOICE = 20


async def receivers_page(
    work: Work, scope: PeopleScope, besides: int | None, page: int
) -> PeoplePage:
    """One page of the active people of the scope, except one, with how many clients each has."""
    total = await count_receivers(work.session, scope, besides)
    page, pages = page_of(page, total, PAGE)
    people = await receivers(work.session, scope, besides, page * PAGE, PAGE)
    return PeoplePage(await _lines(work, people), total, page, pages)


async def receiver_named(work: Work, scope: PeopleScope, typed: str) -> int | PeoplePage:
    """The active person of the scope who is called so; those to choose from where several are.

    By handle, name or a part of it, in any case; NotFound("person") where nobody is.
    """
    people = await receivers(work.session, scope, None, 0, _LOOKED_AT)
    named = [
        Named(person.id, person.name, person.telegram_id, person.username) for person in people
    ]
    found = people_meant(typed, named, case_endings())
    if not found:
        raise NotFound("person")
    if len(found) == 1:
        return found[0]
    fitting = [person for person in people if person.id in found[:_CHOICE]]
    return PeoplePage(await _lines(work, fitting), len(found), 0, 1)


async def _lines(work: Work, people: Sequence[User]) -> tuple[PersonLine, ...]:
    owned = await clients_by_owner(work.session)
    return tuple(
        PersonLine(user.id, user.name, user.role, None, True, owned.get(user.id, 0))
        for user in people
    )
