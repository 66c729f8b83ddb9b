"""Loading what cards show: contacts, the last touches, the deal, what comes without a plan."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from bot.lookup.phones import is_dialled
from bot.method.clients.edit import InsideLine, PointLine
from bot.method.core.cards import Contacts, DealFacts, GapNotice, Phone, TaskLine, Touch
from bot.method.core.terms import ContactKind, Direction, Event
from bot.method.core.worth import worth
from bot.method.gaps.ladder import countdown, next_step, pool_due
from bot.models.client import Client
from bot.models.contact_point import ContactPoint, points_of_client
from bot.models.deal import Deal
from bot.models.dossier import Dossier
from bot.models.gap import Gap
from bot.models.person import persons_of_client
from bot.models.task import Task
from bot.models.timeline import PastEvent, TimelineEntry, latest_entries, standing
from bot.models.user import User, names_of_people
from bot.services.core.coverage import facts_of
from bot.services.core.work import Act, Work

TOUCHES = 3
_LOOKED_AT = 8
"""Of each sort, to have enough left where some were taken back."""
_PEOPLE = {
    Event.OWNER_CHANGED: ("before", "after"),
    Event.REACTIVATION: ("to",),
    Event.RESTORED: ("to",),
}
"""Where the timeline names people by their ids."""
SHOWN_POINTS = (ContactKind.PHONE, ContactKind.EMAIL, ContactKind.HANDLE)
"""Contacts that people see and change; an account or a remembered name is the bot's own."""


async def contacts_of(work: Work, client_id: int) -> Contacts:
    """The ways to reach the client."""
    points = await points_of_client(work.session, client_id)
    names: dict[int | None, str] = {}
    if any(point.person_id is not None for point in points):
        names = {
            person.id: person.name for person in await persons_of_client(work.session, client_id)
        }
    of = {kind: [p for p in points if p.kind is kind] for kind in ContactKind}
    telegram = next((int(p.value) for p in of[ContactKind.TELEGRAM]), None)
    return Contacts(
        phones=tuple(
            phone_at(point, names.get(point.person_id)) for point in of[ContactKind.PHONE]
        ),
        emails=tuple(p.value for p in of[ContactKind.EMAIL]),
        telegram_id=telegram,
        handle=next((p.value for p in of[ContactKind.HANDLE]), None),
    )


def phone_at(point: ContactPoint, whose: str | None = None) -> Phone:
    """The phone that is kept there."""
    return Phone(point.value, point.extension, whose, is_dialled(point.value))


def point_lines(points: Sequence[ContactPoint], person_id: int | None) -> tuple[PointLine, ...]:
    """The shown contacts of the client itself (None), or of one person inside it."""
    return tuple(
        PointLine(point.id, point.kind, point.value, point.extension)
        for point in points
        if point.person_id == person_id and point.kind in SHOWN_POINTS
    )


async def person_lines(work: Work, client_id: int) -> tuple[InsideLine, ...]:
    """The people inside the client, each with their contacts."""
    persons = await persons_of_client(work.session, client_id)
    if not persons:
        return ()
    points = await points_of_client(work.session, client_id)
    return tuple(
        InsideLine(
            person.id, person.name, person.role, person.position, point_lines(points, person.id)
        )
        for person in persons
    )


def deal_names(dossier: Dossier) -> Mapping[int, str]:
    """The open deals by their names, where there are several and people have to know which."""
    if len(dossier.deals) < 2:
        return {}
    return {deal.id: deal.title or dossier.client.name for deal in dossier.deals}


async def touches_of(
    work: Work,
    client_id: int,
    zone: ZoneInfo,
    deals: Mapping[int, str] = MappingProxyType({}),
    *,
    said: Task | None = None,
) -> tuple[Touch, ...]:
    """The last contact with the client, then what else was last, in the reader's local time;
    `deals` are to be named. `said`: the inbound whose words stand beside it already."""
    rows = await _standing(work, client_id, Event.touches() - Event.contacts())
    rows = [row for row in rows if said is None or not _is_arrival_of(row[0], said)]
    spoken = [row for row in rows if row[0].event in Event.contacts()][:1]
    others = [row for row in rows if row not in spoken]
    return await touches_from(work, [*spoken, *others][:TOUCHES], zone, deals)


def _is_arrival_of(entry: PastEvent, inbound: Task) -> bool:
    """Whether it says that this inbound came; from when nobody had the client it has no number."""
    if entry.event is not Event.INBOUND:
        return False
    if entry.task_id is not None:
        return entry.task_id == inbound.id
    return bool(entry.data.get("text")) and entry.data["text"] in (inbound.text or "")


