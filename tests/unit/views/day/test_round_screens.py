"""Work mode on screen: the card under what was written down, and the score."""

from dataclasses import replace

from bot.method.core.terms import DealStatus
from bot.method.day.rounds import RoundTurn, Score
from bot.views.day.rounds import score_screen, turn_screen
from bot.views.tasks.card import task_screen
from bot.views.tasks.next_step import ask_screen, planned_screen
from bot.views.words import Markup, Words
from tests.unit.views.facts import ASK, CAME, CARD, DEAL, DONE, LATE, LINE, LONG, PLANNED, TODAY
from tests.unit.views.shown import can_be_sent, labels, plain

RU = Words("ru")
CLEAN = Score(TODAY, 7, 2, 0, 0)
AGAIN = replace(LINE, attempts=1)
WORKING = replace(CARD, in_round=True)
SAMPLES = {
    "turn": lambda w: turn_screen(w, RoundTurn(WORKING, 4)),
    "turn, inbound": lambda w: turn_screen(w, RoundTurn(replace(WORKING, line=CAME), 4)),
    "turn, after a plan": lambda w: turn_screen(
        w,
        RoundTurn(replace(WORKING, line=LATE), 1),
        Markup(planned_screen(w, replace(PLANNED, in_round=True)).text),
    ),
    "done meanwhile": lambda w: task_screen(w, replace(DONE, in_round=True)),
    "question, covered": lambda w: ask_screen(w, replace(ASK, in_round=True, covered_on=TODAY)),
    "score, all done": lambda w: score_screen(w, CLEAN, w("planned-clean")),
    "score, gaps": lambda w: score_screen(w, replace(CLEAN, gaps=4)),
    "score, nobody answered": lambda w: score_screen(w, replace(CLEAN, tried=6)),
    "score, stopped": lambda w: score_screen(w, replace(CLEAN, left=4)),
    "score, waiting": lambda w: score_screen(
        w, replace(CLEAN, left=1, waiting=(replace(AGAIN, client_name=LONG),))
    ),
    "score, all have a time": lambda w: score_screen(
        w, replace(CLEAN, left=1, waiting=(replace(LINE, client_name=LONG),))
    ),
}


test_a_sample_can_be_sent = can_be_sent(SAMPLES)


def rows(screen) -> list[list[str]]:
    return [[button.label for button in row] for row in screen.rows]


def test_the_rows_of_the_card() -> None:
    assert rows(task_screen(RU, WORKING))[:3] == [
        ["✅ Поговорили", "📵 Недозвон", "💬 Написал"],
        ["🏆 Продажа", "❌ Отказ", "⏰ Перенести"],
        ["📝 Комментарий", "⏭ Пропустить", "⏹ Стоп"],
    ]
    without = replace(WORKING, in_round=False, deal=replace(DEAL, status=DealStatus.WON))
    assert rows(task_screen(RU, without))[1:3] == [
        ["💼 Хочет купить", "⏰ Перенести"],
        ["📝 Комментарий"],
    ]


def test_why_now() -> None:
    card = replace(CARD, moves=1, attempts=0)
    expected = "Звонок: дело на сделке, срок сегодня в 15:00, переносилось 1 раз"
    assert expected in plain(task_screen(RU, card))


def test_two_phones_can_be_copied_and_the_handle_be_followed() -> None:
    screen = task_screen(RU, CARD)
    copied = [button.copy for row in screen.rows for button in row if button.copy]
    assert copied == ["+79161234567", "+79161234567"]
    assert 'href="https://t.me/romashka"' in screen.text
    by_id = replace(CARD, contacts=replace(CARD.contacts, handle=None, telegram_id=42))
    assert 'href="tg://user?id=42"' in task_screen(RU, by_id).text


def test_the_next_card_stands_under_what_was_written_down() -> None:
    said = Markup("✅ <b>Ромашка</b>: следующий контакт с клиентом — чт 26.11.")
    text = plain(turn_screen(RU, RoundTurn(WORKING, 4), said))
    assert text.startswith("✅ Ромашка: следующий контакт с клиентом — чт 26.11.\nОсталось")


def test_the_score_says_what_is_next() -> None:
    assert "Сделано 7 · перенесено 2 · осталось 0" in plain(score_screen(RU, CLEAN))
    assert labels(score_screen(RU, CLEAN)) == ["📋 Мои дела"]
    assert "⚠️ Без дела (4)" in labels(score_screen(RU, replace(CLEAN, gaps=4)))
    stopped = score_screen(RU, replace(CLEAN, left=4))
    assert "Правило дня" in stopped.text
    assert "▶️ Начать день" in labels(stopped)
    waiting = score_screen(RU, replace(CLEAN, left=1, waiting=(AGAIN,)))
    assert "ООО «Ромашка», 15:00" in waiting.text


def test_a_covered_client_may_be_passed_over_in_work_mode_only() -> None:
    covered = replace(ASK, covered_on=TODAY)
    assert "➡️ Дальше" not in labels(ask_screen(RU, covered))
    assert "➡️ Дальше" in labels(ask_screen(RU, replace(covered, in_round=True)))
    assert "➡️ Дальше" not in labels(ask_screen(RU, replace(ASK, in_round=True)))


def test_calls_that_nobody_answered_are_in_the_score() -> None:
    assert "недозвонов 6" in score_screen(Words("ru"), replace(CLEAN, tried=6)).text
    assert "недозвонов" not in score_screen(Words("ru"), CLEAN).text
