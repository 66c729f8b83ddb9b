"""The timeline on screen: names, from what to what, voices; and the parts of the day."""

from dataclasses import replace

from bot.method.clients.cards import History
from bot.method.core.cards import Touch
from bot.method.core.terms import Event
from bot.method.day.cards import DayPart
from bot.views.clients.history import history_screen, voice_screen
from bot.views.day.day import day_screen
from bot.views.taps.nav import OpenDay, OpenDealHistory, PlayVoice
from bot.views.taps.tasks import OpenDeal
from bot.views.words import Words
from tests.unit.views.facts import DAY, EMPTY, HUGE, LINE, LONG, NOW, TEXT, TODAY
from tests.unit.views.shown import can_be_sent, labels, plain

RU = Words("ru")
SPOKEN = Touch(NOW, Event.COMMENT, "Анна", {"text": "", "voice": "FILE-7", "seconds": 12}, 7)
MOVED = Touch(NOW, Event.TASK_MOVED, "Анна", {"before": "2026-11-24", "after": "2026-11-26"})
GIVEN = Touch(NOW, Event.OWNER_CHANGED, "Игорь", {"before": LONG, "after": "Борис"})
TOUCHES = (
    SPOKEN,
    replace(SPOKEN, data=SPOKEN.data | {"text": TEXT}),
    MOVED,
    replace(MOVED, data={"before": None, "after": "2026-11-26"}),
    GIVEN,
    Touch(NOW, Event.REACTIVATION, None, {"to": "Борис", "attempt": 2}),
    Touch(NOW, Event.RESTORED, None, {"to": None}),
    Touch(NOW, Event.MISPLACED, "Анна", {"why": "another_client"}),
    Touch(NOW, Event.STAGE_CHANGED, "Анна", {"before": "Новая", "after": "КП"}),
)
PAGE = History(HUGE, LONG, TOUCHES, 1, 9, TODAY)
SAMPLES = {
    "client": lambda w: history_screen(w, PAGE),
    "deal": lambda w: history_screen(w, replace(PAGE, deal_id=HUGE)),
    "voice": lambda w: voice_screen(w, SPOKEN, TODAY),
    "day, inbound": lambda w: day_screen(w, replace(DAY, part=DayPart.INBOUND)),
    "day, today": lambda w: day_screen(w, replace(DAY, part=DayPart.TODAY)),
    "day, none of it": lambda w: day_screen(w, replace(DAY, lines=(), part=DayPart.TODAY)),
}


test_a_sample_can_be_sent = can_be_sent(SAMPLES)


def lines(*touches: Touch) -> list[str]:
    return plain(history_screen(RU, replace(PAGE, name="Ромашка", touches=touches))).split("\n")


def test_from_what_to_what() -> None:
    assert "⏰ перенесено: вт 24.11 → чт 26.11 (Анна)" in lines(MOVED)[1]
    owners = replace(GIVEN, data={"before": "Анна", "after": "Борис"})
    assert "🔀 ответственный: Анна → Борис (Игорь)" in lines(owners)[1]
    assert "попытка 2, ответственный: Борис" in lines(TOUCHES[5])[1]
    assert "🌱 возвращено из потерянных" in lines(TOUCHES[6])[1]
    assert "None" not in "".join(lines(*TOUCHES))


def test_a_voice_is_a_button_and_comes_below() -> None:
    screen = history_screen(RU, replace(PAGE, touches=(SPOKEN, MOVED)))
    assert screen.rows[0][0].label == "🎤 12 сек · сегодня в 09:30"
    assert screen.rows[0][0].tap == PlayVoice(7)
    played = voice_screen(RU, SPOKEN, TODAY)
    assert [(one.kind, one.content) for one in played.attachments] == [("voice", "FILE-7")]
    assert "🎤 12 сек (Анна)" in plain(played)


def test_the_history_of_a_deal_turns_its_own_pages() -> None:
    screen = history_screen(RU, replace(PAGE, deal_id=5))
    taps = [button.tap for row in screen.rows for button in row]
    assert OpenDealHistory(5, 2) in taps
    assert OpenDeal(5) in taps


def test_the_parts_of_the_day() -> None:
    assert labels(day_screen(RU, DAY))[0] == "▶️ Начать день"
    assert {"🟢 Входящие", "🟡 Сегодня", "⚠️ Без дела (4)"} <= {*labels(day_screen(RU, DAY))}
    part = day_screen(RU, replace(DAY, part=DayPart.TODAY))
    assert {"📋 Мои дела", "🟢 Входящие"} <= {*labels(part)}
    assert "🟡 Сегодня" not in labels(part)
    assert OpenDay(2, DayPart.TODAY) in [button.tap for row in part.rows for button in row]


def test_nothing_to_do_says_so() -> None:
    assert "На сегодня всё разобрано" in day_screen(RU, EMPTY).text
    assert "▶️ Начать день" not in labels(day_screen(RU, EMPTY))
    one_part = day_screen(RU, replace(DAY, lines=(), part=DayPart.TODAY))
    assert "Остальные дела" in one_part.text


def test_of_several_deals_it_says_which_in_short() -> None:
    assert lines(replace(MOVED, deal="Сайт"))[1].endswith("чт 26.11 · «Сайт» (Анна)")
    line = replace(LINE, deal_title="Поставка столов для переговорных")
    assert plain(day_screen(RU, replace(DAY, lines=(line,)))).endswith(
        "ООО «Ромашка» — звонок по сделке «Поставка столов для пер…», 15:00"
    )
    label = "🟡 ООО «Ромашка» · Поставка столов для пер… · 15:00"
    assert label in labels(day_screen(RU, replace(DAY, lines=(line,))))


def test_a_reason_that_nobody_gave_leaves_no_gap() -> None:
    lost = Touch(NOW, Event.LOST, "Игорь Ропов", {"comment": None})
    assert lines(lost)[1] == "сегодня в 09:30 — ☠️ потерян окончательно (Игорь Ропов)"
    told = replace(lost, data={"comment": "переезд"})
    assert lines(told)[1].endswith("☠️ потерян окончательно: переезд (Игорь Ропов)")


def test_where_a_task_was_put_reads_as_a_sentence() -> None:
    put = Touch(NOW, Event.TASK_PUT, None, {"to": "deal"})
    assert lines(put)[1].endswith("➡️ дело теперь на сделке")
    assert lines(replace(put, data={"to": "client"}))[1].endswith("➡️ дело теперь на клиенте")


def test_an_inbound_without_a_text_is_named_alone() -> None:
    assert "— 🟢 входящее (Анна)" in lines(Touch(NOW, Event.INBOUND, "Анна", {"text": ""}))[1]
    assert (
        "🟢 входящее: Нужны столы"
        in lines(Touch(NOW, Event.INBOUND, "Анна", {"text": "Нужны столы"}))[1]
    )
