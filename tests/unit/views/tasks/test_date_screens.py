"""The screens around a date chosen by hand or typed: every one, in both languages."""

from dataclasses import replace
from datetime import date, datetime, time

from bot.method.core.terms import TaskKind
from bot.method.core.workdays import WorkCalendar
from bot.method.tasks.calendar_grid import month_grid
from bot.method.tasks.cards import NoAnswerChoice
from bot.method.tasks.date_question import (
    DayTimes,
    MoveDate,
    MovedOften,
    MoveReason,
    OnDayOff,
    Packed,
    PlanDate,
    Purpose,
    TooFar,
    Unsure,
    slots,
    unpacked,
)
from bot.method.tasks.phrases.moment import Moment
from bot.method.tasks.steps import RetryTime
from bot.views.taps.nav import KindCode
from bot.views.taps.tasks import OpenMonth, PickTime
from bot.views.tasks import dates as view
from bot.views.tasks.next_step import again_screen
from bot.views.words import Words
from tests.unit.views.facts import HUGE, LONG, MOVING, TODAY
from tests.unit.views.gallery import Sample
from tests.unit.views.shown import can_be_sent, labels, plain

WHOLE = WorkCalendar(starts=time(0), ends=time(23, 59))
QUESTIONS = {purpose: unpacked(Packed(purpose, HUGE, HUGE)) for purpose in Purpose}
MOVE, PLAN = MoveDate(HUGE, HUGE), QUESTIONS[Purpose.PLAN]
GRID = month_grid(2026, 11, TODAY, 14, {TODAY: 12}, WorkCalendar())
FRIDAY, SATURDAY = Moment(date(2026, 11, 27), time(15)), Moment(date(2026, 11, 28))
TIMES = DayTimes(
    on=TODAY,
    today=TODAY,
    load=9,
    capacity=12,
    slots=slots(TODAY, datetime(2026, 11, 24, 8, 0), WorkCalendar()),
    taken=((time(15), LONG),) * 20,
)
OFTEN = MovedOften(HUGE, HUGE, LONG, LONG, 4, TODAY, MoveReason.NO_TIME, TODAY)

SAMPLES: dict[str, Sample] = {
    "moved often": lambda w: view.moved_often_screen(w, MOVING),
    "moved often, no deal": lambda w: view.moved_often_screen(w, replace(MOVING, deal_id=None)),
    "why": lambda w: view.why_screen(w, HUGE, FRIDAY, TODAY),
    "a head is told": lambda w: view.moved_often_notice_screen(w, OFTEN),
    "all hours of a day": lambda w: view.times_screen(
        w,
        replace(TIMES, slots=slots(TODAY, datetime(2026, 11, 23), WHOLE)),
        PLAN,
        sure=True,
    ),
}
for purpose, question in QUESTIONS.items():
    SAMPLES |= {
        f"month {purpose}": lambda w, q=question: view.month_screen(w, GRID, q, 14),
        f"times {purpose}": lambda w, q=question: view.times_screen(w, TIMES, q, sure=True),
        f"unsure {purpose}": lambda w, q=question: view.unsure_screen(
            w, Unsure((FRIDAY, SATURDAY)), q, TODAY
        ),
        f"day off {purpose}": lambda w, q=question: view.day_off_screen(
            w, OnDayOff(SATURDAY, FRIDAY), q, TODAY
        ),
        f"too far {purpose}": lambda w, q=question: view.too_far_screen(
            w, TooFar(SATURDAY, TODAY, 14, FRIDAY), q, TODAY
        ),
    }


test_a_sample_can_be_sent = can_be_sent(SAMPLES)


def test_the_kind_goes_through_the_month_to_the_date() -> None:
    meeting = PlanDate(1, None, TaskKind.MEETING)
    screen = view.month_screen(Words("ru"), GRID, meeting, 14)
    taps = [button.tap for row in screen.rows for button in row]
    kinds = {tap.kind for tap in taps if isinstance(tap, PickTime | OpenMonth)}
    assert kinds == {KindCode.MEETING}


def test_what_is_taken_is_marked_and_told() -> None:
    screen = view.times_screen(Words("ru"), TIMES, PLAN, sure=False)
    assert "• 15:00" in labels(screen)
    assert "09:30" in labels(screen)
    assert "Дел на этот день: 9 из 12." in plain(screen)
    assert "и ещё 12" in plain(screen)


def test_after_no_answer_the_day_is_said_once() -> None:
    options = (
        (RetryTime.HOUR, datetime(2026, 11, 24, 13, 0)),
        (RetryTime.START, datetime(2026, 11, 25, 9, 0)),
        (RetryTime.MORNING, datetime(2026, 11, 25, 10, 0)),
        (RetryTime.AFTERNOON, datetime(2026, 11, 30, 15, 0)),
    )
    ask = NoAnswerChoice(1, 1, "Ромашка", 1, 3, options, TODAY)
    assert labels(again_screen(Words("ru"), ask))[:5] == [
        "Через час · 13:00",
        "В начале дня · завтра в 09:00",
        "Завтра утром · 10:00",
        "Днём · пн 30.11 в 15:00",
        "📅 Дата",
    ]
