"""Choosing a date by hand: the month, the times of a day, and what is asked about a typed one."""

from datetime import date, datetime, time
from typing import assert_never

from bot.method.tasks.calendar_grid import Cell, MonthGrid
from bot.method.tasks.cards import MoveChoice
from bot.method.tasks.date_question import (
    AnswerDate,
    BuyDate,
    DateQuestion,
    DayTimes,
    MoveDate,
    MovedOften,
    MoveReason,
    OnDayOff,
    PlanDate,
    RetryDate,
    TooFar,
    Unsure,
    WalkDate,
    packed,
)
from bot.method.tasks.phrases.moment import Moment
from bot.views.parts.clocks import clock_lines
from bot.views.parts.rows import about_client, back_button
from bot.views.screen import Brief, Button, Row, Screen
from bot.views.taps.base import Tap
from bot.views.taps.nav import (
    AskNext,
    AskRelease,
    KindCode,
    Nothing,
    OpenClient,
    OpenDay,
    OpenTask,
    WantsToBuy,
)
from bot.views.taps.planning.walk import WalkCardAgain
from bot.views.taps.tasks import (
    AskAgain,
    AskAnswer,
    AskClose,
    AskMove,
    AskMoveOnce,
    Locked,
    MoveBecause,
    OpenMonth,
    PickTime,
    TakeDate,
)
from bot.views.words import Markup, Words

_A_ROW = 4
_MOST_TAKEN = 8
_LONGEST_NAME = 30
_MOVED = "\N{CLOCKWISE RIGHTWARDS AND LEFTWARDS OPEN CIRCLE ARROWS}"


def month_screen(
    words: Words, grid: MonthGrid, question: DateQuestion, horizon_days: int
) -> Screen:
    """The month: days off dimmed, the load on each day, what is beyond the horizon locked."""
    title = words("month-title", month=words.plain(f"month-{grid.month}"), year=str(grid.year))
    heads = tuple(
        Button(words.weekday(date(2024, 1, 1 + number)), Nothing(), dead=True)
        for number in range(7)
    )
    weeks = tuple(
        tuple(_day(cell, question, horizon_days) for cell in week)
        for week in grid.weeks
        if any(cell is not None and not cell.past for cell in week)
    )
    text = [title, words("month-legend", days=horizon_days), words("date-typing")]
    return Screen(Markup("\n".join(text)), (heads, *weeks, *_months(words, grid, question)))


def times_screen(words: Words, times: DayTimes, question: DateQuestion, *, sure: bool) -> Screen:
    """The times of the day, or all day; what stands there already is said and marked."""
    parts = [
        words("times-title", date=words.day(times.on, times.today)),
        words("times-load", load=times.load, capacity=times.capacity),
        *clock_lines(words, [times.clock]),
    ]
    for at, name in times.taken[:_MOST_TAKEN]:
        parts.append(words("times-taken", time=words.time_of_day(at), client=name[:_LONGEST_NAME]))
    if len(times.taken) > _MOST_TAKEN:
        parts.append(words("times-more", count=len(times.taken) - _MOST_TAKEN))
    busy = {at for at, _ in times.taken}

    def take(at: time | None) -> Tap:
        return _take(question, Moment(times.on, at), sure=sure)

    marked = [
        Button(
            words.plain("times-busy" if at in busy else "times-free", time=f"{at:%H:%M}"), take(at)
        )
        for at in times.slots
    ]
    rows = tuple(tuple(marked[n : n + _A_ROW]) for n in range(0, len(marked), _A_ROW))
    whole = (Button(words.plain("times-all-day"), take(None), style="primary"),)
    back = (back_button(words, month_of(question, times.on)),)
    return Screen(Markup("\n".join(parts)), (*rows, whole, back))


def unsure_screen(words: Words, verdict: Unsure, question: DateQuestion, today: date) -> Screen:
    """A typed date of several meanings."""
    rows = [
        (Button(moment_text(words, moment, today), _take(question, moment)),)
        for moment in verdict.moments
    ]
    return Screen(words("date-unsure"), (*rows, _back(words, question)))


def day_off_screen(words: Words, verdict: OnDayOff, question: DateQuestion, today: date) -> Screen:
    """The chosen day is a day off: people are asked whether they mean it."""
    moment = verdict.moment
    rows: tuple[Row, ...] = ()
    if verdict.instead is not None:
        label = words.plain("day-off-instead", date=moment_text(words, verdict.instead, today))
        rows = ((Button(label, _take(question, verdict.instead), style="primary"),),)
    label = words.plain("day-off-sure", date=moment_text(words, moment, today))
    rows += ((Button(label, _take(question, moment, sure=True)),), _back(words, question))
    return Screen(words("day-off", date=words.day(moment.on, today)), rows)


def too_far_screen(words: Words, verdict: TooFar, question: DateQuestion, today: date) -> Screen:
    """A date beyond the horizon: why not, and the last one that may be."""
    last = words.short_date(verdict.last, today)
    text = words("refusal-beyond-horizon", days=verdict.days, last=last)
    rows: tuple[Row, ...] = ()
    if verdict.instead is not None:
        label = moment_text(words, verdict.instead, today)
        rows = ((Button(label, _take(question, verdict.instead), style="primary"),),)
    return Screen(text, (*rows, _back(words, question)))


