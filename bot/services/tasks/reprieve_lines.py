"""Pauses and locks as the cards of a client show them (R5)."""

from bot.method.gaps.reprieve import ReprieveLine
from bot.models.client import Client
from bot.models.reprieve import Reprieve, rows_of_client
from bot.models.user import User
from bot.services.core.work import Act


def reprieve_line(
    act: Act, reprieve: Reprieve, client: Client, owner: User, by: str
) -> ReprieveLine:
    """One as screens show it; `by` is who has asked for it or decided."""
    since = reprieve.decided_at or reprieve.asked_at
    return ReprieveLine(
        reprieve_id=reprieve.id,
        kind=reprieve.kind,
        state=reprieve.state,
        client_id=client.id,
        client_name=client.name,
        until=reprieve.until,
        reason=reprieve.reason,
        comment=reprieve.comment,
        whose=owner.name,
        by=by,
        since=since.astimezone(act.zone).date(),
        ended=reprieve.why_ended,
    )


async def reprieves_of(act: Act, client: Client) -> tuple[ReprieveLine, ...]:
    """What is asked for and what runs of the client."""
    rows = await rows_of_client(act.session, client.id)
    return tuple(
        reprieve_line(act, reprieve, client, owner, by)
        for reprieve, _, owner, by in rows
        if reprieve.owner_id == owner.id or reprieve.decided_at is not None
    )
