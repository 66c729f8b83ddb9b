"""Merging two cards of one client (R13): nothing of either gets lost."""

from bot.method.clients.cards import ClientPage
from bot.method.clients.merging import (
    Mergeable,
    MergePreview,
    MergeSide,
    merged_note,
    merged_value,
    taken_of,
)
from bot.method.core.journal import JournalKind
from bot.method.core.places import ClientAt
from bot.method.core.refusals import NotNow, Stale
from bot.method.core.terms import ClientStatus, Event, GapClose
from bot.method.gaps.reprieve import ReprieveEnd
from bot.models.contact_point import points_of_client
from bot.models.dossier import Dossier
from bot.models.merging import move_everything
from bot.models.pool import open_reactivation
from bot.models.reprieve import living_of_client
from bot.services.clients.search import find
from bot.services.clients.search_words import reindex
from bot.services.core.coverage import close_gaps, end_reprieve, recompute_coverage
from bot.services.core.journal.recording import record_of_client
from bot.services.core.rights import require_client
from bot.services.core.timeline import note
from bot.services.core.work import Act
from bot.services.tasks.arrived import make_one_inbound

_LONGEST_NOTE = 2000


async def doubles_of(act: Act, client_id: int, typed: str) -> ClientPage:
    """The active clients among which the double is chosen, without the client itself."""
    await require_client(act, client_id)
    page = (await find(act, typed)).page
    lines = tuple(
        line
        for line in page.lines
        if line.client_id != client_id and line.status is ClientStatus.ACTIVE
    )
    return ClientPage(lines, len(lines), 0, 1, page.today)


async def preview(act: Act, kept_id: int, gone_id: int, mask: int = 0) -> MergePreview:
    """Both cards side by side; Stale where one of them is gone, NotNow where it may not be."""
    kept, gone = await _both(act, kept_id, gone_id)
    return MergePreview(await _card(act, kept), await _card(act, gone), taken_of(mask))


async def merge(act: Act, kept_id: int, gone_id: int, mask: int) -> int:
    """Make one client of both; returns its id. There is no way back, so it is asked before."""
    kept, gone = await _both(act, kept_id, gone_id)
    ours, theirs = await _card(act, kept), await _card(act, gone)
    for field in Mergeable:
        setattr(kept.client, field, merged_value(field, ours, theirs, taken_of(mask)))
    kept.client.note = (merged_note(ours, theirs) or "")[:_LONGEST_NOTE] or None
    touches = (kept.client.last_touch_at, gone.client.last_touch_at)
    kept.client.last_touch_at = max(filter(None, touches), default=None)
    # Known since the first of them: an offer of somebody new is one of this client no more.
    kept.client.created_at = min(kept.client.created_at, gone.client.created_at)
    close_gaps(act, gone, GapClose.MERGED)
    for reprieve in await living_of_client(act.session, gone_id):
        end_reprieve(act, gone, reprieve, ReprieveEnd.LEFT)
    await move_everything(act.session, gone.client, kept.client)
    note(act, Event.MERGED, kept_id, name=gone.client.name)
    record_of_client(act, JournalKind.MERGED, kept, subject=str(gone_id))
    await reindex(act, kept.client)
    both = await require_client(act, kept_id)
    await make_one_inbound(act, both)
    await recompute_coverage(act, both)
    return kept_id


async def _both(act: Act, kept_id: int, gone_id: int) -> tuple[Dossier, Dossier]:
    if kept_id == gone_id:
        raise Stale("merge-same", ClientAt(kept_id))
    kept, gone = await require_client(act, kept_id), await require_client(act, gone_id)
    if {kept.client.status, gone.client.status} != {ClientStatus.ACTIVE}:
        raise NotNow("merge-active")
    if await open_reactivation(act.session, gone_id) is not None:
        raise NotNow("merge-attempt")
    return kept, gone


async def _card(act: Act, dossier: Dossier) -> MergeSide:
    client = dossier.client
    return MergeSide(
        client_id=client.id,
        name=client.name,
        company=client.company,
        kind=client.kind,
        client_class=client.client_class,
        note=client.note,
        deals=len(dossier.deals),
        tasks=len(dossier.tasks),
        contacts=len(await points_of_client(act.session, client.id)),
    )
