"""The reminder of a task and the evening check, as people read them (R10)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.method.core.terms import Outcome
from bot.method.day.cards import Postponing, Reminded, Stays
from bot.method.day.rounds import Worked
from bot.method.gaps.cards import GapPage, LateLine
from bot.method.planning.load import DayChange, PlanFacts
from bot.views.day.day import day_screen
from bot.views.day.digest import digest_screen
from bot.views.day.evening import (
    evening_screen,
    left_spread_screen,
    postpone_screen,
    spread_left_screen,
    tasks_moved_screen,
)
from bot.views.gaps.gaps import escalation_screen, nudge_screen
from bot.views.taps.day import AskTomorrow, SpreadLeft, ToTomorrow
from bot.views.taps.inbound import AskWhose
from bot.views.taps.nav import OpenDay, OpenTask, StartRound
from bot.views.taps.tasks import AskAgain, AskMove, Finish
from bot.views.tasks.reminder import reminder_screen
from bot.views.words import Words
from tests.unit.views.facts import ASKED, CAME, CONTACTS, DAY, EMPTY, HUGE, LATE, LINE, TODAY
from tests.unit.views.shown import checked, labels, plain

PLAN = Postponing(TODAY, date(2026, 11, 25), 7, 12, 4, ((CAME, Stays.INBOUND),))
IDLE, DONE = Worked(), Worked(5, 2, 6)
SOON = Reminded(LINE, CONTACTS, 15, TODAY)


def test_a_day_on_which_nothing_was_done_has_no_score() -> None:
    idle = evening_screen(Words("ru"), DAY, IDLE)
    assert "Сделано" not in plain(idle)


@pytest.mark.parametrize("told", [SOON, replace(SOON, line=LATE, minutes=0)])
def test_a_reminder_can_be_sent(words: Words, told: Reminded) -> None:
    screen = checked(reminder_screen(words, told))
    taps = [button.tap for row in screen.rows for button in row]
    ends = [Finish(HUGE, Outcome.TALKED), AskAgain(HUGE), Finish(HUGE, Outcome.WROTE)]
    assert taps == [*ends, AskMove(HUGE), OpenTask(HUGE)]


def test_a_reminder_says_when_who_and_how_to_reach_them() -> None:
    screen = reminder_screen(Words("ru"), SOON)
    first, second, third = plain(screen).splitlines()[:3]
    assert first == "🔔 Через 15 мин"
    assert second == "🟡 ООО «Ромашка» — звонок по сделке, 15:00"
    assert third == "📞 +7 916 123-45-67 (12)"
    assert labels(screen)[:3] == ["✅ Поговорили", "📵 Недозвон", "💬 Написал"]
    assert labels(screen)[3:] == ["⏰ Перенести", "📄 Открыть дело"]
    assert plain(reminder_screen(Words("ru"), replace(SOON, minutes=0))).startswith("🔔 Пора\n")


def test_the_evening_check_names_what_is_left(words: Words) -> None:
    screen = checked(evening_screen(words, DAY, DONE))
    assert [button.tap for row in screen.rows for button in row] == [
        StartRound(),
        AskTomorrow(TODAY),
    ]
    assert evening_screen(words, EMPTY, DONE) is None
    russian = evening_screen(Words("ru"), replace(DAY, inbound=1, overdue=1, planned=2), DONE)
    assert russian is not None
    first, second, third = plain(russian).splitlines()[:3]
    assert first == "🌙 Осталось 4 · вт 24.11"
    assert second == "Сделано 5 · перенесено 2 · недозвонов 6"
    assert third.startswith("🟢 ООО «Ромашка»")
    assert labels(russian) == ["Разобрать", "➡️ На завтра"]


def test_tomorrow_is_shown_with_its_load_before_anything_is_moved(words: Words) -> None:
    screen = checked(postpone_screen(words, PLAN))
    assert [button.tap for row in screen.rows for button in row] == [ToTomorrow(TODAY), OpenDay()]
    text = plain(postpone_screen(Words("ru"), PLAN))
    assert "➡️ Перенести 4 дела на завтра, ср 25.11?" in text
    assert "Дел на этот день: 7 из 12, станет 11." in text
    assert "🟢 ООО «Ромашка» — входящее, клиент ждёт ответа" in text
    full = plain(postpone_screen(Words("ru"), replace(PLAN, load=9)))
    assert "станет 13. ❗️ Столько за день не успеть." in full


def test_what_a_day_cannot_hold_is_offered_over_several() -> None:
    full = postpone_screen(Words("ru"), replace(PLAN, load=9))
    assert labels(full)[0] == "📆 Разложить по дням"
    assert "📆 Разложить по дням" not in labels(postpone_screen(Words("ru"), PLAN))
    assert "📆 Разложить по дням" not in labels(
        postpone_screen(Words("ru"), replace(PLAN, load=9, done=True))
    )


FACTS = PlanFacts(TODAY, 12, 3, (DayChange(date(2026, 11, 25), 10, 12),), 77, staying=2)


def test_the_spread_is_shown_day_by_day_before_it_is_done(words: Words) -> None:
    screen = checked(spread_left_screen(words, FACTS))
    assert SpreadLeft(77) in [button.tap for row in screen.rows for button in row]
    checked(left_spread_screen(words, FACTS))
    checked(tasks_moved_screen(words, FACTS.count))
    checked(spread_left_screen(words, replace(FACTS, count=0)))
    text = plain(spread_left_screen(Words("ru"), FACTS))
    assert "Разложить по дням: 3 дела" in text
    assert "10 → 12" in text and "Останется на сегодня: 2" in text
    nothing = replace(FACTS, count=0, staying=0, days=())
    assert "нечего" in plain(spread_left_screen(Words("ru"), nothing))


@pytest.mark.parametrize(
    ("planned", "overdue", "button"),
    [(31, 0, "⚖️ Разгрузить"), (5, 20, "📆 Разложить по дням"), (5, 2, None)],
)
def test_the_morning_says_when_the_day_is_over_the_norm(
    planned: int, overdue: int, button: str | None
) -> None:
    morning = digest_screen(
        Words("ru"),
        replace(DAY, planned=planned, overdue=overdue, inbound=0, capacity=12),
        "Анна",
        GapPage((), 0, 0, 1, TODAY, {}),
    )
    assert morning is not None
    relief = {"⚖️ Разгрузить", "📆 Разложить по дням"} & set(labels(morning))
    assert relief == ({button} if button else set())
    said = f"Больше нормы (12 в день): вт 24.11 — {planned + overdue}"
    assert (said in plain(morning)) is (button is not None)


def test_what_was_moved_and_what_stays(words: Words) -> None:
    done = replace(PLAN, done=True)
    assert labels(checked(postpone_screen(words, done))) == [words.plain("menu-today")]
    text = plain(postpone_screen(Words("ru"), replace(done, count=1)))
    assert text.startswith("➡️ Перенесено 1 дело на завтра, ср 25.11.")
    checked(postpone_screen(words, replace(done, count=0, stay=())))


@pytest.mark.parametrize("why", list(Stays))
def test_every_reason_to_stay_has_its_words(words: Words, why: Stays) -> None:
    given = replace(PLAN, count=0, stay=((LATE, why),) * 30)
    screen = checked(postpone_screen(words, given))
    assert words.plain(f"stays-{why}") in plain(screen)
    assert labels(screen) == [words.plain("menu-today")]


LATE_INBOUND = LateLine(replace(CAME, overdue=True), "Анна Петрова", timedelta(hours=9))
NO_GAPS = GapPage((), 0, 0, 1, TODAY, {})


def test_a_late_inbound_alone_makes_the_reminder_and_the_escalation(words: Words) -> None:
    for late in ([LATE_INBOUND], [replace(LATE_INBOUND, line=LATE, owner_name="Ж" * 128)] * 30):
        for made in (nudge_screen, escalation_screen):
            screen = checked(made(words, NO_GAPS, late))
            assert screen.rows[0][0].tap == OpenTask(HUGE)
    assert nudge_screen(words, NO_GAPS, ()) is None
    assert escalation_screen(words, NO_GAPS, ()) is None


def test_what_the_owner_and_the_head_read_of_a_late_inbound() -> None:
    owner = nudge_screen(Words("ru"), NO_GAPS, [LATE_INBOUND])
    head = escalation_screen(Words("ru"), NO_GAPS, [LATE_INBOUND])
    assert owner and plain(owner).startswith(
        "🔔 Напоминание. Входящее ждёт ответа дольше положенного:\n🟢 ООО «Ромашка» — "
    )
    assert head and "Анна Петрова, ждёт 9 ч рабочего времени" in plain(head)


def test_the_evening_check_names_the_clients_without_a_next_date() -> None:
    assert "без него сейчас 4" in plain(evening_screen(Words("ru"), DAY, IDLE))
    nobody = plain(evening_screen(Words("ru"), replace(DAY, gaps=0), IDLE))
    assert "без него сейчас" not in nobody


def test_a_question_alone_is_an_evening_without_work(words: Words) -> None:
    screen = checked(evening_screen(words, replace(EMPTY, asked=ASKED, asked_total=4), IDLE))
    assert [button.tap for row in screen.rows for button in row] == [
        AskWhose(one.arrival_id) for one in ASKED
    ]
    russian = plain(evening_screen(Words("ru"), replace(EMPTY, asked=ASKED, asked_total=4), IDLE))
    assert russian.startswith("🌙 Осталось 4 · вт 24.11")
    assert "❓ Ждут вашего ответа: 4" in russian
    assert "❓ Ю, сегодня в 09:30: «ы»" in russian


def test_a_question_alone_is_a_morning_and_no_empty_day() -> None:
    words, asked = Words("ru"), replace(EMPTY, asked=ASKED, asked_total=3)
    morning = digest_screen(words, asked, "Анна", GapPage((), 0, 0, 1, TODAY, {}))
    assert morning is not None and "Ждут вашего ответа" in morning.text
    assert "Ждут вашего ответа" in day_screen(words, asked).text
    assert "разобрано" not in day_screen(words, asked).text
