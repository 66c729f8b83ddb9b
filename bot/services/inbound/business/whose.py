"""Whose chat it is: by the account, then by the contacts in the words (R9)."""

from bot.method.core.terms import ClientStatus, ContactKind
from bot.method.inbound.business import BusinessLetter
from bot.models.client import Client, owners_of_points
from bot.models.user import user_by_telegram_id
from bot.services.clients.matching import points_of, with_text
from bot.services.core.rights import works_with
from bot.services.core.work import Act

_OWN = (ContactKind.TELEGRAM, ContactKind.HANDLE)


async def clients_of_letter(act: Act, letter: BusinessLetter) -> list[Client]:
    """The clients that may have written: one is that one, several are to be chosen from.

    The account is known whoever has the client; what merely stands in the words says something of
    the actor's own clients only: nobody learns of a colleague's by having a phone written to him.
    """
    sender = with_text(act, letter.sender, letter.own)
    rows = await owners_of_points(act.session, points_of(sender))
    by_account = [client for client, kind, _ in rows if kind is ContactKind.TELEGRAM]
    by_account = by_account or [client for client, kind, _ in rows if kind in _OWN]
    found = _once(by_account or [client for client, _, _ in rows])
    own = [client for client in found if await works_with(act, client)]
    if own or not by_account:
        return own
    found.sort(key=lambda client: (client.status is not ClientStatus.ACTIVE, client.id))
    return found[:1]


async def client_of_account(act: Act, account: int) -> Client | None:
    """The one client whose account it is that the actor works with."""
    points = [(ContactKind.TELEGRAM, str(account))]
    rows = await owners_of_points(act.session, points)
    own = [client for client, _, _ in rows if await works_with(act, client)]
    return own[0] if len(own) == 1 else None


async def is_colleague(act: Act, account: int) -> bool:
    """Whether it is an account of somebody of the company."""
    person = await user_by_telegram_id(act.session, account)
    return person is not None and person.active


def _once(clients: list[Client]) -> list[Client]:
    return list({client.id: client for client in clients}.values())
