"""A head's question and its answer, as people read them (R5)."""

from dataclasses import replace

from bot.method.gaps.cards import OwnerAsk, OwnerQuestion
from bot.views.gaps import questions as view
from bot.views.taps.gaps import AnswerHead, SendQuestion
from bot.views.taps.nav import Decide
from bot.views.words import Words
from tests.unit.views.shown import checked, plain

HUGE = 2**62
ASKED = OwnerQuestion(HUGE, HUGE, "<b>&" + "Щ" * 190, "Ж" * 128, None, "<i>" + "Ы" * 490)


def test_every_screen_of_a_question(words: Words) -> None:
    rows = checked(view.ask_owner_screen(words, HUGE, "Ромашка", "Анна")).rows
    assert [row[0].tap for row in rows[:3]] == [SendQuestion(HUGE, ask) for ask in OwnerAsk]
    for asked in (ASKED, *(replace(ASKED, code=ask) for ask in OwnerAsk)):
        checked(view.asked_owner_screen(words, asked))
        checked(view.answer_form(words, asked))
        checked(view.answer_sent_screen(words, asked))
        assert checked(view.owner_asked_screen(words, asked)).rows[0][0].tap == AnswerHead(HUGE)
    answered = replace(ASKED, answer="Ы" * 500, answerer="Анна")
    screen = checked(view.owner_answered_screen(words, answered))
    assert "Анна" in plain(screen)
    assert screen.rows[0][0].tap == Decide(HUGE)
