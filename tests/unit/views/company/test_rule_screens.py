"""The rules: every number on its card in both languages, and what a change would do."""

from dataclasses import replace

import pytest

from bot.method.company.cards import (
    Counted,
    Duties,
    DutyChoice,
    RuleCard,
    RuleChange,
    RuleEffect,
    RuleGroups,
    RuleLine,
    RulePage,
)
from bot.method.company.changes import PolicyChangeLine
from bot.method.company.rehearsal import RestOfDay
from bot.method.company.rules import SPECS, RuleGroup, names_in, shown_groups, usual_of
from bot.method.company.strain import CountdownTooLong, VerdictTooEarly, strains
from bot.method.core.policy import Policy
from bot.method.core.terms import Role
from bot.method.people.cards import PeoplePage, PersonLine
from bot.views.company import rules as view
from bot.views.company.duty import duty_screen
from bot.views.screen import Screen
from bot.views.taps.settings import SetRule, TypeRule, UndoRule, WeighRule
from bot.views.words import LOCALES, Words
from tests.unit.views.facts import HUGE, LONG, NOW
from tests.unit.views.shown import can_be_sent, checked, labels, plain

RU = Words("ru")
STRAINS = (*strains(Policy(), 5), CountdownTooLong(6, 5), VerdictTooEarly(5, 2))
LINE = RuleLine("deal_horizon_days", "10", "14")
HISTORY = (
    PolicyChangeLine(HUGE, LONG, NOW, "14", "10"),
    PolicyChangeLine(1, "Ольга", NOW, "7", "14"),
)
CARD = RuleCard(LINE, usual_of(LINE.name), HISTORY, 7, True, NOW, STRAINS, True)
GROUPS = RuleGroups(tuple((group, at) for at, group in enumerate(shown_groups())), STRAINS)
PEOPLE = PeoplePage((PersonLine(HUGE, LONG, Role.MANAGER, None, True, 300),) * 8, 9, 0, 2)
CHANGE = RuleChange("deal_horizon_days", "14", "10")
EFFECT = RuleEffect(
    CHANGE, STRAINS, Counted(4, 41), (RestOfDay(1, 2, 3), RestOfDay(HUGE, HUGE, HUGE))
)


def card_of(name: str) -> RuleCard:
    text = Policy().text_of(name)
    return replace(CARD, line=RuleLine(name, text, text), usual=usual_of(name), history=())


def page_of(group: RuleGroup) -> RulePage:
    names = names_in(group)[:8]
    lines = tuple(RuleLine(name, usual_of(name)[0], Policy().text_of(name)) for name in names)
    return RulePage(group, lines, 0, 2)


test_a_sample_can_be_sent = can_be_sent(
    {
        "rules": lambda w: view.rules_screen(w, GROUPS),
        "rules, a change on its way": lambda w: view.rules_screen(
            w, RuleGroups(GROUPS.changed, settling=0.42)
        ),
        "rules, none changed": lambda w: view.rules_screen(w, RuleGroups(GROUPS.changed[:1])),
        "rule": lambda w: view.rule_card_screen(w, CARD),
        "rule, for a head": lambda w: view.rule_card_screen(w, replace(CARD, may_change=False)),
        "rule, changed in the database": lambda w: view.rule_card_screen(
            w, replace(CARD, history=())
        ),
        "rule, typed": lambda w: view.rule_form_screen(w, CARD),
        "rule, its effect": lambda w: view.effect_screen(w, EFFECT),
        "rule, no effect": lambda w: view.effect_screen(
            w, replace(EFFECT, uncovered=Counted(4, 4), today=(RestOfDay(), RestOfDay()))
        ),
        "rule, fewer": lambda w: view.effect_screen(w, replace(EFFECT, uncovered=Counted(4, 3))),
        "rule, effect elsewhere": lambda w: view.effect_screen(w, RuleEffect(CHANGE, ())),
        "rule, with who is on duty": lambda w: view.rule_card_screen(
            w, replace(card_of("offer_to"), duty=Duties(LONG))
        ),
        "duty": lambda w: duty_screen(w, DutyChoice(LONG, PEOPLE)),
        "duty, nobody": lambda w: duty_screen(w, DutyChoice(None, PEOPLE)),
        "rule, being weighed": lambda w: view.weighing_screen(w, HUGE, HUGE),
        "rule, weighed for nobody": lambda w: view.weighing_screen(w, 2000, 0),
        **{
            f"rules, {group}": lambda w, group=group: view.rule_page_screen(w, page_of(group))  # type: ignore[misc]
            for group in shown_groups()
        },
    }
)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_number_has_its_card_and_every_value_can_be_chosen(locale: str) -> None:
    words = Words(locale)
    for name in SPECS:
        for screen in (
            view.rule_card_screen(words, card_of(name)),
            view.rule_form_screen(words, card_of(name)),
        ):
            checked(screen)
        for value in usual_of(name):
            change = RuleChange(name, Policy().text_of(name), value)
            checked(view.effect_screen(words, RuleEffect(change, ())))


def taps(screen: Screen) -> list[type]:
    return [type(button.tap) for row in screen.rows for button in row]


def test_only_who_may_change_gets_the_buttons() -> None:
    assert {WeighRule, TypeRule, UndoRule} <= set(taps(view.rule_card_screen(RU, CARD)))
    looking = replace(CARD, may_change=False)
    assert not {WeighRule, TypeRule, UndoRule} & set(taps(view.rule_card_screen(RU, looking)))
    # What was changed outside of the bot since can not be taken back here.
    outside = replace(CARD, line=replace(LINE, value="5"))
    assert UndoRule not in taps(view.rule_card_screen(RU, outside))


def test_a_switch_has_one_button_and_nothing_to_type() -> None:
    screen = view.rule_card_screen(RU, card_of("self_take_allowed"))
    assert labels(screen)[:1] == ["включено"]
    assert TypeRule not in taps(screen)


def test_the_effect_is_said_in_words_before_it_is_confirmed() -> None:
    effect = RuleEffect(CHANGE, (), Counted(4, 41), (RestOfDay(1, 0, 3), RestOfDay(6, 0, 3)))
    screen = view.effect_screen(RU, effect)
    assert plain(screen) == (
        "⚙️ Горизонт сделки: 14 дней → 10 дней\n\n"
        "На сегодняшней базе:\n"
        "• без дела станет на 37 клиентов больше: было 4, станет 41\n"
        "• сегодня уйдёт 6 напоминаний (без изменения 1)\n\n"
        "Изменить?"
    )
    assert screen.rows[0][0].tap == SetRule("deal_horizon_days", "14", "10")


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "уйдёт 1 напоминание"), (2, "уйдут 2 напоминания"), (21, "уйдёт 21 напоминание")],
)
def test_the_verb_follows_the_number(count: int, said: str) -> None:
    effect = RuleEffect(CHANGE, (), Counted(4, 4), (RestOfDay(6, 0, 3), RestOfDay(count, 0, 3)))
    assert f"• сегодня {said} (без изменения 6)" in plain(view.effect_screen(RU, effect))


def test_what_can_not_be_kept_is_said_with_the_ways_out() -> None:
    said = plain(view.rules_screen(RU, RuleGroups((), strains(Policy(), 5))))
    assert said.splitlines()[-1] == (
        "⚠️ Норма 12 в день, 300 клиентов, горизонт 30 дн.: за горизонт не помещается 34 дела "
        "(8 в неделю). Выход: норма 14 в день или горизонт 34 дн. или потолок 266."
    )
