"""The ladder of gaps moved by time (R5): nudge the owner, tell the head, then the pool."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.method.ladder import next_step
from bot.method.terms import Event, GapStep, PoolReason
from bot.models.dossier import Dossier, dossier_of_client
from bot.models.gap import Gap, due_gaps, teams_with_due_gaps
from bot.models.user import User
from bot.services.coverage import facts_of, settle
from bot.services.heads import heads_of
from bot.services.leaving import to_pool
from bot.services.outbox import enqueue
from bot.services.reactivation import ask_if_spent
from bot.services.stand_in import stand_in
from bot.services.timeline import note
from bot.services.work import Work

_BATCH = 500


@dataclass(frozen=True)
class Pushed:
    """What one round did; `pool` are the clients whose time is up, each to be taken by itself."""

    nudged: int
    escalated: int
    pool: tuple[int, ...]


async def teams_to_push(work: Work) -> Sequence[int | None]:
    """Teams with a gap whose next step is due; each is pushed in a transaction of its own."""
    return await teams_with_due_gaps(work.session, work.now)


async def push_team(work: Work, team_id: int | None) -> Pushed:
    """Move each due gap of the team one step and queue the messages: one an owner, one a head."""
    nudges: dict[User, list[Gap]] = {}
    alarms: dict[tuple[User, ...], list[Gap]] = {}
    pool: dict[int, None] = {}
    for gap, owner in await due_gaps(work.session, team_id, work.now, _BATCH):
        step = next_step(facts_of(gap), work.policy, work.ladder_time_of(owner))
        if step is None or step.at > work.now:
            gap.next_step_at = step.at if step else None
        elif step.kind == "nudge":
            nudges.setdefault(await stand_in(work, owner), []).append(gap)
        elif step.kind == "escalate":
            heads = tuple(await heads_of(work, owner))
            alarms.setdefault(heads, []).append(gap)
        else:
            pool[gap.client_id] = None
    nudged = [await _nudge(work, owner, gaps) for owner, gaps in nudges.items()]
    escalated = [await _escalate(work, heads, gaps) for heads, gaps in alarms.items()]
    return Pushed(sum(nudged), sum(escalated), tuple(pool))


async def pool_client(work: Work, client_id: int) -> bool:
    """The automatic way to the pool: only when every subject is uncovered and its time is up."""
    dossier = await dossier_of_client(work.session, client_id)
    if dossier is None or dossier.client.owner_id is None:
        return False
    owner = await work.session.get(User, dossier.client.owner_id)
    await settle(work, dossier)
    if owner is None or not _all_due(work, dossier, owner):
        # Another subject of the client is covered: look again when the hour is over.
        for gap in dossier.gaps:
            gap.next_step_at = max(
                gap.next_step_at or work.now, work.now + work.policy.message_every
            )
        return False
    entry = await to_pool(work, dossier, PoolReason.NO_PLAN)
    await work.session.flush()
    for person in [owner, *await heads_of(work, owner)]:
        await enqueue(
            work,
            "pooled",
            person,
            entry.id,
            payload={"client": client_id, "from": owner.id, "entry": entry.id},
        )
    await ask_if_spent(work, dossier.client, owner, entry)
    return True


async def _nudge(work: Work, person: User, gaps: list[Gap]) -> int:
    """One message to the owner of these gaps, or to who stands in for the owners."""
    if _wait(work, person, gaps, person.nudged_at):
        return 0
    person.nudged_at = work.now
    for gap in gaps:
        gap.nudged_at = work.now
        gap.step = GapStep.NUDGED
        # The message carries the date buttons, so it asks at the latest.
        gap.asked_at = gap.asked_at or work.now
        note(work, Event.NUDGED, gap.client_id, deal_id=gap.deal_id)
        _schedule(work, await work.session.get_one(User, gap.owner_id), gap)
    payload = {"gaps": [gap.id for gap in gaps]}
    await enqueue(work, "nudge", person, gaps[0].id, payload=payload)
    return len(gaps)


async def _escalate(work: Work, heads: tuple[User, ...], gaps: list[Gap]) -> int:
    told = max((head.escalated_at for head in heads if head.escalated_at), default=None)
    if not heads or _wait(work, heads[0], gaps, told):
        return 0
    for gap in gaps:
        gap.escalated_at = work.now
        gap.step = GapStep.ESCALATED
        note(work, Event.ESCALATED, gap.client_id, deal_id=gap.deal_id)
        _schedule(work, await work.session.get_one(User, gap.owner_id), gap)
    payload = {"gaps": [gap.id for gap in gaps]}
    for head in heads:
        head.escalated_at = work.now
        subject = (gaps[0].id, work.today_of(head))
        await enqueue(work, "escalation", head, *subject, payload=payload)
    return len(gaps)


def _wait(work: Work, person: User, gaps: list[Gap], last: datetime | None) -> bool:
    """Whether such a message went out within the hour; then the gaps join the next one."""
    if last is None or work.now - last >= work.policy.message_every:
        return False
    for gap in gaps:
        gap.next_step_at = work.time_of(person).next_start(last + work.policy.message_every)
    return True


def _schedule(work: Work, owner: User, gap: Gap) -> None:
    step = next_step(facts_of(gap), work.policy, work.ladder_time_of(owner))
    gap.next_step_at = step.at if step else None


def _all_due(work: Work, dossier: Dossier, owner: User) -> bool:
    subjects = len(dossier.deals) or 1
    if dossier.inbound or len(dossier.gaps) < subjects:
        return False
    steps = [
        next_step(facts_of(gap), work.policy, work.ladder_time_of(owner)) for gap in dossier.gaps
    ]
    return all(step and step.kind == "pool" and step.at <= work.now for step in steps)
