"""The screens of quick add, in both languages."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

import pytest

from bot.method.core.cards import Contacts, Phone
from bot.method.planning.quick import Quick, name_of
from bot.method.tasks.date_question import OnDayOff, Taken, TooFar, Unsure
from bot.method.tasks.phrases.moment import Moment
from bot.views.planning.quick import quick_screen
from bot.views.screen import Screen
from bot.views.words import Words
from tests.unit.views.facts import CLIENT, DEAL, HUGE, LONG, TODAY
from tests.unit.views.shown import can_be_sent, plain

AT, ON = Moment(TODAY, time(15)), Moment(date(2026, 11, 28))
QUICK = Quick(HUGE, LONG * 2, None, LONG, LONG, (), Taken(AT), TODAY)
SAMPLES: dict[str, Callable[[Words], Screen]] = {
    "preview": lambda w: quick_screen(w, QUICK),
    "preview, no title": lambda w: quick_screen(w, replace(QUICK, client_id=1, title=None)),
    "whose": lambda w: quick_screen(w, replace(QUICK, candidates=(CLIENT,) * 5)),
    "which deal": lambda w: quick_screen(w, replace(QUICK, client_id=1, deals=(DEAL,) * 5)),
    "a deal": lambda w: quick_screen(w, replace(QUICK, client_id=1, deal_title=LONG)),
    "unsure": lambda w: quick_screen(w, replace(QUICK, verdict=Unsure((AT, ON)))),
    "day off": lambda w: quick_screen(w, replace(QUICK, verdict=OnDayOff(ON, AT))),
    "too far": lambda w: quick_screen(w, replace(QUICK, verdict=TooFar(ON, TODAY, 30, None))),
}


test_a_sample_can_be_sent = can_be_sent(SAMPLES)


def test_the_preview_says_all_three() -> None:
    shown = plain(quick_screen(Words("ru"), replace(QUICK, client_name="Иванов", title="КП")))
    assert shown.startswith("➕ Иванов · сегодня в 15:00 · КП")


def test_a_new_client_is_said_to_be_new_with_what_is_saved_of_it() -> None:
    new = replace(QUICK, contacts=Contacts((Phone("+79161234567"),)))
    shown = plain(quick_screen(Words("ru"), new))
    assert "Клиент новый" in shown and "+7 916 123-45-67" in shown
    assert "Клиент новый" not in plain(quick_screen(Words("ru"), replace(QUICK, client_id=1)))


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [
        ("Иванов", "позвонить", 1),
        ("петров из ромашки", "звонок", 3),
        ("Иванов Пётр позвонить по КП", "", 2),
        ("ООО «Ромашка» счёт", "", 2),
        ("иванов позвонить", "", 1),
        ("", "звонок", 0),
    ],
)
def test_how_much_of_a_line_is_the_name(before: str, after: str, count: int) -> None:
    assert name_of(before.split(), after.split()) == count
