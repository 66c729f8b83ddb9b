"""People to choose from: who may get a client or stand in, by name and a page at a time."""

from bot.method.core.paging import PAGE, page_of
from bot.method.people.cards import PeoplePage, PersonLine
from bot.models.client import clients_by_owner
from bot.models.user import PeopleScope, count_receivers, receivers
from bot.services.core.work import Work


async def receivers_page(
    work: Work, scope: PeopleScope, besides: int | None, page: int
) -> PeoplePage:
    """One page of the active people of the scope, except one, with how many clients each has."""
    total = await count_receivers(work.session, scope, besides)
    page, pages = page_of(page, total, PAGE)
    owned = await clients_by_owner(work.session)
    lines = tuple(
        PersonLine(user.id, user.name, user.role, None, True, owned.get(user.id, 0))
        for user in await receivers(work.session, scope, besides, page * PAGE, PAGE)
    )
    return PeoplePage(lines, total, page, pages)
