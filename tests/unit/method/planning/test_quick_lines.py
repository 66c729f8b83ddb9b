"""Quick lines on Monday 23.11 at 09:00: when, who and what, for a client whom nobody knows."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.lookup.calendars import work_calendar
from bot.lookup.phrases import vocabulary
from bot.method.core.refusals import Invalid
from bot.method.core.terms import TaskKind
from bot.method.planning.quick import QuickLine, line_of, name_of, title_of
from bot.method.planning.read_answer import read_answer
from bot.method.tasks.phrases.moment import Moment
from bot.method.tasks.phrases.pieces import Today
from bot.method.tasks.phrases.reading import cut, understand

TODAY = Today(
    datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Moscow")),
    work_calendar("RU", (2026, 2027, 2028)),
)
MORNING, NOON, LATE = "11-23 10:00", "11-23 12:00", "11-23 17:00"

LINES = [
    ("иванов след. вторник", "12-01", "иванов", ""),
    ("Иванов завтра 9-30", "11-24 09:30", "Иванов", ""),
    ("Иванов завтра 16-45 замер", "11-24 16:45", "Иванов", "замер"),
    ("9.30 завтра", "11-24 09:30", "", ""),
    ("Иванов 9.30 завтра", "11-24 09:30", "Иванов", ""),
    ("Иванов 16.45 в пятницу", "11-27 16:45", "Иванов", ""),
    ("15 декабря 10-30 замер", "12-15 10:30", "замер", ""),
    ("Иванов завтра в полтретьего", "11-24 14:30", "Иванов", ""),
    ("Иванов в пт в полпятого", "11-27 16:30", "Иванов", ""),
    ("завтра 10 00 иванов", "11-24 10:00", "иванов", ""),
    ("завтра 16 30 иванов", "11-24 16:30", "иванов", ""),
    ("напомни про иванова завтра", "11-24", "иванова", ""),
    ("напомни завтра про иванова", "11-24", "иванова", ""),
    ("напомни позвонить иванову завтра в 12", "11-24 12:00", "иванову", "позвонить"),
    ("поставь дело иванову на завтра", "11-24", "иванову", ""),
    ("поставь задачу по иванову на завтра", "11-24", "иванову", ""),
    ("поставь звонок сидорову на пт", "11-27", "сидорову", "звонок"),
    ("создай задачу иванов пт", "11-27", "иванов", ""),
    ("запиши: иванов завтра в 10", "11-24 10:00", "иванов", ""),
    ("не забыть иванову счет завтра", "11-24", "иванову", "счет"),
    ("не забудь иванову кп завтра", "11-24", "иванову", "кп"),
    ("remind me about Smith tomorrow", "11-24", "Smith", ""),
    ("иванов в обед", NOON, "иванов", ""),
    ("иванов вечером", LATE, "иванов", ""),
    ("иванов утром", MORNING, "иванов", ""),
    ("вечером иванов", LATE, "иванов", ""),
    ("иванов с утра", MORNING, "иванов", ""),
    ("иванов к вечеру счет", LATE, "иванов", "счет"),
    ("Smith tonight call", LATE, "Smith", "call"),
    ("Иванов 25 вечером", "11-25 17:00", "Иванов", ""),
    ("надежда май 3 декабря", "12-03", "надежда", "май"),
    ("Надежда Март 5 декабря", "12-05", "Надежда Март", ""),
    ("Пятница завтра в 10", "11-24 10:00", "Пятница", ""),
    ("Пятница Сергей завтра в 10", "11-24 10:00", "Пятница Сергей", ""),
    ("позвонить Пятнице завтра", "11-24", "Пятнице", "позвонить"),
    ("пятница в 10 Иванов завтра", "11-27 10:00", "Иванов", "завтра"),
    ("пт Иванов подготовить к завтра", "11-27", "Иванов", "подготовить к завтра"),
    ("завтра на 15 коробок", "11-24", "", "на 15 коробок"),
    ("Иванов завтра на 15 мешков", "11-24", "Иванов", "на 15 мешков"),
    ("завтра на 20 стульев", "11-24", "", "на 20 стульев"),
    ("завтра на 15 Иванов", "11-24 15:00", "Иванов", ""),
]


def moment(said: str) -> Moment:
    on, _, at = said.partition(" ")
    return Moment(date.fromisoformat(f"2026-{on}"), time.fromisoformat(at) if at else None)


def line(text: str) -> tuple[QuickLine, tuple[Moment, ...], str, str]:
    found = cut(text, vocabulary(), TODAY)
    assert found is not None
    read = line_of(found.before, found.after, vocabulary())
    words, after = read.before.split(), read.after.split()
    taken = name_of(words, after)
    title = title_of([read.lead, *words[taken:], *after], found.span)
    return read, found.moments, " ".join(words[:taken]), title


@pytest.mark.parametrize(("text", "when", "name", "title"), LINES)
def test_a_line_says_when_who_and_what(text: str, when: str, name: str, title: str) -> None:
    _, moments, who, what = line(text)
    assert (moments, who, what) == ((moment(when),), name, title)


def test_a_new_client_is_said_to_be_one() -> None:
    text = "Новый клиент Орлов +79031234567 хочет кухню, позвонить завтра в 10"
    read, moments, name, title = line(text)
    assert read.new
    assert moments == (moment("11-24 10:00"),)
    assert (name, title) == ("Орлов +79031234567", "хочет кухню, позвонить")
    assert line("добавь клиента Орлов +79031234567 позвонить завтра")[0].new
    assert not line("Новый Дом завтра в 10")[0].new


def test_the_deed_beside_the_date_says_the_kind() -> None:
    assert line("Иванов встреча завтра")[0].kind is TaskKind.MEETING
    assert line("Иванов завтра в 12 встреча")[0].kind is TaskKind.MEETING
    assert line("Иванов завтра в 12")[0].kind is TaskKind.CALL


@pytest.mark.parametrize("text", ["сегодня в 8", "Иванов сегодня в 8", "сегодня к 7 созвон"])
def test_an_hour_that_is_past_is_not_silently_the_evening(text: str) -> None:
    found = cut(text, vocabulary(), TODAY)
    assert found is not None
    assert len(found.moments) == 2
    evening, morning = found.moments
    assert evening.on == TODAY.day and evening.at is not None and evening.at.hour >= 19
    assert morning.on == date(2026, 11, 24)
    assert understand(text.removeprefix("Иванов "), vocabulary(), TODAY).moments == found.moments


@pytest.mark.parametrize("text", ["ООО «Вечер»", "Кафе «Полдень»", "Добрый вечер"])
def test_a_part_of_the_day_in_a_name_is_no_time(text: str) -> None:
    assert cut(text, vocabulary(), TODAY) is None


@pytest.mark.parametrize("text", ["Иванов завтра в 25:00", "завтра в 10:75", "Иванов 31.02 в 10"])
def test_what_can_not_be_is_said(text: str) -> None:
    with pytest.raises(Invalid, match="impossible"):
        cut(text, vocabulary(), TODAY)


SCRAPS = [word for text, *_ in LINES for word in text.split()] + ["—", ":", "не", "25.11", "в"]


@given(st.one_of(st.text(max_size=600), st.lists(st.sampled_from(SCRAPS)).map(" ".join)))
def test_any_line_is_read_from_its_own_words_for_a_day_ahead(text: str) -> None:
    try:
        found = cut(text, vocabulary(), TODAY)
        answer = read_answer(text, vocabulary(), TODAY)
    except Invalid:
        return
    typed = text.split()
    for words in (answer.words, answer.who, *([found.before, found.after] if found else [])):
        assert all(any(word in one for one in typed) for word in words.split())
    moments = [*(found.moments if found else ()), *(answer.when.moments if answer.when else ())]
    assert all(one.on >= TODAY.day for one in moments)


@settings(deadline=None)
@given(st.lists(st.sampled_from(["кухню", "обсудить", "скидку", "про", "с", "и"]), max_size=8))
def test_words_beside_the_date_are_kept(words: list[str]) -> None:
    """All but the one that joins them to the date."""
    answer = read_answer(" ".join(["завтра", *words]), vocabulary(), TODAY)
    kept = words[1:] if words[:1] == ["и"] else words
    if any(word not in {"про", "с"} for word in words):
        assert answer.words.split() == kept
    assert answer.when == understand(" ".join(["завтра", *words]), vocabulary(), TODAY)
