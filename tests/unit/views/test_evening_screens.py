"""The reminder of a task and the evening check, as people read them (R10)."""

from dataclasses import replace

import pytest

from bot.method.day_cards import Reminded
from bot.method.terms import Outcome
from bot.views.nav import OpenTask
from bot.views.reminder import reminder_screen
from bot.views.task_taps import AskMove, Finish
from bot.views.words import LOCALES, Words
from tests.unit.views.gallery import CONTACTS, HUGE, LATE, LINE, TODAY
from tests.unit.views.shown import checked, labels, plain

SOON = Reminded(LINE, CONTACTS, 15, TODAY)


@pytest.fixture(params=LOCALES)
def words(request: pytest.FixtureRequest) -> Words:
    return Words(request.param)


@pytest.mark.parametrize("told", [SOON, replace(SOON, line=LATE, minutes=0)])
def test_a_reminder_can_be_sent(words: Words, told: Reminded) -> None:
    screen = checked(reminder_screen(words, told))
    taps = [button.tap for row in screen.rows for button in row]
    assert taps == [Finish(HUGE, Outcome.TALKED), AskMove(HUGE), OpenTask(HUGE)]


def test_a_reminder_says_when_who_and_how_to_reach_them() -> None:
    screen = reminder_screen(Words("ru"), SOON)
    first, second, third = plain(screen).splitlines()[:3]
    assert first == "🔔 Через 15 мин"
    assert second == "🟡 ООО «Ромашка» — звонок по сделке, 15:00"
    assert third == "📞 +79161234567 (12)"
    assert labels(screen) == ["✅ Поговорили", "⏰ Перенести", "📄 Открыть дело"]
    assert plain(reminder_screen(Words("ru"), replace(SOON, minutes=0))).startswith("🔔 Пора\n")
