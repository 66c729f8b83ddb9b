"""Answers to "when is the next contact" that say more than the date, on Monday 23.11 at 09:00."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.lookup.calendars import work_calendar
from bot.lookup.phrases import vocabulary
from bot.method.core.refusals import Invalid
from bot.method.core.terms import TaskKind
from bot.method.planning.read_answer import ReadAnswer, read_answer
from bot.method.tasks.phrases.moment import Moment
from bot.method.tasks.phrases.pieces import Today

TODAY = Today(
    datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Moscow")),
    work_calendar("RU", (2026, 2027)),
)
MONDAY_NOW, EVENING = date(2026, 11, 23), Moment(date(2026, 11, 23), time(17))
TUESDAY, FRIDAY, MONDAY = date(2026, 11, 24), date(2026, 11, 27), date(2026, 11, 30)


def at(hour: int) -> Moment:
    """This hour of the day."""
    return Moment(MONDAY_NOW, time(hour))


def read(text: str) -> ReadAnswer:
    return read_answer(text, vocabulary(), TODAY)


@pytest.mark.parametrize(
    ("text", "kind", "words", "moment"),
    [
        ("завтра в 10 обсудить цену", None, "обсудить цену", Moment(TUESDAY, time(10))),
        ("встреча в пт в 12", TaskKind.MEETING, "встреча", Moment(FRIDAY, time(12))),
        ("в пт в 12 встреча", TaskKind.MEETING, "встреча", Moment(FRIDAY, time(12))),
        (
            "через неделю, просил не звонить раньше",
            None,
            "просил не звонить раньше",
            Moment(MONDAY),
        ),
        ("завтра", None, "", Moment(TUESDAY)),
        ("давайте завтра", None, "", Moment(TUESDAY)),
        ("позвонить завтра", TaskKind.CALL, "позвонить", Moment(TUESDAY)),
        ("завтра кп с Петровым", TaskKind.OFFER, "кп с Петровым", Moment(TUESDAY)),
        ("call on Friday at 12", TaskKind.CALL, "call", Moment(FRIDAY, time(12))),
        ("вечером обсудить цену", None, "обсудить цену", Moment(MONDAY_NOW, time(17))),
        ("обсудить цену вечером", None, "обсудить цену", Moment(MONDAY_NOW, time(17))),
        ("после обеда набрать его", TaskKind.CALL, "набрать его", Moment(MONDAY_NOW, time(15))),
        ("in the evening discuss the price", None, "discuss the price", EVENING),
        ("завтра и отправить КП", TaskKind.OFFER, "отправить КП", Moment(TUESDAY)),
        ("завтра, чтобы обсудить цену", None, "обсудить цену", Moment(TUESDAY)),
        ("завтра по договору", None, "по договору", Moment(TUESDAY)),
        ("завтра про договор", None, "про договор", Moment(TUESDAY)),
        ("завтра насчёт договора", None, "насчёт договора", Moment(TUESDAY)),
        ("позвонить завтра и уточнить", TaskKind.CALL, "позвонить и уточнить", Moment(TUESDAY)),
        ("перенести на завтра", None, "", Moment(TUESDAY)),
        ("перенеси на завтра обсудить цену", None, "обсудить цену", Moment(TUESDAY)),
        ("завтра перенести станок", None, "перенести станок", Moment(TUESDAY)),
        ("в 15 обсудить цену", None, "обсудить цену", at(15)),
        ("обсудить цену в 15", None, "обсудить цену", at(15)),
        ("в три обсудить", None, "обсудить", at(15)),
        ("к 16 быть", None, "быть", at(16)),
        ("в 10 быть на складе", None, "быть на складе", at(10)),
        ("к 12 отправить счёт", TaskKind.LETTER, "отправить счёт", at(12)),
        ("после 16 уточнить сроки", None, "уточнить сроки", at(16)),
        ("в 9 созвон", TaskKind.CALL, "созвон", Moment(TUESDAY, time(9))),
        ("созвон в 14", TaskKind.CALL, "созвон", at(14)),
        ("к 10 подготовить КП", TaskKind.OFFER, "подготовить КП", at(10)),
        ("завтра к 10 подготовить КП", TaskKind.OFFER, "подготовить КП", Moment(TUESDAY, time(10))),
        ("к десяти подготовить КП", TaskKind.OFFER, "подготовить КП", at(10)),
        ("подготовить КП к 10", TaskKind.OFFER, "подготовить КП", at(10)),
        ("к 10 КП", TaskKind.OFFER, "КП", at(10)),
        ("к 10 утра подготовить КП", TaskKind.OFFER, "подготовить КП", at(10)),
        ("к обеду подготовить КП", TaskKind.OFFER, "подготовить КП", at(12)),
        ("к вечеру подготовить КП", TaskKind.OFFER, "подготовить КП", at(17)),
        ("к 10 встреча", TaskKind.MEETING, "встреча", at(10)),
        ("к 15 подъехать в офис", TaskKind.MEETING, "подъехать в офис", at(15)),
        ("к 10 позвонить и отправить КП", TaskKind.CALL, "позвонить и отправить КП", at(10)),
        ("к пятнице подготовить КП", TaskKind.OFFER, "подготовить КП", Moment(FRIDAY)),
        ("к 12 замер", None, "замер", at(12)),
        ("в 11 выезд", None, "выезд", at(11)),
        ("at 3 discuss the price", None, "discuss the price", at(15)),
        ("discuss the price at 15", None, "discuss the price", at(15)),
    ],
)
def test_an_answer_says_what_how_and_when(
    text: str, kind: TaskKind | None, words: str, moment: Moment
) -> None:
    answer = read(text)
    assert (answer.kind, answer.words) == (kind, words)
    assert answer.when is not None
    assert answer.when.moments == (moment,)


def test_only_words_that_are_no_date_and_no_deed_may_name_somebody_else() -> None:
    assert read("Иванов завтра в 10").who == "Иванов"
    assert read("позвонить Иванову завтра").who == "Иванову"
    assert read("встреча в пт в 12").who == ""
    assert read("завтра и отправить КП").who == ""


def test_of_several_dates_people_choose_and_the_words_stay() -> None:
    answer = read("завтра не могу, давай в пятницу в 12")
    assert answer.words == "завтра не могу, давай в пятницу в 12"
    assert answer.when is not None
    assert answer.when.moments == (Moment(TUESDAY), Moment(FRIDAY, time(12)))


@pytest.mark.parametrize(
    "text",
    [
        "просил скидку",
        "вчера звонил, просил КП",
        "утром он не мог говорить",
        "просил вечером не звонить",
        "перезвонить вечером не просил",
    ],
)
def test_without_a_date_ahead_it_is_a_comment(text: str) -> None:
    answer = read(text)
    assert (answer.words, answer.when) == (text, None)


def test_a_time_that_can_not_be_is_said() -> None:
    with pytest.raises(Invalid) as refused:
        read("в 25:00 обсудить цену")
    assert refused.value.code == "time-impossible"


@pytest.mark.parametrize(
    "text",
    [
        "5 штук",
        "в 3 раза дороже",
        "в 2 этапа",
        "в 10 экземплярах",
        "в 30 экземплярах",
        "в 40 раз дороже",
        "говорил о скидке в 30",
        "в 5 магазинов",
        "в 15 цехе",
        "скидка в 10 процентов",
        "цена в 15 000",
        "говорил в 15",
        "звонил в 10, не ответил",
        "в 15 обещали",
        "в 15 он занят",
        "в 15 не смог обсудить",
        "в 2 раза больше, обсудить",
        "10 pieces",
        "in 3 parts",
        "said at 15",
    ],
)
def test_a_number_among_other_words_is_no_time(text: str) -> None:
    assert read(text).when is None


def test_an_hour_that_can_not_be_is_said() -> None:
    with pytest.raises(Invalid, match="time-impossible"):
        read("в 25 обсудить цену")


def test_an_hour_of_both_halves_is_asked_about_and_the_words_are_kept() -> None:
    answer = read("в 8 обсудить цену")
    assert answer.words == "обсудить цену"
    assert answer.when is not None
    assert [moment.at for moment in answer.when.moments] == [time(8), time(20)]
