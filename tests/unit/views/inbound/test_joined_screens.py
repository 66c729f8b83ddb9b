"""What joins an open inbound, and which of it is another client's."""

from dataclasses import replace

from bot.method.clients import cards as c
from bot.method.inbound.cards import BroughtLine, InboundNotice, WhichMessage
from bot.views.inbound import inbound
from bot.views.inbound.another_client import which_screen
from bot.views.parts.said import both_ends
from bot.views.words import Words
from tests.unit.views.facts import CARD, HUGE, LONG, NOW, QUESTION, TEXT, TODAY
from tests.unit.views.shown import can_be_sent

LINES = (BroughtLine(HUGE, NOW, LONG), BroughtLine(2, NOW, ""))
SAMPLES = {
    "which message": lambda w: which_screen(w, WhichMessage(HUGE, LONG, LINES, TODAY)),
    "added": lambda w: inbound.arrived_screen(w, CARD, c.Arrived(7, c.Join.ADDED)),
    "added for a colleague": lambda w: inbound.arrived_screen(
        w, CARD, c.Arrived(7, c.Join.ADDED, LONG)
    ),
    "a part taken off": lambda w: inbound.question_screen(
        w, replace(QUESTION, taken_off=LONG, others_stay=True)
    ),
    "more for you": lambda w: inbound.notice_screen(
        w, InboundNotice(HUGE, LONG, LONG, NOW, TODAY, TEXT, added=True)
    ),
}
test_a_sample_can_be_sent = can_be_sent(SAMPLES)


def test_the_newest_words_are_seen_however_long_those_before_are() -> None:
    shown = both_ends("Начало " + "б" * 900 + "\nКогда счёт?", 500)
    assert len(shown) <= 500
    assert shown.startswith("Начало") and shown.endswith("Когда счёт?")
    assert both_ends("Коротко", 500) == "Коротко"


def test_it_is_said_that_it_was_added() -> None:
    screen = inbound.arrived_screen(Words("ru"), CARD, c.Arrived(7, c.Join.ADDED))
    assert "Добавлено к открытому входящему" in screen.text
