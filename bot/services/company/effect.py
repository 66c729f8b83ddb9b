"""What a change of the rules would do to today's base, worked out by what decides afterwards:
coverage is recomputed under the changed policy, looked at and thrown away."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import time, timedelta

from bot.method.company.cards import Counted, RuleChange, RuleEffect
from bot.method.company.rehearsal import Hearer, WaitingGap, rehearsed
from bot.method.company.rules import changes_gaps
from bot.method.company.strain import strains
from bot.models.dossier import Dossier, dossiers_unlocked
from bot.models.reconciling import last_client
from bot.models.user import User
from bot.services.company.rules import changed_policy
from bot.services.core.company import under
from bot.services.core.coverage import facts_of, recompute_coverage
from bot.services.core.rights import require_admin
from bot.services.core.substitutes import on_duty_for_all
from bot.services.core.work import Act, Work
from bot.services.gaps.reconcile import compare, in_portions

PORTION = 500
"""Clients, by number, of one transaction, for which taps on SQLite wait."""


@dataclass
class EffectSoFar:
    """How far the base has been gone through; `now` and `then` are without the change and with."""

    change: RuleChange
    after: int = 0
    total: int = 0
    uncovered_now: int = 0
    uncovered_then: int = 0
    waiting_now: list[WaitingGap] = field(default_factory=list)
    waiting_then: list[WaitingGap] = field(default_factory=list)


async def look_on(act: Act, look: EffectSoFar) -> bool:
    """Go through the next clients; True while there are more. Changes nothing."""
    require_admin(act)
    if not changes_gaps(look.change.name):
        return False
    changed = under(act, changed_policy(act.policy, look.change))
    await act.session.flush()
    look.total = look.total or await last_client(act.session)
    portion = await compare(changed, look.after, PORTION)
    if portion is None:
        return False
    look.after = portion.until
    for ids in in_portions(portion.doubtful):
        await _look_at(act, changed, ids, look)
    return look.after < look.total


def effect(act: Act, look: EffectSoFar) -> RuleEffect:
    """What the change would do, once the whole base has been gone through."""
    policy = changed_policy(act.policy, look.change)
    strained = strains(policy, len(act.calendar.week))
    if not changes_gaps(look.change.name):
        return RuleEffect(look.change, strained)
    return RuleEffect(
        look.change,
        strained,
        Counted(look.uncovered_now, look.uncovered_then),
        (
            rehearsed(look.waiting_now, act.policy, act.now),
            rehearsed(look.waiting_then, policy, act.now),
        ),
    )


async def _look_at(act: Act, changed: Work, ids: Sequence[int], look: EffectSoFar) -> None:
    with act.session.no_autoflush:
        dossiers = await dossiers_unlocked(act.session, ids)
        owners = [dossier.owner for dossier in dossiers if dossier.owner is not None]
        duty = await on_duty_for_all(act, owners)
        for dossier in dossiers:
            look.uncovered_now += dossier.client.gap_since is not None
            look.waiting_now += _waiting(act, dossier, duty)
            await recompute_coverage(changed, dossier)
            look.uncovered_then += dossier.client.gap_since is not None
            look.waiting_then += _waiting(changed, dossier, duty)
        _throw_away(act)


def _throw_away(act: Act) -> None:
    """Whatever the recomputing has touched: what the act itself had changed was written before."""
    session = act.session
    for row in list(session.new):
        session.expunge(row)
    for row in list(session.dirty):
        session.expire(row)


def _waiting(work: Work, dossier: Dossier, duty: dict[int, User]) -> list[WaitingGap]:
    """The client's gaps whose next step comes today."""
    if dossier.owner is None:
        return []
    hearer = _hearer(work, duty[dossier.owner.id])
    return [
        WaitingGap(
            dossier.client.id,
            len(dossier.deals) or 1,
            bool(dossier.inbound),
            facts_of(gap),
            work.ladder_time_of(dossier.owner),
            hearer,
        )
        for gap in dossier.gaps
        if gap.next_step_at is not None and gap.next_step_at < hearer.until
    ]


def _hearer(work: Work, person: User) -> Hearer:
    tomorrow = work.today_of(person) + timedelta(days=1)
    until = work.company_time_of(person).at(tomorrow, time())
    return Hearer(person.id, person.nudged_at, work.time_of(person), until, person.reachable)
