"""Settings and vacations: every screen fits Telegram in both languages and says what is so."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

from bot.method.core.quiet import QuietHours
from bot.method.core.terms import GapReason, GapStep, Role
from bot.method.core.workdays import WorkCalendar
from bot.method.gaps.cards import GapLine
from bot.method.inbound.cards import InboundNotice
from bot.method.people.cards import OwnSettings
from bot.method.people.vacation import StandInDay, Told, Vacation, VacationCard, VacationNotice
from bot.method.tasks.calendar_grid import month_grid
from bot.views.day import day
from bot.views.inbound import inbound
from bot.views.people import people, settings, vacation
from bot.views.screen import Screen
from bot.views.taps.settings import HourOf
from bot.views.taps.vacation import AskSubstitute, AskVacationDay, SetVacation
from bot.views.words import Words
from tests.unit.views.facts import DAY, EMPTY, HUGE, LONG, NOW, PEOPLE, PERSON, TEXT, TODAY
from tests.unit.views.shown import can_be_sent, checked, labels, plain

NAME = "Ю&" * 64
DAYS = Vacation(date(2026, 12, 1), date(2026, 12, 14))
NONE = VacationCard(HUGE, NAME, own=True, today=TODAY)
COMING = replace(NONE, vacation=DAYS, substitute=NAME)
UNDER_WAY = replace(COMING, today=date(2026, 12, 3), own=False)
MINE = OwnSettings(
    "Анна", Role.MANAGER, "Продажи", "Asia/Omsk", "ru", time(9), time(18), 15, False, NONE
)
GRID = month_grid(2026, 11, TODAY, 700, {}, WorkCalendar())
GAP = GapLine(
    HUGE, HUGE, LONG, None, None, HUGE, NAME, GapReason.NO_TASK, GapStep.OPENED, NOW, NOW - NOW
)
INSTEAD = StandInDay(HUGE, NAME, DAYS.last, DAY, (GAP,) * 8)
BEGAN = VacationNotice(Told.BEGAN, False, HUGE, NAME, DAYS.last, TODAY, NAME)

SAMPLES: dict[str, Callable[[Words], Screen | None]] = {
    "me": lambda w: settings.me_screen(w, MINE),
    "another language": lambda w: settings.locale_screen(w),
    "me, all set": lambda w: settings.me_screen(
        w,
        replace(
            MINE,
            zone="America/Argentina/ComodRivadavia",
            quiet=QuietHours(time(22), time(8)),
            remind_minutes=0,
            remind_at_time=True,
            vacation=COMING,
        ),
    ),
    "zone": settings.zone_screen,
    "digest": lambda w: settings.hour_screen(w, MINE, HourOf.DIGEST),
    "evening": lambda w: settings.hour_screen(w, MINE, HourOf.EVENING),
    "reminder": lambda w: settings.reminder_screen(w, MINE),
    "quiet": lambda w: settings.quiet_screen(w, replace(MINE, quiet=QuietHours(time(22), time(8)))),
    "vacation, none": lambda w: vacation.vacation_screen(w, NONE),
    "vacation, to come": lambda w: vacation.vacation_screen(w, COMING),
    "vacation, under way": lambda w: vacation.vacation_screen(w, UNDER_WAY),
    "vacation, alone": lambda w: vacation.vacation_screen(w, replace(UNDER_WAY, substitute=None)),
    "first day": lambda w: vacation.vacation_month_screen(
        w, NONE, GRID, AskVacationDay(HUGE, 2026, 11)
    ),
    "last day": lambda w: vacation.vacation_month_screen(
        w, NONE, GRID, AskVacationDay(HUGE, 2026, 11, date(2026, 11, 26))
    ),
    "who stands in": lambda w: vacation.substitute_screen(w, NONE, DAYS, PEOPLE),
    "stand in": lambda w: vacation.stand_in_screen(w, INSTEAD),
    "day, standing in": lambda w: day.day_screen(w, replace(DAY, absent=((HUGE, NAME),) * 3)),
    "person, away": lambda w: people.person_screen(
        w, replace(PERSON, away_until=DAYS.last), can_close=True
    ),
    "stand in, done": lambda w: vacation.stand_in_empty_screen(w, INSTEAD),
    "began, stand in": lambda w: vacation.notice_screen(w, BEGAN),
    "began, own": lambda w: vacation.notice_screen(w, replace(BEGAN, own=True, substitute=None)),
    "ended, own": lambda w: vacation.notice_screen(w, replace(BEGAN, own=True, told=Told.ENDED)),
    "ended, stand in": lambda w: vacation.notice_screen(w, replace(BEGAN, told=Told.ENDED)),
    "alone": lambda w: vacation.alone_screen(w, "vacation-alone", COMING),
    "substitute gone": lambda w: vacation.alone_screen(w, "substitute-gone", COMING),
    "inbound, instead of": lambda w: inbound.notice_screen(
        w, InboundNotice(HUGE, LONG, LONG, NOW, TODAY, TEXT, instead_of=NAME)
    ),
}


test_a_sample_can_be_sent = can_be_sent(SAMPLES)


def test_settings_say_what_is_chosen() -> None:
    text = plain(checked(SAMPLES["me"](Words("ru"))))
    for said in (
        "Утренняя сводка: 09:00",
        "Вечерняя проверка: 18:00",
        "за 15 мин",
        "Тихие часы: не заданы",
        "Отпуск: не запланирован",
    ):
        assert said in text
    text = plain(checked(SAMPLES["me, all set"](Words("ru"))))
    assert "со временем: в само время" in text
    assert "22:00–08:00" in text
    assert "вт 01.12 – пн 14.12, замещает" in text


def test_the_present_choice_is_marked() -> None:
    marked = [one for one in labels(checked(SAMPLES["digest"](Words("ru")))) if "✅" in one]
    assert marked == ["✅ 09:00"]
    marked = [one for one in labels(checked(SAMPLES["reminder"](Words("ru")))) if "✅" in one]
    assert marked == ["✅ За 15 мин"]


def test_days_before_the_first_can_not_be_the_last() -> None:
    screen = checked(SAMPLES["last day"](Words("ru")))
    last = [b.tap.last for row in screen.rows for b in row if isinstance(b.tap, AskSubstitute)]
    assert last[0] == date(2026, 11, 26)
    assert last[-1] == date(2026, 11, 30)


def test_the_vacation_is_set_by_the_choice_of_who_stands_in() -> None:
    screen = checked(SAMPLES["who stands in"](Words("ru")))
    taps = [b.tap for row in screen.rows for b in row if isinstance(b.tap, SetVacation)]
    assert {tap.substitute_id for tap in taps} == {HUGE, None}
    assert all((tap.first, tap.last) == (DAYS.first, DAYS.last) for tap in taps)


def test_nothing_to_do_for_a_colleague_is_no_message() -> None:
    assert vacation.stand_in_screen(Words("ru"), replace(INSTEAD, day=EMPTY, gaps=())) is None


def test_beside_the_own_day_the_start_of_a_colleagues_says_whose_it_is() -> None:
    screen = vacation.stand_in_screen(Words("ru"), INSTEAD)
    assert screen is not None and screen.brief is not None
    assert screen.rows[0][0].label == "▶️ Начать день"
    named = screen.brief.rows[0][0]
    assert named.tap == screen.rows[0][0].tap
    assert named.label.startswith("▶️ Вместо: ")
