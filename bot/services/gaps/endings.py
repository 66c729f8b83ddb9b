"""What the end of a reminder or an escalation means for the ladder (R5), in the transaction that
marks the message: people were told once it was delivered, else the step goes back, or up."""

from collections.abc import Mapping, Sequence

from bot.method.core.terms import Event
from bot.method.gaps.ladder import LadderStep
from bot.models.gap import Gap, gaps_on_their_way, gaps_with_owners
from bot.models.inbound import inbound_with_owners
from bot.models.outbox import OutboxMessage, OutboxStatus, sent_of, still_to_end, to_other_leaders
from bot.services.core.going_up import UNSEEN
from bot.services.core.heads import leaders_over
from bot.services.core.messages import End, Ending, read
from bot.services.core.steps import end_unseen, head_told, owner_nudged
from bot.services.core.timeline import note
from bot.services.core.work import Work
from bot.services.gaps.escalation import Alarms, raise_alarm
from bot.services.gaps.messages import EscalationMessage, NudgeMessage

_MESSAGES: Mapping[LadderStep, type[NudgeMessage | EscalationMessage]] = {
    LadderStep.NUDGE: NudgeMessage,
    LadderStep.ESCALATE: EscalationMessage,
}
"""What tells of each step that waits for its delivery."""


async def nudge_ended(work: Work, about: NudgeMessage, end: End) -> None:
    """Refused by Telegram it goes up to the head; one that said nothing any more is decided again,
    for whoever works the client by now."""
    is_delivered = end.ending is Ending.DELIVERED
    if is_delivered:
        end.person.nudged_at = work.now
    await _free_key(work, end)
    for gap, owner in await gaps_with_owners(work.session, about.gaps):
        if is_delivered:
            owner_nudged(work, gap, owner)
        elif gap.on_its_way is LadderStep.NUDGE:
            end_unseen(work, gap, owner, again=end.ending is Ending.DROPPED)
    for task, _ in await inbound_with_owners(work.session, about.late):
        if is_delivered:
            note(work, Event.NUDGED, task.client_id, task=task)
        elif task.remind_at is not None:
            task.remind_at = work.now


async def escalation_ended(work: Work, about: EscalationMessage, end: End) -> None:
    """The first head who has it was told; where none of them has, it goes up to the next."""
    await _free_key(work, end)
    others = await _of_the_others(work, about, end)
    if end.ending is not Ending.DELIVERED:
        if all(status in UNSEEN for status in others):
            await _go_up(work, about, end)
        return
    end.person.escalated_at = work.now
    for gap, owner in await gaps_with_owners(work.session, about.gaps):
        head_told(work, gap, owner)
    if OutboxStatus.SENT not in others:
        for task, _ in await inbound_with_owners(work.session, about.late):
            note(work, Event.ESCALATED, task.client_id, task=task)


async def stranded(work: Work) -> list[int]:
    """Gaps whose step waits for no message any more.

    There are none, unless something has failed, rows were changed by hand, or what somebody had
    seen was taken back with an act.
    """
    waiting = await gaps_on_their_way(work.session)
    kinds = {made.kind: step for step, made in _MESSAGES.items()}
    rows = await still_to_end(work.session, list(kinds)) if waiting else []
    carried = {(gap_id, kinds[row.kind]) for row in rows for gap_id in _gaps_of(row)}
    return sorted(gap_id for gap_id, step in waiting if (gap_id, step) not in carried)


async def free_stranded(work: Work, gap_ids: Sequence[int]) -> int:
    """Those of these gaps that are still stranded: the step is taken where its message was sent,
    else decided again; returns how many there were."""
    left = set(gap_ids) & set(await stranded(work)) if gap_ids else set()
    for gap, owner in await gaps_with_owners(work.session, sorted(left)):
        if not await _was_sent(work, gap):
            end_unseen(work, gap, owner, again=True)
        elif gap.on_its_way is LadderStep.NUDGE:
            owner_nudged(work, gap, owner)
        else:
            head_told(work, gap, owner)
    return len(left)


async def _was_sent(work: Work, gap: Gap) -> bool:
    """Whether the message that the gap waits for is with somebody."""
    if gap.decided_at is None or gap.on_its_way is None:
        return False
    rows = await sent_of(work.session, _MESSAGES[gap.on_its_way].kind, gap.decided_at)
    return any(gap.id in _gaps_of(row) for row in rows)


def _gaps_of(row: OutboxMessage) -> tuple[int, ...]:
    """The gaps that a reminder or an escalation in the outbox is about."""
    (made,) = (made for made in _MESSAGES.values() if made.kind == row.kind)
    return read(made, row.payload).gaps


async def _free_key(work: Work, end: End) -> None:
    """What said nothing any more may be so again, and is told then under the same key."""
    if end.ending is Ending.DROPPED:
        await work.session.delete(end.row)


async def _of_the_others(work: Work, about: EscalationMessage, end: End) -> list[OutboxStatus]:
    """What has become of the same for the other heads."""
    rows = await to_other_leaders(work.session, about.kind, end.row.created_at, end.person.id)
    return [row.status for row in rows if _shares(about, read(EscalationMessage, row.payload))]


def _shares(about: EscalationMessage, other: EscalationMessage) -> bool:
    gaps, late = set(about.gaps) & set(other.gaps), set(about.late) & set(other.late)
    return bool(gaps or late)


async def _go_up(work: Work, about: EscalationMessage, end: End) -> None:
    alarms = Alarms()
    gaps = await gaps_with_owners(work.session, about.gaps)
    late = await inbound_with_owners(work.session, about.late)
    leaders = await leaders_over(work, [owner for _, owner in (*gaps, *late)])
    for gap, owner in gaps:
        if gap.on_its_way is not LadderStep.ESCALATE:
            continue
        if gap.closed_at is not None:
            end_unseen(work, gap, owner, again=True)
            continue
        alarms[tuple(leaders.of(work, owner, besides=end.person))].add(gap, owner)
    for task, owner in late:
        if task.remind_at is None:
            alarms[tuple(leaders.of(work, owner, besides=end.person))].add(task, owner)
    for heads, what in alarms.items():
        await raise_alarm(work, heads, what)
