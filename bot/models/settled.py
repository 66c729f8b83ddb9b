"""Dropping what nobody answers for any more: events that are settled, and requests long decided."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bot.method.core.terms import TaskStatus
from bot.method.gaps.reprieve import ReprieveState
from bot.method.pool.leave import LeaveState
from bot.models.arrival import Arrival, ArrivalState
from bot.models.claim import Claim, ClaimOffer
from bot.models.leave_request import LeaveRequest
from bot.models.pruning import prune_behind
from bot.models.reprieve import Reprieve
from bot.models.task import Task

_WAITS = (ArrivalState.WAITING, ArrivalState.HEADS)


async def prune_offers(session: AsyncSession, before: datetime, behind: int) -> int | None:
    """To whom claims were offered that ended before then (`Prune`); claims go after offers."""
    ended = exists().where(Claim.id == ClaimOffer.claim_id, Claim.ended_at < before)
    number, at = ClaimOffer.id, ClaimOffer.offered_at
    return await prune_behind(session, number, at, ended, before, behind)


async def prune_claims(session: AsyncSession, before: datetime, behind: int) -> int | None:
    """Claims that ended before then and have no offers any more (`Prune`)."""
    offered = exists().where(ClaimOffer.claim_id == Claim.id)
    old = and_(Claim.ended_at < before, ~offered)
    return await prune_behind(session, Claim.id, Claim.opened_at, old, before, behind)


async def prune_arrivals(session: AsyncSession, before: datetime, behind: int) -> int | None:
    """What arrived before then and waits for nobody, with its parts (`Prune`): never what is to be
    decided, or is on an inbound that is open."""
    part = aliased(Arrival)
    of_it = select(part.id).where(part.lead_id == Arrival.id, _in_use(part, before))
    old = and_(~_in_use(Arrival, before), ~of_it.exists())
    return await prune_behind(session, Arrival.id, Arrival.created_at, old, before, behind)


async def prune_reprieves(session: AsyncSession, before: datetime, behind: int) -> int | None:
    """Pauses and locks refused or over before then (`Prune`)."""
    refused = and_(Reprieve.state == ReprieveState.REFUSED, Reprieve.decided_at < before)
    over = and_(Reprieve.state == ReprieveState.OVER, Reprieve.told_at < before)
    old = or_(refused, over)
    return await prune_behind(session, Reprieve.id, Reprieve.asked_at, old, before, behind)


async def prune_leave_requests(session: AsyncSession, before: datetime, behind: int) -> int | None:
    """Requests that were asked before then and wait for no head any more (`Prune`)."""
    old = and_(LeaveRequest.state != LeaveState.ASKED, LeaveRequest.asked_at < before)
    return await prune_behind(session, LeaveRequest.id, LeaveRequest.asked_at, old, before, behind)


def _in_use(arrival: type[Arrival], before: datetime) -> ColumnElement[bool]:
    on_open = exists().where(Task.id == arrival.task_id, Task.status == TaskStatus.OPEN)
    return or_(arrival.state.in_(_WAITS), arrival.created_at >= before, on_open)
