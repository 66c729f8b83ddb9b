"""Changing what is known of a client: names, kind, class, note, contacts (R13)."""

from bot.method.clients.cards import Draft
from bot.method.clients.edit import CLASSES, ClientEdit, ClientText, PointsEdit
from bot.method.core.places import ClientAt
from bot.method.core.refusals import Invalid, NotNow, Stale
from bot.method.core.terms import ClientKind, Event, Role
from bot.method.core.texts import clean
from bot.models.client import owners_of_points
from bot.models.contact_point import points_of_client
from bot.models.person import persons_of_client
from bot.services.clients.clients import contacts_from, draft_of, points_of_draft
from bot.services.clients.search_words import reindex
from bot.services.core.cards import SHOWN_POINTS, point_lines
from bot.services.core.coverage import recompute_coverage
from bot.services.core.rights import require_client
from bot.services.core.timeline import note
from bot.services.core.work import Act

LONGEST = {ClientText.NAME: 200, ClientText.COMPANY: 200, ClientText.NOTE: 2000}
_MOST_POINTS = 30


async def client_edit(act: Act, client_id: int) -> ClientEdit:
    """What may be changed about the client."""
    client = (await require_client(act, client_id)).client
    points = await points_of_client(act.session, client_id)
    return ClientEdit(
        client_id=client.id,
        name=client.name,
        company=client.company,
        kind=client.kind,
        client_class=client.client_class,
        note=client.note,
        points=len(point_lines(points, None)),
        persons=len(await persons_of_client(act.session, client_id)),
        can_erase=act.actor.role is Role.ADMIN,
    )


async def set_text(act: Act, client_id: int, field: ClientText, typed: str) -> None:
    """Another name, company or note; an empty one clears it, but a client keeps a name."""
    client = (await require_client(act, client_id)).client
    shown = clean(typed, LONGEST[field], lines=field is ClientText.NOTE)
    if field is ClientText.NAME and not shown:
        raise Invalid("client-name")
    before = getattr(client, field)
    if (before or "") == shown:
        return
    setattr(client, field, shown or None)
    changed(act, client_id, field, before, shown or None)
    if field is not ClientText.NOTE:
        await reindex(act, client)


async def set_kind(act: Act, client_id: int, kind: ClientKind) -> None:
    """Customer or supplier; each may have a horizon of its own (R4, R13)."""
    dossier = await require_client(act, client_id)
    if dossier.client.kind is kind:
        return
    changed(act, client_id, "kind", dossier.client.kind, kind)
    dossier.client.kind = kind
    await recompute_coverage(act, dossier)


async def set_class(act: Act, client_id: int, letter: str | None) -> None:
    """A, B, C or none; each may have a horizon of its own (R4)."""
    if letter is not None and letter not in CLASSES:
        raise Invalid("button")
    dossier = await require_client(act, client_id)
    if dossier.client.client_class == letter:
        return
    changed(act, client_id, "class", dossier.client.client_class, letter)
    dossier.client.client_class = letter
    await recompute_coverage(act, dossier)


async def points_edit(act: Act, client_id: int) -> PointsEdit:
    """The client's own contacts, without those of the people inside."""
    client = (await require_client(act, client_id)).client
    points = await points_of_client(act.session, client_id)
    return PointsEdit(client_id, client.name, point_lines(points, None))


async def add_points(act: Act, client_id: int, typed: str, person_id: int | None = None) -> None:
    """Add the contacts that stand in what was typed.

    Invalid("contact-none") where there is none; NotNow("contact-taken") where one is already on
    another client: two clients with one phone are mostly one, to be merged.
    """
    client = (await require_client(act, client_id)).client
    draft = draft_of(act, typed)
    points = points_of_draft(draft)
    if not points:
        raise Invalid("contact-none")
    await require_free(act, client_id, draft)
    known = await points_of_client(act.session, client_id)
    if len(known) + len(points) > _MOST_POINTS:
        raise NotNow("contacts-many", most=_MOST_POINTS)
    new = contacts_from(client_id, draft, known, person_id)
    act.session.add_all(new)
    if new:
        changed(act, client_id, "contacts", None, ", ".join(point.value for point in new))
        await reindex(act, client)


async def remove_point(act: Act, client_id: int, point_id: int) -> int | None:
    """Drop one contact; returns whose inside the client it was. A second tap finds it gone."""
    client = (await require_client(act, client_id)).client
    for point in await points_of_client(act.session, client_id):
        if point.id == point_id and point.kind in SHOWN_POINTS:
            changed(act, client_id, "contacts", point.value, None)
            await act.session.delete(point)
            await reindex(act, client)
            return point.person_id
    raise Stale("contact-gone", ClientAt(client_id))


async def require_free(act: Act, client_id: int, draft: Draft) -> None:
    """NotNow("contact-taken") where another client has one of these contacts."""
    for client, _, value in await owners_of_points(act.session, points_of_draft(draft)):
        if client.id != client_id:
            raise NotNow("contact-taken", value=value)


def changed(act: Act, client_id: int, field: str, before: str | None, after: str | None) -> None:
    """Remember the change in the timeline; None is nothing there."""
    note(act, Event.CLIENT_CHANGED, client_id, field=field, before=before, after=after)
