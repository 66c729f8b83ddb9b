"""The questions that follow a task: when next, when again, on which date (R3, R4)."""

from collections.abc import Mapping
from datetime import date, timedelta

from bot.method.core.refusals import NotNow
from bot.method.core.terms import ClientStatus, Outcome, Role, TaskKind
from bot.method.tasks.calendar_grid import MonthGrid, month_grid
from bot.method.tasks.cards import MoveChoice, NextStep, NoAnswerChoice
from bot.method.tasks.date_question import DateQuestion
from bot.method.tasks.steps import attempts_allowed, no_answer_presets, presets
from bot.models.dossier import Dossier
from bot.models.task import load_of
from bot.models.user import User
from bot.services.core.cards import deal_facts, gap_notice
from bot.services.core.coverage import recompute_coverage
from bot.services.core.rights import require_client, require_task
from bot.services.core.steps import opened_by
from bot.services.core.substitutes import may_answer_for
from bot.services.core.work import Act
from bot.services.tasks.moves import is_moved_often
from bot.services.tasks.questions import bounds_of, dossier_of
from bot.services.tasks.tasks import finish_task, horizon_of, open_task, owner_of

_LOAD_DAYS = 100


async def next_step(
    act: Act,
    client_id: int,
    deal_id: int | None = None,
    outcome: Outcome | None = None,
    *,
    new_deal: bool = False,
    dossier: Dossier | None = None,
) -> NextStep:
    """The dates offered for the next task, with their load; the owner counts as asked.

    `dossier` is the client's, where the caller has it already.
    """
    dossier = dossier or await require_client(act, client_id)
    client, owner = dossier.client, dossier.owner
    if client.status is not ClientStatus.ACTIVE or owner is None:
        raise NotNow("client-has-no-owner")
    unasked = any(gap.asked_at is None for gap in dossier.gaps)
    if unasked and await may_answer_for(act, owner.id):
        await recompute_coverage(act, dossier, asked=True)
    await opened_by(act, owner, dossier.gaps)
    subject = _subject(dossier, deal_id)
    days = act.policy.deal_horizon_days if new_deal else horizon_of(act, dossier, subject)
    today = act.today_of(owner)
    deal = dossier.deal(subject) if subject is not None else None
    covered = dossier.gap_of(subject) is None
    due = [task.due_on for task in dossier.planned(subject) if task.due_on is not None]
    load, calendar = await _load(act, owner, today), act.planning_calendar_of(owner)
    return NextStep(
        client_id=client.id,
        client_name=client.name,
        deal_id=subject,
        deal_title=deal.title if deal else None,
        presets=presets(today, load, act.policy.capacity, days, calendar),
        today=today,
        horizon_days=days,
        outcome=outcome,
        kind=TaskKind.MEETING if outcome is Outcome.NOT_HELD else TaskKind.CALL,
        # What is overdue is no plan to rely on.
        covered_on=min((on for on in due if on >= today), default=None) if covered else None,
        overdue=covered and any(on < today for on in due),
        gap=await gap_notice(act, dossier, act.zone),
        can_release=_may_release(act, owner),
        deals=tuple(deal_facts(deal) for deal in dossier.deals),
        in_round=act.in_round,
        paused_until=client.paused_until,
        newest=max((task.id for task in dossier.tasks), default=0),
    )


async def finish_and_ask(act: Act, task_id: int, outcome: Outcome) -> NextStep:
    """End the task and ask for the next one; the client is loaded once."""
    dossier = await finish_task(act, task_id, outcome)
    return await next_step(act, dossier.client.id, outcome=outcome, dossier=dossier)


async def move(act: Act, task_id: int) -> MoveChoice:
    """The dates offered for another date of an open task, and how often it was moved already."""
    dossier = await require_task(act, task_id)
    task = open_task(dossier, task_id)
    return MoveChoice(
        task_id=task.id,
        deal_id=task.deal_id,
        moves=task.moves,
        often=is_moved_often(act, task),
        ask=await next_step(act, dossier.client.id, task.deal_id, dossier=dossier),
    )


async def again(act: Act, task_id: int) -> NoAnswerChoice:
    """When to try again after nobody answered, inside the owner's working time."""
    dossier = await require_task(act, task_id)
    task = open_task(dossier, task_id)
    owner = owner_of(dossier)
    total = attempts_allowed(dossier.client.last_touch_at is None, act.policy)
    zone = act.zone
    offered = no_answer_presets(act.now, act.ladder_time_of(owner))
    return NoAnswerChoice(
        task_id=task.id,
        client_id=dossier.client.id,
        client_name=dossier.client.name,
        attempt=task.attempts + 1,
        total=total,
        options=tuple((preset.offer, preset.at.astimezone(zone)) for preset in offered)
        if task.attempts < total
        else (),
        today=act.today,
    )


async def month(act: Act, question: DateQuestion, year: int, number: int) -> tuple[MonthGrid, int]:
    """The grid of a month with the owner's load, and the horizon in days of the question."""
    bounds = bounds_of(act, await dossier_of(act, question), question)
    load = await _load(act, bounds.owner, bounds.today)
    grid = month_grid(year, number, bounds.today, bounds.days, load, bounds.calendar)
    return grid, bounds.days


def _may_release(act: Act, owner: User) -> bool:
    if act.actor.role is not Role.MANAGER:
        return True
    return act.policy.release_allowed and owner.id == act.actor.id


async def _load(act: Act, owner: User, today: date) -> Mapping[date, int]:
    return await load_of(act.session, owner.id, today, today + timedelta(days=_LOAD_DAYS))


def _subject(dossier: Dossier, deal_id: int | None) -> int | None:
    """The deal asked for while it is open, else the only open one, else the client (R2)."""
    if deal_id is not None and dossier.deal(deal_id) is not None:
        return deal_id
    return dossier.deals[0].id if len(dossier.deals) == 1 else None
