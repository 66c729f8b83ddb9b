"""Taking an import back, portion by portion: what nobody has touched since goes, what was there
before becomes what it was, what was worked with stays."""

from collections.abc import Sequence
from dataclasses import replace

from bot.method.core.terms import ClientStatus, Event
from bot.method.imports.decision import RowResult
from bot.method.imports.state import ImportState
from bot.models.base import JsonDict
from bot.models.client import Client
from bot.models.client_import import ClientImport, ClientImportRow, rows_before
from bot.models.import_undo import (
    deals_at_rest,
    delete_clients,
    delete_deals,
    delete_people,
    delete_points,
    delete_tasks,
    tasks_at_rest,
    touched_clients,
)
from bot.services.clients.search_words import reindex
from bot.services.core.coverage import refresh
from bot.services.core.timeline import note
from bot.services.core.work import Act, Work
from bot.services.imports.state import ImportProgress, TakingBack, keep_progress, progress_of
from bot.services.imports.steps import act_of, batch_in, tell


async def undo_portion(work: Work, import_id: int, limit: int) -> bool:
    """Take so many rows back; False once there is nothing left to do.

    From the last row to the first: what a row has changed is what an earlier one has left. Where
    it stands is kept with it: what was taken back is not taken back twice.
    """
    batch = await batch_in(work, import_id, ImportState.UNDOING)
    if batch is None:
        return False
    act = await act_of(work, batch)
    progress = progress_of(batch) or ImportProgress()
    done = progress.back
    rows = await rows_before(work.session, batch.id, done.before, limit)
    if not rows:
        batch.state, batch.undone_at = ImportState.UNDONE, work.now
        await tell(act, batch)
        return False
    removed, kept = await _remove(act, batch, rows)
    restored = await _restore(act, batch, rows)
    back = TakingBack(
        rows[-1].id, done.removed + removed, done.kept + kept, done.restored + restored
    )
    keep_progress(batch, replace(progress, back=back))
    return True


async def _remove(
    act: Act, batch: ClientImport, rows: Sequence[ClientImportRow]
) -> tuple[int, int]:
    """Clients that the import made: gone with everything of theirs, or kept where people have
    worked with them."""
    made = [
        row.client_id
        for row in rows
        if row.result is RowResult.IMPORTED and row.client_id is not None
    ]
    touched = await touched_clients(act.session, made, batch.id)
    free = [client_id for client_id in made if client_id not in touched]
    await delete_clients(act.session, free)
    return len(free), len(touched)


async def _restore(act: Act, batch: ClientImport, rows: Sequence[ClientImportRow]) -> int:
    """Clients that were there before: what the row changed, where nobody has changed it since."""
    restored: set[int] = set()
    for row in rows:
        if row.result is not RowResult.MERGED or row.client_id is None or not row.before:
            continue
        client = await act.session.get(Client, row.client_id, populate_existing=True)
        if client is None or client.import_id == batch.id:
            continue
        if await _put_back(act, client, row.before):
            restored.add(client.id)
            note(act, Event.UNDONE, client.id, code="import")
    return len(restored)


async def _put_back(act: Act, client: Client, before: JsonDict) -> bool:
    session, changed = act.session, False
    for name, value in before.get("now", {}).items():
        if getattr(client, name) == value:
            setattr(client, name, before["fields"][name])
            changed = True
    tasks = await tasks_at_rest(session, before["tasks"])
    deals = await deals_at_rest(session, before["deals"], tasks)
    points = await delete_points(session, before["points"])
    people = await delete_people(session, before.get("people", ()))
    await delete_tasks(session, tasks)
    await delete_deals(session, deals)
    if changed or points or people:
        await reindex(act, client)
    if (tasks or deals) and client.status is ClientStatus.ACTIVE:
        await refresh(act, client.id)
    return changed or bool(points or people or tasks or deals)
