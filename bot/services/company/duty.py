"""The manager on duty, who may be the first to be asked about nobody's inbound (R9)."""

from bot.method.company.cards import DutyChoice
from bot.method.core.journal import NOBODY, JournalKind, person_word
from bot.method.core.paging import PAGE, on_page, page_of
from bot.method.core.refusals import NotFound
from bot.method.core.terms import Role
from bot.method.people.cards import PeoplePage, PersonLine
from bot.models.claim import on_duty, put_on_duty
from bot.models.client import clients_by_owner
from bot.models.user import User, active_managers
from bot.services.core.journal.recording import record
from bot.services.core.rights import require_admin
from bot.services.core.work import Act


async def duty_choice(act: Act, page: int = 0) -> DutyChoice:
    """Who is on duty, and the active managers by name to choose from. An admin's."""
    require_admin(act)
    people = sorted(await active_managers(act.session), key=lambda person: person.name)
    page, pages = page_of(page, len(people), PAGE)
    owned = await clients_by_owner(act.session)
    lines = tuple(
        PersonLine(person.id, person.name, person.role, None, True, owned.get(person.id, 0))
        for person in on_page(people, page)
    )
    current = await on_duty(act.session)
    name = current.name if current else None
    return DutyChoice(name, PeoplePage(lines, len(people), page, pages))


async def choose_duty(act: Act, person_id: int | None) -> None:
    """From now on this manager is on duty, or nobody; NotFound("person") for anybody else."""
    require_admin(act)
    if person_id is not None:
        person = await act.session.get(User, person_id)
        if person is None or not person.active or person.role is not Role.MANAGER:
            raise NotFound("person")
    before = await on_duty(act.session)
    await put_on_duty(act.session, person_id, act.now)
    words = (_word(before.id if before else None), _word(person_id))
    record(act, JournalKind.DUTY, *words, person_id=person_id)


def _word(person_id: int | None) -> str:
    return NOBODY if person_id is None else person_word(person_id)