async def _standing(
    work: Work, client_id: int, others: frozenset[Event] = frozenset()
) -> list[tuple[PastEvent, str | None]]:
    """The latest contacts and `others`, the newest first, without what was taken back."""
    shown = Event.contacts() | others
    sets = [Event.contacts(), frozenset({Event.UNDONE}), *([others] if others else [])]
    rows = await latest_entries(work.session, client_id, sets, _LOOKED_AT)
    return [row for row in standing(rows) if row[0].event in shown]


async def touches_from(
    work: Work,
    rows: Sequence[tuple[TimelineEntry | PastEvent, str | None]],
    zone: ZoneInfo,
    deals: Mapping[int, str],
) -> tuple[Touch, ...]:
    """Events as screens show them: the ids of people in them become names, `deals` are named."""
    made = [
        replace(touch_of(entry, name, zone), deal=deals.get(entry.deal_id or 0))
        for entry, name in rows
    ]
    ids = {value for touch in made for _, value in _people_in(touch)}
    if not ids:
        return tuple(made)
    names = await names_of_people(work.session, ids)
    return tuple(
        replace(touch, data=touch.data | {key: names[value] for key, value in _people_in(touch)})
        for touch in made
    )


def _people_in(touch: Touch) -> list[tuple[str, int]]:
    found = [(key, touch.data.get(key)) for key in _PEOPLE.get(touch.event, ())]
    return [(key, value) for key, value in found if isinstance(value, int)]


async def last_contact(work: Work, client_id: int, zone: ZoneInfo) -> Touch | None:
    """When somebody last spoke with the client, or tried to, in the reader's local time."""
    rows = await _standing(work, client_id)
    return touch_of(*rows[0], zone) if rows else None


def touch_of(entry: TimelineEntry | PastEvent, name: str | None, zone: ZoneInfo) -> Touch:
    """One event as screens show it."""
    return Touch(entry.at.astimezone(zone), entry.event, name, dict(entry.data), entry.id)


def deal_facts(deal: Deal) -> DealFacts:
    """The deal as screens show it."""
    return DealFacts(
        deal_id=deal.id,
        title=deal.title,
        status=deal.status,
        stage=deal.stage,
        amount=deal.amount,
        currency=deal.currency,
        next_due=deal.next_due,
        uncovered=deal.gap_since is not None,
        loss_reason=deal.loss_reason,
    )


def task_line(task: Task, client: Client, deal: Deal | None, several: bool, act: Act) -> TaskLine:
    """The task as a list shows it to the actor; of `several` open deals of the client it says
    which."""
    due = task.due_at.astimezone(act.zone) if task.due_at else None
    due_on = due.date() if due else task.due_on
    inbound = task.direction is Direction.INBOUND
    late = task.deadline_at if inbound else task.due_at
    passed = late is not None and late < act.now
    return TaskLine(
        task_id=task.id,
        client_id=client.id,
        client_name=client.name,
        direction=task.direction,
        kind=task.kind,
        due_on=due_on,
        due_time=due.time() if due else None,
        arrived=task.arrived_at.astimezone(act.zone) if task.arrived_at else None,
        overdue=passed or (due_on is not None and due_on < act.today),
        title=task.title,
        deal_title=(deal.title or client.name) if deal and several else None,
        on_deal=task.deal_id is not None,
        attempts=task.attempts,
        worth=worth(
            deal.amount if deal else None,
            client.client_class,
            client.last_touch_at or client.created_at,
        ),
    )


async def gap_notice(work: Work, dossier: Dossier, zone: ZoneInfo) -> GapNotice | None:
    """What happens next to the oldest open gap of the client; None where all is covered."""
    gap = min(dossier.gaps, key=lambda gap: gap.opened_at, default=None)
    if gap is None or dossier.owner is None:
        return None
    return _notice(work, gap, dossier.owner, zone)


def _notice(work: Work, gap: Gap, owner: User, zone: ZoneInfo) -> GapNotice:
    time, facts = work.ladder_time_of(owner), facts_of(gap)
    step = next_step(facts, work.policy, time)
    due = pool_due(facts, work.policy, time)
    counted = countdown(due, work.today_of(owner), work.policy, time)
    return GapNotice(
        reason=gap.reason,
        since=gap.opened_at.astimezone(zone),
        next_step=step.kind if step else None,
        next_step_at=_local(step.at, zone) if step else None,
        pool_on=due.astimezone(zone).date() if due and counted else None,
    )


def _local(instant: datetime, zone: ZoneInfo) -> datetime:
    return instant.astimezone(zone)


def lines_of(act: Act, dossier: Dossier) -> Sequence[TaskLine]:
    """The client's open tasks, inbound first, then by date."""
    tasks = sorted(
        dossier.tasks, key=lambda task: (task.direction is Direction.OUTBOUND, str(task.due_on))
    )
    deals = {deal.id: deal for deal in dossier.deals}
    several = len(deals) > 1
    return [
        task_line(task, dossier.client, deals.get(task.deal_id or 0), several, act)
        for task in tasks
    ]
