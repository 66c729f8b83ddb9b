"""The walk through everything without a task, one card at a time (R1).

Where the walk stands is kept nowhere: the order is that of the open gaps, and each card names the
gap it is about, so that any of them goes on from where it is, days later as well.
"""

from datetime import date

from bot.method.core.places import ClientAt, WalkAt
from bot.method.core.refusals import NotFound, Stale
from bot.method.core.terms import PoolReason, TaskKind, UndoableAction
from bot.method.planning.walk import OnDeal, Progress, WalkCard
from bot.models.dossier import Dossier
from bot.models.gap import Gap
from bot.models.task import Task
from bot.models.walk import count_subjects, count_uncovered, next_uncovered
from bot.services.core.acts.in_parts import still_open
from bot.services.core.cards import last_contact
from bot.services.core.rights import require_client
from bot.services.core.undo import complete, undoable
from bot.services.core.work import Act
from bot.services.deals.deals import move_to_subject
from bot.services.gaps.neglect import gaps_for_message
from bot.services.pool.releasing import Released, release
from bot.services.tasks import asking
from bot.services.tasks.said_words import Said
from bot.services.tasks.tasks import When, lapsed, move_task, plan_task


async def next_card(act: Act, after: int | None = None) -> WalkCard | None:
    """The card that follows the gap `after`; None where everything of the actor is planned."""
    # The next client is asked about whether or not the act on this one is taken back.
    await complete(act)
    gap_id = await next_uncovered(act.session, act.actor.id, after)
    return None if gap_id is None else await _card(act, await own_gap(act, gap_id))


async def card_of(act: Act, gap_id: int) -> WalkCard | None:
    """The card of this very gap while it is open, else the one that follows."""
    gap = await own_gap(act, gap_id)
    return await _card(act, gap) if gap.closed_at is None else await next_card(act, gap_id)


async def progress(act: Act) -> Progress:
    """How much is left of what the actor's base wants."""
    left = await count_uncovered(act.session, act.actor.id)
    return Progress(left, await count_subjects(act.session, act.actor.id))


async def nothing_left(act: Act) -> Progress:
    """The same once no card follows."""
    return Progress(0, await count_subjects(act.session, act.actor.id))


async def plan_stop(
    act: Act,
    gap_id: int,
    when: When,
    *,
    said: Said | None = None,
    dossier: Dossier | None = None,
) -> str | None:
    """Plan a call at this time, or move there what is overdue or has no date; the client's
    name, None where the gap is closed already.

    A second tap of the same button finds it closed and plans nothing. `said` is what is to be done
    then; `dossier` is the client's, where the caller has it already.
    """
    said = said or Said()
    gap = await own_gap(act, gap_id)
    if gap.closed_at is not None:
        return None
    undoable(act, UndoableAction.WALK, WalkAt(gap_id))
    dossier = dossier or await require_client(act, gap.client_id)
    task = lapsed(dossier, gap.deal_id, act.today)
    if task is None:
        kind = said.kind or TaskKind.CALL
        await plan_task(
            act, gap.client_id, gap.deal_id, when, kind=kind, title=said.words, dossier=dossier
        )
    else:
        await move_task(act, task.id, when, said=said, dossier=dossier)
    return dossier.client.name


async def release_stop(act: Act, gap_id: int) -> Released | None:
    """Not active: the client goes to the pool, or a head is asked; None where the gap is
    closed already."""
    gap = await own_gap(act, gap_id)
    if gap.closed_at is not None:
        return None
    return await release(act, gap.client_id, PoolReason.NOT_ACTIVE)


async def released_just_now(act: Act, gap_id: int) -> int | None:
    """How to take back that the stop was let go, where the actor's last act was this."""
    return await still_open(act, (await own_gap(act, gap_id)).client_id)


async def task_to_deal(act: Act, gap_id: int) -> OnDeal:
    """Put the contact's nearest task on the deal that lacks one (R2), unless it has one by now."""
    gap = await own_gap(act, gap_id)
    if gap.closed_at is not None or gap.deal_id is None:
        return OnDeal(gap.client_id, gap.deal_id, None, too_far=gap.closed_at is None)
    dossier = await require_client(act, gap.client_id)
    nearest = min(dossier.planned(None), key=_nearness, default=None)
    if nearest is None:
        raise Stale("no-task-on-contact", ClientAt(gap.client_id))
    await move_to_subject(act, nearest.id, gap.deal_id)
    return OnDeal(gap.client_id, gap.deal_id, dossier.client.name, too_far=gap.closed_at is None)


async def own_gap(act: Act, gap_id: int) -> Gap:
    """A gap of the actor, open or not."""
    gap = await act.session.get(Gap, gap_id)
    if gap is None or gap.owner_id != act.actor.id:
        raise NotFound("client")
    return gap


async def _card(act: Act, gap: Gap) -> WalkCard:
    """The owner is shown the date buttons, so the client counts as asked."""
    ask = await asking.next_step(act, gap.client_id, gap.deal_id)
    page = await gaps_for_message(act, act.actor, [gap.id])
    last = await last_contact(act, gap.client_id, act.zone)
    return WalkCard(page.lines[0], ask, await progress(act), last)


def _nearness(task: Task) -> tuple[date, int]:
    return task.due_on or date.max, task.id
