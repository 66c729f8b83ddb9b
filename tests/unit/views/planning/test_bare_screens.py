"""A line without a date, and what is answered to the question for one: what can be done with it."""

from collections.abc import Callable
from dataclasses import replace

from bot.method.clients.cards import ClientPage
from bot.method.core.cards import Contacts, Phone
from bot.method.core.terms import Outcome, TaskKind
from bot.method.planning.bare import Nobody, SaidOf
from bot.method.planning.instead import AboutAnother, WithoutDate
from bot.method.tasks.date_question import AnswerDate, PlanDate
from bot.views.planning.bare import nobody_screen, said_of_screen
from bot.views.screen import Screen
from bot.views.tasks.instead import about_another_screen, result_form, without_date_screen
from bot.views.words import Words
from tests.unit.views.facts import CLIENT, HUGE, LONG, TODAY
from tests.unit.views.shown import can_be_sent, plain

EMPTY = ClientPage((), 0, 0, 1, TODAY)
NOBODY = Nobody(HUGE, LONG, Contacts((Phone("+79161234567"),), ("a@b.ru",)), EMPTY)
SAID = SaidOf(HUGE, LONG * 5, LONG * 5, (CLIENT,) * 8, page=1, pages=7)
PLAN = PlanDate(HUGE, HUGE, TaskKind.MEETING, Outcome.NO_ANSWER)
SAMPLES: dict[str, Callable[[Words], Screen]] = {
    "nobody": lambda w: nobody_screen(w, NOBODY),
    "nobody, alike": lambda w: nobody_screen(
        w, replace(NOBODY, alike=replace(EMPTY, lines=(CLIENT,) * 8, total=8))
    ),
    "of whom": lambda w: said_of_screen(w, SAID),
    "what is it": lambda w: said_of_screen(w, replace(SAID, client_id=HUGE, client_name=LONG)),
    "another": lambda w: about_another_screen(w, AboutAnother(HUGE, PLAN, LONG, (LONG,))),
    "others": lambda w: about_another_screen(
        w, AboutAnother(HUGE, AnswerDate(HUGE, HUGE), LONG, (LONG,) * 3)
    ),
    "no date": lambda w: without_date_screen(w, WithoutDate(HUGE, PLAN, LONG, LONG * 5)),
    "result": lambda w: result_form(w, PLAN, LONG),
}


test_a_sample_can_be_sent = can_be_sent(SAMPLES)


def test_the_three_ways_stand_beside_each_other() -> None:
    said = replace(SAID, client_id=1, client_name="Иванов", words="просит скидку")
    screen = said_of_screen(Words("ru"), said)
    assert plain(screen).startswith("💬 Иванов: просит скидку")
    labels = [button.label for button in screen.rows[0]]
    assert labels == ["📝 Комментарий", "🟢 Входящее", "📅 Дело"]
