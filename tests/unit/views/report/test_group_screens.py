"""The chats of departments: what stands there, and what an admin sees of them."""

from typing import Any

from bot.method.report.group_cards import DayTotals, GroupLine, GroupLinked, ManagerTotals
from bot.views.report import groups as view
from bot.views.words import Words
from tests.unit.views.facts import HUGE, LONG, TODAY
from tests.unit.views.shown import can_be_sent, checked, plain

CROWD = DayTotals(-1, 7, LONG, TODAY, (ManagerTotals(LONG, HUGE, HUGE, HUGE),) * 60)
LINE = GroupLine(HUGE, LONG, HUGE, LONG, LONG)
SAMPLES: dict[str, Any] = {
    "totals": lambda w: view.totals_screen(w, CROWD),
    "linked": lambda w: view.linked_screen(w, GroupLinked(1, None, again=False)),
    "no leader": view.not_leader_screen,
    "private": lambda w: view.private_screen(w, "moidela_bot"),
    "typed in a group": lambda w: view.typed_in_group_screen(w, f"/new@moidela_bot {LONG}"),
    "none": lambda w: view.groups_screen(w, ()),
    "chats": lambda w: view.groups_screen(w, (LINE,) * 30),
    "chat": lambda w: view.group_screen(w, LINE, ((1, LONG),) * 30),
    "sure": lambda w: view.unlink_screen(w, LINE),
    "ended": lambda w: view.ended_screen(w, LONG),
}

test_a_sample_can_be_sent = can_be_sent(SAMPLES)


def test_the_totals_add_up_and_go_to_the_topic() -> None:
    lines = (ManagerTotals("Анна", 8, 2, 1), ManagerTotals("Борис", 5, 0, 0))
    screen = checked(view.totals_screen(Words("ru"), DayTotals(-5, 7, "Опт", TODAY, lines)))
    assert plain(screen).splitlines()[1:] == [
        "Анна: сделано 8, осталось 2, без дела 1",
        "Борис: сделано 5, осталось 0, без дела 0",
        "Всего: сделано 13, осталось 2, без дела 1",
    ]
    assert screen.to_group == (-5, 7)
    assert screen.rows == ()
