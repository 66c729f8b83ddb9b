"""The manager's day: what is to be worked off, and the card of each task (R10)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.method.core.cards import TaskLine
from bot.method.core.paging import PAGE, on_page, page_of
from bot.method.core.refusals import NotFound
from bot.method.core.terms import Direction, Role, TaskStatus
from bot.method.day.cards import DayPage, DayPart
from bot.method.day.rounds import day_order, is_late
from bot.method.tasks.cards import Planned, TaskCard
from bot.method.tasks.kinds import workload
from bot.method.tasks.steps import attempts_allowed
from bot.models.arrival_parts import last_brought_on
from bot.models.deal import Deal
from bot.models.dossier import Dossier
from bot.models.gap import GapScope, gap_totals
from bot.models.next_task import next_row_of_day
from bot.models.task import (
    FoundTask,
    Task,
    arrived_between,
    kinds_of_load,
    task_row,
    tasks_for_day,
)
from bot.models.walk import count_subjects
from bot.services.core.cards import (
    contacts_of,
    deal_facts,
    deal_names,
    gap_notice,
    task_line,
    touches_of,
)
from bot.services.core.rights import require_task
from bot.services.core.substitutes import absent_of
from bot.services.core.work import Act
from bot.services.inbound.contents import has_content
from bot.services.inbound.handing_on import unanswered_of_team
from bot.services.inbound.unanswered import unanswered
from bot.services.pool.attempts import attempt_facts
from bot.services.tasks.reminders import is_unreminded

_LOOKED_AT = 1000
_DAYS_AHEAD = 3


async def day(act: Act, page: int, part: DayPart | None = None) -> DayPage:
    """One page of the actor's day, or of one part of it."""
    lines = await day_lines(act)
    shown = [line for line in lines if part is None or _is_in(part, line, act.today)]
    page, pages = page_of(page, len(shown), PAGE)
    totals = await gap_totals(act.session, GapScope(owner_id=act.actor.id))
    # Asked where it may be so only: most days have tasks.
    new_here = not lines and not totals and not await count_subjects(act.session, act.actor.id)
    asked, asked_total = await unanswered(act) if page == 0 and part is None else ((), 0)
    return DayPage(
        today=act.today,
        inbound=sum(line.direction is Direction.INBOUND for line in lines),
        overdue=sum(is_late(line, act.today) for line in lines),
        planned=sum(_is_today(line, act.today) for line in lines),
        gaps=sum(count for count, _ in totals.values()),
        lines=tuple(on_page(shown, page)),
        page=page,
        pages=pages,
        part=part,
        new_here=new_here,
        leads=act.actor.role in Role.leaders(),
        absent=tuple(
            (colleague.id, colleague.name) for colleague in await absent_of(act, act.actor)
        ),
        asked=asked,
        asked_total=asked_total,
        capacity=act.policy.capacity,
    )


async def morning(act: Act) -> DayPage:
    """The same for the digest, with the days off behind and the load of the days ahead."""
    today = await day(act, 0)
    calendar = act.calendar_of(act.actor)
    last_worked = calendar.previous_working(act.today - timedelta(days=1))
    ahead = calendar.ahead(act.today, _DAYS_AHEAD)
    load = await kinds_of_load(act.session, act.actor.id, ahead[0], ahead[-1])
    came = 0
    if last_worked < act.today - timedelta(days=1):
        zone = act.zone
        since = datetime.combine(last_worked, calendar.ends, zone)
        until = datetime.combine(act.today, time(), zone)
        came = await arrived_between(act.session, act.actor.id, since, until)
    return replace(
        today,
        pages=1,
        new_here=False,
        absent=(),
        next_days=tuple((on, workload(load.get(on, {}), act.policy)) for on in ahead),
        days_off=came,
        team_asked=await unanswered_of_team(act) if act.actor.role in Role.leaders() else (),
        tables=bool(act.actor.tables),
    )


async def first_task(act: Act, *, besides: int | None = None) -> tuple[TaskLine | None, int]:
    """The task to take next, another one than that; and how many are left, all of them."""
    skipped = () if besides is None else (besides,)
    row, left = await next_row_of_day(act.session, act.actor.id, act.now, act.today, skipped)
    if row is None or row[0].id == besides:
        return None, left
    return task_line(*row, act), left


