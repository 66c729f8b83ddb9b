"""Counting the work of many people at once, each by their own days (R12)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from bot.method.core.terms import Direction, Event
from bot.method.core.workdays import WorkTime
from bot.method.report.cards import Judged
from bot.method.report.numbers import Norms, Numbers, Share
from bot.method.report.periods import DaySpan, ReportPeriod, before, span_of
from bot.models.day_record import DayRecord
from bot.models.report import (
    FirstOutcome,
    TaskDeed,
    days_of,
    deeds_of,
    outcomes_of_inbound,
    overdue_of,
    subjects_of,
    uncovered_of,
    waiting_inbound,
)
from bot.models.user import User
from bot.services.core.work import Work

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Answered:
    """An inbound task with its first outcome (UTC), and the working minutes between them."""

    task_id: int
    arrived_at: datetime
    at: datetime
    minutes: int


@dataclass
class WorkDone:
    """What one person did, with the local date of each, in the order of time."""

    moves: list[tuple[date, TaskDeed]] = field(default_factory=list)
    done: list[date] = field(default_factory=list)
    answered: list[tuple[date, Answered]] = field(default_factory=list)
    days: list[DayRecord] = field(default_factory=list)

    def within(self, span: DaySpan) -> "WorkDone":
        """The same of these local dates only."""

        def inside(day: date) -> bool:
            return span.since <= day <= span.until

        return WorkDone(
            [(day, deed) for day, deed in self.moves if inside(day)],
            [day for day in self.done if inside(day)],
            [(day, answer) for day, answer in self.answered if inside(day)],
            [record for record in self.days if inside(record.on)],
        )

    def numbers(self) -> Numbers:
        """Those of the five that are of days; coverage and the overdue as the last day ended."""
        last = self.days[-1] if self.days else None
        coverage = None
        if last is not None and last.subjects is not None and last.uncovered is not None:
            coverage = Share(last.subjects - last.uncovered, last.subjects)
        return Numbers(
            coverage=coverage,
            clean=Share(sum(record.clean for record in self.days), len(self.days)),
            overdue=last.overdue if last is not None else None,
            reactions=tuple(answer.minutes for _, answer in self.answered),
            moves=Share(len(self.moves), len(self.moves) + len(self.done)),
        )


async def judged(work: Work, people: Sequence[User], period: ReportPeriod) -> Mapping[int, Judged]:
    """The five numbers of each of these people, with those of the time before."""
    spans = {person.id: spans_of(work, person, period) for person in people}
    everything = await worked(work, people, {id_: _both(*pair) for id_, pair in spans.items()})
    state = await _state(work, people)
    found = {}
    for person in people:
        span, past = spans[person.id]
        mine = everything[person.id]
        present = mine.within(span).numbers()
        present = replace(
            state[person.id],
            clean=present.clean,
            reactions=present.reactions,
            moves=present.moves,
        )
        found[person.id] = Judged(present, mine.within(past).numbers(), norms(work, person))
    return found


def spans_of(work: Work, person: User, period: ReportPeriod) -> tuple[DaySpan, DaySpan]:
    """The person's days of the period, and those that they are compared with."""
    span = span_of(period, work.today_of(person), work.calendar)
    return span, before(period, span, work.calendar)


def norms(work: Work, person: User) -> Norms:
    """What is good for the person today."""
    return Norms.of(work.policy, work.ladder_time_of(person).calendar, work.today_of(person))


async def worked(
    work: Work, people: Sequence[User], spans: Mapping[int, DaySpan]
) -> Mapping[int, WorkDone]:
    """What each of these people did in the own days."""
    found = {person.id: WorkDone() for person in people}
    if not people:
        return found
    ids = list(found)
    times = {person.id: work.company_time_of(person) for person in people}
    since = min(times[id_].at(span.since, time()) for id_, span in spans.items())
    until = max(_end(times[id_], span) for id_, span in spans.items())
    first, last = (min(s.since for s in spans.values()), max(s.until for s in spans.values()))
    deeds = await deeds_of(work.session, ids, since, until)
    outcomes = await outcomes_of_inbound(work.session, ids, since, until)
    for record in await days_of(work.session, ids, first, last):
        found[record.user_id].days.append(record)
    for deed in (deed for deed in deeds if deed.direction is Direction.OUTBOUND):
        day, theirs = times[deed.actor_id].local_date(deed.at), found[deed.actor_id]
        if deed.event is Event.TASK_MOVED:
            theirs.moves.append((day, deed))
        elif deed.event is Event.TASK_DONE:
            theirs.done.append(day)
    for id_, answer in _answers(deeds, outcomes, times):
        found[id_].answered.append((times[id_].local_date(answer.at), answer))
    return {id_: theirs.within(spans[id_]) for id_, theirs in found.items()}


def _answers(
    deeds: Iterable[TaskDeed], outcomes: Iterable[FirstOutcome], times: Mapping[int, WorkTime]
) -> Iterable[tuple[int, Answered]]:
    """Who of these people was the first to answer which inbound, and how fast."""
    arrived = {deed.task_id: deed.arrived_at for deed in deeds if deed.arrived_at is not None}
    known: set[int] = set()
    for outcome in outcomes:
        if outcome.task_id in known:
            continue
        known.add(outcome.task_id)
        at, by = arrived.get(outcome.task_id), outcome.actor_id
        if at is not None and by is not None and by in times:
            minutes = times[by].between(at, outcome.at) // _MINUTE
            yield by, Answered(outcome.task_id, at, outcome.at, minutes)


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


def _both(span: DaySpan, past: DaySpan) -> DaySpan:
    return DaySpan(min(span.since, past.since), max(span.until, past.until))


def _end(worktime: WorkTime, span: DaySpan) -> datetime:
    return worktime.at(span.until + timedelta(days=1), time())
