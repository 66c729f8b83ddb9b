"""Why a client goes back to somebody who let it go lately, as screens."""

import pytest

from bot.method.pool.again import AgainReason, AgainWay
from bot.views.pool.again import let_go_screen, words_screen
from bot.views.taps.nav import AskHandOver
from bot.views.taps.pool import AskAssign, AskRestore, GiveAgain
from bot.views.words import Words
from tests.unit.views.shown import can_be_sent

HUGE = 2**62

SAMPLES = {
    "why": lambda w: let_go_screen(w, "Р" * 200, 30, GiveAgain(AgainWay.ASSIGN, HUGE, HUGE)),
    "one day": lambda w: let_go_screen(w, "Анна", 1, GiveAgain(AgainWay.HAND_OVER, HUGE, HUGE)),
    "in own words": lambda w: words_screen(w, GiveAgain(AgainWay.RESTORE, HUGE, HUGE)),
}

test_a_sample_can_be_sent = can_be_sent(SAMPLES)


@pytest.mark.parametrize(
    ("way", "back"),
    [
        (AgainWay.ASSIGN, AskAssign(7)),
        (AgainWay.HAND_OVER, AskHandOver(7)),
        (AgainWay.RESTORE, AskRestore(7)),
    ],
)
def test_each_reason_is_a_tap_and_the_way_back_is_the_question_before(
    way: AgainWay, back: object
) -> None:
    screen = let_go_screen(Words("ru"), "Анна", 30, GiveAgain(way, 7, 9))
    *reasons, own, no = [row[0].tap for row in screen.rows]
    assert reasons == [GiveAgain(way, 7, 9, reason) for reason in AgainReason.offered()]
    assert (own, no) == (GiveAgain(way, 7, 9), back)
