"""What owners ask about clients that are to leave, as screens show it (R5, R7)."""

from collections.abc import Sequence

from bot.method.core.paging import PAGE, page_of
from bot.method.core.refusals import NotFound
from bot.method.pool.leave import LeaveLine, LeavePage, LeaveState
from bot.models.deal import count_open_deals
from bot.models.leave_request import (
    LeaveRow,
    count_waiting,
    leave_row,
    waiting_page,
    waiting_request,
)
from bot.services.core.rights import people_of, require_leader
from bot.services.core.work import Act


async def requests(act: Act, page: int) -> LeavePage:
    """One page of what the actor's people ask and nobody has decided; head and admin only."""
    require_leader(act)
    scope = await people_of(act)
    total = await count_waiting(act.session, scope)
    page, pages = page_of(page, total, PAGE)
    rows = await waiting_page(act.session, scope, page * PAGE, PAGE)
    return LeavePage(await _lines(act, rows), total, page, pages)


async def waiting_count(act: Act) -> int:
    """How many requests wait for the actor."""
    return await count_waiting(act.session, await people_of(act))


async def request_line(act: Act, request_id: int) -> LeaveLine:
    """One, for a leader of who has asked it."""
    require_leader(act)
    return await line_of(act, request_id)


async def line_of(act: Act, request_id: int) -> LeaveLine:
    """One that the actor or somebody of his people has asked."""
    line = await request_for_message(act, request_id)
    if line is None:
        raise NotFound("thing")
    return line


async def request_for_message(act: Act, request_id: int) -> LeaveLine | None:
    """What a message about it says now; None where who asked is none of the reader's people."""
    row = await leave_row(act.session, request_id)
    if row is None or not (await people_of(act)).holds(row[2]):
        return None
    (line,) = await _lines(act, [row])
    return line


async def request_of_client(act: Act, client_id: int) -> LeaveLine | None:
    """What is asked of the client now; for its card."""
    waiting = await waiting_request(act.session, client_id)
    line = None if waiting is None else await request_for_message(act, waiting.id)
    return line if line is not None and line.state is LeaveState.ASKED else None


async def _lines(act: Act, rows: Sequence[LeaveRow]) -> tuple[LeaveLine, ...]:
    deals = await count_open_deals(act.session, [client.id for _, client, _, _ in rows])
    return tuple(_line(row, deals.get(row[1].id, 0)) for row in rows)


def _line(row: LeaveRow, deals: int) -> LeaveLine:
    request, client, owner, by = row
    gone = request.state is LeaveState.ASKED and client.owner_id != request.owner_id
    return LeaveLine(
        request_id=request.id,
        kind=request.kind,
        state=LeaveState.OVER if gone else request.state,
        client_id=client.id,
        client_name=client.name,
        reason=request.reason,
        comment=request.comment,
        whose=owner.name,
        by=by,
        answer=request.answer,
        deals=deals,
        attempts=client.attempts,
    )
