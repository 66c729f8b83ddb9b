"""Coverage kept (R3, R4, R5): after any change the verdict is recomputed from the open tasks,
and gaps are opened and closed as rows in the same transaction."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.method.core.coverage import (
    Coverage,
    PlannedTask,
    client_next_due,
    cover,
    cover_deal,
    on_pause,
)
from bot.method.core.terms import ClientStatus, Event, GapClose, GapReason
from bot.method.core.workdays import midnight
from bot.method.gaps.ladder import GapFacts, Step, next_step
from bot.method.gaps.reprieve import (
    ReprieveEnd,
    ReprieveFacts,
    ReprieveKind,
    ReprieveState,
    ends_early,
)
from bot.models.dossier import Dossier, dossier_of_client
from bot.models.gap import Gap
from bot.models.reprieve import Reprieve, living_of_client
from bot.models.task import Task
from bot.models.user import User
from bot.services.core.timeline import note
from bot.services.core.work import Work


async def refresh(work: Work, client_id: int) -> Dossier | None:
    """Load the client and recompute its coverage; None when there is no such client."""
    dossier = await dossier_of_client(work.session, client_id)
    if dossier is not None:
        await recompute_coverage(work, dossier)
    return dossier


async def recompute_coverage(
    work: Work, dossier: Dossier, *, closing: GapClose = GapClose.PLANNED, asked: bool = False
) -> None:
    """Recompute `next_due`, `gap_since`, `recheck_at` and open or close gaps.

    `closing` is written into gaps that end now. `asked`: the owner is being shown the question
    with the date buttons in the same transaction, so the gaps' pool clock starts. A pause that
    something else has ended is over from here on.
    """
    client, owner = dossier.client, dossier.owner
    if client.paused_until is not None or client.locked_until is not None:
        await _end_reprieves(work, dossier)
    if client.paused_until is not None:
        closing = GapClose.PAUSED
    if client.status is not ClientStatus.ACTIVE or owner is None:
        _leave(work, dossier, closing)
        return
    verdicts = _verdicts(work, dossier, owner)
    for gap in list(dossier.gaps):
        if gap.deal_id not in verdicts or gap.owner_id != owner.id:
            _close(work, dossier, gap, _why_closed(gap, verdicts, owner, closing))
    for deal_id, verdict in verdicts.items():
        _toggle(work, dossier, owner, deal_id, verdict, closing)
    for gap in dossier.gaps:
        if asked and gap.asked_at is None:
            gap.asked_at = work.now
        _schedule(work, dossier, gap, owner)
    zone = ZoneInfo(owner.zone)
    for deal in dossier.deals:
        deal.gap_since = _since(dossier.gap_of(deal.id))
        deal.next_due = verdicts[deal.id].next_due
        deal.recheck_at = _begins(verdicts[deal.id].recheck_on, zone)
    rechecks = [verdict.recheck_on for verdict in verdicts.values() if verdict.recheck_on]
    own = verdicts[None].next_due if None in verdicts else None
    of_deals = [deal.next_due for deal in dossier.deals]
    client.next_due = client_next_due(own, of_deals, has_open_deal=bool(dossier.deals))
    client.recheck_at = _begins(min(rechecks, default=None), zone)
    client.gap_since = min((gap.opened_at for gap in dossier.gaps), default=None)


def end_reprieve(work: Work, dossier: Dossier, reprieve: Reprieve, why: ReprieveEnd) -> None:
    """It runs no more, or is not asked for any more; who is to be told hears of it once this can
    not be taken back. The caller recomputes the coverage."""
    client, ran = dossier.client, reprieve.state is ReprieveState.RUNNING
    reprieve.state, reprieve.why_ended = ReprieveState.OVER, why
    reprieve.ended_at, reprieve.ended_by = work.now, work.actor_id
    if not ran:
        reprieve.told_at = work.now
        return
    if reprieve.kind is ReprieveKind.PAUSE:
        client.paused_until = None
    else:
        client.locked_until = None
    reprieve.due_at = work.now + work.policy.undo_window
    if reprieve.kind is ReprieveKind.LOCK or why not in ReprieveEnd.told():
        reprieve.told_at = work.now
    note(work, Event.REPRIEVE_ENDED, client.id, kind=reprieve.kind, why=why)


async def end_pause_by_deal(work: Work, dossier: Dossier, since: datetime | None = None) -> None:
    """A deal that is open again moves the client as a new one does; a pause from before it was
    closed, at `since`, stays. The caller recomputes the coverage."""
    for reprieve in await living_of_client(work.session, dossier.client.id):
        given_at = reprieve.decided_at or reprieve.asked_at
        is_later = since is None or given_at >= since
        if _runs(reprieve) is ReprieveKind.PAUSE and is_later:
            end_reprieve(work, dossier, reprieve, ReprieveEnd.DEAL_OPENED)


def _runs(reprieve: Reprieve) -> ReprieveKind | None:
    return reprieve.kind if reprieve.state is ReprieveState.RUNNING else None


async def _end_reprieves(work: Work, dossier: Dossier) -> None:
    """End what something has ended; what is kept of the client without a row that runs has
    drifted."""
    client, living = dossier.client, await living_of_client(work.session, dossier.client.id)
    for reprieve in living:
        given_at = reprieve.decided_at or reprieve.asked_at
        facts = ReprieveFacts(
            kind=reprieve.kind,
            owner_then=reprieve.owner_id,
            owner_now=client.owner_id,
            has_inbound=bool(dossier.inbound),
            deal_opened_since=any(deal.created_at > given_at for deal in dossier.deals),
        )
        why = ends_early(facts)
        if why is not None and _runs(reprieve):
            end_reprieve(work, dossier, reprieve, why)
    running = {_runs(reprieve) for reprieve in living}
    if ReprieveKind.PAUSE not in running:
        client.paused_until = None
    if ReprieveKind.LOCK not in running:
        client.locked_until = None


def reschedule(work: Work, dossier: Dossier, owner: User) -> None:
    """Ask the ladder again for every open gap: something that holds it back has changed."""
    for gap in dossier.gaps:
        _schedule(work, dossier, gap, owner)


def facts_of(gap: Gap) -> GapFacts:
    """The gap's times as the method takes them."""
    return GapFacts(
        opened_at=gap.opened_at,
        clock_held_until=max(filter(None, (gap.held_until, _quiet_end(gap))), default=None),
        asked_at=gap.asked_at,
        named_at=gap.named_at,
        nudged_at=gap.nudged_at,
        escalated_at=gap.escalated_at,
        decided_at=gap.decided_at,
        on_its_way=gap.on_its_way,
        day_given_until=gap.day_given_until,
        locked_until=gap.locked_until,
    )


