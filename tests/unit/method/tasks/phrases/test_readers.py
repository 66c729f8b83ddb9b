"""A table of examples for each kind of reader; several values where people are asked."""

import pytest

from bot.lookup.phrases import vocabulary
from bot.method.core.refusals import Invalid
from bot.method.tasks.phrases.reading import read, understand
from tests.unit.method.tasks.phrases.clock import TODAY, moment

KINDS: dict[str, dict[str, str]] = {
    "after an hour or a day": {
        "завтра после 14": "11-25 14:00",
        "в пт после 16": "11-27 16:00",
        "после 15:30": "11-24 15:30",
        "после пятницы": "11-30",
    },
    "from one hour to another": {
        "завтра с 10 до 12": "11-25 10:00",
        "с 15 до 17": "11-24 15:00",
        "between 2 and 4 tomorrow": "11-25 14:00",
    },
    "a number that is not sure": {
        "через 2-3 дня": "11-26 | 11-27",
        "через неделю-две": "12-01 | 12-08",
        "in a week or two": "12-01 | 12-08",
    },
    "the number behind its unit": {
        "через недели две": "12-08",
        "дня через три": "11-27",
        "минут через двадцать": "11-24 12:27",
    },
    "minutes behind a dash": {
        "завтра в 15-00": "11-25 15:00",
        "чт 18-30": "11-26 18:30",
        "завтра 9-45": "11-25 09:45",
        "завтра в 10-15": "11-25 10:15 | 11-25 10:00",
    },
    "a part of the day of a number": {
        "25 утром": "11-25 10:00",
        "26 вечером": "11-26 17:00",
        "27 после обеда": "11-27 15:00",
    },
    "the edge of a period": {
        "до конца недели": "11-27",
        "в начале следующей недели": "11-30",
        "в середине декабря": "12-15",
    },
    "a month alone": {
        "в декабре": "12-01 | 12-15 | 12-30",
        "in March": "2027-03-01 | 2027-03-15 | 2027-03-31",
        "январь": "2027-01-11 | 2027-01-15 | 2027-01-29",
    },
    "a shortened month and year": {
        "25 нояб. 2026 г.": "11-25",
        "1 дек. 2026 года": "12-01",
        "Nov. 25, 2026": "11-25",
    },
    "a number in words": {
        "через двадцать минут": "11-24 12:27",
        "через двадцать один день": "12-15",
        "in twenty-five minutes": "11-24 12:32",
    },
    "a part of a number": {
        "через 1,5 часа": "11-24 13:37",
        "через 2.5 часа": "11-24 14:37",
        "in 1/2 hour": "11-24 12:37",
    },
    "a question mark": {"завтра?": "11-25", "в пт??": "11-27", "Friday?": "11-27"},
    "a deed beside it": {
        "позвонить завтра": "11-25",
        "встреча в пт в 11": "11-27 11:00",
        "call him tomorrow": "11-25",
    },
    "an ordinal in words": {
        "первого декабря": "12-01",
        "двадцать шестое ноября": "11-26",
        "the first of December": "12-01",
    },
    "the night": {
        "завтра в 2 часа ночи": "11-25 02:00",
        "в 3 ночи": "11-25 03:00",
        "в полночь": "11-25 00:00",
        "завтра в полночь": "11-25 00:00 | 11-26 00:00",
    },
    "said in a sentence": {
        "Думаю, через неделю": "12-01",
        "Дедлайн завтра": "11-25",
        "наверное, в четверг": "11-26",
    },
    "hours with letters and words": {
        "15h30": "11-24 15:30",
        "в полтретьего": "11-24 14:30",
        "half past 3 pm": "11-24 15:30",
        "завтра в пятнадцать тридцать": "11-25 15:30",
    },
    "later": {"2 days later": "11-26", "неделю спустя": "12-01", "a week from Friday": "12-04"},
}


@pytest.mark.parametrize(
    ("text", "meant"), [pair for examples in KINDS.values() for pair in examples.items()]
)
def test_each_kind_is_read(text: str, meant: str) -> None:
    assert read(text, vocabulary(), TODAY) == tuple(moment(one) for one in meant.split("|"))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("клиент занят, завтра в 11", "11-25 11:00"),
        ("завтра не получится, в пятницу", "11-25 | 11-27"),
        ("в понедельник и вторник", "11-30 | 11-24 | 12-01"),
        ("не завтра, а в пятницу", "11-27"),
    ],
)
def test_a_date_among_unknown_words_is_asked_about(text: str, meant: str) -> None:
    found = understand(text, vocabulary(), TODAY)
    assert not found.sure
    assert set(found.moments) == {moment(one) for one in meant.split("|")}


@pytest.mark.parametrize("text", ["3 дня", "неделя", "не завтра", "кроме пятницы", "99", "25-40"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="date-unread"):
        understand(text, vocabulary(), TODAY)
