"""Reading the timeline: of a client, of one of its deals, and the voices in it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.method.clients.cards import History
from bot.method.core.cards import Touch
from bot.method.core.paging import PAGE, page_of
from bot.method.core.refusals import NotFound
from bot.method.core.terms import Event
from bot.models.arrival_parts import contents_of
from bot.models.dossier import Dossier
from bot.models.timeline import TimelineEntry, timeline_page, timeline_size
from bot.models.user import User
from bot.services.core.cards import deal_names, touch_of, touches_from
from bot.services.core.rights import require_client, require_deal
from bot.services.core.work import Act


async def client_history(act: Act, client_id: int, page: int) -> History:
    """One page of everything that happened to the client, the latest first."""
    dossier = await require_client(act, client_id)
    return await _page(act, dossier, page, deals=deal_names(dossier))


async def deal_history(act: Act, deal_id: int, page: int) -> History:
    """The same of one deal, open or not."""
    return await _page(act, await require_deal(act, deal_id), page, deals={}, deal_id=deal_id)


async def voice_said(act: Act, entry_id: int) -> Touch:
    """The comment with the voice that belongs to it; NotFound where there is none to be heard."""
    entry = await act.session.get(TimelineEntry, entry_id)
    if entry is None or "voice" not in entry.data:
        raise NotFound("thing")
    await require_client(act, entry.client_id)
    actor = None if entry.actor_id is None else await act.session.get(User, entry.actor_id)
    return touch_of(entry, actor.name if actor else None, ZoneInfo(act.actor.zone))


async def _page(
    act: Act, dossier: Dossier, page: int, *, deals: Mapping[int, str], deal_id: int | None = None
) -> History:
    client = dossier.client
    page, pages = page_of(page, await timeline_size(act.session, client.id, deal_id), PAGE)
    rows = await timeline_page(act.session, client.id, page * PAGE, PAGE, deal_id=deal_id)
    zone = ZoneInfo(act.actor.zone)
    return History(
        client_id=client.id,
        name=client.name,
        touches=await touches_from(act, rows, zone, deals),
        page=page,
        pages=pages,
        today=act.today,
        deal_id=deal_id,
        contents=await _contents(act, client.id, [entry for entry, _ in rows], zone),
    )


async def _contents(
    act: Act, client_id: int, entries: Sequence[TimelineEntry], zone: ZoneInfo
) -> tuple[tuple[int, datetime], ...]:
    """The inbounds among them that came with more than words, each once."""
    came = {
        entry.task_id: entry.at.astimezone(zone)
        for entry in entries
        if entry.event is Event.INBOUND and entry.task_id is not None
    }
    if not came:
        return ()
    found = {part.task_id for part in await contents_of(act.session, client_id, came)}
    return tuple((task_id, at) for task_id, at in came.items() if task_id in found)