def moved_often_screen(words: Words, choice: MoveChoice) -> Screen:
    """A task that was moved often: do it, end it, let go, or move it with a reason."""
    task_id, client = choice.task_id, choice.ask.client_name
    rows: list[Row] = [(Button(words.plain("often-now"), OpenTask(task_id), style="primary"),)]
    if choice.deal_id is not None:
        rows.append((Button(words.plain("do-refused"), AskClose(choice.deal_id)),))
    rows.append((Button(words.plain("to-pool"), AskRelease(choice.ask.client_id)),))
    rows.append((Button(words.plain("often-again"), AskMoveOnce(task_id)),))
    return Screen(words("often-title", client=client, count=choice.moves), tuple(rows))


def why_screen(words: Words, task_id: int, moment: Moment, today: date) -> Screen:
    """Why the task is moved once more; the head will see it."""
    rows = [
        (
            Button(
                words.plain(f"move-reason-{why}"),
                MoveBecause(task_id, moment.on, moment.at, why),
            ),
        )
        for why in MoveReason
    ]
    back = (back_button(words, AskMove(task_id)),)
    return Screen(words("often-why", when=moment_text(words, moment, today)), (*rows, back))


def moved_often_notice_screen(words: Words, notice: MovedOften) -> Screen:
    """What a head is told: whose task, how often it was moved, and why."""
    text = words(
        "moved-often-notice",
        owner=notice.owner_name,
        client=notice.client_name,
        count=notice.count,
        date=words.day(notice.on, notice.today),
        why=words.plain(f"move-reason-{notice.why}"),
    )
    task = Button(words.plain("notice-task"), OpenTask(notice.task_id))
    rows = ((task, Button(words.plain("to-client"), OpenClient(notice.client_id))),)
    label = about_client(_MOVED, notice.client_name)
    return Screen(text, rows, brief=Brief(text, ((Button(label, OpenTask(notice.task_id)),),)))


def moment_text(words: Words, moment: Moment, today: date) -> str:
    """A date with its time, where it has one."""
    if moment.at is not None and moment.on == today:
        return words.moment(datetime.combine(today, moment.at), today)
    day = words.day(moment.on, today)
    if moment.at is None:
        return day
    return words.plain("date-moment", day=day, time=words.time_of_day(moment.at))


def month_of(question: DateQuestion, on: date) -> OpenMonth:
    """The month of a date, for the same question."""
    purpose, client_id, other_id, kind = packed(question)
    return OpenMonth(purpose, client_id, other_id, on.year, on.month, KindCode.of(kind))


def back_tap(question: DateQuestion) -> Tap:
    """The question as it was asked first."""
    match question:
        case PlanDate(client_id, deal_id, kind, outcome):
            return AskNext(client_id, deal_id, KindCode.of(kind), outcome)
        case BuyDate(client_id, source_id):
            return WantsToBuy(client_id, source_id)
        case MoveDate(task_id=task_id):
            return AskMove(task_id)
        case RetryDate(task_id=task_id):
            return AskAgain(task_id)
        case WalkDate(gap_id=gap_id):
            return WalkCardAgain(gap_id)
        case AnswerDate(task_id=task_id, kind=kind):
            return AskAnswer(task_id, None, KindCode.of(kind))
    assert_never(question)


def _take(question: DateQuestion, moment: Moment, *, sure: bool = False) -> TakeDate:
    purpose, client_id, other_id, kind = packed(question)
    code = KindCode.of(kind)
    return TakeDate(purpose, client_id, other_id, moment.on, moment.at, sure, code)


def _back(words: Words, question: DateQuestion) -> Row:
    return (back_button(words, back_tap(question)),)


def _day(cell: Cell | None, question: DateQuestion, horizon_days: int) -> Button:
    if cell is None or cell.past:
        return Button("\N{MIDDLE DOT}", Nothing(), dead=True)
    number = str(cell.on.day)
    if cell.beyond:
        why = Locked(question.client_id, horizon_days)
        return Button(f"\N{LOCK}{number}", why, dead=True)
    label = f"({number})" if cell.off else number
    if cell.load:
        label = f"{label}\N{MIDDLE DOT}{cell.load}"
    purpose, client_id, other_id, kind = packed(question)
    return Button(label, PickTime(purpose, client_id, other_id, cell.on, kind=KindCode.of(kind)))


def _months(words: Words, grid: MonthGrid, question: DateQuestion) -> tuple[Row, ...]:
    def turn(step: int) -> OpenMonth:
        number = grid.year * 12 + grid.month - 1 + step
        return month_of(question, date(number // 12, number % 12 + 1, 1))

    row: Row = ()
    if grid.earlier:
        row += (Button(words.plain("page-before"), turn(-1)),)
    if grid.later:
        row += (Button(words.plain("page-after"), turn(1)),)
    client = Button(words.plain("to-client"), OpenClient(question.client_id))
    today = Button(words.plain("menu-today"), OpenDay())
    return (*((row,) if row else ()), _back(words, question), (client, today))
