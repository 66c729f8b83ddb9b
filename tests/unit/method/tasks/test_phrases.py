"""Typed dates: what people write and what it means on Tuesday, 24 November 2026, 12:07."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.lookup.calendars import work_calendar
from bot.lookup.phrases import vocabulary
from bot.method.core.refusals import Invalid, Refusal
from bot.method.tasks.phrases.days import later
from bot.method.tasks.phrases.moment import Moment
from bot.method.tasks.phrases.pieces import Today
from bot.method.tasks.phrases.reading import cut, read
from bot.method.tasks.steps import FARTHEST_DAYS
from bot.views.words import LOCALES, Words

ZONE = ZoneInfo("Europe/Moscow")
CALENDAR = work_calendar("RU", (2026, 2027, 2028))
TODAY = Today(datetime(2026, 11, 24, 12, 7, 31, tzinfo=ZONE), CALENDAR)

ONE = [
    ("сегодня", "11-24"),
    ("Завтра", "11-25"),
    ("ЗАВТРА!", "11-25"),
    ("послезавтра", "11-26"),
    ("на завтра", "11-25"),
    ("давайте завтра", "11-25"),
    ("завтра в 15", "11-25 15:00"),
    ("завтра к 16", "11-25 16:00"),
    ("завтра 9:30", "11-25 09:30"),
    ("завтра утром", "11-25 10:00"),
    ("завтра после обеда", "11-25 15:00"),
    ("завтра вечером в 7", "11-25 19:00"),
    ("сегодня в 17:45", "11-24 17:45"),
    ("сегодня вечером", "11-24 17:00"),
    ("в пт", "11-27"),
    ("пятница", "11-27"),
    ("до пятницы", "11-27"),
    ("в понедельник утром", "11-30 10:00"),
    ("в эту пятницу", "11-27"),
    ("в следующую среду", "12-02"),
    ("в следующий вторник в 11", "12-01 11:00"),
    ("на следующей неделе", "11-30"),
    ("на следующей неделе в пятницу", "12-04"),
    ("в пятницу на следующей неделе", "12-04"),
    ("в конце недели", "11-27"),
    ("в конце месяца", "11-30"),
    ("в следующем месяце", "12-01"),
    ("после выходных", "11-30"),
    ("после праздников", "2027-01-11"),
    ("через неделю", "12-01"),
    ("через неделю в среду", "12-02"),
    ("через две недели", "12-08"),
    ("через 3 дня", "11-27"),
    ("через пару дней", "11-26"),
    ("через 3 рабочих дня", "11-27"),
    ("через месяц", "12-24"),
    ("через полгода", "2027-05-24"),
    ("через год", "2027-11-24"),
    ("через полчаса", "11-24 12:37"),
    ("через 2 часа", "11-24 14:07"),
    ("через час", "11-24 13:07"),
    ("через полтора часа", "11-24 13:37"),
    ("через 40 минут", "11-24 12:47"),
    ("через 13 часов", "11-25 01:07"),
    ("25.11", "11-25"),
    ("25.11 10:30", "11-25 10:30"),
    ("25.11 в 10.30", "11-25 10:30"),
    ("25.11.2026", "11-25"),
    ("25.11.26", "11-25"),
    ("25 ноября", "11-25"),
    ("25 ноября 2026 г.", "11-25"),
    ("25 ноября в 10", "11-25 10:00"),
    ("25-го", "11-25"),
    ("25 числа в 10", "11-25 10:00"),
    ("25", "11-25"),
    ("10.01", "2027-01-10"),
    ("ср 25.11 15:00", "11-25 15:00"),
    ("завтра, ср 25.11", "11-25"),
    ("сб 03.04", "2027-04-03"),
    ("утром", "11-25 10:00"),
    ("днём", "11-24 15:00"),
    ("вечером", "11-24 17:00"),
    ("в 3", "11-24 15:00"),
    ("в 11", "11-25 11:00"),
    ("в 15:00", "11-24 15:00"),
    ("в 10.30", "11-25 10:30"),
    ("в 9 утра", "11-25 09:00"),
    ("в час дня", "11-24 13:00"),
    ("в 3 часа дня", "11-24 15:00"),
    ("в два", "11-24 14:00"),
    ("03:30", "11-25 03:30"),
    ("tomorrow", "11-25"),
    ("day after tomorrow", "11-26"),
    ("the day after tomorrow at 10", "11-26 10:00"),
    ("tomorrow at 3pm", "11-25 15:00"),
    ("tomorrow morning", "11-25 10:00"),
    ("today at 5:30 pm", "11-24 17:30"),
    ("in a week", "12-01"),
    ("in two weeks", "12-08"),
    ("in 3 days", "11-27"),
    ("in 5 business days", "12-01"),
    ("in half an hour", "11-24 12:37"),
    ("in an hour", "11-24 13:07"),
    ("on Friday", "11-27"),
    ("next Fri", "12-04"),
    ("this Friday at noon", "11-27 12:00"),
    ("next week", "11-30"),
    ("end of the month", "11-30"),
    ("after the holidays", "2027-01-11"),
    ("Nov 25", "11-25"),
    ("Nov 25 10:30", "11-25 10:30"),
    ("November 25th, 2026 at 10 am", "11-25 10:00"),
    ("25th of November", "11-25"),
    ("the 25th", "11-25"),
    ("11/25", "11-25"),
    ("2026-11-30", "11-30"),
    ("at 3", "11-24 15:00"),
    ("in the afternoon", "11-24 15:00"),
]

SEVERAL = [
    ("вторник", ["11-24", "12-01"]),
    ("tuesday at 3pm", ["11-24 15:00", "12-01 15:00"]),
    ("03.04", ["2027-04-03", "2027-03-04"]),
    ("03/04/2027", ["2027-04-03", "2027-03-04"]),
    ("завтра в 6", ["11-25 06:00", "11-25 18:00"]),
    ("tomorrow at 8", ["11-25 08:00", "11-25 20:00"]),
    ("15", ["11-24 15:00", "12-15"]),
]

REFUSED = [
    ("99:99", "time-impossible"),
    ("24:00", "time-impossible"),
    ("завтра в 25", "time-impossible"),
    ("31.02", "date-impossible"),
    ("31 июня", "date-impossible"),
    ("25.13", "date-impossible"),
    ("25.11.2126", "date-far"),
    ("через 100 лет", "date-far"),
    ("через 99999 дней", "date-unread"),
    ("через 5000 дней", "date-far"),
    ("вчера", "date-past"),
    ("23.11", "date-past"),
    ("12.11", "date-past"),
    ("25.10.2020", "date-past"),
    ("сегодня в 9", "time-past"),
    ("пт 25.11", "date-contradicts"),
    ("завтра в 15 утра", "date-contradicts"),
    ("завтра послезавтра", "date-contradicts"),
    ("3 дня", "date-unread"),
    ("завтра или послезавтра", "date-unread"),
    ("перезвоню", "date-unread"),
    ("", "date-unread"),
    ("\u0663 \u0434\u043d\u044f", "date-unread"),
    ("9" * 4000, "date-unread"),
    ("в понедельник и вторник", "date-unread"),
]


def moment(said: str) -> Moment:
    on, _, at = said.partition(" ")
    whole = on if len(on) > 5 else f"2026-{on}"
    return Moment(date.fromisoformat(whole), time.fromisoformat(at) if at else None)


@pytest.mark.parametrize(("text", "meant"), ONE)
def test_a_date_of_one_meaning(text: str, meant: str) -> None:
    assert read(text, vocabulary(), TODAY) == (moment(meant),)


@pytest.mark.parametrize(("text", "meant"), SEVERAL)
def test_a_date_that_has_to_be_asked_about(text: str, meant: list[str]) -> None:
    assert read(text, vocabulary(), TODAY) == tuple(moment(one) for one in meant)


@pytest.mark.parametrize(("text", "code"), REFUSED)
def test_a_date_that_can_not_be(text: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        read(text, vocabulary(), TODAY)
    assert refused.value.code == code


def test_a_month_ends_where_it_ends() -> None:
    january = Today(datetime(2027, 1, 31, 9, 0, tzinfo=ZONE), CALENDAR)
    assert read("через месяц", vocabulary(), january) == (Moment(date(2027, 2, 28)),)


def test_an_hour_ahead_is_an_hour_when_the_clocks_change() -> None:
    berlin = Today(datetime(2026, 10, 25, 1, 30, tzinfo=ZoneInfo("Europe/Berlin")), CALENDAR)
    found = read("in 2 hours", vocabulary(), berlin)
    assert found == (Moment(date(2026, 10, 25), time(2, 30)),)


days = st.integers(0, FARTHEST_DAYS).map(lambda ahead: TODAY.day + timedelta(days=ahead))
times = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@given(on=days, locale=st.sampled_from(LOCALES))
def test_a_shown_date_is_read_as_itself(on: date, locale: str) -> None:
    words = Words(locale)
    for shown in (words.day(on, TODAY.day), words.short_date(on, TODAY.day), on.isoformat()):
        assert read(shown, vocabulary(), TODAY)[0] == Moment(on)


@given(on=days, at=times, locale=st.sampled_from(LOCALES))
def test_a_shown_moment_is_read_as_itself(on: date, at: time, locale: str) -> None:
    words = Words(locale)
    local = datetime.combine(on, at)
    shown = words.moment(local, TODAY.day)
    if local <= TODAY.now.replace(tzinfo=None):
        with pytest.raises(Invalid):
            read(shown, vocabulary(), TODAY)
    else:
        assert read(shown, vocabulary(), TODAY)[0] == Moment(on, at)


scraps = st.sampled_from([text for text, _ in ONE] + ["25", ":", "через", "2.5", "\u0661", "💬"])
lines = st.one_of(st.text(max_size=80), st.lists(scraps, max_size=4).map(" ".join))


@given(text=lines)
def test_any_line_is_read_or_refused(text: str) -> None:
    for reader in (read, cut):
        try:
            reader(text, vocabulary(), TODAY)
        except Refusal as refusal:
            assert refusal.code.startswith(("date-", "time-"))  # noqa: PT017


LINES = [
    ("Иванов завтра 15:00 позвонить по КП", "11-25 15:00", "Иванов", "позвонить по КП"),
    ("Иванов позвонить завтра по КП в 15:00", "11-25 15:00", "Иванов позвонить", "по КП"),
    ("Завтра в 15 позвонить Иванову", "11-25 15:00", "", "позвонить Иванову"),
    ("Петров +7 916 123-45-67 в пт счёт", "11-27", "Петров +7 916 123-45-67", "счёт"),
    ("ООО «Ромашка», через 3 дня: звонок", "11-27", "ООО «Ромашка»", "звонок"),
    ("Петров завтра 2 договора", "11-25", "Петров", "2 договора"),
    ("Иванов 25.11 в 10 встреча в 3 подъезде", "11-25 10:00", "Иванов", "встреча в 3 подъезде"),
    ("Иванов, 15:00", "11-24 15:00", "Иванов", ""),
    ("Иванов на следующей неделе КП", "11-30", "Иванов", "КП"),
    ("Ivanov next Fri 3pm send the offer", "12-04 15:00", "Ivanov", "send the offer"),
]


@pytest.mark.parametrize(("text", "meant", "before", "after"), LINES)
def test_a_date_is_cut_out_of_a_line(text: str, meant: str, before: str, after: str) -> None:
    found = cut(text, vocabulary(), TODAY)
    assert found is not None
    assert (found.moments, found.before, found.after) == ((moment(meant),), before, after)


@pytest.mark.parametrize(
    "text",
    ["Иванов Пётр +7 916 123-45-67", "12.50 руб Петров", "позвонить в 3 подъезд", "Кафе «Полдень»"],
)
def test_a_line_without_a_date_stays_whole(text: str) -> None:
    assert cut(text, vocabulary(), TODAY) is None


def test_an_impossible_date_in_a_line_is_refused() -> None:
    for text in ("Иванов 31.02 позвонить", "Сидоров 99:99 звонок"):
        with pytest.raises(Invalid):
            cut(text, vocabulary(), TODAY)


def test_an_unknown_unit_is_not_taken_for_months() -> None:
    decade: Any = "decade"
    with pytest.raises(AssertionError, match="decade"):
        later(TODAY, decade, 1)
