"""How far a gap has been pushed: a step is decided, and taken once people have seen it (R5).

Seen is what Telegram has taken, and what somebody has opened by a tap. What was not seen was not
said: no clock counts from it.
"""

from collections.abc import Iterable

from bot.method.core.terms import Event, GapStep, Role
from bot.method.gaps.ladder import LadderStep
from bot.models.gap import Gap
from bot.models.user import User
from bot.services.core.coverage import schedule_step
from bot.services.core.rights import leads
from bot.services.core.substitutes import may_answer_for
from bot.services.core.timeline import note
from bot.services.core.work import Act, Work


def begin_step(work: Work, gap: Gap, owner: User, step: LadderStep) -> None:
    """The message about it is queued: the ladder waits for its delivery."""
    gap.on_its_way, gap.decided_at = step, work.now
    schedule_step(work, gap, owner)


def end_unseen(work: Work, gap: Gap, owner: User, *, again: bool) -> None:
    """The message of the step has ended, and nobody has seen it: the step is decided once more
    where it may be done `again`, else the next one is due."""
    gap.on_its_way = None
    if again:
        gap.decided_at = None
    schedule_step(work, gap, owner)


def _owner_asked(work: Work, gap: Gap, owner: User) -> None:
    """The owner, or who stands in, has seen the client with the way to the dates."""
    if gap.asked_at is None:
        gap.asked_at = work.now
        schedule_step(work, gap, owner)


def owner_named(work: Work, gap: Gap, owner: User) -> None:
    """A morning has named the client: the owner was asked, and the reminder waits for the
    afternoon."""
    gap.asked_at = gap.asked_at or work.now
    if gap.nudged_at is None:
        gap.named_at = work.now
    schedule_step(work, gap, owner)


def owner_nudged(work: Work, gap: Gap, owner: User) -> None:
    """The reminder has been seen, which asks at the latest; whether or not the head is to hear of
    it by now."""
    if gap.nudged_at is not None:
        return
    if gap.on_its_way is LadderStep.NUDGE:
        gap.on_its_way = None
    if gap.step is GapStep.OPENED:
        gap.step = GapStep.NUDGED
    gap.nudged_at = work.now
    gap.asked_at = gap.asked_at or work.now
    note(work, Event.NUDGED, gap.client_id, deal_id=gap.deal_id)
    schedule_step(work, gap, owner)


def head_told(work: Work, gap: Gap, owner: User) -> None:
    """The first of the heads has seen the escalation that was on its way."""
    if gap.on_its_way is not LadderStep.ESCALATE:
        return
    gap.on_its_way, gap.step, gap.escalated_at = None, GapStep.ESCALATED, work.now
    note(work, Event.ESCALATED, gap.client_id, deal_id=gap.deal_id)
    schedule_step(work, gap, owner)


async def opened_by(act: Act, owner: User, gaps: Iterable[Gap]) -> None:
    """The actor has opened a screen that names these clients without a task."""
    waiting = [gap for gap in gaps if gap.asked_at is None or gap.on_its_way is not None]
    if not waiting:
        return
    if await may_answer_for(act, owner.id):
        for gap in waiting:
            _owner_asked(act, gap, owner)
            if gap.on_its_way is LadderStep.NUDGE:
                owner_nudged(act, gap, owner)
    told = [gap for gap in waiting if gap.on_its_way is LadderStep.ESCALATE]
    if told and act.actor.role in Role.leaders() and await leads(act, owner):
        for gap in told:
            head_told(act, gap, owner)
