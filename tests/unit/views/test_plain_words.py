"""Screens say a thing once, and show only the ways that lead somewhere."""

from dataclasses import replace
from datetime import date, time, timedelta

from bot.method.core.terms import Role
from bot.method.deals.filters import DealFilter
from bot.method.tasks.phrases.moment import Moment
from bot.views.clients.clients import client_screen
from bot.views.core.start import more_screen
from bot.views.day.day import day_screen, line_text, mark_of, own_line_text
from bot.views.deals.deals import deals_screen
from bot.views.tasks.card import task_screen
from bot.views.tasks.dates import moment_text
from bot.views.tasks.next_step import planned_screen
from bot.views.words import Words
from tests.unit.views.deals.test_deal_screens import PAGE
from tests.unit.views.facts import CARD, CLIENT_CARD, DAY, LINE, PLANNED, TODAY
from tests.unit.views.shown import labels, plain

RU = Words("ru")
TOMORROW = TODAY + timedelta(days=1)


def test_a_task_of_today_does_not_say_that_it_is_today() -> None:
    all_day = replace(LINE, due_on=TODAY, due_time=None)
    assert "сегодня" not in line_text(RU, all_day, TODAY)
    assert line_text(RU, replace(all_day, due_time=time(15)), TODAY).endswith(", 15:00")


def test_a_task_of_another_day_says_the_day_beside_the_time() -> None:
    later = replace(LINE, due_on=TOMORROW, due_time=time(10, 30))
    assert own_line_text(RU, later, TODAY).endswith(", завтра в 10:30")
    far = replace(later, due_on=date(2026, 12, 4))
    assert own_line_text(RU, far, TODAY).endswith(", пт 04.12 в 10:30")


def test_the_card_has_the_dot_of_the_list() -> None:
    passed = replace(LINE, due_on=TODAY, due_time=time(9), overdue=True)
    assert plain(task_screen(RU, replace(CARD, line=passed))).startswith("🟡")
    assert mark_of(passed, TODAY) == "🟡"


def test_the_clients_card_does_not_repeat_its_name_at_every_task() -> None:
    due = replace(LINE, due_on=TODAY, due_time=None)
    shown = plain(client_screen(RU, replace(CLIENT_CARD, deals=(), tasks=(due,), touches=())))
    assert shown.splitlines()[-1].endswith(", сегодня, вт 24.11")
    assert LINE.client_name not in shown.splitlines()[-1]
    assert "📝 Комментарий" in labels(client_screen(RU, CLIENT_CARD))


def test_a_moment_of_today_needs_no_date() -> None:
    assert moment_text(RU, Moment(TODAY, time(15)), TODAY) == "сегодня в 15:00"
    assert moment_text(RU, Moment(TOMORROW, time(15)), TODAY) == "завтра, ср 25.11 в 15:00"


def test_a_part_of_the_day_is_offered_where_there_is_another() -> None:
    one_part = replace(DAY, inbound=0, overdue=0, planned=2, part=None)
    assert "🟡 Сегодня" not in labels(day_screen(RU, one_part))
    assert "🟡 Сегодня" in labels(day_screen(RU, replace(one_part, overdue=1)))


def test_nobody_is_praised_for_a_base_that_is_empty() -> None:
    nothing = replace(DAY, lines=(), inbound=0, overdue=0, planned=0, gaps=0, part=None)
    assert "всё разобрано" in plain(day_screen(RU, nothing))
    new = plain(day_screen(RU, replace(nothing, new_here=True)))
    assert "Клиентов у вас пока нет" in new
    assert "👍" not in new


def test_a_head_who_plans_for_somebody_goes_on_with_the_list() -> None:
    screen = planned_screen(RU, replace(PLANNED, for_team=True))
    assert labels(screen) == ["👤 Карточка", "👀 Список", "📋 Мои дела"]
    assert "На сегодня" not in plain(screen)


def test_where_no_deal_is_open_there_is_nothing_to_sift() -> None:
    none = replace(PAGE, lines=(), total=0, pages=1, only=DealFilter.OPEN, stage=None)
    assert labels(deals_screen(RU, none)) == [
        "🏆 Продажи",
        "❌ Отказы",
        "➕ Сделка",
        "📋 Мои дела",
    ]


def test_everything_that_has_no_key_of_its_own_is_behind_more() -> None:
    shown = labels(more_screen(RU, Role.MANAGER))
    for label in ("👥 Клиенты", "💼 Сделки", "🟢 Записать входящее", "📥 Загрузка", "📤 Выгрузка"):
        assert label in shown
