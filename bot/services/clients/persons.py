"""People inside a client that is a company: who decides, who pays, how to reach each."""

from bot.method.clients.edit import PersonEdit, PersonsEdit, PersonText
from bot.method.clients.inside import PersonRole
from bot.method.core.refusals import Invalid, NotNow, Stale
from bot.method.core.terms import Event
from bot.method.core.texts import clean
from bot.models.contact_point import points_of_client
from bot.models.dossier import Dossier
from bot.models.person import Person, persons_of_client
from bot.services.clients.clients import draft_of, points_of_draft
from bot.services.clients.editing import add_points, changed, require_free
from bot.services.clients.search_words import reindex
from bot.services.core.cards import person_lines
from bot.services.core.rights import require_client
from bot.services.core.timeline import note
from bot.services.core.work import Act

_LONGEST = {PersonText.NAME: 200, PersonText.POSITION: 100}
_MOST = 20


async def persons_edit(act: Act, client_id: int) -> PersonsEdit:
    """Everybody inside the client, with their contacts."""
    client = (await require_client(act, client_id)).client
    return PersonsEdit(client_id, client.name, await person_lines(act, client_id))


async def person_edit(act: Act, person_id: int) -> PersonEdit:
    """One person inside a client; Stale where he is gone from it."""
    person, dossier = await _own(act, person_id)
    lines = await person_lines(act, person.client_id)
    line = next(line for line in lines if line.person_id == person_id)
    return PersonEdit(person.client_id, dossier.client.name, line)


async def add_person(act: Act, client_id: int, typed: str) -> int:
    """Somebody new as typed in one line, "name, position, contacts"; returns the id."""
    dossier = await require_client(act, client_id)
    draft = draft_of(act, typed)
    words, _, position = clean(typed, 500).partition(",")
    name = clean(draft_of(act, words).name, _LONGEST[PersonText.NAME])
    if not name:
        raise Invalid("person-name")
    if len(await persons_of_client(act.session, client_id)) >= _MOST:
        raise NotNow("persons-many", most=_MOST)
    await require_free(act, client_id, draft)
    position = clean(draft_of(act, position).name, _LONGEST[PersonText.POSITION])
    person = Person(client_id=client_id, name=name, position=position or None, created_at=act.now)
    act.session.add(person)
    await act.session.flush()
    changed(act, client_id, "persons", None, name)
    if points_of_draft(draft):
        await add_points(act, client_id, typed, person.id)
    await reindex(act, dossier.client)
    return person.id


async def set_person_text(act: Act, person_id: int, field: PersonText, typed: str) -> None:
    """Another name or position; the position may be cleared."""
    person, dossier = await _own(act, person_id)
    shown = clean(typed, _LONGEST[field])
    if field is PersonText.NAME and not shown:
        raise Invalid("person-name")
    before = getattr(person, field)
    if (before or "") == shown:
        return
    setattr(person, field, shown or None)
    changed(act, person.client_id, "persons", before, shown or None)
    await reindex(act, dossier.client)


async def set_role(act: Act, person_id: int, role: PersonRole | None) -> None:
    """What the person is to us; the same again is no change."""
    person, _ = await _own(act, person_id)
    if person.role is role:
        return
    note(
        act,
        Event.CLIENT_CHANGED,
        person.client_id,
        field="role",
        name=person.name,
        before=person.role,
        after=role,
    )
    person.role = role


async def remove_person(act: Act, person_id: int) -> int:
    """Take the person off; the contacts stay on the client. Returns the client's id."""
    person, dossier = await _own(act, person_id)
    for point in await points_of_client(act.session, person.client_id):
        if point.person_id == person_id:
            point.person_id = None
    changed(act, person.client_id, "persons", person.name, None)
    await act.session.flush()
    await act.session.delete(person)
    await reindex(act, dossier.client)
    return dossier.client.id


async def _own(act: Act, person_id: int) -> tuple[Person, Dossier]:
    person = await act.session.get(Person, person_id)
    if person is None:
        raise Stale("person-gone")
    return person, await require_client(act, person.client_id)
