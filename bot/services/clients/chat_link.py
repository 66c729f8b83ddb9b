"""A chat of Telegram that is chosen by tapping is a client's from then on (R9)."""

from bot.method.clients.edit import ChatLink
from bot.method.core.refusals import Invalid
from bot.method.core.terms import ContactKind
from bot.models.client import owners_of_points
from bot.models.contact_point import ContactPoint
from bot.models.user import user_by_telegram_id
from bot.services.clients.editing import changed
from bot.services.clients.search_words import reindex
from bot.services.core.rights import require_client, works_with
from bot.services.core.work import Act


async def link_chat(act: Act, client_id: int, account: int, handle: str, name: str) -> ChatLink:
    """Put the account on the client, once; where another client has it, that one is told, as far
    as the actor works with it. Invalid("chat-colleague") for somebody of the company."""
    client = (await require_client(act, client_id)).client
    called = name or (f"@{handle}" if handle else str(account))
    if await user_by_telegram_id(act.session, account) is not None:
        raise Invalid("chat-colleague")
    points = [(ContactKind.TELEGRAM, str(account))]
    if handle:
        points.append((ContactKind.HANDLE, handle.lower()))
    owners = await owners_of_points(act.session, points)
    for other, kind, _ in owners:
        if kind is ContactKind.TELEGRAM and other.id != client_id:
            seen = await works_with(act, other)
            known = (other.id, other.name) if seen else (None, None)
            return ChatLink(client_id, client.name, called, True, *known)
    taken = {(kind, value) for _, kind, value in owners}
    added = [
        ContactPoint(client_id=client_id, kind=kind, value=value)
        for kind, value in points
        if (kind, value) not in taken
    ]
    if added:
        act.session.add_all(added)
        await act.session.flush()
        changed(act, client_id, "contacts", None, f"@{handle}" if handle else called)
        await reindex(act, client)
    return ChatLink(client_id, client.name, called, False)