def step_of(work: Work, gap: Gap, owner: User) -> Step | None:
    """The gap's next step in the time in which the owner's clients are looked after."""
    return next_step(facts_of(gap), work.policy, work.ladder_time_of(owner))


def schedule_step(work: Work, gap: Gap, owner: User) -> None:
    """Ask the ladder when the gap moves next; one that is closed does not."""
    step = step_of(work, gap, owner) if gap.closed_at is None else None
    gap.next_step_at = step.at if step else None


def planned(tasks: Sequence[Task]) -> tuple[PlannedTask, ...]:
    """Open outbound tasks as the method takes them."""
    return tuple(PlannedTask(task.due_on, task.deal_id is not None) for task in tasks)


def _quiet_end(gap: Gap) -> datetime | None:
    """When the quiet after an import ends: once the owner is asked, or by time at the latest."""
    if gap.quiet_until is None or gap.asked_at is None:
        return gap.quiet_until
    return min(gap.asked_at, gap.quiet_until)


def _verdicts(work: Work, dossier: Dossier, owner: User) -> dict[int | None, Coverage]:
    """The verdict of every open deal, or of the client itself where there is none (R2)."""
    policy, contact = work.policy, dossier.planned(None)
    if dossier.client.paused_until is not None:
        return {
            subject: on_pause(planned(dossier.planned(subject))) for subject in dossier.subjects
        }
    today, calendar = work.today_of(owner), work.ladder_time_of(owner).calendar
    grace = policy.overdue_grace_days
    if not dossier.deals:
        horizon = policy.horizon_for(dossier.client.client_class, dossier.client.kind)
        return {None: cover(planned(contact), today, horizon, grace, calendar)}
    horizon = policy.deal_horizon_days
    return {
        deal.id: cover_deal(
            planned(contact + dossier.planned(deal.id)), today, horizon, grace, calendar
        )
        for deal in dossier.deals
    }


def _toggle(
    work: Work,
    dossier: Dossier,
    owner: User,
    deal_id: int | None,
    verdict: Coverage,
    closing: GapClose,
) -> None:
    gap = dossier.gap_of(deal_id)
    if verdict.covered or verdict.reason is None:
        if gap is not None:
            _close(work, dossier, gap, closing)
        return
    if gap is not None:
        gap.reason = verdict.reason
        return
    _open(work, dossier, owner, deal_id, verdict.reason)


def _open(
    work: Work, dossier: Dossier, owner: User, deal_id: int | None, reason: GapReason
) -> None:
    gap = Gap(
        client_id=dossier.client.id,
        deal_id=deal_id,
        owner_id=owner.id,
        reason=reason,
        opened_at=work.now,
    )
    work.session.add(gap)
    dossier.gaps.append(gap)


def _close(work: Work, dossier: Dossier, gap: Gap, why: GapClose) -> None:
    gap.closed_at = work.now
    gap.close_reason = why
    gap.next_step_at = None
    dossier.gaps.remove(gap)


def _why_closed(
    gap: Gap, verdicts: dict[int | None, Coverage], owner: User, closing: GapClose
) -> GapClose:
    if gap.owner_id != owner.id:
        return GapClose.REASSIGNED
    # The client's own gap ends when a deal takes its place: the plan stands on the deal (R2).
    return GapClose.DEAL_CLOSED if gap.deal_id is not None else closing


def close_gaps(work: Work, dossier: Dossier, closing: GapClose) -> None:
    """End every open gap of the client and its deals."""
    for gap in list(dossier.gaps):
        _close(work, dossier, gap, closing)


def _leave(work: Work, dossier: Dossier, closing: GapClose) -> None:
    close_gaps(work, dossier, closing)
    dossier.client.next_due = None
    dossier.client.gap_since = None
    dossier.client.recheck_at = None


def _schedule(work: Work, dossier: Dossier, gap: Gap, owner: User) -> None:
    """Hold the ladder while an inbound is open, until its deadline at the latest."""
    deadlines = [task.deadline_at for task in dossier.inbound if task.deadline_at]
    if deadlines:
        gap.held_until = max(deadlines)
    elif gap.held_until is not None:
        gap.held_until = min(gap.held_until, work.now)
    gap.locked_until = dossier.client.locked_until
    schedule_step(work, gap, owner)


def _since(gap: Gap | None) -> datetime | None:
    return gap.opened_at if gap else None


def _begins(day: date | None, zone: ZoneInfo) -> datetime | None:
    return None if day is None else midnight(day, zone)
