"""Reading the clients without a task, for their owner, the head and the messages (R5)."""

from collections.abc import Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from bot.method.core.paging import PAGE, page_of
from bot.method.core.terms import Role
from bot.method.gaps.cards import BaseProgress, GapLine, GapPage
from bot.method.gaps.ladder import countdown, pool_due
from bot.method.gaps.reprieve import ReprieveState
from bot.models.client import Client
from bot.models.gap import (
    Gap,
    GapRow,
    GapScope,
    gap_totals,
    muted_bases,
    open_gaps,
    open_gaps_of,
)
from bot.models.user import User
from bot.services.core.coverage import facts_of
from bot.services.core.rights import led_count, people_of, require_leader
from bot.services.core.steps import opened_by
from bot.services.core.work import Act, Work
from bot.services.gaps.decisions import decided_before, neglected
from bot.services.pool.leave.lines import request_of_client
from bot.services.tasks.reprieve_lines import reprieves_of
from bot.services.tasks.tasks import owner_of

ASKED_AT_ONCE = 10
"""How many clients without a task one digest names; once it is delivered the owner was asked."""


async def own_gaps(act: Act, page: int) -> GapPage:
    """The actor's clients and deals without a task; who sees them was asked about them."""
    return await _page(act, GapScope(act.actor.id, loud_at=act.now), page)


async def team_gaps(act: Act, page: int) -> GapPage:
    """Those of everybody whom the head or admin answers for; who sees them was told of them."""
    require_leader(act)
    shown = await _page(act, GapScope(people=await people_of(act), loud_at=act.now), page)
    if shown.total or act.actor.role is not Role.HEAD:
        return shown
    return replace(shown, nobody_led=await led_count(act) == 0)


async def gaps_of_client(act: Act, client_id: int) -> GapPage:
    """The open gaps of one client that the leader decides about; else the fresh card."""
    dossier = await neglected(act, client_id)
    await opened_by(act, owner_of(dossier), dossier.gaps)
    page = await gaps_for_message(act, act.actor, [gap.id for gap in dossier.gaps])
    return await _to_decide(act, page, dossier.client, dossier.gaps)


async def escalated_gaps(act: Act, gap_ids: Sequence[int]) -> GapPage:
    """The same of a message to a head; where it is about one client, with what he has to know."""
    rows = await open_gaps_of(act.session, gap_ids)
    page = _told(act, act.actor, rows)
    clients = {client for _, client, _, _ in rows}
    if len(clients) != 1:
        return page
    return await _to_decide(act, page, clients.pop(), [gap for gap, _, _, _ in rows])


async def _to_decide(act: Act, page: GapPage, client: Client, gaps: Sequence[Gap]) -> GapPage:
    """What whoever decides about the client has to know: what was decided, and what is asked."""
    reprieves = await reprieves_of(act, client)
    return replace(
        page,
        before=await decided_before(act, client, gaps),
        asked=tuple(line for line in reprieves if line.state is ReprieveState.ASKED),
        leave=await request_of_client(act, client.id),
    )


async def gaps_for_message(work: Work, reader: User, gap_ids: Sequence[int]) -> GapPage:
    """Those of the given gaps that are still open: a message shows the state at its sending."""
    return _told(work, reader, await open_gaps_of(work.session, gap_ids))


def _told(work: Work, reader: User, rows: Sequence[GapRow]) -> GapPage:
    lines = tuple(_line(work, reader, row) for row in rows)
    sums: dict[str, int] = {}
    for line in lines:
        if line.amount and line.currency:
            sums[line.currency] = sums.get(line.currency, 0) + line.amount
    return GapPage(lines, len(lines), 0, 1, work.today_of(reader), sums)


async def asked_gaps(act: Act, gap_ids: Sequence[int] = ()) -> GapPage:
    """The actor's clients without a task that the digest asks about, those of them that are still
    open; what an import has muted is a figure."""
    page = await gaps_for_message(act, act.actor, gap_ids)
    return replace(page, bases=await _bases(act, GapScope(act.actor.id)))


async def _page(act: Act, scope: GapScope, page: int) -> GapPage:
    totals = await gap_totals(act.session, scope)
    total = sum(count for count, _ in totals.values())
    page, pages = page_of(page, total, PAGE)
    rows = await open_gaps(act.session, scope, page * PAGE, PAGE)
    for gap, _, _, owner in rows:
        await opened_by(act, owner, [gap])
    sums = {currency: amount for currency, (_, amount) in totals.items() if currency and amount}
    lines = tuple(_line(act, act.actor, row) for row in rows)
    return GapPage(lines, total, page, pages, act.today, sums, await _bases(act, scope))


async def _bases(act: Act, scope: GapScope) -> tuple[BaseProgress, ...]:
    """What imports have brought and nobody was asked about yet: a figure for each owner (R5)."""
    found = await muted_bases(act.session, scope, act.now)
    return tuple(BaseProgress(*item) for item in found)


def _line(work: Work, reader: User, row: GapRow) -> GapLine:
    gap, client, deal, owner = row
    time, zone = work.ladder_time_of(owner), ZoneInfo(reader.zone)
    due = pool_due(facts_of(gap), work.policy, time)
    given = gap.day_given_until
    waits = given is not None and given > work.now
    locked = gap.locked_until
    counted = countdown(due, work.today_of(owner), work.policy, time)
    return GapLine(
        gap_id=gap.id,
        client_id=client.id,
        client_name=client.name,
        deal_id=gap.deal_id,
        deal_title=deal.title if deal else None,
        owner_id=owner.id,
        owner_name=owner.name,
        reason=gap.reason,
        step=gap.step,
        since=gap.opened_at.astimezone(zone),
        waited=time.between(gap.opened_at, work.now),
        workday=time.workday,
        amount=deal.amount if deal else None,
        currency=deal.currency if deal else None,
        pool_on=due.astimezone(zone).date() if due and counted else None,
        given_until=given.astimezone(zone) if given and waits else None,
        locked_until=time.local_date(locked) if locked and locked > work.now else None,
        owner_gone=not owner.active,
        instead=owner.id != reader.id and owner.substitute_id == reader.id,
        clock=work.clock_of(owner, reader),
    )
