"""Everything gets a task: the walk and the automatic plan, as people read them (R1)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.method.core.terms import GapReason, GapStep
from bot.method.gaps.cards import GapLine
from bot.method.planning.load import DayChange, PlanFacts
from bot.method.planning.walk import Progress, WalkCard
from bot.views.planning import walk as view
from bot.views.screen import Screen
from bot.views.taps.nav import Walk
from bot.views.taps.planning.walk import PutOnDeal, SpreadNow, WalkPlan, WalkRelease
from bot.views.words import Words
from tests.unit.views.facts import ASK, DEAL, HUGE, LONG, TODAY, TOUCHES
from tests.unit.views.shown import can_be_sent, labels, plain

LINE = GapLine(
    gap_id=HUGE,
    client_id=HUGE,
    client_name=LONG,
    deal_id=HUGE,
    deal_title=LONG,
    owner_id=1,
    owner_name="Анна Петрова",
    reason=GapReason.TASK_ON_CONTACT,
    step=GapStep.NUDGED,
    since=datetime(2026, 11, 18, 9, tzinfo=UTC),
    waited=timedelta(hours=40),
    amount=2**62,
    currency="RUB",
    pool_on=date(2026, 11, 27),
)
CARD = WalkCard(LINE, replace(ASK, outcome=None, deals=(DEAL,)), Progress(41, 300), TOUCHES[3])
CONTACT = WalkCard(
    replace(LINE, client_name="ИП Котов", deal_id=None, reason=GapReason.NO_TASK, pool_on=None),
    replace(ASK, deals=()),
    Progress(1, 300),
)
DAYS = tuple(
    DayChange(TODAY + timedelta(days=n), 9, 9 + n % 7) for n in range(1, 200) if n % 7 != 0
)
PLAN = PlanFacts(TODAY, 12, 41, DAYS, 2**32 - 1, (LONG,) * 18, (LONG,) * 2)
SAMPLES: dict[str, Callable[[Words], Screen]] = {
    "walk": lambda w: view.walk_screen(w, CARD),
    "walk, a contact": lambda w: view.walk_screen(w, CONTACT),
    "walk, to the pool": lambda w: view.release_screen(w, CARD),
    "walk, nothing left": lambda w: view.walked_screen(w, Progress(0, 300)),
    "walk, nobody yet": lambda w: view.walked_screen(w, Progress(0, 0)),
    "walk, stopped": lambda w: view.stopped_screen(w, Progress(12, 300), HUGE),
    "walk, stopped at the end": lambda w: view.stopped_screen(w, Progress(0, 300), HUGE),
    "spread": lambda w: view.spread_screen(w, PLAN),
    "spread, nothing to do": lambda w: view.spread_screen(w, PlanFacts(TODAY, 12, 0, (), 0)),
    "spread, nowhere": lambda w: view.spread_screen(
        w, PlanFacts(TODAY, 12, 0, (), 0, unplaced=(LONG,))
    ),
    "spread, under way": lambda w: view.spreading_screen(w, 600, 20_000),
    "spread, done": lambda w: view.spread_done_screen(w, PLAN),
    "spread, done before": lambda w: view.spread_before_screen(w, 300),
}
RU = Words("ru")


test_a_sample_can_be_sent = can_be_sent(SAMPLES)


def test_a_card_says_where_the_walk_is_why_and_what_comes() -> None:
    text = plain(view.walk_screen(RU, CARD))
    assert "осталось 41 из 300" in text
    assert "дело стоит на клиенте, а не на сделке (ср 18.11)" in text
    assert "в отстойник в пт 27.11" in text
    assert "Контактов ещё не было" in plain(view.walk_screen(RU, CONTACT))


def test_a_date_a_skip_and_a_way_out_are_one_tap_each() -> None:
    screen = view.walk_screen(RU, CONTACT)
    taps = [button.tap for row in screen.rows for button in row]
    assert WalkPlan(HUGE, ASK.presets[0].on) in taps
    assert Walk(HUGE) in taps
    assert WalkRelease(HUGE, sure=True) in taps
    shown = labels(screen)
    for label in ("📅 Дата", "Не активный → 📥", "⏭ Пропустить", "⏹ Стоп"):
        assert label in shown
    assert "Разложить автоматически" in shown


def test_a_deal_is_not_lost_by_one_tap_and_takes_the_contacts_task() -> None:
    screen = view.walk_screen(RU, CARD)
    taps = [button.tap for row in screen.rows for button in row]
    assert WalkRelease(HUGE, sure=False) in taps
    assert PutOnDeal(HUGE, walking=True) in taps
    assert "➡️ Перенести на сделку" in labels(screen)


def test_who_may_not_let_go_is_not_offered_to() -> None:
    card = replace(CONTACT, ask=replace(CONTACT.ask, can_release=False))
    assert "Не активный → 📥" not in labels(view.walk_screen(RU, card))


def test_the_plan_is_shown_by_days_with_what_does_not_fit() -> None:
    days = (DayChange(date(2026, 11, 26), 9, 12), DayChange(date(2026, 11, 27), 3, 14))
    facts = PlanFacts(TODAY, 12, 14, days, 7, ("Ромашка", "Котов"))
    screen = view.spread_screen(RU, facts)
    text = plain(screen)
    assert "чт 26.11 — 9 → 12 из 12\n" in text
    assert "пт 27.11 — 3 → 14 из 12 ❗️" in text
    assert "2 клиента не помещаются в норму (12 в день): Ромашка, Котов." in text
    assert screen.rows[0][0].tap == SpreadNow(7)
    assert screen.rows[0][0].label == "✅ Разложить 14"
