"""The ladder of gaps moved by time (R5): nudge the owner, tell the head, then the pool; inbound
that waits too long (R9) is told of in the same messages."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import assert_never

from bot.method.core.terms import PoolReason
from bot.method.gaps.ladder import LadderStep, escalate_at
from bot.models.dossier import Dossier, dossier_of_client
from bot.models.due import teams_to_tell
from bot.models.gap import Gap, due_gaps
from bot.models.inbound import late_inbound
from bot.models.task import Task
from bot.models.user import User
from bot.services.core.coverage import facts_of, recompute_coverage, step_of
from bot.services.core.heads import Leaders, heads_of, leaders_over
from bot.services.core.outbox import enqueue
from bot.services.core.steps import begin_step, end_unseen
from bot.services.core.substitutes import on_duty_for_all
from bot.services.core.work import Work
from bot.services.gaps.messages import EscalationMessage, NudgeMessage
from bot.services.inbound.late import steps_of
from bot.services.pool.leaving import to_pool
from bot.services.pool.reactivation import ask_if_spent, tell_pooled

_BATCH = 500


@dataclass(frozen=True)
class Pushed:
    """What one round did; `pool` are the clients whose time is up, each to be taken by itself."""

    nudged: int
    escalated: int
    pool: tuple[int, ...]


@dataclass
class About:
    """What one message is about: clients without a task, and inbound that waits too long."""

    gaps: list[Gap] = field(default_factory=list)
    late: list[Task] = field(default_factory=list)
    owners: dict[int, User] = field(default_factory=dict)

    def add(self, subject: Gap | Task, owner: User) -> None:
        """One more, with its owner."""
        self.owners[owner.id] = owner
        if isinstance(subject, Gap):
            self.gaps.append(subject)
        else:
            self.late.append(subject)

    @property
    def ids(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """What is still so is looked up at the time of sending."""
        return tuple(gap.id for gap in self.gaps), tuple(task.id for task in self.late)


class Alarms(defaultdict[tuple[User, ...], About]):
    """What heads are to be told of, by who they are."""

    def __init__(self) -> None:
        super().__init__(About)


@dataclass
class _Due:
    """Everything of one team that is to be told now, by who hears of it."""

    nudges: dict[User, About] = field(default_factory=lambda: defaultdict(About))
    alarms: Alarms = field(default_factory=Alarms)
    pool: dict[int, None] = field(default_factory=dict)


@dataclass(frozen=True)
class _Hearers:
    """Who is on duty for each owner by number, and who answers for them: looked up once a step."""

    duty: Mapping[int, User]
    leaders: Leaders

    def heads_of(self, work: Work, owner: User) -> tuple[User, ...]:
        return tuple(self.leaders.of(work, owner))


async def teams_to_push(work: Work) -> Sequence[int | None]:
    """Teams with a gap or a late inbound whose next step is due; each is pushed in a transaction
    of its own."""
    return await teams_to_tell(work.session, work.now)


async def push_team(work: Work, team_id: int | None) -> Pushed:
    """Move what is due of the team one step and queue the messages: one an owner, one a head."""
    due = _Due()
    await _due_gaps(work, team_id, due)
    await _due_inbound(work, team_id, due)
    nudged = [await _nudge(work, owner, about) for owner, about in due.nudges.items()]
    escalated = [await _escalate(work, heads, about) for heads, about in due.alarms.items()]
    return Pushed(sum(nudged), sum(escalated), tuple(due.pool))


async def _due_gaps(work: Work, team_id: int | None, due: _Due) -> None:
    rows = await due_gaps(work.session, team_id, work.now, _BATCH)
    hearers = await _hearers(work, [owner for _, owner in rows])
    for gap, owner in rows:
        step = step_of(work, gap, owner)
        if step is None or step.at > work.now:
            gap.next_step_at = step.at if step else None
            continue
        match step.kind:
            case LadderStep.NUDGE:
                _due_nudge(work, gap, owner, hearers, due)
            case LadderStep.ESCALATE:
                due.alarms[hearers.heads_of(work, owner)].add(gap, owner)
            case LadderStep.POOL:
                due.pool[gap.client_id] = None
            case unknown:
                assert_never(unknown)


def _due_nudge(work: Work, gap: Gap, owner: User, hearers: _Hearers, due: _Due) -> None:
    """To who works the client; where no message reaches that person, the head hears at once. Of
    somebody whose access is closed he has heard: there it is his hour, as ever."""
    person = hearers.duty[owner.id]
    if person.reachable:
        due.nudges[person].add(gap, owner)
        return
    heads_hour = escalate_at(facts_of(gap), work.policy, work.ladder_time_of(owner))
    if not person.active and work.now < heads_hour:
        gap.next_step_at = heads_hour
    else:
        due.alarms[hearers.heads_of(work, owner)].add(gap, owner)


async def _due_inbound(work: Work, team_id: int | None, due: _Due) -> None:
    rows = await late_inbound(work.session, team_id, work.now, _BATCH)
    hearers = await _hearers(work, [owner for _, owner in rows])
    for task, owner in rows:
        steps = steps_of(work, task, owner)
        if work.now < steps.nudge_at:
            task.remind_at = steps.nudge_at
            continue
        person = hearers.duty[owner.id]
        is_first = task.remind_at is not None and task.remind_at < steps.escalate_at
        if is_first and (person.reachable or not person.active):
            due.nudges[person].add(task, owner)
        else:
            due.alarms[hearers.heads_of(work, owner)].add(task, owner)


async def _hearers(work: Work, owners: Sequence[User]) -> _Hearers:
    if not owners:
        return _Hearers({}, Leaders((), (), None))
    return _Hearers(await on_duty_for_all(work, owners), await leaders_over(work, owners))


async def pool_client(work: Work, client_id: int) -> bool:
    """The automatic way to the pool: only when every subject is uncovered and its time is up."""
    dossier = await dossier_of_client(work.session, client_id)
    if dossier is None or dossier.owner is None:
        return False
    owner = dossier.owner
    await recompute_coverage(work, dossier)
    if not _all_due(work, dossier, owner):
        # Another subject of the client is covered: look again when the hour is over.
        for gap in dossier.gaps:
            gap.next_step_at = max(
                gap.next_step_at or work.now, work.now + work.policy.message_every
            )
        return False
    entry = await to_pool(work, dossier, PoolReason.NO_PLAN)
    await work.session.flush()
    for person in [owner, *await heads_of(work, owner)]:
        await tell_pooled(work, person, entry)
    await ask_if_spent(work, dossier.client, owner, entry)
    return True


async def raise_alarm(work: Work, heads: tuple[User, ...], about: About) -> bool:
    """Queue the escalation to each of the heads; where none of them can be told, tomorrow again."""
    queued = False
    for head in heads:
        head.escalated_at = work.now
        message = EscalationMessage(*about.ids, work.today_of(head))
        queued = await enqueue(work, head, message) or queued
    for gap in about.gaps:
        begin_step(work, gap, about.owners[gap.owner_id], LadderStep.ESCALATE)
    for task in about.late:
        task.remind_at = None
    if not queued:
        _try_tomorrow(work, about)
    return queued


async def _nudge(work: Work, person: User, about: About) -> int:
    """One message to the owner of all this, or to who stands in for the owners."""
    if _wait(work, person, about, person.nudged_at):
        return 0
    person.nudged_at = work.now
    queued = await enqueue(work, person, NudgeMessage(*about.ids))
    for gap in about.gaps:
        owner = about.owners[gap.owner_id]
        begin_step(work, gap, owner, LadderStep.NUDGE)
        if not queued:
            # Told of it in vain before: the head is next.
            end_unseen(work, gap, owner, again=False)
    for task in about.late:
        owner = about.owners[task.owner_id]
        task.remind_at = steps_of(work, task, owner).escalate_at
    return len(about.gaps) + len(about.late) if queued else 0


async def _escalate(work: Work, heads: tuple[User, ...], about: About) -> int:
    told = max((head.escalated_at for head in heads if head.escalated_at), default=None)
    if not heads or _wait(work, heads[0], about, told):
        return 0
    return len(about.gaps) + len(about.late) if await raise_alarm(work, heads, about) else 0


def _try_tomorrow(work: Work, about: About) -> None:
    """Nobody can be told now: once more with the next working day of the owner."""
    for gap in about.gaps:
        gap.on_its_way = None
        gap.next_step_at = _tomorrow(work, about.owners[gap.owner_id])
    for task in about.late:
        task.remind_at = _tomorrow(work, about.owners[task.owner_id])


def _tomorrow(work: Work, owner: User) -> datetime:
    time = work.ladder_time_of(owner)
    return time.next_start(time.end_of_day(work.today_of(owner)))


def _wait(work: Work, person: User, about: About, last: datetime | None) -> bool:
    """Whether such a message went out within the hour; then all of it joins the next one."""
    if last is None or work.now - last >= work.policy.message_every:
        return False
    until = work.time_of(person).next_start(last + work.policy.message_every)
    for gap in about.gaps:
        gap.next_step_at = until
    for task in about.late:
        task.remind_at = until
    return True


def _all_due(work: Work, dossier: Dossier, owner: User) -> bool:
    subjects = len(dossier.deals) or 1
    if dossier.inbound or len(dossier.gaps) < subjects:
        return False
    steps = [step_of(work, gap, owner) for gap in dossier.gaps]
    return all(step and step.kind is LadderStep.POOL and step.at <= work.now for step in steps)
