"""Deals, their stages and where a task stands, as people read them (R2, R3)."""

from dataclasses import replace

import pytest

from bot.method.core.cards import DealFacts
from bot.method.core.terms import DealStatus, LossReason
from bot.method.deals.cards import DealCard, DealDraft, DealPage, StageLine
from bot.method.deals.filters import DealFilter
from bot.views.deals import deals as view
from bot.views.deals import stages as stages_view
from bot.views.screen import Screen
from bot.views.taps.deals import AskDraft, AskPut, DraftField, PutTask, ToCalendar
from bot.views.taps.tasks import OpenDeals
from bot.views.tasks.card import task_screen
from bot.views.tasks.card_more import calendar_file_screen, event_title
from bot.views.tasks.next_step import buy_screen, draft_form
from bot.views.words import Words
from tests.unit.views.facts import ASK, CARD, DEAL, DEAL_CARD, HUGE, LINE, TODAY
from tests.unit.views.shown import checked, labels, plain

STAGES = tuple(StageLine("Ы" * 60 + str(n), 2**20) for n in range(12))
PAGE = DealPage(
    (replace(DEAL_CARD, owner_name="Анна Петрова"),) * 8,
    80,
    5,
    10,
    TODAY,
    sums={"RUB": 2**62, "USD": 100_00},
    stale_days=14,
)
CONTACT = replace(CARD, line=replace(LINE, on_deal=False), deal=None)


def taps(screen: Screen) -> list[object]:
    return [button.tap for row in screen.rows for button in row]


@pytest.mark.parametrize("only", DealFilter)
def test_every_list_can_be_sent_and_turned(words: Words, only: DealFilter) -> None:
    screen = checked(view.deals_screen(words, replace(PAGE, only=only)))
    assert OpenDeals(6, only) in taps(screen)
    assert (OpenDeals() in taps(screen)) is (only is not DealFilter.OPEN)
    checked(view.deals_screen(words, replace(PAGE, only=only, lines=(), total=0, pages=1, sums={})))


def test_a_list_of_a_stage_keeps_it_when_turned(words: Words) -> None:
    screen = checked(view.deals_screen(words, replace(PAGE, stage=STAGES[0])))
    assert OpenDeals(4, DealFilter.OPEN, STAGES[0].key) in taps(screen)
    checked(view.stages_of_deals_screen(words, STAGES))
    checked(view.stages_of_deals_screen(words, ()))


def test_the_list_adds_up_each_currency_by_itself() -> None:
    text = plain(view.deals_screen(Words("ru"), replace(PAGE, sums={"RUB": 5_00, "USD": 7_50})))
    assert "💰 5 ₽" in text.replace("\u00a0", " ")
    assert "💰 7,50 $" in text.replace("\u00a0", " ")


def test_a_row_says_the_sum_the_stage_and_whose_it_is() -> None:
    deal = DealFacts(1, "Сайт", DealStatus.OPEN, "Договор", 250_000_00, "RUB", TODAY)
    card = DealCard(deal, 1, "Ромашка", TODAY, "Анна")
    shown = labels(view.deals_screen(Words("ru"), replace(PAGE, lines=(card,), pages=1)))[0]
    assert shown.replace("\u00a0", " ") == "💼 Ромашка: Сайт · 250 000 ₽ · Договор · Анна"


@pytest.mark.parametrize("reason", LossReason)
def test_a_lost_deal_says_why(words: Words, reason: LossReason) -> None:
    lost = replace(DEAL, status=DealStatus.LOST, loss_reason=reason)
    text = plain(checked(view.deal_screen(words, replace(DEAL_CARD, deal=lost))))
    assert words.plain(f"loss-{reason}") in text


def test_the_stage_is_chosen_by_buttons(words: Words) -> None:
    checked(view.stage_screen(words, DEAL_CARD, STAGES))
    here = StageLine("КП")
    screen = checked(view.stage_screen(words, DEAL_CARD, (here, *STAGES)))
    assert [row[0].style for row in screen.rows[:2]] == ["primary", None]


def test_the_admin_changes_the_stages(words: Words) -> None:
    checked(stages_view.stages_screen(words, STAGES))
    checked(stages_view.stage_card_screen(words, STAGES[0]))
    checked(stages_view.remove_screen(words, STAGES[0]))
    checked(stages_view.form_screen(words, "stage-name-ask"))


def test_a_new_deal_is_named_after_the_client_until_something_is_typed(words: Words) -> None:
    ask = replace(ASK, client_name="Ромашка")
    empty = checked(buy_screen(words, ask, None, DealDraft()))
    assert "Ромашка" in plain(empty).splitlines()[-1]
    typed = checked(buy_screen(words, ask, HUGE, DealDraft("Сайт", 5_00, "RUB")))
    assert "Сайт" in plain(typed)
    assert AskDraft(HUGE, HUGE, DraftField.SUM) in taps(typed)
    for field in DraftField:
        checked(draft_form(words, AskDraft(HUGE, None, field)))


def test_a_task_is_put_where_it_belongs(words: Words) -> None:
    assert PutTask(HUGE, None) in taps(checked(task_screen(words, CARD)))
    one = checked(task_screen(words, replace(CONTACT, open_deals=(DEAL,))))
    assert PutTask(HUGE, HUGE) in taps(one)
    several = replace(CONTACT, open_deals=(DEAL, replace(DEAL, title="Сайт")))
    assert AskPut(HUGE) in taps(checked(task_screen(words, several)))
    checked(view.put_screen(words, several))
    nowhere = [type(one) for one in taps(task_screen(words, CONTACT))]
    assert not {PutTask, AskPut} & set(nowhere)


def test_only_a_task_with_a_time_goes_to_a_calendar(words: Words) -> None:
    assert ToCalendar(HUGE) in taps(task_screen(words, CARD))
    untimed = replace(CARD, line=replace(LINE, due_time=None))
    assert ToCalendar(HUGE) not in taps(task_screen(words, untimed))
    screen = checked(calendar_file_screen(words, CARD, b"x"))
    assert screen.attachments[0].name.endswith(".ics")
    assert LINE.client_name in event_title(words, CARD)
