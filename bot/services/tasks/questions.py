"""The date that a person is asked for: what was asked, where an answer may lie (R3, R4)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.method.core.terms import Outcome, TaskKind
from bot.method.core.workdays import WorkCalendar, midnight
from bot.method.tasks.date_question import (
    AnswerDate,
    BuyDate,
    DateQuestion,
    DayTimes,
    MoveDate,
    Packed,
    PlanDate,
    Purpose,
    RetryDate,
    Verdict,
    WalkDate,
    judge,
    packed,
    slots,
    unpacked,
)
from bot.method.tasks.phrases.moment import Moment
from bot.models.base import JsonDict
from bot.models.dossier import Dossier
from bot.models.task import Task, load_of, timed_tasks
from bot.models.user import User
from bot.services.core.rights import require_client, require_task
from bot.services.core.work import Act
from bot.services.tasks.deal_draft import kept_draft
from bot.services.tasks.said_words import Said, kept_said
from bot.services.tasks.tasks import When, horizon_of, open_task, owner_of, subject_of

FORM = "date"
"""The name of the form; it stays open until another screen takes the place of the question."""


@dataclass(frozen=True)
class DateBounds:
    """Between what the date of a question may lie: the owner's today, horizon and days off."""

    owner: User
    days: int
    today: date
    calendar: WorkCalendar


def open_question(
    act: Act, question: DateQuestion, newest: int | None = None, said: Said | None = None
) -> None:
    """From now on a text that the person types is the date; `newest` is the newest task of the
    client, where that is known, `said` what is to be done then."""
    purpose, client_id, other_id, kind = packed(question)
    kept = kept_draft(act, client_id) | kept_said(act, question, said)
    act.actor.form = kept | {
        "name": FORM,
        "purpose": purpose.value,
        "client": client_id,
        "other": other_id,
        "kind": kind.value,
        "outcome": question.outcome if isinstance(question, PlanDate) else None,
        "at": act.now.isoformat(),
        "newest": newest,
    }


def is_question(form: JsonDict | None) -> bool:
    """Whether the open form is the question for a date."""
    return form is not None and form.get("name") == FORM


def is_open(act: Act, question: DateQuestion) -> bool:
    """Whether it is this question that is open; its kind may have been chosen anew in between."""
    form = act.actor.form
    if form is None or not is_question(form):
        return False
    asked, wanted = packed(question_of(form)), packed(question)
    return asked._replace(kind=wanted.kind) == wanted


def is_older(form: JsonDict, task: Task) -> bool:
    """Whether the task stood there when the question was asked, and is no answer to it."""
    if form.get("newest") is not None:
        return bool(task.id <= form["newest"])
    return task.created_at < datetime.fromisoformat(form["at"])


def question_of(form: JsonDict) -> DateQuestion:
    """The question that was asked."""
    purpose, kind = Purpose(form["purpose"]), TaskKind(form["kind"])
    outcome = form.get("outcome")
    stored = Packed(purpose, form["client"], form["other"], kind)
    return unpacked(stored, Outcome(outcome) if outcome else None)


def continued(act: Act, question: DateQuestion) -> DateQuestion:
    """The question with what it came after, where the same one is open: the buttons of a month
    have no room for that."""
    form = act.actor.form
    if form is None or not is_question(form) or not isinstance(question, PlanDate):
        return question
    before = question_of(form)
    if not isinstance(before, PlanDate):
        return question
    # The kind may have been chosen anew in between.
    same = (before.client_id, before.deal_id) == (question.client_id, question.deal_id)
    return replace(question, outcome=before.outcome) if same else question


def asked_about(act: Act, client_id: int) -> DateQuestion:
    """The question that is open about this client; for its next contact where none is."""
    form = act.actor.form
    if form is not None and is_question(form) and form["client"] == client_id:
        return question_of(form)
    return PlanDate(client_id)


async def dossier_of(act: Act, question: DateQuestion) -> Dossier:
    """The client that the question is about, with all that is open there; one that the actor may
    work with."""
    match question:
        case MoveDate() | RetryDate() | AnswerDate():
            return await require_task(act, question.task_id)
        case PlanDate() | BuyDate() | WalkDate():
            return await require_client(act, question.client_id)


def bounds_of(act: Act, dossier: Dossier, question: DateQuestion) -> DateBounds:
    """Where the date of this question may lie; refused as the use case itself would be."""
    deal_id = _deal_of(dossier, question)
    buys = isinstance(question, BuyDate)
    days = act.policy.deal_horizon_days if buys else horizon_of(act, dossier, deal_id)
    owner = owner_of(dossier)
    return DateBounds(owner, days, act.today_of(owner), act.planning_calendar_of(owner))


def judged(act: Act, bounds: DateBounds, moments: Sequence[Moment]) -> Verdict:
    """What becomes of what was said in the actor's time, by the owner's calendar."""
    moments = [existing(moment, act.zone) for moment in moments]

    def date_of(moment: Moment) -> date:
        return when_of(act, bounds.owner, moment).on

    return judge(moments, bounds.today, bounds.days, bounds.calendar, date_of)


def is_answered(dossier: Dossier, form: JsonDict) -> bool:
    """Whether a plan was made since the question was asked: a tap on a date does not end it."""
    asked = datetime.fromisoformat(form["at"])
    is_plan = form["purpose"] == Purpose.PLAN
    return is_plan and any(task.created_at >= asked for task in dossier.tasks)


def existing(moment: Moment, zone: ZoneInfo) -> Moment:
    """The moment as the clocks show it: 02:30 is 03:30 in a night in which they go forward."""
    if moment.at is None:
        return moment
    shown = datetime.combine(moment.on, moment.at, zone).astimezone(UTC).astimezone(zone)
    return Moment(shown.date(), shown.time())


def when_of(act: Act, owner: User, moment: Moment) -> When:
    """The moment as the owner's: a head may plan for somebody in another time zone."""
    if moment.at is None:
        return When(moment.on)
    # In UTC there is one moment only, also where the clocks go forward over the local one.
    at = datetime.combine(moment.on, moment.at, act.zone).astimezone(UTC)
    return When(at.astimezone(ZoneInfo(owner.zone)).date(), at)


async def times_of(act: Act, bounds: DateBounds, on: date) -> DayTimes:
    """The day with its load and the times that are taken, to choose a time or none."""
    owner_id = bounds.owner.id
    since = midnight(on, act.zone)
    rows = await timed_tasks(act.session, owner_id, since, since + timedelta(days=1))
    load = await load_of(act.session, owner_id, on, on)
    return DayTimes(
        on=on,
        today=act.today,
        load=load.get(on, 0),
        capacity=act.policy.capacity,
        slots=slots(on, act.local_now, bounds.calendar),
        taken=tuple((at.astimezone(act.zone).time(), name) for at, name in rows),
        clock=act.clock_of(bounds.owner, act.actor),
    )


def _deal_of(dossier: Dossier, question: DateQuestion) -> int | None:
    """The deal that the task stands on or will."""
    match question:
        case PlanDate(deal_id=deal_id):
            return subject_of(dossier, deal_id)
        case MoveDate(task_id=task_id) | RetryDate(task_id=task_id):
            return open_task(dossier, task_id).deal_id
        case AnswerDate(task_id=task_id):
            return subject_of(dossier, open_task(dossier, task_id).deal_id)
        case WalkDate(gap_id=gap_id):
            gap = next((gap for gap in dossier.gaps if gap.id == gap_id), None)
            return gap.deal_id if gap else None
        case BuyDate():
            return None
