"""Clients of the pool chosen by ticks, as people read them (R6, R7)."""

from dataclasses import replace

from bot.method.pool.filters import PICKED, PoolChoice, PoolFilter
from bot.views.pool import picks as view
from bot.views.taps.picking.picks import OpenPicking, TickPage, TickPooled
from bot.views.taps.pool import PreviewHandOut
from bot.views.words import Words
from tests.unit.views.pool.test_pool_screens import HUGE, LINE, PEOPLE, page
from tests.unit.views.shown import checked, labels


def test_each_can_be_sent(words: Words) -> None:
    worst = replace(LINE, client_name="<b>" + "Щ" * 200, from_name="Ж" * 128)
    choice = PoolChoice(PoolFilter.FOUND, HUGE)
    full = replace(page(*[worst] * 8, pages=9), page=3, choice=choice, sought="<i>" + "Я" * 97)
    checked(view.picking_screen(words, full))
    checked(
        view.picking_screen(words, replace(full, picked=frozenset({HUGE}), picked_total=70_000))
    )
    checked(view.picking_screen(words, replace(page(), choice=PICKED)))
    checked(view.picked_whom_screen(words, 70_000, PEOPLE))
    checked(view.picked_lost_screen(words, 100))
    checked(view.picked_gone_screen(words, 100))
    checked(view.picks_going_screen(words, 30, 100))
    checked(view.search_screen(words))


def test_a_tick_says_what_it_does_and_keeps_to_the_page() -> None:
    choice = PoolChoice(PoolFilter.READY, 7)
    shown = replace(page(LINE, replace(LINE, client_id=5), pages=9), page=3, choice=choice)
    screen = view.picking_screen(Words("ru"), replace(shown, picked=frozenset({5}), picked_total=4))
    taps = [button.tap for row in screen.rows for button in row]
    assert {
        TickPooled(HUGE, True, 3, PoolFilter.READY, 7),
        TickPooled(5, False, 3, PoolFilter.READY, 7),
        TickPage(True, 3, PoolFilter.READY, 7),
        OpenPicking(4, PoolFilter.READY, 7),
        PreviewHandOut(4, None, PoolFilter.PICKED),
    } <= set(taps)
    assert labels(screen)[4:6] == ["☐ ИП Котов", "☑️ ИП Котов"]
    nobody = view.picking_screen(Words("ru"), shown)
    assert labels(nobody)[0] == "☐ ИП Котов"
