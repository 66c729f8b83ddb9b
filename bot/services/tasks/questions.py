"""The date that a person has been asked for: typed, tapped, judged and taken (R3, R4)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.lookup.phrases import vocabulary
from bot.method.core.refusals import NotNow
from bot.method.core.terms import Outcome, TaskKind
from bot.method.core.workdays import WorkCalendar
from bot.method.tasks.date_question import DayTimes, Purpose, Question, Verdict, judge, slots
from bot.method.tasks.phrases.pieces import Today
from bot.method.tasks.phrases.reading import Moment, read
from bot.models.base import JsonDict
from bot.models.dossier import Dossier
from bot.models.task import load_of, timed_tasks
from bot.models.user import User
from bot.services.core.rights import require_client, require_task
from bot.services.core.work import Act
from bot.services.tasks.deal_draft import kept_draft
from bot.services.tasks.tasks import When, horizon_of, open_task, subject_of

FORM = "date"
"""The name of the form; it stays open until another screen takes the place of the question."""


_OF_A_TASK = frozenset({Purpose.MOVE, Purpose.AGAIN, Purpose.ANSWER})


@dataclass(frozen=True)
class Bounds:
    """Between what the date of a question may lie: the owner's today, horizon and days off."""

    dossier: Dossier
    owner: User
    days: int
    today: date
    calendar: WorkCalendar


def open_question(act: Act, question: Question) -> None:
    """From now on a text that the person types is the date."""
    act.actor.form = kept_draft(act, question.client_id) | {
        "name": FORM,
        "purpose": question.purpose.value,
        "client": question.client_id,
        "other": question.other_id,
        "kind": question.kind.value,
        "outcome": question.outcome,
        "at": act.now.isoformat(),
    }


def is_question(form: JsonDict | None) -> bool:
    """Whether the open form is the question for a date."""
    return form is not None and form.get("name") == FORM


def question_of(form: JsonDict) -> Question:
    """The question that was asked."""
    subject = (Purpose(form["purpose"]), form["client"], form["other"])
    outcome = form.get("outcome")
    return Question(*subject, TaskKind(form["kind"]), Outcome(outcome) if outcome else None)


def continued(act: Act, question: Question) -> Question:
    """The question with what it came after, where the same one is open: the buttons of a month
    have no room for that."""
    form = act.actor.form
    if form is None or not is_question(form):
        return question
    before = question_of(form)
    # The kind may have been chosen anew in between.
    same = replace(before, kind=question.kind, outcome=question.outcome) == question
    return replace(question, outcome=before.outcome) if same else question


async def bounds_of(act: Act, question: Question) -> Bounds:
    """Where the date of this question may lie; refused as the use case itself would be."""
    dossier, deal_id = await _subject(act, question)
    buys = question.purpose is Purpose.BUY
    days = act.policy.deal_horizon_days if buys else horizon_of(act, dossier, deal_id)
    owner = await act.session.get(User, dossier.client.owner_id)
    if owner is None:
        raise NotNow("client-has-no-owner")
    return Bounds(dossier, owner, days, act.today_of(owner), act.planning_calendar_of(owner))


async def judge_typed(act: Act, question: Question, text: str) -> Verdict:
    """What becomes of a typed date; Invalid as `phrases.reading.read` where it is none."""
    bounds = await bounds_of(act, question)
    here = Today(_local(act), bounds.calendar)
    return judged(act, bounds, read(text, vocabulary(), here))


async def judge_tapped(act: Act, question: Question, moment: Moment) -> Verdict:
    """What becomes of a date from a button."""
    return judged(act, await bounds_of(act, question), [moment])


def judged(act: Act, bounds: Bounds, moments: Sequence[Moment]) -> Verdict:
    """What becomes of what was said in the actor's time, by the owner's calendar."""

    def date_of(moment: Moment) -> date:
        return _owners(act, bounds, moment).on

    return judge(moments, bounds.today, bounds.days, bounds.calendar, date_of)


async def is_answered(act: Act, form: JsonDict) -> bool:
    """Whether a plan was made since the question was asked: a tap on a date does not end it."""
    question = question_of(form)
    if question.purpose is not Purpose.PLAN:
        return False
    dossier = await require_client(act, question.client_id)
    asked = datetime.fromisoformat(form["at"])
    return any(task.created_at >= asked for task in dossier.tasks)


async def when_of(act: Act, question: Question, moment: Moment) -> When:
    """The moment as the owner's: a head may plan for somebody in another time zone."""
    if moment.at is None:
        return When(moment.on)
    return _owners(act, await bounds_of(act, question), moment)


async def times_of(act: Act, question: Question, on: date) -> DayTimes:
    """The day with its load and the times that are taken, to choose a time or none."""
    bounds = await bounds_of(act, question)
    zone = ZoneInfo(act.actor.zone)
    since = datetime.combine(on, time(), zone)
    rows = await timed_tasks(act.session, bounds.owner.id, since, since + timedelta(days=1))
    load = await load_of(act.session, bounds.owner.id, on, on)
    return DayTimes(
        on=on,
        today=act.today,
        load=load.get(on, 0),
        capacity=act.policy.capacity,
        slots=slots(on, _local(act), bounds.calendar),
        taken=tuple((at.astimezone(zone).time(), name) for at, name in rows),
    )


def _owners(act: Act, bounds: Bounds, moment: Moment) -> When:
    if moment.at is None:
        return When(moment.on)
    at = datetime.combine(moment.on, moment.at, ZoneInfo(act.actor.zone))
    return When(at.astimezone(ZoneInfo(bounds.owner.zone)).date(), at)


async def _subject(act: Act, question: Question) -> tuple[Dossier, int | None]:
    """The client, and the deal that the task stands on or will."""
    other_id = question.other_id
    if question.purpose in _OF_A_TASK and other_id is not None:
        dossier = await require_task(act, other_id)
        deal_id = open_task(dossier, other_id).deal_id
        answers = question.purpose is Purpose.ANSWER
        return dossier, subject_of(dossier, deal_id) if answers else deal_id
    dossier = await require_client(act, question.client_id)
    if question.purpose is Purpose.WALK:
        gap = next((one for one in dossier.gaps if one.id == other_id), None)
        return dossier, gap.deal_id if gap else None
    return dossier, subject_of(dossier, other_id) if question.purpose is Purpose.PLAN else None


def _local(act: Act) -> datetime:
    return act.now.astimezone(ZoneInfo(act.actor.zone))
