"""A client that was added by mistake goes, as long as nothing has happened on it (R1)."""

from bot.method.core.journal import JournalKind
from bot.method.core.places import ClientAt
from bot.method.core.refusals import NotFound, Stale
from bot.models.client import Client
from bot.models.client_removal import forget_clients, worked_with
from bot.models.import_undo import delete_clients
from bot.models.typed_line import drop_lines_of
from bot.services.core.journal.recording import record
from bot.services.core.rights import require_client
from bot.services.core.work import Act


async def to_be_removed(act: Act, client_id: int) -> Client:
    """The actor's own client, of which nothing has come yet.

    NotFound("client") for anybody else's, Stale("client-in-work") where something has.
    """
    dossier = await require_client(act, client_id)
    client = dossier.client
    if client.owner_id != act.actor.id:
        raise NotFound("client")
    in_work = client.import_id is not None or bool(dossier.deals)
    if in_work or await worked_with(act.session, [client_id]):
        raise Stale("client-in-work", ClientAt(client_id))
    return client


async def remove(act: Act, client_id: int) -> str:
    """The client goes with everything of it; returns its name."""
    name = (await to_be_removed(act, client_id)).name
    record(act, JournalKind.ERASED, client_id=client_id)
    await drop_lines_of(act.session, client_id)
    await forget_clients(act.session, [client_id])
    await delete_clients(act.session, [client_id])
    return name
