"""Counting the work of many people at once, each by their own days (R12)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from bot.method.core.terms import Event
from bot.method.report.cards import Judged
from bot.method.report.numbers import Norms, Numbers, Share
from bot.method.report.periods import DaySpan, ReportPeriod, before, span_of
from bot.models.report import (
    RecordedDay,
    days_of,
    deeds_of,
    deeds_taken_back,
    overdue_of,
    reactions_of,
    subjects_of,
    uncovered_of,
    undone_by,
    waiting_inbound,
)
from bot.models.user import User
from bot.services.core.work import Work

Window = tuple[datetime, datetime]
"""Days as UTC instants, the second not included."""
_DEEDS = (Event.TASK_MOVED, Event.TASK_DONE)


@dataclass
class Tally:
    """What one person did in the days that are counted."""

    deeds: dict[Event, int] = field(default_factory=lambda: dict.fromkeys(_DEEDS, 0))
    reactions: list[int] = field(default_factory=list)
    days: list[RecordedDay] = field(default_factory=list)

    def numbers(self) -> Numbers:
        """Those of the five that are of days; coverage and the overdue as the last day ended."""
        last = self.days[-1] if self.days else None
        coverage = None
        if last is not None and last.subjects is not None and last.uncovered is not None:
            coverage = Share(last.subjects - last.uncovered, last.subjects)
        moved = self.deeds[Event.TASK_MOVED]
        return Numbers(
            coverage=coverage,
            clean=Share(sum(record.clean for record in self.days), len(self.days)),
            overdue=last.overdue if last is not None else None,
            reactions=tuple(self.reactions),
            moves=Share(moved, moved + self.deeds[Event.TASK_DONE]),
        )


async def judged(work: Work, people: Sequence[User], period: ReportPeriod) -> Mapping[int, Judged]:
    """The five numbers of each of these people, with those of the time before."""
    spans = {person.id: spans_of(work, person, period) for person in people}
    present = await worked(work, people, {id_: span for id_, (span, _) in spans.items()})
    past = await worked(work, people, {id_: span for id_, (_, span) in spans.items()})
    state = await _state(work, people)
    found = {}
    for person in people:
        done = present[person.id]
        numbers = replace(
            state[person.id], clean=done.clean, reactions=done.reactions, moves=done.moves
        )
        found[person.id] = Judged(numbers, past[person.id], norms(work, person))
    return found


def spans_of(work: Work, person: User, period: ReportPeriod) -> tuple[DaySpan, DaySpan]:
    """The person's days of the period, and those that they are compared with."""
    span = span_of(period, work.today_of(person), work.calendar)
    return span, before(period, span, work.calendar)


def window_of(work: Work, person: User, span: DaySpan) -> Window:
    """These days where the person lives."""
    worktime = work.company_time_of(person)
    until = span.until + timedelta(days=1)
    return worktime.at(span.since, time()), worktime.at(until, time())


def was_there(work: Work, person: User, period: ReportPeriod) -> bool:
    """Whether the person had joined before the period was over."""
    _, over = window_of(work, person, spans_of(work, person, period)[0])
    return person.created_at < over


def norms(work: Work, person: User) -> Norms:
    """What is good for the person today."""
    return Norms.of(work.policy, work.ladder_time_of(person).calendar, work.today_of(person))


async def worked(
    work: Work, people: Sequence[User], spans: Mapping[int, DaySpan]
) -> Mapping[int, Numbers]:
    """What each of these people did in the own days."""
    tallies = {person.id: Tally() for person in people}
    if not people:
        return {}
    windows = {person.id: window_of(work, person, spans[person.id]) for person in people}
    # Whoever lives in the same zone has the same days: as many looks as there are zones.
    for window, ids in _alike(windows).items():
        for actor_id, event, times in await deeds_of(work.session, ids, *window):
            tallies[actor_id].deeds[event] += times
        for actor_id, minutes in await reactions_of(work.session, ids, *window):
            tallies[actor_id].reactions.append(minutes)
    await _without_undone(work, windows, tallies)
    first, last = min(s.since for s in spans.values()), max(s.until for s in spans.values())
    for record in await days_of(work.session, list(tallies), first, last):
        if record.on in spans[record.user_id]:
            tallies[record.user_id].days.append(record)
    return {id_: tally.numbers() for id_, tally in tallies.items()}


async def _without_undone(
    work: Work, windows: Mapping[int, Window], tallies: Mapping[int, Tally]
) -> None:
    """What was taken back never was; a reaction that was is not there by itself."""
    since = min(since for since, _ in windows.values())
    undone = await undone_by(work.session, list(windows), since)
    inside = [act for act in undone if _is_inside(windows[act[0]], act[1])]
    for deed in await deeds_taken_back(work.session, inside):
        tallies[deed.actor_id].deeds[deed.event] -= 1


def _is_inside(window: Window, at: datetime) -> bool:
    since, until = window
    return since <= at < until


def _alike(windows: Mapping[int, Window]) -> Mapping[Window, list[int]]:
    found: dict[Window, list[int]] = {}
    for id_, window in windows.items():
        found.setdefault(window, []).append(id_)
    return found


async def _state(work: Work, people: Sequence[User]) -> Mapping[int, Numbers]:
    """The numbers of each that are of the present moment."""
    ids = [person.id for person in people]
    today = {person.id: work.today_of(person) for person in people}
    subjects = await subjects_of(work.session, ids)
    uncovered = await uncovered_of(work.session, ids)
    waiting = await waiting_inbound(work.session, ids)
    overdue: dict[int, dict[date, int]] = {id_: {} for id_ in ids}
    latest = max(today.values(), default=date.min)
    for owner_id, on, count in await overdue_of(work.session, ids, latest):
        if on < today[owner_id]:
            overdue[owner_id][on] = count
    return {
        id_: Numbers(
            coverage=Share(subjects.get(id_, 0) - uncovered.get(id_, 0), subjects.get(id_, 0)),
            overdue=sum(overdue[id_].values()),
            oldest=min(overdue[id_], default=None),
            waiting=waiting.get(id_, 0),
        )
        for id_ in ids
    }