async def task_card(act: Act, task_id: int) -> TaskCard:
    """Everything on the card of a task that the actor may see, done ones as well."""
    dossier = await require_task(act, task_id)
    task, client, deal, several = await _row(act, dossier, task_id)
    zone, owner = act.zone, dossier.owner
    return TaskCard(
        line=task_line(task, client, deal, several, act),
        status=task.status,
        company=client.company,
        contacts=await contacts_of(act, client.id),
        deal=deal_facts(deal) if deal else None,
        touches=await touches_of(act, client.id, zone, deal_names(dossier), said=task),
        moves=task.moves,
        attempts=task.attempts,
        attempts_limit=attempts_allowed(client.last_touch_at is None, act.policy),
        today=act.today,
        text=task.text,
        outcome=task.outcome,
        owner_name=owner.name if owner and owner.id != act.actor.id else None,
        clock=act.clock_of(owner, act.actor) if owner else None,
        gap=await gap_notice(act, dossier, zone),
        attempt=await attempt_facts(act, client, zone),
        in_round=act.in_round,
        open_deals=tuple(deal_facts(deal) for deal in dossier.deals),
        arrival_id=await _arrival_of(act, task),
        has_content=task.direction is Direction.INBOUND and await has_content(act, task),
    )


async def _arrival_of(act: Act, task: Task) -> int | None:
    """What the actor himself brought last and may put on another client while it is open."""
    if task.status is not TaskStatus.OPEN or task.direction is not Direction.INBOUND:
        return None
    return await last_brought_on(act.session, task.id, act.actor.id)


async def _row(act: Act, dossier: Dossier, task_id: int) -> FoundTask:
    """The task with its client and deal; of an open one the dossier has them all."""
    task = dossier.task(task_id)
    deal = dossier.deal(task.deal_id) if task and task.deal_id is not None else None
    if task is not None and (task.deal_id is None or deal is not None):
        return task, dossier.client, deal, len(dossier.deals) > 1
    row = await task_row(act.session, task_id)
    if row is None:
        raise NotFound("task")
    return row


async def day_lines(act: Act) -> list[TaskLine]:
    """Everything that the actor has to work off today, in the order of the day."""
    rows = await tasks_for_day(act.session, act.actor.id, act.today, _LOOKED_AT)
    return day_order((task_line(*row, act) for row in rows), act.today)


async def planned(
    act: Act,
    dossier: Dossier,
    task: Task,
    cancelled: Sequence[Task] = (),
    opened: Deal | None = None,
) -> Planned:
    """What was planned just now, the deal `opened` for it and the reminders that went; for oneself
    also the task to take next, outside the work mode, where the next card comes by itself."""
    deal = dossier.deal(task.deal_id) if task.deal_id is not None else None
    client = dossier.client
    for_team = act.actor.role in Role.leaders() and client.owner_id != act.actor.id
    nothing: tuple[TaskLine | None, int] = (None, 0)
    skips = act.in_round or for_team
    next_one, left = nothing if skips else await first_task(act, besides=task.id)
    asked = 0 if skips or left else (await unanswered(act))[1]
    line = task_line(task, client, deal, False, act)
    return Planned(
        client_id=client.id,
        client_name=client.name,
        on=line.due_on or act.today,
        today=act.today,
        at=line.due_time,
        deal_title=deal.title if deal else None,
        on_deal=deal is not None,
        cancelled=tuple(task_line(task, client, None, False, act) for task in cancelled),
        following=next_one,
        left=left,
        asked=asked,
        kind=task.kind,
        in_round=act.in_round,
        title=task.title,
        opened_deal_id=opened.id if opened else None,
        for_team=for_team,
        unreminded=is_unreminded(act, task, dossier.owner or act.actor),
        clock=act.clock_of(dossier.owner, act.actor) if dossier.owner and task.due_at else None,
    )


def _is_in(part: DayPart, line: TaskLine, today: date) -> bool:
    if part is DayPart.INBOUND:
        return line.direction is Direction.INBOUND
    return _is_today(line, today)


def _is_today(line: TaskLine, today: date) -> bool:
    return line.direction is Direction.OUTBOUND and line.due_on == today
