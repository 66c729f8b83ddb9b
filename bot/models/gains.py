"""Results and what came before them, as the method's gains are worked out from them (R12)."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import BindParameter, and_, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.method.core.terms import DealStatus, Event
from bot.method.pool.attempts import ReactivationStatus
from bot.method.report.gains import (
    CausePoint,
    GainCause,
    GainKind,
    GainResult,
    StepPoint,
)
from bot.models.base import UtcDateTime
from bot.models.deal import Deal
from bot.models.pool import Reactivation
from bot.models.timeline import TimelineEntry
from bot.models.user import PeopleScope, User

_SINCE = bindparam("since", type_=UtcDateTime())
_UNTIL = bindparam("until", type_=UtcDateTime())
_CLIENTS: BindParameter[int] = bindparam("clients", expanding=True)
_CAUSES = {Event.NUDGED: GainCause.NUDGE, Event.ESCALATED: GainCause.ESCALATION}
_STEPS = frozenset({Event.TASK_PLANNED, Event.TASK_MOVED, Event.TASK_DONE, Event.REACTIVATION})
_CLOSED = and_(
    TimelineEntry.deal_id == Deal.id,
    TimelineEntry.event == Event.DEAL_CLOSED,
    TimelineEntry.at == Deal.closed_at,
)
_WON = (
    select(
        Deal.id,
        Deal.client_id,
        TimelineEntry.actor_id,
        Deal.closed_at,
        Deal.amount,
        Deal.currency,
    )
    .join(TimelineEntry, _CLOSED)
    .join(User, User.id == TimelineEntry.actor_id)
    .where(Deal.status == DealStatus.WON, Deal.closed_at >= _SINCE, Deal.closed_at < _UNTIL)
)
_RETURNED = (
    select(Reactivation.id, Reactivation.client_id, Reactivation.user_id, Reactivation.ended_at)
    .join(User, User.id == Reactivation.user_id)
    .where(
        Reactivation.status == ReactivationStatus.RETURNED,
        Reactivation.ended_at >= _SINCE,
        Reactivation.ended_at < _UNTIL,
    )
)
_EVENTS = (
    select(
        TimelineEntry.client_id,
        TimelineEntry.deal_id,
        TimelineEntry.actor_id,
        TimelineEntry.event,
        TimelineEntry.at,
        TimelineEntry.data,
    )
    .where(
        TimelineEntry.client_id.in_(_CLIENTS),
        TimelineEntry.event.in_(_STEPS | _CAUSES.keys() | {Event.UNDONE}),
        TimelineEntry.at >= _SINCE,
        TimelineEntry.at < _UNTIL,
    )
    .order_by(TimelineEntry.at, TimelineEntry.id)
)
_ATTEMPTS = select(Reactivation.client_id, Reactivation.started_at).where(
    Reactivation.client_id.in_(_CLIENTS), Reactivation.started_at >= _SINCE
)
_TITLES = select(Deal.id, Deal.title).where(Deal.id.in_(bindparam("deals", expanding=True)))


async def results_of(
    session: AsyncSession, scope: PeopleScope, since: datetime, until: datetime
) -> Sequence[GainResult]:
    """Deals that these people have won, and clients that they have brought back, from `since` to
    before `until`; the latest first."""
    values = {"since": since, "until": until}
    won = (await session.execute(_WON.where(scope.clause()), values)).all()
    back = (await session.execute(_RETURNED.where(scope.clause()), values)).all()
    deals = {
        deal_id: GainResult(
            GainKind.WON, deal_id, client_id, deal_id, actor_id, at, amount, currency
        )
        for deal_id, client_id, actor_id, at, amount, currency in won
        if at is not None and actor_id is not None
    }
    returned = [
        GainResult(GainKind.RETURNED, row_id, client_id, None, user_id, at)
        for row_id, client_id, user_id, at in back
        if at is not None
    ]
    found = [*deals.values(), *returned]
    return sorted(found, key=lambda result: (result.at, result.kind, result.row_id), reverse=True)


async def before_results(
    session: AsyncSession, clients: Sequence[int], since: datetime, until: datetime
) -> tuple[Mapping[int, Sequence[CausePoint]], Mapping[int, Sequence[StepPoint]]]:
    """What the method did for each of these clients in this time, and what people did; without
    what was taken back."""
    values = {"clients": clients, "since": since, "until": until}
    causes: dict[int, list[CausePoint]] = {}
    steps: dict[int, list[StepPoint]] = {}
    rows = (await session.execute(_EVENTS, values)).all()
    undone = {
        (actor_id, datetime.fromisoformat(data["made_at"]))
        for _, _, actor_id, event, _, data in rows
        if event is Event.UNDONE and "made_at" in data
    }
    for client_id, deal_id, actor_id, event, at, _ in rows:
        if (actor_id, at) in undone:
            continue
        if event in _STEPS:
            steps.setdefault(client_id, []).append(StepPoint(at, deal_id))
        elif event in _CAUSES:
            point = CausePoint(_CAUSES[event], at, deal_id)
            causes.setdefault(client_id, []).append(point)
    # The attempts themselves: one that was taken back has gone.
    for client_id, at in (await session.execute(_ATTEMPTS, values)).all():
        point = CausePoint(GainCause.REACTIVATION, at, None)
        causes.setdefault(client_id, []).append(point)
    return causes, steps


async def titles_by_deal(session: AsyncSession, deals: Sequence[int]) -> Mapping[int, str | None]:
    """What these deals are called."""
    rows = (await session.execute(_TITLES, {"deals": deals})).all()
    return dict(row._tuple() for row in rows)
